import GraphModel
import GraphStore
import Indexer

/// The verb `quipu verify`.
enum VerifyVerb {
  static let verb = Verb(
    name: "verify", summary: "Check that the store is sound and equals a fresh build",
    details: """
      Every index is compared with the others, every quote with its text, and the graph with what
      the documents give. With --files every file is read again and compared as well, which takes
      as long as a first build; a file that changed since the last build then differs.
      """,
    examples: ["quipu verify", "quipu verify --files"],
    options: [.flag("files", nil, "read every file again and compare")] + ReadingArguments.options
  ) { invocation throws(CommandError) in
    let indexer = Indexer(store: try invocation.store())
    var problems = try indexing { () throws(IndexerError) in try indexer.verify() }
    if invocation.arguments.flags.contains("files") {
      var options = BuildOptions()
      options.reading = try ReadingArguments.reading(invocation)
      let chosen = options
      problems += try indexing { () throws(IndexerError) in
        try indexer.verifyFiles(options: chosen) { done, total in
          invocation.console.progress("\(done) of \(total) files compared")
        }
      }
      invocation.console.clearProgress()
    }
    for problem in problems { invocation.console.line(words(for: problem)) }
    guard problems.isEmpty else {
      let advice =
        problems == [.graphBehind]
        ? "complete it with: quipu build" : "delete the store's folder and build again"
      invocation.console.complain(
        "quipu: \(problems.count) \(problems.count == 1 ? "problem" : "problems"); \(advice)")
      return .failure
    }
    invocation.console.say("sound")
    return .success
  }

  private static func words(for problem: IntegrityProblem) -> String {
    switch problem {
    case .store(let problem): words(for: problem)
    case .graphBehind: "the last build was interrupted: the graph is older than the documents"
    case .damagedRecord(let document): "what is kept of \(Printable.line(document)) is damaged"
    case .missingStatement(let id): "statement \(id.value) is missing"
    case .strayStatement(let id): "statement \(id.value) has no document behind it"
    case .differentStatement(let id): "statement \(id.value) is not what its documents give"
    case .missingEntity(let id): "entity \(id.value) is missing"
    case .strayEntity(let id): "entity \(id.value) has no document behind it"
    case .differentEntity(let id): "entity \(id.value) is not what its documents give"
    case .strayDocument(let name): "\(Printable.line(name)) is not in its file, or that is gone"
    case .missingDocument(let name): "\(Printable.line(name)) is missing"
    case .differentDocument(let name): "\(Printable.line(name)) is not what its file gives"
    }
  }

  private static func words(for problem: StoreProblem) -> String {
    switch problem {
    case .damaged(let table, let detail): "table \(table) is damaged: \(detail)"
    case .indexDiffers(let table, let entries):
      "index \(table) differs from the statements in \(entries) entries"
    case .quoteDiffers(let id, let evidence):
      "statement \(id.value) quotes what is not in \(evidence.document.value)"
    case .mentionDiffers(let id, let evidence, let mention):
      "statement \(id.value) names \(ErrorText.quoted(mention.text)), which is not in \(evidence.document.value)"
    case .missingDocument(let id, let evidence):
      "statement \(id.value) rests on \(evidence.document.value), which is not there"
    case .missingEntity(let id, let entity):
      "statement \(id.value) speaks of \(entity.value), which is not there"
    }
  }
}
