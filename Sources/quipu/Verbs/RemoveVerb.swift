import GraphModel
import GraphStore
import Indexer

/// The verb `quipu remove DOC`.
enum RemoveVerb {
  static let verb = Verb(
    name: "remove",
    summary: "Take documents, or a list of known names, out; the graph is then as if never read",
    details: """
      The name of a file that holds several documents (a mailbox, an archive) stands for all of
      them. The files stay, and a later build of their folder reads them again; to keep them out,
      name them in a .quipuignore file.
      """,
    examples: ["quipu remove articles/note.txt", "quipu remove --names ofac"],
    options: [.value("names", "n", "LIST", "take out the list of known names of this name")],
    arguments: [ArgumentSyntax(name: "DOC", minimum: 0, maximum: .max)]
  ) { invocation throws(CommandError) in
    if let list = invocation.arguments.value("names") {
      let indexer = Indexer(store: try invocation.store())
      try indexing { () throws(IndexerError) in try indexer.removeNames(list) }
      invocation.console.say("removed the list \(Printable.line(list))")
    }
    guard !invocation.arguments.arguments.isEmpty else {
      guard invocation.arguments.value("names") != nil else {
        throw .usage(.missingArgument("DOC", verb: "remove"))
      }
      return .success
    }
    let snapshot = try invocation.snapshot()
    let indexer = Indexer(store: try invocation.store())
    var names: [String] = []
    for argument in invocation.arguments.arguments {
      let name = indexer.documentName(of: argument)
      if try indexing({ () throws(IndexerError) in try indexer.hasDocuments(of: name) }) {
        names.append(name)
      } else {
        names.append(try DocumentName.resolve(argument, in: snapshot).name)
      }
    }
    try indexing { () throws(IndexerError) in _ = try indexer.remove(documentsNamed: names) }
    for name in names { invocation.console.say("removed \(Printable.line(name))") }
    return .success
  }
}
