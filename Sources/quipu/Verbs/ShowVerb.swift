import GraphModel
import GraphStore

/// The verb `quipu show ENTITY`.
enum ShowVerb {
  static let verb = Verb(
    name: "show", summary: "Show an entity's card: names, facts, claims, documents",
    examples: ["quipu show SenseTime", "quipu show 'Xu Li' --limit 50"],
    options: [.value("limit", nil, "N", "show at most N facts of each kind (default 25)")],
    arguments: [ArgumentSyntax(name: "ENTITY", maximum: .max)]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let limit = try invocation.number("limit", default: 25)
    let name = invocation.arguments.arguments.joined(separator: " ")
    let entity = try EntityName.resolve(name, in: snapshot, invocation.console)
    return try reading {
      let statements = try snapshot.statements(about: entity.id)
      if invocation.json {
        try invocation.console.json(entity, statements: statements.count)
        for statement in statements { try invocation.console.json(statement, from: snapshot) }
      } else {
        try card(entity, statements, snapshot, limit: limit, invocation.console)
      }
      return .success
    }
  }

  private static func card(
    _ entity: Entity, _ statements: [Statement], _ snapshot: GraphSnapshot, limit: Int,
    _ console: Console
  ) throws {
    var printer = StatementText(snapshot, console)
    console.line(
      "\(Style.bold(Printable.line(entity.label), console))  "
        + "\(entity.types.joined(separator: ", "))  \(Style.dim(entity.id.value, console))")
    if !entity.aliases.isEmpty {
      console.line("also: " + entity.aliases.map { Printable.line($0) }.joined(separator: "; "))
    }
    for match in entity.exactMatches {
      console.line(
        "in \(Printable.line(match.list)): \(Printable.line(match.label))  "
          + Style.dim("\(match.target)  \(Int((match.score * 100).rounded())) %", console))
    }
    let ranked = try IndependentSources(snapshot).ranked(statements)
    let asserted = ranked.filter(\.isAsserted)
    let sections = [
      ("Facts", asserted.filter { !$0.content.predicate.isOpen }),
      ("In the text's words", asserted.filter { $0.content.predicate.isOpen }),
      ("Claimed, possible or denied: not facts", ranked.filter { !$0.isAsserted }),
    ]
    for (title, part) in sections where !part.isEmpty {
      console.line()
      console.line(Style.dim(title, console))
      for statement in part.prefix(limit) {
        console.line("  " + (try printer.line(statement)))
      }
      if part.count > limit {
        console.line("  … and \(part.count - limit) more: --limit \(part.count)")
      }
    }
    let documents = Set(statements.flatMap { $0.evidence.map(\.document) })
    let known = try documents.compactMap { try snapshot.document($0) }
    console.line()
    console.line(Style.dim("Documents", console))
    for document in known.sorted(by: { $0.name < $1.name }).prefix(limit) {
      console.line(
        "  \(Printable.line(document.name))"
          + (document.date.map { "  \($0)" } ?? "")
          + (document.title.map { "  " + Printable.line($0, limit: 70) } ?? ""))
    }
  }
}
