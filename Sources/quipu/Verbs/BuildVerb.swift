import Glibc
import GraphFormats
import GraphStore
import Indexer

/// The verb `quipu build PATH…`.
enum BuildVerb {
  static let verb = Verb(
    name: "build", summary: "Index files and folders; only what changed is read again",
    details: """
      Adds new files, reads changed ones again, and takes out those that have vanished from the
      given folders. A stopped build goes on where it was. - is standard input.
      """,
    examples: [
      "quipu build articles/", "quipu build -n articles/", "cat note.txt | quipu build -",
    ],
    options: [
      .flag("dry-run", "n", "count, but write nothing"),
      .flag("reread", nil, "read unchanged files again"),
    ],
    arguments: [ArgumentSyntax(name: "PATH", maximum: .max)]
  ) { invocation throws(CommandError) in
    let store =
      invocation.chosenStore ?? GraphStore.find(from: invocation.workingFolder)
      ?? invocation.workingFolder + "/.quipu"
    var options = BuildOptions()
    options.isDryRun = invocation.arguments.flags.contains("dry-run")
    options.rereadsAll = invocation.arguments.flags.contains("reread")
    let console = invocation.console
    let start = Clock.now
    var meter = ProgressMeter(start: start)
    let summary: BuildSummary
    do throws(IndexerError) {
      summary = try Indexer(store: store).build(
        paths: invocation.arguments.arguments, options: options
      ) { progress in
        if let line = meter.line(progress) { console.progress(line) }
      }
    } catch {
      throw .indexer(error)
    }
    console.clearProgress()
    for failure in summary.failed {
      console.complain("quipu: " + FailureText.describe(failure))
    }
    report(summary, seconds: Clock.now - start, isDryRun: options.isDryRun, invocation)
    return summary.failed.isEmpty ? .success : .failure
  }

  private static func report(
    _ summary: BuildSummary, seconds: Double, isDryRun: Bool, _ invocation: Invocation
  ) {
    let console = invocation.console
    if invocation.json {
      try? console.jsonObject { json in
        json.field("added", summary.added)
        json.field("changed", summary.changed)
        json.field("refreshed", summary.refreshed)
        json.field("unchanged", summary.unchanged)
        json.field("removed", summary.removed)
        json.field("failed", summary.failed.count)
        json.field("statements", summary.statements)
        json.field("entities", summary.entities)
        json.field("words", summary.words)
      }
      return
    }
    if summary.refreshed > 0 {
      console.say("\(summary.refreshed) read again: this quipu reads better than the last one")
    }
    if summary.outdated > 0 {
      console.say(
        "\(summary.outdated) documents elsewhere were read by an older quipu; build their folders again"
      )
    }
    if summary.mismatched > 0 {
      console.say("\(summary.mismatched) statements left out: their quote was not the text")
    }
    var parts = ["\(summary.added) added", "\(summary.changed + summary.refreshed) changed"]
    parts.append("\(summary.unchanged) unchanged")
    if summary.removed > 0 { parts.append("\(summary.removed) removed") }
    parts.append("\(summary.failed.count) failed")
    console.line(
      (isDryRun ? "dry run: " : "") + parts.joined(separator: ", ")
        + " · \(summary.statements) statements · \(Clock.text(seconds))")
  }
}
