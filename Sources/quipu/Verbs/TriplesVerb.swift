import GraphFormats
import GraphModel
import Indexer

/// The verb `quipu triples FILE`.
enum TriplesVerb {
  static let verb = Verb(
    name: "triples", summary: "Show what files state, without a store",
    examples: [
      "quipu triples article.txt", "quipu triples --json article.html",
      "echo 'Ada Lovelace wrote the first program.' | quipu triples -",
    ],
    options: [
      .flag("lines", nil, "each line is a document by itself"),
      .flag("clauses", nil, "clauses with all their arguments, each conjunct by itself"),
      .flag("whole", nil, "with --clauses: one a predicate, coordination not split"),
      .flag("features", nil, "with --clauses: what each confidence was worked out from"),
      .flag("binary", nil, "clauses cut to two arguments each, coordination split"),
      ReadingArguments.vocabulary,
    ],
    arguments: [ArgumentSyntax(name: "FILE", maximum: .max)]
  ) { invocation throws(CommandError) in
    let (files, unread) = Inputs.read(invocation.arguments.arguments)
    let reader = try Inputs.reader(invocation)
    let lines = invocation.arguments.flags.contains("lines")
    if let view = view(invocation.arguments.flags) {
      let (clauses, failed) = reader.propositions(of: files, lines: lines, as: view)
      for clause in clauses { try reading { try show(clause, invocation) } }
      return Inputs.report(unread + failed, found: !clauses.isEmpty, invocation.console)
    }
    let (results, failed) = reader.triples(of: files, lines: lines)
    var found = false
    for result in results {
      let order = result.graph.statements.sorted { a, b in
        (a.evidence[0].span, a.id) < (b.evidence[0].span, b.id)
      }
      try reading {
        var printer = StatementText(result.graph, invocation.console)
        for statement in order {
          found = true
          if invocation.json {
            try invocation.console.json(statement, from: result.graph, line: result.line)
          } else {
            invocation.console.line(try printer.line(statement))
          }
        }
      }
    }
    return Inputs.report(unread + failed, found: found, invocation.console)
  }

  /// How clauses are to be shown, or `nil` for statements.
  private static func view(_ flags: Set<String>) -> FileProposition.View? {
    if flags.contains("binary") { return .binary }
    if flags.contains("whole") { return .whole }
    return flags.contains("clauses") ? .standalone : nil
  }

  private static func show(_ clause: FileProposition, _ invocation: Invocation) throws {
    guard invocation.json else {
      let parts = [clause.subject, clause.predicate] + clause.arguments
      invocation.console.line(parts.map { Printable.line($0) }.joined(separator: "\t"))
      return
    }
    try invocation.console.json { json in
      json.beginObject()
      json.field("line", clause.line)
      json.field("sentence", clause.line == nil ? clause.sentence : nil)
      json.key("confidence")
      json.share(clause.confidence)
      json.field("subject", clause.subject)
      json.field("predicate", clause.predicate)
      json.field("arguments", clause.arguments)
      if invocation.arguments.flags.contains("features") {
        json.key("features")
        json.beginObject()
        for (name, value) in clause.features.sorted(by: { $0.key < $1.key }) {
          json.key(name)
          json.share(value)
        }
        json.endObject()
      }
      json.endObject()
    }
  }
}
