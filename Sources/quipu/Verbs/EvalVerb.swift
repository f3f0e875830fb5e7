import GraphFormats
import GraphModel
import Indexer

/// The verb `quipu eval --gold FILE`.
enum EvalVerb {
  static let verb = Verb(
    name: "eval", summary: "Hold what files state against a gold file: precision, recall, F1",
    details: """
      The gold file is JSON Lines: {"document":"a.txt","subject":"SoftBank","predicate":
      "investedIn","object":"SenseTime"}, with "line":N (from 0) if --lines is given. The lines of
      quipu triples --json do as well. Only predicates that the gold file has are counted. Words
      match if half of them agree; with --exact all must. The misses and the wrong ones are listed,
      with --json as {"result":"missed",…} and {"result":"wrong",…} before the scores.
      """,
    examples: [
      "quipu eval --gold gold.jsonl articles/*.txt",
      "quipu eval --gold gold.jsonl --lines lines.txt",
    ],
    options: [
      .value("gold", nil, "FILE", "what the files are known to state"),
      .flag("lines", nil, "each line is a document by itself"),
      .flag("exact", nil, "words must agree but for case and a leading article"),
      .flag("all", "a", "count denied, possible and claimed statements too"),
      ReadingArguments.vocabulary,
    ],
    arguments: [ArgumentSyntax(name: "FILE", maximum: .max)]
  ) { invocation throws(CommandError) in
    guard let path = invocation.arguments.value("gold") else {
      throw .usage(.missingArgument("--gold FILE", verb: "eval"))
    }
    let lines = invocation.arguments.flags.contains("lines")
    let gold = try GoldFile.read(path, lines: lines, files: invocation.arguments.arguments)
    let (files, unread) = Inputs.read(invocation.arguments.arguments)
    let (results, failed) = try Inputs.reader(invocation).triples(of: files, lines: lines)
    let evaluation = StatementEvaluation(
      results, gold: gold,
      tolerance: invocation.arguments.flags.contains("exact") ? .exact : .overlap,
      assertedOnly: !invocation.arguments.flags.contains("all"))
    try reading { try write(evaluation, invocation) }
    return Inputs.report(
      unread + failed, found: evaluation.total.hits > 0, invocation.console)
  }

  private static func write(_ evaluation: StatementEvaluation, _ invocation: Invocation) throws {
    let rows = evaluation.predicates + [(name: "all", score: evaluation.total)]
    if invocation.json {
      for fact in evaluation.missed { try json(fact, "missed", nil, invocation) }
      for (fact, statement) in evaluation.wrong {
        try json(fact, "wrong", statement.id.value, invocation)
      }
      for (name, score) in rows {
        try invocation.console.jsonObject { json in
          json.field("predicate", name)
          json.field("right", score.hits)
          json.field("found", score.found)
          json.field("gold", score.gold)
          for (key, value) in [
            ("precision", score.precision), ("recall", score.recall), ("f1", score.f1),
          ] {
            json.key(key)
            json.share(value)
          }
        }
      }
    } else {
      for fact in evaluation.missed { invocation.console.line("missed\t" + words(fact)) }
      for (fact, statement) in evaluation.wrong {
        invocation.console.line("wrong\t" + words(fact) + "\t" + statement.id.value)
      }
      if !evaluation.missed.isEmpty || !evaluation.wrong.isEmpty { invocation.console.line() }
      var table = Table()
      table.add("predicate", "right", "found", "gold", "P", "R", "F1")
      for (name, score) in rows {
        table.add(
          name, String(score.hits), String(score.found), String(score.gold),
          percent(score.precision), percent(score.recall), percent(score.f1))
      }
      table.write(to: invocation.console)
    }
  }

  /// A fact that was missed, or a statement that no fact matches.
  private static func json(
    _ fact: GoldFact, _ result: String, _ id: String?, _ invocation: Invocation
  ) throws {
    try invocation.console.jsonObject { json in
      json.field("result", result)
      json.field("document", fact.document)
      json.field("line", fact.line)
      json.field("subject", fact.subject)
      json.field("predicate", fact.predicate)
      json.field("object", fact.object)
      json.field("id", id)
    }
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func words(_ fact: GoldFact) -> String {
    let place = fact.document + (fact.line.map { ":\($0)" } ?? "")
    return [place, fact.subject, fact.predicate, fact.object].map { Printable.line($0) }
      .joined(separator: "\t")
  }
}

/// Reads gold files.
private enum GoldFile {
  static func read(
    _ path: String, lines: Bool, files: [String]
  ) throws(CommandError) -> [GoldFact] {
    let bytes: [UInt8]
    do throws(FailureReason) {
      bytes = try InputFile(path: path).bytes
    } catch {
      throw .unusableInput(BuildFailure(name: path, reason: error))
    }
    var facts: [GoldFact] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      guard let value = try? JSONReader.read(Array(line)), let object = value.object,
        let subject = words(object["subject"]), let predicate = name(object["predicate"]),
        let thing = words(object["object"])
      else { throw .badGold(path: path, line: number + 1) }
      let document =
        object["document"]?.string ?? document(of: object, lines: lines) ?? files.first ?? ""
      var place: Int?
      if lines, case .integer(let given)? = object["line"] { place = Int(given) }
      facts.append(
        GoldFact(
          document: document, line: place, subject: subject, predicate: predicate, object: thing))
    }
    return facts
  }

  private static func words(_ value: JSONValue?) -> String? {
    value?.string
      ?? value?.object.flatMap { object in
        object["text"]?.string ?? object["label"]?.string ?? object["value"]?.string
      }
  }

  private static func name(_ value: JSONValue?) -> String? {
    guard let object = value?.object else { return value?.string }
    guard let id = object["id"]?.string else { return object["label"]?.string }
    return id.hasPrefix("q:") ? id : object["label"]?.string ?? id
  }

  /// The file of a statement's evidence; where each line is a document, its name ends in `#LINE`.
  private static func document(of object: JSONObject, lines: Bool) -> String? {
    let name = object["evidence"]?.array?.first?.object?["document"]?.string
    guard lines, let name, let border = name.lastIndex(of: "#") else { return name }
    return String(name[..<border])
  }
}
