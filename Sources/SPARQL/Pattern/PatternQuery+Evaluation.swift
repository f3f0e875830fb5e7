public import GraphModel

extension PatternQuery {
  /// Finds all ways to match the patterns.
  ///
  /// Patterns are joined by nested loops over the source's indexes, on numbers of terms: the one
  /// with the fewest matches first, then each time the one with the fewest that shares a variable.
  ///
  /// - Parameters:
  ///   - source: The triples.
  ///   - limit: How many rows to return at most; all are counted.
  ///   - resolve: The terms that a name stands for; several are alternatives. Names that the
  ///     source does not know match nothing, a name without terms is an error.
  /// - Returns: The rows, in the order of the numbers of their terms, which for a store is the order
  ///   of the terms.
  /// - Throws: ``PatternError/unknownName(_:_:)``, and what the source and the closure throw.
  /// - Complexity: O(*r* · log *n*) for *r* rows of all joins among *n* triples.
  public func solutions(
    in source: some TripleSource, limit: Int? = nil,
    resolve: (String, Position) throws -> [Term]
  ) throws -> PatternSolutions {
    let encoded = try patterns.map { pattern in
      EncodedPattern(
        places: try Position.allCases.map { position in
          try encode(pattern[position], position, source, resolve)
        })
    }
    var join = try PatternJoin(source: source, patterns: encoded, variables: variables.count)
    try join.run()
    let found = join.rows.sorted()
    let rows = try found.prefix(limit.map { max(0, $0) } ?? found.count).map { row in
      PatternSolutions.Row(
        terms: try row.terms.map { id in
          guard let term = try source.term(of: TermID(rawValue: id)) else {
            throw TermLookupError.unknown(TermID(rawValue: id))
          }
          return term
        }, statements: row.statements)
    }
    return PatternSolutions(variables: variables, rows: rows, total: found.count)
  }

  private func encode(
    _ place: Place, _ position: Position, _ source: some TripleSource,
    _ resolve: (String, Position) throws -> [Term]
  ) throws -> EncodedPattern.Place {
    switch place {
    case .variable(let index): return .variable(index)
    case .name(let name):
      let terms = try resolve(name, position)
      guard !terms.isEmpty else { throw PatternError.unknownName(name, position) }
      let ids = try terms.compactMap { try source.id(of: $0) }
      return .terms(Set(ids).sorted())
    }
  }
}

/// A source gave a number in a triple and does not know its term.
public enum TermLookupError: Error, Hashable, Sendable {
  /// The number.
  case unknown(TermID)
}
