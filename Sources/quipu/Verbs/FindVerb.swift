import GraphModel
import GraphStore

/// The verb `quipu find TEXT`.
enum FindVerb {
  static let verb = Verb(
    name: "find", summary: "Find entities by name, also by a misspelt one",
    examples: ["quipu find sensetime", "quipu find --limit 5 --json 'xu li'"],
    options: [.value("limit", nil, "N", "show at most N (default 20)")],
    arguments: [ArgumentSyntax(name: "TEXT", maximum: .max)]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let limit = try invocation.number("limit", default: 20)
    let text = invocation.arguments.arguments.joined(separator: " ")
    return try reading {
      let matches = try snapshot.findEntities(matching: text, limit: limit)
      if invocation.json {
        for match in matches {
          try invocation.console.json(match.entity, statements: match.statementCount)
        }
      } else {
        var table = Table()
        for match in matches {
          let entity = match.entity
          table.add(
            entity.label, entity.types.joined(separator: ", "),
            "\(match.statementCount) statements", entity.id.value,
            entity.aliases.prefix(4).joined(separator: "; "))
        }
        table.write(to: invocation.console)
      }
      return matches.isEmpty ? .nothing : .success
    }
  }
}
