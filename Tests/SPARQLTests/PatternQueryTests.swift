import GraphModel
import TestSupport
import Testing

@testable import SPARQL

@Suite("PatternQuery")
struct PatternQueryTests {
  @Test("each word of a command line is a place, spaces and all")
  func commandLine() throws {
    let query = try PatternQuery(["SoftBank Group", "investedIn", "?"])
    #expect(query.patterns == [.init(.name("SoftBank Group"), .name("investedIn"), .variable(0))])
    #expect(query.variables.map(\.name) == [nil])
    #expect(query.variables.map(\.position) == [.object])
  }

  @Test("a single text is cut into words, quotation marks hold places together")
  func text() throws {
    let query = try PatternQuery(["?who investedIn ?x . ?x \"is based in\" <x:China> ."])
    #expect(
      query.patterns == [
        .init(.variable(0), .name("investedIn"), .variable(1)),
        .init(.variable(1), .name("is based in"), .name("<x:China>")),
      ])
    #expect(query.variables.map(\.name) == ["who", "x"])
  }

  @Test("a bare question mark is a new variable each time")
  func anonymous() throws {
    let query = try PatternQuery(["?", "?", "?"])
    #expect(query.patterns == [.init(.variable(0), .variable(1), .variable(2))])
  }

  @Test("a quoted question mark is a name")
  func quoted() throws {
    #expect(try PatternQuery(["a b \"?\""]).patterns == [.init(.name("a"), .name("b"), .name("?"))])
  }

  @Test("refuses what is not three places")
  func refuses() {
    #expect(throws: PatternError.notThreePlaces(["a", "?"])) { try PatternQuery(["a", "?"]) }
    #expect(throws: PatternError.notThreePlaces(["a", "b", "c", "?d"])) {
      try PatternQuery(["a b c ?d"])
    }
    #expect(throws: PatternError.empty) { try PatternQuery([]) }
    #expect(throws: PatternError.empty) { try PatternQuery([" . "]) }
    #expect(throws: PatternError.unclosed("\"b c")) { try PatternQuery(["a \"b c"]) }
  }
}

@Suite("Evaluation of pattern queries")
struct PatternQueryEvaluationTests {
  private var source: TripleList {
    var list = TripleList()
    list.add("fund", "investedIn", "lab")
    list.add("fund", "investedIn", "shop")
    list.add("bank", "investedIn", "lab")
    list.add("lab", "basedIn", "town")
    list.add("shop", "basedIn", "city")
    list.add("bank", "owns", "bank")
    list.add("bank", "investedIn", "lab")
    return list
  }

  private func rows(_ words: [String], limit: Int? = nil) throws -> [[String]] {
    let found = try PatternQuery(words).solutions(in: source, limit: limit) { name, _ in
      name.split(separator: "|").map { .iri(IRI("x:" + $0)) }
    }
    return found.rows.map { row in
      row.terms.map { term in
        if case .iri(let iri) = term { return String(iri.value.dropFirst(2)) }
        return "not an IRI"
      } + row.statements.map(String.init)
    }
  }

  @Test("one pattern gives a row for each statement")
  func single() throws {
    #expect(try rows(["fund", "investedIn", "?"]) == [["lab", "0"], ["shop", "1"]])
    #expect(
      try rows(["?", "investedIn", "lab"]) == [["fund", "0"], ["bank", "2"], ["bank", "6"]])
    #expect(try rows(["lab", "basedIn", "town"]) == [["3"]])
    #expect(try rows(["lab", "basedIn", "city"]).isEmpty)
  }

  @Test("a shared variable joins patterns, whichever comes first")
  func join() throws {
    let expected = [
      ["fund", "lab", "0", "3"], ["bank", "lab", "2", "3"], ["bank", "lab", "6", "3"],
    ]
    #expect(try rows(["?a investedIn ?b . ?b basedIn town"]) == expected)
    let turned = try rows(["?b basedIn town . ?a investedIn ?b"])
    #expect(
      turned == [
        ["lab", "fund", "3", "0"], ["lab", "bank", "3", "2"], ["lab", "bank", "3", "6"],
      ])
  }

  @Test("patterns without a common variable multiply")
  func product() throws {
    #expect(try rows(["?a owns ? . lab ?p ?"]).map(\.count) == [6])
    #expect(try rows(["? basedIn ? . ? basedIn ?"]).count == 4)
  }

  @Test("a variable twice in a pattern is one thing")
  func twice() throws { #expect(try rows(["?x ?p ?x"]) == [["bank", "owns", "5"]]) }

  @Test("a name with several terms matches any of them")
  func alternatives() throws {
    #expect(try rows(["fund|bank", "owns|investedIn", "shop|bank"]) == [["1"], ["5"]])
  }

  @Test("what says a relation the other way round matches with its ends exchanged")
  func inverses() throws {
    func rows(_ words: [String]) throws -> [[String]] {
      let solutions = try PatternQuery(words).solutions(
        in: source,
        inverses: { ["houses", "holds"].contains($0) ? [.iri(IRI("x:basedIn"))] : [] },
        resolve: { name, position in
          position == .predicate && name == "houses" ? [] : [.iri(IRI("x:" + name))]
        })
      return solutions.rows.map { row in
        row.terms.map { term in
          if case .iri(let iri) = term { return String(iri.value.dropFirst(2)) }
          return "not an IRI"
        } + row.statements.map(String.init)
      }
    }
    #expect(try rows(["town", "houses", "?"]) == [["lab", "3"]])
    #expect(try rows(["?", "houses", "lab"]) == [["town", "3"]])
    #expect(try rows(["?a investedIn ?b . city houses ?b"]) == [["fund", "shop", "1", "4"]])
    #expect(try rows(["lab", "houses", "?"]).isEmpty)
    #expect(try rows(["town", "holds", "?"]) == [["lab", "3"]], "no triple says it forward")
    #expect(throws: PatternError.unknownName("nowhere", .predicate)) {
      try PatternQuery(["town", "nowhere", "?"]).solutions(in: source) { name, position in
        position == .predicate ? [] : [.iri(IRI("x:" + name))]
      }
    }
  }

  @Test("a limit leaves rows out and counts them")
  func limit() throws {
    let found = try PatternQuery(["?", "?", "?"]).solutions(in: source, limit: 2) { _, _ in [] }
    #expect(found.rows.count == 2)
    #expect(found.total == 7)
  }

  @Test("a name without a term is an error, a term without a triple matches nothing")
  func unknown() throws {
    #expect(throws: PatternError.unknownName("nobody", .subject)) {
      try PatternQuery(["nobody", "?", "?"]).solutions(in: source) { _, _ in [] }
    }
    #expect(try rows(["stranger", "?", "?"]).isEmpty)
  }

  @Test("equals trying every combination of triples", arguments: 0..<40)
  func model(seed: Int) throws {
    var random = Xorshift(seed: UInt64(seed))
    var list = TripleList()
    let names = ["a", "b", "c", "d"]
    for _ in 0..<12 {
      list.add(
        names[random.next(below: 4)], ["p", "q"][random.next(below: 2)],
        names[random.next(below: 4)])
    }
    let places = ["?x", "?y", "?z", "a", "b"]
    let relations = ["p", "q", "?r"]
    let words = (0..<3).flatMap { _ in
      [
        places[random.next(below: 5)], relations[random.next(below: 3)],
        places[random.next(below: 5)], ".",
      ]
    }
    let query = try PatternQuery(words)
    let found = try query.solutions(in: list) { name, _ in [.iri(IRI("x:" + name))] }
    var expected: Set<[UInt32]> = []
    for a in list.triples {
      for b in list.triples {
        for c in list.triples where fits(query, [a, b, c], list) {
          expected.insert([a.statement, b.statement, c.statement])
        }
      }
    }
    #expect(Set(found.rows.map(\.statements)) == expected)
    #expect(found.rows.count == expected.count)
  }

  private func fits(_ query: PatternQuery, _ triples: [EncodedTriple], _ list: TripleList) -> Bool {
    var bound: [Int: TermID] = [:]
    for (pattern, triple) in zip(query.patterns, triples) {
      let ids = [triple.subject, triple.predicate, triple.object]
      for (position, id) in zip(PatternQuery.Position.allCases, ids) {
        switch pattern[position] {
        case .name(let name):
          if list.term(of: id) != .iri(IRI("x:" + name)) { return false }
        case .variable(let index):
          if let other = bound[index], other != id { return false }
          bound[index] = id
        }
      }
    }
    return true
  }
}
