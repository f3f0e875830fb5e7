import GraphFormats
import GraphModel
import GraphStore
import Indexer

/// The verb `quipu status`.
enum StatusVerb {
  static let verb = Verb(
    name: "status", summary: "List documents that are new, changed or gone since the last build",
    details: """
      Without a PATH every document of the store is compared with its file. The last builds are
      told on standard error; --builds lists more of them.
      """,
    examples: ["quipu status articles/", "quipu status --all", "quipu status --failed"],
    options: [
      .flag("all", "a", "unchanged documents too"),
      .flag("failed", "f", "list what gave nothing, with the reason, instead"),
      .flag("builds", "b", "list the builds of the store, the last one first, instead"),
      .value("limit", nil, "N", "with --builds: at most so many (default 20)"),
    ],
    arguments: [ArgumentSyntax(name: "PATH", minimum: 0, maximum: .max)]
  ) { invocation throws(CommandError) in
    let indexer = Indexer(store: try invocation.store())
    let flags = invocation.arguments.flags
    if flags.contains("failed") { return try listFailures(indexer, invocation) }
    if flags.contains("builds") {
      _ = try invocation.snapshot()
      let limit = try invocation.number("limit", default: 20)
      return listBuilds(indexer.builds().reversed().prefix(limit), invocation)
    }
    return try listDocuments(indexer, invocation)
  }

  private static func listDocuments(
    _ indexer: Indexer, _ invocation: Invocation
  ) throws(CommandError) -> ExitCode {
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
    for entry in indexer.builds().suffix(3) { invocation.console.say("build " + line(of: entry)) }
    let failed = try indexing { () throws(IndexerError) in try indexer.failures() }
    if !failed.isEmpty {
      invocation.console.say("\(failed.count) gave nothing; list them with: quipu status --failed")
    }
    for failure in found.failed {
      invocation.console.complain("quipu: " + FailureText.describe(failure))
    }
    guard found.failed.isEmpty else { return .failure }
    return found.documents.isEmpty ? .nothing : .success
  }

  private static func listFailures(
    _ indexer: Indexer, _ invocation: Invocation
  ) throws(CommandError) -> ExitCode {
    let failures = try indexing { () throws(IndexerError) in try indexer.failures() }
    for failure in failures {
      if invocation.json {
        try? invocation.console.jsonObject { json in
          json.field("document", failure.name)
          json.field("reason", FailureText.words(for: failure.reason))
        }
      } else {
        invocation.console.line(FailureText.describe(failure))
      }
    }
    return failures.isEmpty ? .nothing : .success
  }

  private static func listBuilds(
    _ entries: some Collection<BuildEntry>, _ invocation: Invocation
  ) -> ExitCode {
    for entry in entries {
      if invocation.json {
        try? invocation.console.jsonObject { json in
          json.field("start", Clock.date(entry.start))
          json.field("milliseconds", entry.seconds.map { Int(($0 * 1000).rounded()) })
          json.field("added", entry.added)
          json.field("changed", entry.changed)
          json.field("unchanged", entry.unchanged)
          json.field("removed", entry.removed)
          json.field("failed", entry.failed)
          json.field("statements", entry.statements)
        }
      } else {
        invocation.console.line(line(of: entry))
      }
    }
    return entries.isEmpty ? .nothing : .success
  }

  private static func line(of entry: BuildEntry) -> String {
    guard let seconds = entry.seconds else {
      return "\(Clock.date(entry.start)): stopped, or still running"
    }
    return
      "\(Clock.date(entry.start)): \(entry.added) added, \(entry.changed) changed, \(entry.unchanged) unchanged, \(entry.removed) removed, \(entry.failed) failed · \(entry.statements) statements · \(Clock.text(seconds))"
  }
}
