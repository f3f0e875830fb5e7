import GraphFormats
import GraphModel
import GraphStore
import Indexer

/// The verb `quipu why STATEMENT`.
enum WhyVerb {
  static let verb = Verb(
    name: "why", summary: "Show the sentences that a statement came from",
    details: """
      A statement is its identifier (s:…, or enough of its beginning), or a pattern as in query,
      whose matches are all shown. With A = B it tells why two names are one entity.
      """,
    examples: [
      "quipu why s:4f1c2a9b", "quipu why SoftBank investedIn SenseTime", "quipu why IDC = 'X Corp'",
    ],
    arguments: [ArgumentSyntax(name: "STATEMENT", maximum: .max)]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let words = invocation.arguments.arguments
    if let sign = words.firstIndex(of: "="), words.count >= 3 {
      return try identity(
        words[..<sign].joined(separator: " "), words[(sign + 1)...].joined(separator: " "),
        snapshot, invocation)
    }
    let statements: [Statement]
    if words.count == 1 {
      statements = try StatementName.resolve(words[0], in: snapshot)
      if statements.isEmpty { throw .noSuchStatement(words[0]) }
    } else {
      statements = try QueryRun(invocation, snapshot).statements(all: true)
    }
    return try reading {
      var printer = StatementText(snapshot, invocation.console)
      let copies = try Indexer.copies(in: snapshot)
      for (index, statement) in statements.enumerated() {
        if invocation.json {
          try invocation.console.json(statement, from: snapshot)
          continue
        }
        if index > 0 { invocation.console.line() }
        try show(statement, &printer, snapshot, copies, invocation.console)
      }
      return statements.isEmpty ? .nothing : .success
    }
  }

  /// Tells by which steps two names became one entity.
  private static func identity(
    _ first: String, _ second: String, _ snapshot: GraphSnapshot, _ invocation: Invocation
  ) throws(CommandError) -> ExitCode {
    let console = invocation.console
    let one = try EntityName.resolve(first, in: snapshot, console)
    let other = try EntityName.resolve(second, in: snapshot, console)
    guard one.id == other.id else {
      console.say(
        "they are two: \(one.id.value) and \(other.id.value). Join them with: quipu merge")
      return .nothing
    }
    let indexer = Indexer(store: try invocation.store())
    let steps = try indexing { () throws(IndexerError) in
      try indexer.explain(one.id, first, second)
    }
    guard let steps else {
      console.say("the documents use both names for \(one.id.value) within one text")
      return .success
    }
    if steps.isEmpty {
      console.line("the same name, but for titles, legal forms, accents and the like")
    }
    for step in steps {
      guard invocation.json else {
        console.line(JournalText.line(step))
        continue
      }
      try? console.jsonObject { json in
        json.field("first", step.first)
        json.field("second", step.second)
        json.field("because", JournalText.line(step))
      }
    }
    return .success
  }

  private static func show(
    _ statement: Statement, _ printer: inout StatementText, _ snapshot: GraphSnapshot,
    _ copies: [DocumentID: DocumentID], _ console: Console
  ) throws {
    console.line(try printer.line(statement))
    var told: Set<DocumentID> = []
    for evidence in statement.evidence {
      let document = try snapshot.document(evidence.document)
      let name = Printable.line(document?.name ?? evidence.document.value)
      let group = copies[evidence.document] ?? evidence.document
      console.line("  “\(printer.quote(evidence))”")
      console.line(
        Style.dim(
          "    \(name), sentence \(evidence.sentence + 1), characters "
            + "\(evidence.span.start)–\(evidence.span.end)"
            + (document?.date.map { ", \($0)" } ?? "") + ", rule \(evidence.rule)"
            + (told.contains(group) ? "; a near copy of one above, no support of its own" : ""),
          console))
      if copies[evidence.document] != nil { told.insert(group) }
    }
  }
}
