import GraphModel
import GraphStore
import Indexer

/// The verb `quipu remove DOC`.
enum RemoveVerb {
  static let verb = Verb(
    name: "remove", summary: "Take documents out; the graph is then as if they were never read",
    examples: ["quipu remove articles/note.txt"],
    arguments: [ArgumentSyntax(name: "DOC", maximum: .max)]
  ) { invocation throws(CommandError) in
    guard let store = invocation.chosenStore ?? GraphStore.find(from: invocation.workingFolder)
    else { throw .noStore(invocation.workingFolder) }
    let snapshot = try invocation.snapshot()
    let indexer = Indexer(store: store)
    var names: [String] = []
    for argument in invocation.arguments.arguments {
      let name = indexer.documentName(of: argument)
      if try reading({ try snapshot.document(named: name) }) != nil {
        names.append(name)
      } else {
        names.append(try DocumentName.resolve(argument, in: snapshot).name)
      }
    }
    for name in names {
      do throws(IndexerError) {
        try indexer.remove(documentNamed: name)
      } catch {
        throw .indexer(error)
      }
      invocation.console.say("removed \(Printable.line(name))")
    }
    return .success
  }
}
