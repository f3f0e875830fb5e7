import GraphModel
import Testing

@testable import SPARQL

private func operations(_ text: String) throws -> [UpdateOperation] {
  try Update(text, prefixes: [Prefix("", IRI("http://x/"))]).operations
}

private func problem(_ text: String) -> QuerySyntaxError.Problem? {
  do {
    _ = try Update(text, prefixes: [Prefix("", IRI("http://x/"))])
    return nil
  } catch {
    return error.problem
  }
}

@Suite("Update parser")
struct UpdateParserTests {
  private let graph = IRI("http://x/g")

  @Test("data becomes quads, with the graphs that they are in")
  func data() throws {
    let triple = Triple(.iri(IRI("http://x/a")), IRI("http://x/p"), .blank("b"))
    #expect(
      try operations("INSERT DATA { :a :p _:b . GRAPH :g { :a :p _:b } }")
        == [.insertData([Quad(triple), Quad(triple, graph: .iri(graph))])])
  }

  @Test("WITH names the graph of templates and of the pattern, unless USING does")
  func with() throws {
    guard
      case .modify(let first)? = try operations("WITH :g DELETE { ?s :p 1 } WHERE { ?s :q 1 }")
        .first
    else { return }
    #expect(first.deletions.map(\.graph) == [.iri(graph)])
    #expect(first.dataset == DatasetClause(defaultGraphs: [graph]))
    guard
      case .modify(let second)? = try operations(
        "WITH :g INSERT { ?s :p 1 } USING :h WHERE { ?s :q 1 }"
      ).first
    else { return }
    #expect(
      second.dataset == DatasetClause(defaultGraphs: [IRI("http://x/h")], namedGraphs: []))
  }

  @Test("DELETE WHERE matches what it deletes")
  func deleteWhere() throws {
    guard
      case .modify(let change)? = try operations("DELETE WHERE { ?s :p 1 . GRAPH ?g { ?s :q 2 } }")
        .first
    else { return }
    #expect(change.deletions.count == 2)
    guard case .join(let parts) = change.pattern, case .graph = parts[1] else {
      Issue.record("\(change.pattern)")
      return
    }
  }

  @Test("graph operations name their graphs")
  func graphs() throws {
    #expect(
      try operations(
        "CREATE SILENT GRAPH :g; DROP NAMED; CLEAR GRAPH :g; ADD :g TO DEFAULT; LOAD <http://y> INTO GRAPH :g;"
      ) == [
        .create(graph, silent: true), .drop(.named, silent: false),
        .clear(.graph(graph), silent: false), .add(from: graph, to: nil, silent: false),
        .load(IRI("http://y"), into: graph, silent: false),
      ])
  }

  @Test("what may not stand in data or in what is deleted is refused")
  func refused() {
    #expect(problem("INSERT DATA { ?s :p 1 }") == .misplacedVariable("s"))
    #expect(problem("DELETE DATA { _:a :p 1 }") == .misplacedBlankNode)
    #expect(problem("DELETE { [] :p 1 } WHERE {}") == .misplacedBlankNode)
    #expect(
      problem("INSERT DATA { _:a :p 1 } ; INSERT DATA { _:a :p 1 }") == .blankNodeReused("a"))
    #expect(problem("INSERT DATA { :a :p 1 } INSERT DATA { :a :p 1 }") != nil)
  }
}
