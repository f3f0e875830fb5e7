internal import GraphModel

/// What DESCRIBE gives: the triples of each resource, and of the blank nodes that they lead to.
final class Description {
  private let execution: Execution
  private let root: Operator
  private let terms: [TermPattern]
  private var waiting: [UInt64] = []
  private var seen: Set<UInt64> = []

  init(_ execution: Execution, _ root: Operator, _ terms: [TermPattern]) throws {
    self.execution = execution
    self.root = root
    self.terms = terms
    var found: [UInt64] = []
    for case .term(let term) in terms {
      if let id = try execution.terms.idIfKnown(term) { found.append(id) }
    }
    let columns = terms.compactMap { term -> Int? in
      if case .variable(let variable) = term { return root.column(of: variable.slot) }
      return nil
    }
    while !columns.isEmpty, let batch = try root.next() {
      for row in 0..<batch.count {
        for column in columns where batch.columns[column][row] != 0 {
          let id = batch.columns[column][row]
          if seen.insert(id).inserted { found.append(id) }
        }
      }
    }
    seen = Set(found)
    waiting = found.reversed()
  }

  func answer() -> GraphAnswer {
    GraphAnswer(execution: execution) { try self.next() }
  }

  /// The triples of the next resource.
  private func next() throws -> [Triple]? {
    guard let id = waiting.popLast() else { return nil }
    try execution.check()
    var scan = Scan(places: [.constant(id), .variable(0), .variable(1), .ignored])
    switch execution.dataset.defaultGraph {
    case .everything: break
    case .one(let graph): scan.places[3] = .constant(graph)
    case .merge(let graphs): scan.graphs = .merge(graphs)
    case .union: scan.graphs = .union
    }
    let order = scan.order(execution.source, bound: [0])
    let read = try ScanOperator(scan, order.order, order.bound, slots: [0, 1], .rows, execution)
    let subject: Subject
    switch try execution.terms.term(of: id) {
    case .iri(let iri): subject = .iri(iri)
    case .blank(let label): subject = .blank(label)
    default: return []
    }
    var triples: [Triple] = []
    while let batch = try read.next() {
      for row in 0..<batch.count {
        guard case .iri(let predicate) = try execution.terms.term(of: batch.columns[0][row]) else {
          continue
        }
        let object = batch.columns[1][row]
        triples.append(Triple(subject, predicate, try execution.terms.term(of: object)))
        if try execution.terms.kind(of: object) == .blank, seen.insert(object).inserted {
          waiting.append(object)
        }
      }
    }
    return triples
  }
}
