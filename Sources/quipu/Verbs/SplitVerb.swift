import GraphModel
import GraphStore
import Indexer

/// The verb `quipu split ENTITY NAME`.
enum SplitVerb {
  static let verb = Verb(
    name: "split", summary: "Say that two things are not one; kept whatever is built later",
    details: """
      With two names of one entity, the second name becomes an entity of its own. With two
      entities, they are never joined. With --document, the mentions of the entity in those
      documents are another thing of the same name.
      """,
    examples: [
      "quipu split 'Bank of Ireland' 'Bank of Ireland UK'",
      "quipu split 'John Smith' --document courts/2019.txt",
    ],
    options: [
      .value(
        "document", nil, "DOC", "a document whose mentions are another thing; may be repeated",
        repeats: true)
    ],
    arguments: [ArgumentSyntax(name: "ENTITY"), ArgumentSyntax(name: "NAME", minimum: 0)]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let words = invocation.arguments.arguments
    let entity = try EntityName.resolve(words[0], in: snapshot, invocation.console)
    let indexer = Indexer(store: try invocation.store())
    let documents = invocation.arguments.values["document"] ?? []
    if !documents.isEmpty {
      guard words.count == 1 else {
        throw .usage(.unexpectedArgument(words[1], verb: "split"))
      }
      var identifiers: [DocumentID] = []
      for name in documents {
        identifiers.append(try DocumentName.resolve(name, in: snapshot).id)
      }
      let number = try indexing { () throws(IndexerError) in
        try indexer.split(entity.id, documents: identifiers)
      }
      JournalText.tell(
        number, "\(entity.label) in \(documents.joined(separator: ", ")) is another", nil,
        invocation)
      return .success
    }
    guard words.count == 2 else {
      throw .usage(.missingArgument("NAME, or --document DOC", verb: "split"))
    }
    let isOwnName = ([entity.label] + entity.aliases).contains(words[1])
    let other =
      isOwnName ? entity : try EntityName.resolve(words[1], in: snapshot, invocation.console)
    let outcome = try indexing { () throws(IndexerError) in
      other.id == entity.id
        ? try indexer.split(entity.id, name: words[1])
        : try indexer.judge(.different, entity.id, other.id)
    }
    JournalText.tell(
      outcome.number, "\(words[0]) and \(words[1]) are two", outcome.entity, invocation)
    return .success
  }
}
