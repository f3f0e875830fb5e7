import GraphModel
import GraphStore
import Indexer

/// The verb `quipu remove DOC`.
enum RemoveVerb {
  static let verb = Verb(
    name: "remove", summary: "Take documents out; the graph is then as if they were never read",
    details: """
      The name of a file that holds several documents (a mailbox, an archive) stands for all of
      them. The files stay, and a later build of their folder reads them again; to keep them out,
      name them in a .quipuignore file.
      """,
    examples: ["quipu remove articles/note.txt"],
    arguments: [ArgumentSyntax(name: "DOC", maximum: .max)]
  ) { invocation throws(CommandError) in
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
