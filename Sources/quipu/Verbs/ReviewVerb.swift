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
      last, q quit; each answer is saved at once. In a pipe the pairs are listed. With --names the
      pairs are of an entity and a thing in a list of known names (see quipu import). With --journal
      the judgements made so far are listed instead.
      """,
    examples: [
      "quipu review", "quipu review --json --limit 500", "quipu review --names",
      "quipu review --journal",
    ],
    options: [
      .value("limit", nil, "N", "at most N pairs (default 50)"),
      .flag("names", "n", "ask about things in lists of known names"),
      .flag("journal", nil, "list the judgements made so far"),
    ]
  ) { invocation throws(CommandError) in
    let indexer = Indexer(store: try invocation.store())
    if invocation.arguments.flags.contains("journal") { return try journal(indexer, invocation) }
    let limit = try invocation.number("limit", default: 50)
    let questions =
      invocation.arguments.flags.contains("names")
      ? try proposals(limit, indexer, invocation)
      : try indexing { () throws(IndexerError) in try indexer.reviewPairs(limit: limit) }
        .map { ReviewQuestion.pair($0) }
    guard !questions.isEmpty else {
      invocation.console.say("nothing to judge")
      return .nothing
    }
    if invocation.json || !invocation.console.isTerminal || isatty(STDIN_FILENO) == 0 {
      for question in questions { list(question, invocation) }
      return .success
    }
    return try ask(questions, indexer, invocation)
  }

  /// What may be things of lists, with the entities.
  private static func proposals(
    _ limit: Int, _ indexer: Indexer, _ invocation: Invocation
  ) throws(CommandError) -> [ReviewQuestion] {
    let found = try indexing { () throws(IndexerError) in try indexer.matchProposals(limit: limit) }
    let snapshot = try invocation.snapshot()
    return try reading {
      try found.compactMap { proposal in
        try snapshot.entity(proposal.entity).map { .known($0, proposal.match) }
      }
    }
  }

  private static func list(_ question: ReviewQuestion, _ invocation: Invocation) {
    let (first, second) = (question.first, question.second)
    if invocation.json {
      try? invocation.console.jsonObject { json in
        json.field("first", first.id.value)
        json.field("firstLabel", first.label)
        json.field("second", second.id)
        json.field("secondLabel", second.label)
        json.field("percent", Int((question.score * 100).rounded()))
      }
    } else {
      invocation.console.line(
        [
          percent(question.score), Printable.line(first.label), Printable.line(second.label),
          first.id.value, second.id,
        ].joined(separator: "\t"))
    }
  }

  private static func percent(_ score: Double) -> String { "\(Int((score * 100).rounded())) %" }

  // MARK: Asking

  private static func ask(
    _ questions: [ReviewQuestion], _ indexer: Indexer, _ invocation: Invocation
  ) throws(CommandError) -> ExitCode {
    let console = invocation.console
    let snapshot = try invocation.snapshot()
    var made: [Int] = []
    var place = 0
    while place < questions.count {
      let question = questions[place]
      try reading {
        console.line()
        console.line(
          Style.dim("\(place + 1) of \(questions.count), \(percent(question.score))", console))
        try card(question.first, snapshot, console)
        switch question {
        case .pair(let pair): try card(pair.second, snapshot, console)
        case .known(_, let match):
          console.line(
            "\(Style.bold(Printable.line(match.label), console))  in \(Printable.line(match.list))  "
              + Style.dim(match.target, console))
        }
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
        switch question {
        case .pair(let pair):
          made.append(try indexer.judge(verdict, pair.first.id, pair.second.id).number)
        case .known(let entity, let match):
          made.append(try indexer.judge(verdict, entity.id, is: match))
        }
      } catch {
        // A pair may have become one by an answer before.
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
    let printer = StatementText(snapshot, console)
    for statement in try IndependentSources(snapshot).ranked(statements).prefix(3) {
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

/// What a person is asked: whether two entities are one, or an entity is a known thing.
private enum ReviewQuestion {
  case pair(ReviewPair)
  case known(Entity, ExactMatch)

  var first: Entity {
    switch self {
    case .pair(let pair): pair.first
    case .known(let entity, _): entity
    }
  }

  var second: (id: String, label: String) {
    switch self {
    case .pair(let pair): (pair.second.id.value, pair.second.label)
    case .known(_, let match): (match.target, "\(match.label) in \(match.list)")
    }
  }

  var score: Double {
    switch self {
    case .pair(let pair): pair.score
    case .known(_, let match): match.score
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
