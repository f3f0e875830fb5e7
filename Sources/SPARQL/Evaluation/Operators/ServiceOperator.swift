internal import GraphModel

/// The solutions that another endpoint gives.
final class ServiceOperator: Operator {
  private var rows: Batch?

  init(
    _ name: NamePattern, query: String, silent: Bool, _ variables: [Int], slots: [Int],
    _ execution: Execution
  ) throws {
    super.init(slots: slots)
    do {
      guard case .iri(let endpoint) = name else { throw QueryError.serviceForbidden(nil) }
      guard let service = execution.options.service else {
        throw QueryError.serviceForbidden(endpoint)
      }
      let answer: (variables: [String], rows: [[Term?]])
      do {
        answer = try service.solutions(of: query, at: endpoint)
      } catch { throw QueryError.serviceFailed(endpoint, error) }
      rows = try Self.table(answer, variables, slots, execution)
    } catch {
      guard silent else { throw error }
      rows = Batch(columns: slots.map { _ in [0] }, count: 1)
    }
  }

  /// The rows that an endpoint gave, by its names of the variables.
  private static func table(
    _ answer: (variables: [String], rows: [[Term?]]), _ variables: [Int], _ slots: [Int],
    _ execution: Execution
  ) throws -> Batch {
    let places = slots.map { slot -> Int? in
      guard variables.contains(slot), slot < execution.names.count,
        let name = execution.names.name(Variable(slot: slot))
      else { return nil }
      return answer.variables.firstIndex(of: name)
    }
    var columns = slots.map { _ in [UInt64]() }
    for row in answer.rows {
      for (output, place) in places.enumerated() {
        let term = place.flatMap { $0 < row.count ? row[$0] : nil }
        columns[output].append(try term.map(execution.terms.id(of:)) ?? 0)
      }
    }
    return Batch(columns: columns, count: answer.rows.count)
  }

  override func make() -> Batch? {
    defer { rows = nil }
    return rows
  }
}
