internal import GraphModel

/// Makes triples of a template, for each solution with blank nodes of its own.
struct TemplateMaker {
  private let execution: Execution
  private let columns: (Int) -> Int?

  init(_ execution: Execution, _ root: Operator) {
    self.execution = execution
    columns = { root.column(of: $0) }
  }

  /// The triples of a batch of solutions; what would be no triple is left out.
  func triples(_ template: [TriplePattern], _ batch: Batch) throws -> [Triple] {
    var triples: [Triple] = []
    for row in 0..<batch.count {
      execution.scope.beginRow()
      for pattern in template {
        if let triple = try triple(pattern, batch, row) { triples.append(triple) }
      }
    }
    return triples
  }

  /// The triple of a pattern, or `nil` if a variable is unbound or a term in a wrong place.
  func triple(_ pattern: TriplePattern, _ batch: Batch, _ row: Int) throws -> Triple? {
    guard let subject = try subject(pattern.subject, batch, row),
      case .iri(let predicate)? = try term(pattern.predicate, batch, row),
      let object = try term(pattern.object, batch, row)
    else { return nil }
    return Triple(subject, predicate, object)
  }

  private func subject(_ pattern: TermPattern, _ batch: Batch, _ row: Int) throws -> Subject? {
    switch try term(pattern, batch, row) {
    case .iri(let iri)?: .iri(iri)
    case .blank(let label)?: .blank(label)
    default: nil
    }
  }

  /// The term of a place of a template for a solution.
  func term(_ pattern: TermPattern, _ batch: Batch, _ row: Int) throws -> Term? {
    switch pattern {
    case .variable(let variable):
      guard let column = columns(variable.slot), batch.columns[column][row] != 0 else {
        return nil
      }
      return try execution.terms.term(of: batch.columns[column][row])
    case .term(.blank(let label)):
      return .blank(try execution.scope.blankNode(labelled: label))
    case .term(let term): return term
    case .triple(let inner):
      return try triple(inner, batch, row).map(Term.triple)
    }
  }
}
