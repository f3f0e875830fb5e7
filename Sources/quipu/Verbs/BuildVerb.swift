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
      given folders. A stopped build goes on where it was. - is standard input. What .gitignore
      and .quipuignore files leave out is passed over, and taken out if it was indexed before.
      Documents that --include, --exclude, --since or --limit leave out stay as they are.
      """,
    examples: [
      "quipu build articles/", "quipu build -n articles/", "quipu build --watch articles/",
      "quipu build --include '*.html' --since 2019 saved/", "cat note.txt | quipu build -",
    ],
    options: [
      .flag("dry-run", "n", "tell what a build would do and take; write nothing"),
      .flag("watch", "w", "go on, and build again whenever something changes (Linux)"),
      .flag("reread", nil, "read unchanged files again"),
      .flag("retry-failed", nil, "read files again that gave nothing before"),
      .value(
        "include", nil, "GLOB", "only files that match, as in .gitignore (repeatable)",
        repeats: true),
      .value(
        "exclude", nil, "GLOB", "no files or folders that match (repeatable)", repeats: true),
      .flag("no-ignore", nil, "read what .gitignore and .quipuignore leave out too"),
      .value("since", nil, "DATE", "only documents that tell a date of their own from then on"),
      .value("limit", nil, "N", "read at most so many files; the next build goes on"),
    ] + ReadingArguments.options,
    arguments: [ArgumentSyntax(name: "PATH", maximum: .max)]
  ) { invocation throws(CommandError) in
    let store = invocation.storeToMake
    let options = try options(invocation)
    let indexer = Indexer(store: store)
    if invocation.arguments.flags.contains("watch") {
      return try watch(indexer, options, invocation)
    }
    let console = invocation.console
    let start = Clock.now
    var meter = ProgressMeter(start: start)
    let summary = try indexing { () throws(IndexerError) in
      try indexer.build(paths: invocation.arguments.arguments, options: options) { progress in
        if let line = meter.line(progress) { console.progress(line) }
      }
    }
    console.clearProgress()
    BuildReport(summary, seconds: Clock.now - start, options: options).write(to: invocation)
    if !options.isDryRun { FailureList(store: indexer.path).write(indexer) }
    return summary.failed.isEmpty ? .success : .failure
  }

  private static func options(_ invocation: Invocation) throws(CommandError) -> BuildOptions {
    let arguments = invocation.arguments
    var options = BuildOptions()
    options.isDryRun = arguments.flags.contains("dry-run")
    options.rereadsAll = arguments.flags.contains("reread")
    options.retriesFailed = arguments.flags.contains("retry-failed")
    options.usesIgnoreFiles = !arguments.flags.contains("no-ignore")
    options.included = arguments.values["include"] ?? []
    options.excluded = arguments.values["exclude"] ?? []
    options.reading = try ReadingArguments.reading(invocation)
    if arguments.value("limit") != nil {
      options.limit = try invocation.number("limit", default: 0)
    }
    if let date = arguments.value("since") {
      guard DateArgument.isDate(date) else {
        throw .usage(.invalidDate(date, option: "--since"))
      }
      options.since = date
    }
    return options
  }

  private static func watch(
    _ indexer: Indexer, _ options: BuildOptions, _ invocation: Invocation
  ) throws(CommandError) -> ExitCode {
    // A program that starts this one from a thread of its own may hand on a mask that blocks them,
    // and nothing could end the watch in good order.
    var ending = sigset_t()
    sigemptyset(&ending)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, signal) }
    pthread_sigmask(SIG_UNBLOCK, &ending, nil)
    let console = invocation.console
    var options = options
    options.isDryRun = false
    var start = Clock.now
    var meter = ProgressMeter(start: start)
    var isBuilding = false
    var isFirst = true
    let chosen = options
    try indexing { () throws(IndexerError) in
      try indexer.watch(paths: invocation.arguments.arguments, options: chosen) { event in
        switch event {
        case .progress(let progress):
          if !isBuilding {
            isBuilding = true
            start = Clock.now
            meter = ProgressMeter(start: start)
          }
          if let line = meter.line(progress) { console.progress(line) }
        case .built(let summary):
          console.clearProgress()
          if isFirst || summary.isChange {
            BuildReport(summary, seconds: Clock.now - start, options: chosen).write(to: invocation)
            FailureList(store: indexer.path).write(indexer)
          }
          if isFirst { console.say("watching; stop with Ctrl-C") }
          isFirst = false
          isBuilding = false
          console.flush()
        case .waiting(let error):
          console.complain(
            "quipu: " + ErrorText.describe(.indexer(error)) + ". It is tried again")
          isBuilding = false
        case .unwatched(let folder, let code):
          console.complain(
            "quipu: \(Printable.line(folder)): changes are not seen at once: "
              + FailureText.unwatched(code))
        }
        return true
      }
    }
    return .success
  }
}

extension BuildSummary {
  /// Whether anything in the store is other than before, or new failures are to be told.
  fileprivate var isChange: Bool {
    added + changed + refreshed + removed > 0 || isRelinked || failed.count > remembered.count
  }
}
