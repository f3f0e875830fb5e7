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
      let answer = try service.solutions(of: query, at: endpoint)
      _ = answer
      rows = Batch(width: slots.count)
      throw QueryError.serviceFailed(endpoint)
    } catch {
      guard silent else { throw error }
      rows = Batch(columns: slots.map { _ in [0] }, count: 1)
    }
  }

  override func make() -> Batch? {
    defer { rows = nil }
    return rows
  }
}
