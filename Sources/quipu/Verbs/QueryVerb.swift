import GraphModel
import GraphStore
import SPARQL

/// The verb `quipu query PATTERN`.
enum QueryVerb {
  static let verb = Verb(
    name: "query", summary: "Query the graph with a pattern of names and ?",
    details: """
      A pattern is subject, predicate, object. Each is a name, an identifier, or ? for anything.
      Named variables (?x) join several patterns with a lone '.' between them. A predicate is a
      relation (investedIn) or the text's words ('be based in'). Only asserted statements match,
      unless --all is given.
      """,
    examples: [
      "quipu query SoftBank investedIn ?", "quipu query ? chiefExecutiveOf SenseTime",
      "quipu query '?who' investedIn '?firm' . '?firm' headquarteredIn Beijing",
    ],
    options: [
      .flag("all", "a", "denied, possible and claimed statements too"),
      .value("limit", nil, "N", "show at most N rows (default 1000)"),
    ],
    arguments: [ArgumentSyntax(name: "PATTERN", maximum: .max)]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let limit = try invocation.number("limit", default: 1000)
    return try QueryRun(invocation, snapshot).run(limit: limit)
  }
}
