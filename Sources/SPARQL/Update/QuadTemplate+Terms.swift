import GraphModel

extension Modification {
  /// The variables that the templates take.
  var slots: [Variable] {
    var found: Set<Variable> = []
    for template in deletions + insertions {
      template.triple.collect(into: &found)
      if case .variable(let variable) = template.graph { found.insert(variable) }
    }
    return found.sorted()
  }
}

extension QuadTemplate {
  /// The quad of a solution, or `nil` if a variable is unbound or a term is where it must not be.
  func quad(_ row: [Term?], blank: (String) throws -> String) rethrows -> Quad? {
    guard let triple = try triple.triple(row, blank: blank) else { return nil }
    switch graph {
    case nil: return Quad(triple)
    case .iri(let iri): return Quad(triple, graph: .iri(iri))
    case .variable(let variable):
      guard let name = row[variable.slot]?.asSubject else { return nil }
      return Quad(triple, graph: name)
    }
  }
}

extension TriplePattern {
  fileprivate func collect(into found: inout Set<Variable>) {
    for term in [subject, predicate, object] {
      switch term {
      case .variable(let variable): found.insert(variable)
      case .triple(let triple): triple.collect(into: &found)
      case .term: break
      }
    }
  }

  fileprivate func triple(_ row: [Term?], blank: (String) throws -> String) rethrows -> Triple? {
    Triple([
      try subject.term(row, blank: blank), try predicate.term(row, blank: blank),
      try object.term(row, blank: blank),
    ])
  }
}

extension TermPattern {
  fileprivate func term(_ row: [Term?], blank: (String) throws -> String) rethrows -> Term? {
    switch self {
    case .variable(let variable): row[variable.slot]
    case .term(.blank(let label)): .blank(try blank(label))
    case .term(let term): term
    case .triple(let triple): try triple.triple(row, blank: blank).map(Term.triple)
    }
  }
}

extension Term {
  /// The term as a subject or a graph's name, or `nil` for a literal or triple term.
  var asSubject: Subject? {
    switch self {
    case .iri(let iri): .iri(iri)
    case .blank(let label): .blank(label)
    default: nil
    }
  }
}

extension Triple {
  /// The triple of three terms, or `nil` if one is missing or not allowed in its place.
  init?(_ terms: [Term?]) {
    guard terms.count == 3, let subject = terms[0]?.asSubject,
      case .iri(let predicate)? = terms[1], let object = terms[2]
    else { return nil }
    self.init(subject, predicate, object)
  }
}
