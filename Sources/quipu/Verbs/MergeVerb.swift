import GraphModel
import GraphStore
import Indexer

/// The verb `quipu merge A B`.
enum MergeVerb {
  static let verb = Verb(
    name: "merge", summary: "Say that two entities are one; kept whatever is built later",
    details: """
      The judgement goes into the store's journal and is replayed on every build, also when
      documents are read again, change or go. The old identifier still leads to the entity.
      """,
    examples: ["quipu merge Facebook 'Meta Platforms'", "quipu merge e:xu-li-3fa2c1 'Li Xu'"],
    arguments: [ArgumentSyntax(name: "A"), ArgumentSyntax(name: "B")]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let words = invocation.arguments.arguments
    let first = try EntityName.resolve(words[0], in: snapshot, invocation.console)
    let second = try EntityName.resolve(words[1], in: snapshot, invocation.console)
    let indexer = Indexer(store: try invocation.store())
    let outcome = try indexing { () throws(IndexerError) in
      try indexer.judge(.same, first.id, second.id)
    }
    JournalText.tell(
      outcome.number, "\(first.label) and \(second.label) are one", outcome.entity,
      invocation)
    return .success
  }
}
