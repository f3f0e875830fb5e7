import GraphModel
import GraphStore

/// The verb `quipu why STATEMENT`.
enum WhyVerb {
  static let verb = Verb(
    name: "why", summary: "Show the sentences that a statement came from",
    details: """
      A statement is its identifier (s:…, or enough of its beginning), or a pattern as in query,
      whose matches are all shown.
      """,
    examples: ["quipu why s:4f1c2a9b", "quipu why SoftBank investedIn SenseTime"],
    arguments: [ArgumentSyntax(name: "STATEMENT", maximum: .max)]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let words = invocation.arguments.arguments
    let statements: [Statement]
    if words.count == 1 {
      statements = try StatementName.resolve(words[0], in: snapshot)
      if statements.isEmpty { throw .noSuchStatement(words[0]) }
    } else {
      statements = try QueryRun(invocation, snapshot).statements(all: true)
    }
    return try reading {
      var printer = StatementText(snapshot, invocation.console)
      for (index, statement) in statements.enumerated() {
        if invocation.json {
          try invocation.console.json(statement, from: snapshot)
          continue
        }
        if index > 0 { invocation.console.line() }
        try show(statement, &printer, snapshot, invocation.console)
      }
      return statements.isEmpty ? .nothing : .success
    }
  }

  private static func show(
    _ statement: Statement, _ printer: inout StatementText, _ snapshot: GraphSnapshot,
    _ console: Console
  ) throws {
    console.line(try printer.line(statement))
    for evidence in statement.evidence {
      let document = try snapshot.document(evidence.document)
      let name = Printable.line(document?.name ?? evidence.document.value)
      console.line("  “\(printer.quote(evidence))”")
      console.line(
        Style.dim(
          "    \(name), sentence \(evidence.sentence + 1), characters "
            + "\(evidence.span.start)–\(evidence.span.end)"
            + (document?.date.map { ", \($0)" } ?? "") + ", rule \(evidence.rule)", console))
    }
  }
}
