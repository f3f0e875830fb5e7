import GraphFormats
import Indexer

/// The verb `quipu schema`.
enum SchemaVerb {
  static let verb = Verb(
    name: "schema", summary: "Show the vocabulary in force, or check one of your own",
    details: """
      Without a FILE the vocabulary that is part of the program. --check reads its examples and
      counter-examples as text: an example must give its statement, a counter-example must not
      assert it. Use your own with: quipu build --schema FILE.
      """,
    examples: [
      "quipu schema", "quipu schema --json", "quipu schema --check my-schema.ttl",
      "quipu schema --relation investedIn",
    ],
    options: [
      .flag("check", nil, "tell all that is wrong, and end with 2 if something is"),
      .value("relation", nil, "NAME", "show one relation with its patterns and examples"),
    ],
    arguments: [ArgumentSyntax(name: "FILE", minimum: 0)]
  ) { invocation throws(CommandError) in
    let path = invocation.arguments.arguments.first
    var bytes: [UInt8]?
    if let path {
      do throws(FailureReason) {
        bytes = try InputFile(path: path).bytes
      } catch {
        throw .unusableInput(BuildFailure(name: path, reason: error))
      }
    }
    let name = path ?? "the program's vocabulary"
    let vocabulary: Vocabulary
    do throws(VocabularyProblem) {
      vocabulary = try Vocabulary(turtle: bytes, file: path)
    } catch {
      tell([error], name, invocation)
      return .failure
    }
    if invocation.arguments.flags.contains("check") {
      let problems = try indexing { () throws(IndexerError) in try vocabulary.check() }
      tell(problems, name, invocation)
      let relations = vocabulary.relations
      invocation.console.say(
        "\(relations.count) relations, \(relations.reduce(0) { $0 + $1.patterns.count }) patterns, "
          + "\(relations.reduce(0) { $0 + $1.examples.count }) examples, "
          + "\(relations.reduce(0) { $0 + $1.counterExamples.count }) counter-examples: "
          + (problems.isEmpty ? "all right" : "\(problems.count) wrong"))
      return problems.isEmpty ? .success : .failure
    }
    if let wanted = invocation.arguments.value("relation") {
      guard let relation = vocabulary.relations.first(where: { $0.name == wanted }) else {
        throw .noSuchRelation(
          wanted, near: Spelling.nearest(to: wanted, among: vocabulary.relations.map(\.name)))
      }
      try reading { try card(relation, invocation) }
      return .success
    }
    try reading { try list(vocabulary, invocation) }
    return .success
  }

  private static func tell(
    _ problems: [VocabularyProblem], _ file: String, _ invocation: Invocation
  ) {
    for problem in problems {
      guard invocation.json else {
        invocation.console.line(VocabularyText.line(problem, file: file))
        continue
      }
      try? invocation.console.jsonObject { json in
        json.field("file", file)
        json.field("line", problem.line)
        json.field("column", problem.column)
        json.field("problem", VocabularyText.describe(problem))
        json.field("suggestion", VocabularyText.suggestion(problem))
      }
    }
  }

  private static func list(_ vocabulary: Vocabulary, _ invocation: Invocation) throws {
    if invocation.json {
      for relation in vocabulary.relations { try json(relation, invocation) }
      return
    }
    var table = Table()
    for relation in vocabulary.relations {
      table.add(
        relation.name,
        "\(places(relation.domain)) → \(places(relation.range))\(flags(relation))",
        relation.label)
    }
    table.write(to: invocation.console)
  }

  private static func places(_ classes: [String]) -> String {
    classes.isEmpty ? "anything" : classes.joined(separator: " or ")
  }

  private static func flags(_ relation: Vocabulary.Relation) -> String {
    (relation.isSymmetric ? ", both ways" : "") + (relation.isFunctional ? ", at most one" : "")
  }

  private static func card(_ relation: Vocabulary.Relation, _ invocation: Invocation) throws {
    if invocation.json { return try json(relation, invocation) }
    let console = invocation.console
    console.line("\(Style.bold(relation.name, console))  \(relation.label)")
    if let comment = relation.comment { console.line(comment) }
    console.line(
      "\(places(relation.domain)) → \(places(relation.range))\(flags(relation))"
        + (relation.inverse.map { ", inverse \($0)" } ?? ""))
    for mapping in relation.mappings { console.line("same as <\(mapping)>") }
    if let nearest = relation.followTheMoney { console.line("FollowTheMoney: \(nearest)") }
    let sections = [
      ("Patterns", relation.patterns), ("Examples", relation.examples),
      ("Not this", relation.counterExamples),
    ]
    for (title, lines) in sections where !lines.isEmpty {
      console.line()
      console.line(Style.dim(title, console))
      for line in lines { console.line("  " + Printable.line(line)) }
    }
  }

  private static func json(_ relation: Vocabulary.Relation, _ invocation: Invocation) throws {
    try invocation.console.jsonObject { json in
      json.field("relation", relation.name)
      json.field("label", relation.label)
      json.field("comment", relation.comment)
      json.field("domain", relation.domain)
      json.field("range", relation.range)
      json.field("inverse", relation.inverse)
      json.field("symmetric", relation.isSymmetric)
      json.field("functional", relation.isFunctional)
      json.field("mappings", relation.mappings)
      json.field("followTheMoney", relation.followTheMoney)
      json.field("patterns", relation.patterns)
      json.field("examples", relation.examples)
      json.field("counterExamples", relation.counterExamples)
    }
  }
}
