import GraphModel
import SPARQL
import Testing

@Suite("Query.run")
struct QueryRunTests {
  private static let people = """
    :a :knows :b . :b :knows :c . :c :knows :a . :a :knows :c .
    :a :name "Ann"@en . :b :name "Bob" . :c :age 7 . :a :age 9 . :b :age 7.5 .
    :a :born "1999-02-03"^^<http://www.w3.org/2001/XMLSchema#date> .
    GRAPH :g1 { :x :knows :y } GRAPH :g2 { :x :knows :z . :z :age 3 }
    """

  @Test(
    "answers",
    arguments: [
      ("SELECT ?o { :a :knows ?o } ORDER BY ?o", [":b", ":c"]),
      (
        "SELECT ?x ?z { ?x :knows ?y . ?y :knows ?z } ORDER BY ?x ?z",
        [":a :a", ":a :c", ":b :a", ":c :b", ":c :c"]
      ),
      ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ["10"]),
      (
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n) ?p",
        [":knows 4", ":age 3", ":name 2", ":born 1"]
      ),
      (
        "SELECT ?s ?n { ?s :age ?a OPTIONAL { ?s :name ?n } } ORDER BY ?a ?s",
        [":c -", ":b \"Bob\"", ":a \"Ann\"@en"]
      ),
      ("SELECT ?s { ?s :age ?a FILTER(?a > 7) } ORDER BY ?s", [":a", ":b"]),
      ("SELECT ?s { ?s :age ?a FILTER NOT EXISTS { ?s :name ?n } }", [":c"]),
      ("SELECT ?s { ?s :age ?a FILTER EXISTS { ?s :name ?n } } ORDER BY ?s", [":a", ":b"]),
      ("SELECT ?s { ?s :age ?a MINUS { ?s :name ?n } }", [":c"]),
      ("SELECT ?g ?o { GRAPH ?g { :x :knows ?o } } ORDER BY ?g", [":g1 :y", ":g2 :z"]),
      ("SELECT ?g { GRAPH ?g {} } ORDER BY ?g", [":g1", ":g2"]),
      ("SELECT ?a { GRAPH :g2 { :x :knows/:age ?a } }", ["3"]),
      ("SELECT ?o { :b :knows+ ?o } ORDER BY ?o", [":a", ":b", ":c"]),
      ("SELECT ?o { :nowhere :knows* ?o }", [":nowhere"]),
      ("SELECT (COUNT(*) AS ?n) { ?x :knows+ ?y }", ["9"]),
      ("ASK { :b :knows+ :b }", ["true"]),
      ("ASK { :a :knows/:age 100 }", ["false"]),
      ("SELECT ?s { :a !(:knows|:name|:born) ?s }", ["9"]),
      (
        "SELECT ?x ?y { VALUES (?x ?y) { (:a 1) (UNDEF 2) (:q 3) } ?x :age ?z } ORDER BY ?x ?y",
        [":a 1", ":a 2", ":b 2", ":c 2"]
      ),
      ("SELECT ?x { { :a :knows ?x } UNION { :b :knows ?x } } ORDER BY ?x", [":b", ":c", ":c"]),
      (
        "SELECT DISTINCT ?x { { :a :knows ?x } UNION { :b :knows ?x } } ORDER BY ?x",
        [":b", ":c"]
      ),
      ("SELECT ?v { BIND(1 + 2.5 AS ?u) BIND(?u * 2 AS ?v) }", ["7^decimal"]),
      (
        "SELECT (SUM(?a) AS ?s) (AVG(?a) AS ?m) (MIN(?a) AS ?l) (MAX(?a) AS ?h) { ?x :age ?a }",
        ["23.5^decimal 7.833333333333333333^decimal 7 9"]
      ),
      ("SELECT ?s { ?s :age ?a } ORDER BY DESC(?a) LIMIT 1 OFFSET 1", [":b"]),
      (
        "SELECT ?s { ?s :born ?d FILTER(?d < \"2000-01-01\"^^xsd:date && YEAR(?d) = 1999) }",
        [":a"]
      ),
      ("SELECT ?s { ?s :name ?n FILTER(CONTAINS(LCASE(STR(?n)), \"ann\")) }", [":a"]),
      ("SELECT ?s { ?s :name ?n FILTER REGEX(?n, \"^b\", \"i\") }", [":b"]),
      (
        "CONSTRUCT { ?y :knownBy ?x } { :a :knows ?y . ?x :knows ?y FILTER(?x = :a) }",
        [":b :knownBy :a", ":c :knownBy :a"]
      ),
      ("DESCRIBE :b", [":b :age 7.5^decimal", ":b :knows :c", ":b :name \"Bob\""]),
      ("SELECT ?x { ?x :age ?a . FILTER(?a IN (9, 7.5)) } ORDER BY ?x", [":a", ":b"]),
      (
        "SELECT ?x ?n { ?x :age ?a . { SELECT ?x (COUNT(?y) AS ?n) { ?x :knows ?y } GROUP BY ?x } } ORDER BY ?x",
        [":a 2", ":b 1", ":c 1"]
      ),
    ])
  func answers(query: String, expected: [String]) throws {
    #expect(try Answers.rows(query, Self.people).sorted() == expected.sorted())
  }

  @Test("what only objects are asked of is read by objects, each once")
  func folding() throws {
    let data = (0..<60).map { ":s\($0) :in :g\($0 % 4) ." }.joined(separator: "\n")
    let queries: [(String, UInt64)] = [
      ("SELECT ?g (COUNT(*) AS ?n) { ?s :in ?g } GROUP BY ?g", 4),
      ("SELECT DISTINCT ?g { ?s :in ?g }", 4),
      ("SELECT ?g { ?s :in ?g }", 60),
      ("SELECT ?g (COUNT(?s) AS ?n) { ?s :in ?g } GROUP BY ?g", 4),
      ("SELECT ?g (COUNT(DISTINCT ?s) AS ?n) { ?s :in ?g } GROUP BY ?g", 60),
    ]
    for (text, rows) in queries {
      let query = try Query("PREFIX : <http://e/> \(text)")
      var plan = try query.explain(over: Answers.dataset(data), running: true)
      while let below = plan.inputs.first { plan = below }
      #expect(plan.produced == rows, "\(text)")
    }
    for (text, _) in queries where text.contains("COUNT") {
      let counted = try Answers.rows(text, data)
      #expect(counted.sorted() == [":g0 15", ":g1 15", ":g2 15", ":g3 15"], "\(text)")
    }
  }

  @Test("finds triple terms by what is inside")
  func tripleTerms() throws {
    let data = """
      :r1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( :a :p :b )>> ; :sure 0.5 .
      :r2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( :a :p :c )>> ; :sure 0.9 .
      :r3 <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( :z :p :c )>> ; :sure 0.1 .
      """
    let found = try Answers.rows(
      """
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      SELECT ?o ?c { ?r rdf:reifies <<( :a ?p ?o )>> ; :sure ?c } ORDER BY ?c
      """, data)
    #expect(found == [":b 0.5^decimal", ":c 0.9^decimal"])
    let parts = try Answers.rows(
      "SELECT ?s (OBJECT(?t) AS ?o) { ?r ?p ?t FILTER(isTRIPLE(?t)) BIND(SUBJECT(?t) AS ?s) } ORDER BY ?s ?o",
      data)
    #expect(parts == [":a :b", ":a :c", ":z :c"])
  }
}
