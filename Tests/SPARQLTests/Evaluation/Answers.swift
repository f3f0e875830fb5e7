import GraphModel
import SPARQL
import Testing

/// Runs queries over small data that is written as INSERT DATA.
enum Answers {
  /// A dataset of triples, and of graphs, in SPARQL's own syntax.
  static func dataset(_ data: String) throws -> MemoryDataset {
    let update = try Update("PREFIX : <http://e/> INSERT DATA { \(data) }")
    let dataset = MemoryDataset()
    for case .insertData(let quads) in update.operations {
      for quad in quads { dataset.insert(quad) }
    }
    return dataset
  }

  /// The rows of a query, each as its terms in short form, in the order in which they came.
  static func rows(
    _ query: String, _ data: String, options: QueryOptions = QueryOptions()
  ) throws -> [String] {
    try rows(query, dataset(data), options: options)
  }

  static func rows(
    _ query: String, _ dataset: any QuadSource, options: QueryOptions = QueryOptions()
  ) throws -> [String] {
    let parsed = try Query("PREFIX : <http://e/> PREFIX xsd: <\(XSD.namespace)> \(query)")
    switch try parsed.run(over: dataset, options: options) {
    case .solutions(let solutions):
      return try solutions.rows().map { row in
        row.map { $0.map(short) ?? "-" }.joined(separator: " ")
      }
    case .boolean(let answer): return ["\(answer)"]
    case .graph(let graph):
      return try graph.triples().map { short(.triple($0)) }
    }
  }

  static func short(_ term: Term) -> String {
    switch term {
    case .iri(let iri):
      return iri.value.hasPrefix("http://e/") ? ":" + iri.value.dropFirst(9) : "<\(iri.value)>"
    case .blank: return "_"
    case .literal(let form, let datatype):
      let name =
        datatype.value.hasPrefix(XSD.namespace)
        ? String(datatype.value.dropFirst(XSD.namespace.count)) : datatype.value
      return name == "string" ? "\"\(form)\"" : name == "integer" ? form : "\(form)^\(name)"
    case .text(let text, let language): return "\"\(text)\"@\(language)"
    case .directional(let text, let language, let direction):
      return "\"\(text)\"@\(language)--\(direction.rawValue)"
    case .triple(let triple):
      let parts = [Term(triple.subject), .iri(triple.predicate), triple.object].map(short)
      return parts.joined(separator: " ")
    }
  }
}
