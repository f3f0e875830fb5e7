import GraphModel
import Testing

@testable import SPARQL

private let base = IRI("http://example.org/base/")
private let prefixes = [Prefix("", IRI("http://example.org/"))]

private func query(_ text: String) throws -> Query {
  try Query(text, base: base, prefixes: prefixes)
}

private func iri(_ name: String) -> TermPattern { .term(.iri(IRI("http://example.org/" + name))) }

private func link(_ name: String) -> IRI { IRI("http://example.org/" + name) }

/// The pattern below the projection of a `SELECT`.
private func body(_ text: String) throws -> (pattern: Pattern, query: Query) {
  let query = try query(text)
  guard case .project(let pattern, _) = query.pattern else { return (query.pattern, query) }
  return (pattern, query)
}

private func variable(_ name: String, _ query: Query) throws -> Variable {
  let slot = try #require(query.variables.names.firstIndex(of: name))
  return Variable(slot: slot)
}

@Suite("Query parser")
struct QueryParserTests {
  @Test("triples of a block are one basic graph pattern, also around a filter")
  func blocks() throws {
    let (pattern, query) = try body("SELECT * { ?s :p ?o FILTER(?o > 1) . ?s :q ?x ; :r 1, 2 }")
    let (s, o) = (try variable("s", query), try variable("o", query))
    let x = try variable("x", query)
    let one = Term.literal("1", datatype: XSD.integer)
    let triples = [
      TriplePattern(.variable(s), iri("p"), .variable(o)),
      TriplePattern(.variable(s), iri("q"), .variable(x)),
      TriplePattern(.variable(s), iri("r"), .term(one)),
      TriplePattern(.variable(s), iri("r"), .term(.literal("2", datatype: XSD.integer))),
    ]
    #expect(
      pattern == .filter(.call(.greater, [.variable(o), .term(one)]), .triples(triples)))
    #expect(query.form == .select([s, o, x]))
  }

  @Test("the filter of an OPTIONAL is its condition, that of a group inside it is not")
  func optionalFilter() throws {
    let (direct, query) = try body("SELECT * { ?s :p ?o OPTIONAL { ?s :q ?x FILTER(?o) } }")
    let o = try variable("o", query)
    guard case .leftJoin(_, .triples, condition: .variable(o)) = direct else {
      Issue.record("\(direct)")
      return
    }
    let (nested, _) = try body("SELECT * { ?s :p ?o OPTIONAL { { ?s :q ?x FILTER(?o) } } }")
    guard case .leftJoin(_, .filter, condition: nil) = nested else {
      Issue.record("\(nested)")
      return
    }
  }

  @Test("a filter holds for its whole group, wherever it stands")
  func filterScope() throws {
    let (pattern, _) = try body("SELECT * { FILTER(?x) ?s :p ?x { ?s :q ?y } }")
    guard case .filter(_, .join(let parts)) = pattern else {
      Issue.record("\(pattern)")
      return
    }
    #expect(parts.count == 2)
  }

  @Test("a subquery shares only the variables that it projects")
  func subqueryScope() throws {
    let query = try query(
      "SELECT * { ?s :p ?hidden { SELECT ?s (1 AS ?one) { ?s :q ?hidden } } }")
    let hidden = query.variables.names.indices.filter { query.variables.names[$0] == "hidden" }
    #expect(hidden.count == 2)
    guard case .select(let columns) = query.form else { return }
    #expect(columns.compactMap(query.variables.name) == ["s", "hidden", "one"])
  }

  @Test("path sequences become triples, alternatives unions, closures stay")
  func paths() throws {
    let (pattern, query) = try body("SELECT * { ?a :p/^:q/:r* ?b }")
    let (a, b) = (try variable("a", query), try variable("b", query))
    guard case .join(let parts) = pattern, parts.count == 2,
      case .triples(let triples) = parts[0],
      case .path(let middle, .zeroOrMore(.link(link("r"))), .variable(b)) = parts[1]
    else {
      Issue.record("\(pattern)")
      return
    }
    #expect(triples.count == 2)
    #expect(triples[0].subject == .variable(a))
    #expect(triples[1] == TriplePattern(middle, iri("q"), triples[0].object))
    let (union, _) = try body("SELECT * { ?a :p|:q ?b }")
    guard case .union(let branches) = union else {
      Issue.record("\(union)")
      return
    }
    #expect(branches.count == 2)
    let (negated, _) = try body("SELECT * { ?a !(:p|^:q) ?b }")
    guard case .path(_, .negated(forward: [link("p")], backward: [link("q")]), _) = negated else {
      Issue.record("\(negated)")
      return
    }
  }

  @Test("blank nodes are variables without names, one for each label of a block")
  func blankNodes() throws {
    let (pattern, query) = try body("SELECT * { _:a :p _:a . [ :q [] ] :r (1) }")
    guard case .triples(let triples) = pattern else { return }
    #expect(triples[0].subject == triples[0].object)
    #expect(triples.count == 5)
    #expect(query.form == .select([]))
  }

  @Test("reifiers and annotations become rdf:reifies triples")
  func reification() throws {
    let (pattern, query) = try body("SELECT * { ?s :p ?o ~ ?r {| :q 1 |} }")
    let (s, o) = (try variable("s", query), try variable("o", query))
    let r = try variable("r", query)
    let triple = TriplePattern(.variable(s), iri("p"), .variable(o))
    let reifies = TermPattern.term(.iri(IRI(RDF.namespace + "reifies")))
    let one = TermPattern.term(.literal("1", datatype: XSD.integer))
    #expect(
      pattern
        == .triples([
          triple, TriplePattern(.variable(r), reifies, .triple(triple)),
          TriplePattern(.variable(r), iri("q"), one),
        ]))
  }

  @Test("an aggregate is a variable that the group binds, the same for the same aggregate")
  func aggregates() throws {
    let (pattern, query) = try body(
      "SELECT ?g (COUNT(*) AS ?n) { ?g :p ?x } GROUP BY ?g HAVING(COUNT(*) > 1)")
    let (g, n) = (try variable("g", query), try variable("n", query))
    guard
      case .extend(.filter(_, .group(_, by: [g], let aggregates)), n, .variable(let value)) =
        pattern
    else {
      Issue.record("\(pattern)")
      return
    }
    #expect(aggregates == [Aggregation(value, .count, nil)])
  }

  @Test("modifiers wrap the pattern in the order of the specification")
  func modifiers() throws {
    let query = try query("SELECT DISTINCT ?s { ?s :p ?o } ORDER BY DESC(?o) OFFSET 2 LIMIT 5")
    guard
      case .slice(.distinct(.project(.order(.triples, let keys), _)), offset: 2, limit: 5) =
        query.pattern
    else {
      Issue.record("\(query.pattern)")
      return
    }
    #expect(keys.map(\.descending) == [true])
  }

  @Test("a signed number after an operand is added")
  func signedNumbers() throws {
    let (pattern, _) = try body("SELECT * { FILTER(?x -1*2) }")
    guard case .filter(.call(.add, let parts), _) = pattern, parts.count == 2,
      case .call(.multiply, _) = parts[1]
    else {
      Issue.record("\(pattern)")
      return
    }
  }

  @Test("IRIs are resolved against the base, escapes are replaced once")
  func terms() throws {
    let query = try query(#"SELECT * { <a/../b#c> :p\-x%20 "\u005Cn\t" }"#)
    guard case .project(.triples(let triples), _) = query.pattern else { return }
    #expect(triples[0].subject == .term(.iri(IRI("http://example.org/base/b#c"))))
    #expect(triples[0].predicate == iri("p-x%20"))
    #expect(triples[0].object == .term(.string("\\n\t")))
  }

  @Test("dataset clauses name the graphs")
  func dataset() throws {
    let asked = try query("ASK FROM <a> FROM NAMED <b> {}")
    #expect(asked.dataset.defaultGraphs == [IRI("http://example.org/base/a")])
    #expect(asked.dataset.namedGraphs == [IRI("http://example.org/base/b")])
    #expect(try query("ASK {}").dataset.namedGraphs == nil)
  }

  @Test("SERVICE keeps its pattern as a query of its own")
  func service() throws {
    let (pattern, _) = try body("SELECT * { SERVICE SILENT <http://x/> { ?s :p ?o } }")
    guard case .service(_, _, query: let text, silent: true) = pattern else {
      Issue.record("\(pattern)")
      return
    }
    #expect(text.hasSuffix("SELECT * { ?s :p ?o }"))
    #expect(text.contains("PREFIX : <http://example.org/>"))
    #expect(throws: Never.self) { try Query(text) }
  }
}
