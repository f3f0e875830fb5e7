import GraphFormats
import GraphStore
import Indexer

/// The verb `quipu undo`.
enum UndoVerb {
  static let verb = Verb(
    name: "undo", summary: "Take back the last judgement about identity, or one by its number",
    details: "The numbers are listed by quipu review --journal.",
    examples: ["quipu undo", "quipu undo 12"],
    arguments: [ArgumentSyntax(name: "NUMBER", minimum: 0)]
  ) { invocation throws(CommandError) in
    var number: Int?
    if let word = invocation.arguments.arguments.first {
      guard let given = Int(word), given > 0 else {
        throw .usage(.invalidNumber(word, option: "undo"))
      }
      number = given
    }
    let wanted = number
    let indexer = Indexer(store: try invocation.store())
    let undone = try indexing { () throws(IndexerError) in try indexer.undo(wanted) }
    if invocation.json {
      try? invocation.console.jsonObject { json in json.field("undone", undone) }
    } else {
      invocation.console.say("judgement \(undone) holds no longer")
    }
    return .success
  }
}
