internal import GraphModel

/// Patterns of names and open places as a query of the algebra.
///
/// Each becomes `GRAPH ?statement { … }`; a name with several terms becomes a variable with
/// `VALUES`. The columns are the variables of the patterns, then each pattern's statement.
struct PatternAlgebra {
  let query: Query

  init(
    _ patterns: PatternQuery, _ resolve: (String, PatternQuery.Position) throws -> [Term]
  ) throws {
    var table = VariableTable()
    let open = patterns.variables.map { table.add($0.name) }
    var statements: [Variable] = []
    var parts: [Pattern] = []
    for pattern in patterns.patterns {
      let places = try PatternQuery.Position.allCases.map { position -> TermPattern in
        switch pattern[position] {
        case .variable(let index): return .variable(open[index])
        case .name(let name):
          var seen: Set<ExactTerm> = []
          let terms = try resolve(name, position).filter { seen.insert(ExactTerm($0)).inserted }
          guard let only = terms.first else { throw PatternError.unknownName(name, position) }
          guard terms.count > 1 else { return .term(only) }
          let variable = table.add()
          parts.append(.values([variable], terms.map { [$0] }))
          return .variable(variable)
        }
      }
      let statement = table.add()
      statements.append(statement)
      let triple = TriplePattern(places[0], places[1], places[2])
      parts.append(.graph(.variable(statement), .triples([triple])))
    }
    let columns = open + statements
    query = Query(
      form: .select(columns), pattern: .project(.join(parts), columns), variables: table)
  }
}
