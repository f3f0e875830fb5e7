import GraphModel

/// Solutions written as a graph (the result-set vocabulary of the first SPARQL tests).
enum ResultGraph {
  private static let namespace = TestVocabulary.results

  /// What a graph says: solutions, a truth value, or itself.
  static func answer(_ triples: [Triple]) -> Answer {
    let graph = FileGraph(triples)
    for triple in triples
    where triple.predicate == RDF.type && triple.object == .iri(IRI(namespace + "ResultSet")) {
      if let value = graph.object(triple.subject, namespace + "boolean")?.lexical {
        return .boolean(value == "true" || value == "1")
      }
      return .solutions(table(graph, triple.subject))
    }
    return .graph(triples)
  }

  private static func table(_ graph: FileGraph, _ node: Subject) -> SolutionTable {
    let variables = graph.objects(node, namespace + "resultVariable").compactMap(\.lexical)
    var rows: [(index: Int?, row: [Term?])] = []
    for solution in graph.objects(node, namespace + "solution").compactMap(\.subject) {
      var values: [String: Term] = [:]
      for binding in graph.objects(solution, namespace + "binding").compactMap(\.subject) {
        if let name = graph.object(binding, namespace + "variable")?.lexical {
          values[name] = graph.object(binding, namespace + "value")
        }
      }
      let index = graph.object(solution, namespace + "index")?.lexical.flatMap { Int($0) }
      rows.append((index, variables.map { values[$0] }))
    }
    let isOrdered = !rows.isEmpty && rows.allSatisfy { $0.index != nil }
    if isOrdered { rows.sort { ($0.index ?? 0) < ($1.index ?? 0) } }
    return SolutionTable(variables: variables, rows: rows.map(\.row), isOrdered: isOrdered)
  }
}
