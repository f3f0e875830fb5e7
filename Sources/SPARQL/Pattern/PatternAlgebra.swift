internal import GraphModel

/// Patterns of names and open places as a query of the algebra.
///
/// Each becomes `GRAPH ?statement { … }`; a name with several terms becomes a variable with
/// `VALUES`, and a predicate's name that some relations say the other way round a `UNION`. The
/// columns are the variables of the patterns, then each pattern's statement.
struct PatternAlgebra {
  let query: Query

  init(
    _ patterns: PatternQuery, _ resolve: (String, PatternQuery.Position) throws -> [Term],
    inverses: (String) throws -> [Term]
  ) throws {
    var table = VariableTable()
    let open = patterns.variables.map { table.add($0.name) }
    var statements: [Variable] = []
    var parts: [Pattern] = []

    /// A place for any of the terms, and what gives it them.
    func place(_ terms: [Term]) -> (place: TermPattern, values: [Pattern]) {
      guard terms.count != 1 else { return (.term(terms[0]), []) }
      let variable = table.add()
      return (.variable(variable), [.values([variable], terms.map { [$0] })])
    }

    for pattern in patterns.patterns {
      func terms(_ name: String, _ position: PatternQuery.Position) throws -> [Term] {
        try Self.distinct(resolve(name, position))
      }
      func end(_ position: PatternQuery.Position) throws -> TermPattern {
        switch pattern[position] {
        case .variable(let index): return .variable(open[index])
        case .name(let name):
          let terms = try terms(name, position)
          guard !terms.isEmpty else { throw PatternError.unknownName(name, position) }
          let (place, values) = place(terms)
          parts += values
          return place
        }
      }
      let subject = try end(.subject)
      let object = try end(.object)
      let statement = table.add()
      statements.append(statement)
      func match(_ subject: TermPattern, _ predicate: TermPattern, _ object: TermPattern) -> Pattern
      {
        .graph(.variable(statement), .triples([TriplePattern(subject, predicate, object)]))
      }
      switch pattern.predicate {
      case .variable(let index):
        parts.append(match(subject, .variable(open[index]), object))
      case .name(let name):
        let forward = try terms(name, .predicate)
        let known = Set(forward.map(ExactTerm.init))
        let backward = try Self.distinct(inverses(name)).filter { !known.contains(ExactTerm($0)) }
        guard !forward.isEmpty || !backward.isEmpty else {
          throw PatternError.unknownName(name, .predicate)
        }
        let readings = [(forward, false), (backward, true)].filter { !$0.0.isEmpty }.map {
          terms, isInverse in
          let (predicate, values) = place(terms)
          let triple =
            isInverse ? match(object, predicate, subject) : match(subject, predicate, object)
          return values.isEmpty ? triple : Pattern.join(values + [triple])
        }
        parts.append(readings.count == 1 ? readings[0] : .union(readings))
      }
    }
    let columns = open + statements
    query = Query(
      form: .select(columns), pattern: .project(.join(parts), columns), variables: table)
  }

  private static func distinct(_ terms: [Term]) -> [Term] {
    var seen: Set<ExactTerm> = []
    return terms.filter { seen.insert(ExactTerm($0)).inserted }
  }
}
