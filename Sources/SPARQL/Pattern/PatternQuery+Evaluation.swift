public import GraphModel

extension PatternQuery {
  /// Finds all ways to match the patterns.
  ///
  /// They become a ``Query`` in which each pattern ranges over the graphs of its statements, and
  /// which the engine plans and joins as any other.
  ///
  /// - Parameters:
  ///   - source: The triples.
  ///   - limit: How many rows to return at most; all are counted.
  ///   - inverses: The relations that a predicate's name says the other way round: what "founded"
  ///     is to "founded by". They match with subject and object exchanged.
  ///   - resolve: The terms that a name stands for; several are alternatives. Names that the
  ///     source does not know match nothing, a name without terms is an error.
  /// - Returns: The rows, in the order of the source's numbers of their terms, which for a store is
  ///   the order of the terms, then of the statements.
  /// - Throws: ``PatternError/unknownName(_:_:)``, and what the source and the closure throw.
  /// - Complexity: that of the joins; O(*r* · log *r*) more for *r* rows.
  public func solutions<Source: TripleSource>(
    in source: Source, limit: Int? = nil,
    inverses: (String) throws -> [Term] = { _ in [] },
    resolve: (String, Position) throws -> [Term]
  ) throws -> PatternSolutions {
    let compiled = try PatternAlgebra(self, resolve, inverses: inverses)
    let quads = TripleQuads(source, isCounted: patterns.count > 1)
    var found: [(terms: [UInt64], statements: [UInt32])] = []
    do throws(QueryError) {
      guard case .solutions(let solutions) = try compiled.query.run(over: quads) else {
        throw QueryError.cancelled
      }
      while let batch = try solutions.next() {
        for row in 0..<batch.count {
          let terms = batch.columns.prefix(variables.count).map { TermID(rawValue: $0[row]) }
          let graphs = batch.columns.dropFirst(variables.count).map { TermID(rawValue: $0[row]) }
          do {
            found.append(
              (
                try terms.map { try quads.sourceID($0)?.rawValue ?? .max },
                graphs.map { TripleQuads<Source>.statement(of: $0) }
              ))
          } catch { throw QueryError.source(error) }
        }
      }
    } catch {
      if case .source(let cause) = error { throw cause }
      throw error
    }
    found.sort { a, b in
      a.terms != b.terms
        ? a.terms.lexicographicallyPrecedes(b.terms)
        : a.statements.lexicographicallyPrecedes(b.statements)
    }
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
}

/// A source gave a number in a triple and does not know its term.
public enum TermLookupError: Error, Hashable, Sendable {
  /// The number.
  case unknown(TermID)
}
