import GraphModel
import GraphStore

/// The verb `quipu claims`.
enum ClaimsVerb {
  static let verb = Verb(
    name: "claims", summary: "List what is not asserted: denied, possible, claimed, and by whom",
    examples: ["quipu claims", "quipu claims Hikvision --denied"],
    options: [
      .flag("denied", nil, "only what is denied"),
      .flag("possible", nil, "only what is probable, possible or unknown"),
      .value("limit", nil, "N", "show at most N (default 100)"),
    ],
    arguments: [ArgumentSyntax(name: "ENTITY", minimum: 0, maximum: .max)]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let limit = try invocation.number("limit", default: 100)
    let flags = invocation.arguments.flags
    let name = invocation.arguments.arguments.joined(separator: " ")
    let about =
      name.isEmpty ? nil : try EntityName.resolve(name, in: snapshot, invocation.console)
    return try reading {
      var printer = StatementText(snapshot, invocation.console)
      var chosen: [Statement] = []
      func choose(_ statement: Statement) {
        guard !statement.isAsserted else { return }
        if flags.contains("denied"), statement.content.polarity != .negative { return }
        if flags.contains("possible"), statement.content.certainty == .certain { return }
        chosen.append(statement)
      }
      if let about {
        for statement in try snapshot.statements(about: about.id) { choose(statement) }
      } else {
        try snapshot.forEachStatement(choose)
      }
      for statement in chosen.prefix(limit) {
        if invocation.json {
          try invocation.console.json(statement, from: snapshot)
        } else {
          invocation.console.line(try printer.line(statement))
        }
      }
      if chosen.count > limit {
        invocation.console.say("… and \(chosen.count - limit) more: --limit \(chosen.count)")
      }
      return chosen.isEmpty ? .nothing : .success
    }
  }
}
