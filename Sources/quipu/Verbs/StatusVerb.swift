import GraphFormats
import GraphModel
import GraphStore
import Indexer

/// The verb `quipu status`.
enum StatusVerb {
  static let verb = Verb(
    name: "status", summary: "List documents that are new, changed or gone since the last build",
    details: "Without a PATH every document of the store is compared with its file.",
    examples: ["quipu status articles/", "quipu status --all"],
    options: [.flag("all", "a", "unchanged documents too")],
    arguments: [ArgumentSyntax(name: "PATH", minimum: 0, maximum: .max)]
  ) { invocation throws(CommandError) in
    let indexer = Indexer(store: try invocation.store())
    let found = try indexing { () throws(IndexerError) in
      try indexer.status(paths: invocation.arguments.arguments)
    }
    var counts: [DocumentStatus.State: Int] = [:]
    for status in found.documents {
      counts[status.state, default: 0] += 1
      guard status.state != .unchanged || invocation.arguments.flags.contains("all") else {
        continue
      }
      if invocation.json {
        try? invocation.console.jsonObject { json in
          json.field("document", status.name)
          json.field("state", status.state.rawValue)
        }
      } else {
        invocation.console.line("\(status.state.rawValue)\t\(Printable.line(status.name))")
      }
    }
    invocation.console.say(
      DocumentStatus.State.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
        .joined(separator: ", "))
    for failure in found.failed {
      invocation.console.complain("quipu: " + FailureText.describe(failure))
    }
    guard found.failed.isEmpty else { return .failure }
    return found.documents.isEmpty ? .nothing : .success
  }
}
