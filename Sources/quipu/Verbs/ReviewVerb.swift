import Glibc
import GraphFormats
import GraphModel
import GraphStore
import Indexer

/// The verb `quipu review`.
enum ReviewVerb {
  static let verb = Verb(
    name: "review", summary: "Judge, one key each, which entities are one",
    details: """
      On a terminal each pair waits for a key: s the same, n not the same, u unsure, z undo the
      last, q quit; each answer is saved at once. In a pipe the pairs are listed. With --journal
      the judgements made so far are listed instead.
      """,
    examples: ["quipu review", "quipu review --json --limit 500", "quipu review --journal"],
    options: [
      .value("limit", nil, "N", "at most N pairs (default 50)"),
      .flag("journal", nil, "list the judgements made so far"),
    ]
  ) { invocation throws(CommandError) in
    let indexer = Indexer(store: try invocation.store())
    if invocation.arguments.flags.contains("journal") { return try journal(indexer, invocation) }
    let limit = try invocation.number("limit", default: 50)
    let pairs = try indexing { () throws(IndexerError) in try indexer.reviewPairs(limit: limit) }
    guard !pairs.isEmpty else {
      invocation.console.say("nothing to judge")
      return .nothing
    }
    if invocation.json || !invocation.console.isTerminal || isatty(STDIN_FILENO) == 0 {
      for pair in pairs { list(pair, invocation) }
      return .success
    }
    return try ask(pairs, indexer, invocation)
  }

  private static func list(_ pair: ReviewPair, _ invocation: Invocation) {
    if invocation.json {
      try? invocation.console.jsonObject { json in
        json.field("first", pair.first.id.value)
        json.field("firstLabel", pair.first.label)
        json.field("second", pair.second.id.value)
        json.field("secondLabel", pair.second.label)
        json.field("percent", Int((pair.score * 100).rounded()))
      }
    } else {
      invocation.console.line(
        [
          percent(pair.score), Printable.line(pair.first.label), Printable.line(pair.second.label),
          pair.first.id.value, pair.second.id.value,
        ].joined(separator: "\t"))
    }
  }

  private static func percent(_ score: Double) -> String { "\(Int((score * 100).rounded())) %" }

  // MARK: Asking

  private static func ask(
    _ pairs: [ReviewPair], _ indexer: Indexer, _ invocation: Invocation
  ) throws(CommandError) -> ExitCode {
    let console = invocation.console
    let snapshot = try invocation.snapshot()
    var made: [Int] = []
    var place = 0
    while place < pairs.count {
      let pair = pairs[place]
      // A pair may have become one by an answer before.
      let (first, second) = (pair.first.id, pair.second.id)
      try reading {
        console.line()
        console.line(
          Style.dim("\(place + 1) of \(pairs.count), \(percent(pair.score))", console))
        for entity in [pair.first, pair.second] { try card(entity, snapshot, console) }
      }
      console.line("same (s)  not (n)  unsure (u)  undo (z)  quit (q)")
      console.flush()
      let verdict: JournalLine.Verdict
      switch Key.read() {
      case UInt8(ascii: "s"): verdict = .same
      case UInt8(ascii: "n"): verdict = .different
      case UInt8(ascii: "u"): verdict = .unsure
      case UInt8(ascii: "z"):
        guard let last = made.popLast() else { continue }
        _ = try indexing { () throws(IndexerError) in try indexer.undo(last) }
        place = max(0, place - 1)
        continue
      case UInt8(ascii: "q"), nil:
        console.say("\(made.count) judged")
        return .success
      default: continue
      }
      do throws(IndexerError) {
        made.append(try indexer.judge(verdict, first, second).number)
      } catch {
        guard case .alreadyOne = error else { throw .indexer(error) }
      }
      place += 1
    }
    console.say("\(made.count) judged")
    return .success
  }

  private static func card(
    _ entity: Entity, _ snapshot: GraphSnapshot, _ console: Console
  ) throws {
    let statements = try snapshot.statements(about: entity.id)
    console.line(
      "\(Style.bold(Printable.line(entity.label), console))  "
        + "\(entity.types.joined(separator: ", "))  \(Style.dim(entity.id.value, console))")
    if !entity.aliases.isEmpty {
      console.line(
        "  also: " + entity.aliases.prefix(6).map { Printable.line($0) }.joined(separator: "; "))
    }
    var printer = StatementText(snapshot, console)
    let best = statements.sorted { ($1.rank, $0.id) < ($0.rank, $1.id) }
    for statement in best.prefix(3) {
      if let evidence = statement.evidence.first {
        console.line("  “\(printer.quote(evidence))”")
      }
    }
  }

  // MARK: Journal

  private static func journal(
    _ indexer: Indexer, _ invocation: Invocation
  ) throws(CommandError) -> ExitCode {
    let lines = try indexing { () throws(IndexerError) in try indexer.journal() }
    let snapshot = try invocation.snapshot()
    return try reading {
      var names: [DocumentID: String] = [:]
      for line in lines {
        for id in line.documents { names[id] = try snapshot.document(id)?.name }
      }
      for line in lines {
        guard invocation.json else {
          invocation.console.line(JournalText.line(line, documents: names))
          continue
        }
        try invocation.console.jsonObject { json in
          json.field("judgement", line.number)
          json.field("verdict", line.verdict.rawValue)
          json.field("undone", line.isUndone)
          json.field("entities", line.sides.map(\.id.value))
          json.field("labels", line.sides.map(\.label))
          json.field("documents", line.documents.map { names[$0] ?? $0.value })
          json.field("undoes", line.undoes)
        }
      }
      return lines.isEmpty ? .nothing : .success
    }
  }
}

/// Single keys from the terminal.
private enum Key {
  /// The next key, without waiting for the end of the line; `nil` at the end of the input.
  static func read() -> UInt8? {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    let before = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &settings) == 0 else { return nil }
    defer {
      var restored = before
      tcsetattr(STDIN_FILENO, TCSANOW, &restored)
    }
    var byte: UInt8 = 0
    guard Glibc.read(STDIN_FILENO, &byte, 1) == 1, byte != 4 else { return nil }
    return byte
  }
}
