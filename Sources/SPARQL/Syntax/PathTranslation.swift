import GraphModel

/// Takes property paths apart into triples, joins and unions (SPARQL 1.1, section 18.2.2.4).
struct PathTranslation {
  var variables: VariableTable
  /// How high the highest tree is.
  var height = 1

  /// The pattern of a path between two ends.
  mutating func pattern(
    _ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern, level: Int = 1
  ) -> Pattern {
    var triples: [TriplePattern] = []
    var others: [Pattern] = []
    add(subject, path, object, &triples, &others, level)
    if others.isEmpty { return .triples(triples) }
    if !triples.isEmpty { others.insert(.triples(triples), at: 0) }
    return others.count == 1 ? others[0] : .join(others)
  }

  /// Adds what a path says to the parts of a join.
  mutating func add(
    _ subject: TermPattern, _ path: PropertyPath, _ object: TermPattern,
    _ triples: inout [TriplePattern], _ others: inout [Pattern], _ level: Int = 1
  ) {
    height = max(height, level + 1)
    switch path {
    case .link(let iri): triples.append(TriplePattern(subject, .term(.iri(iri)), object))
    case .inverse(let path): add(object, path, subject, &triples, &others, level + 1)
    case .sequence(let parts):
      var from = subject
      for (place, part) in parts.enumerated() {
        let to = place == parts.count - 1 ? object : .variable(variables.add())
        add(from, part, to, &triples, &others, level + 1)
        from = to
      }
    case .alternative(let parts):
      others.append(.union(parts.map { pattern(subject, $0, object, level: level + 2) }))
    case .zeroOrOne, .zeroOrMore, .oneOrMore, .negated:
      others.append(.path(subject, path, object))
    }
  }
}
