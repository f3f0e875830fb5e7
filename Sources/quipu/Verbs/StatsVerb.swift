import GraphFormats
import GraphModel
import GraphStore
import Indexer

/// The verb `quipu stats`.
enum StatsVerb {
  static let verb = Verb(
    name: "stats", summary: "Show numbers: documents, entities, statements, relations",
    examples: ["quipu stats", "quipu stats --json"],
    options: [.value("limit", nil, "N", "show at most N relations (default 30)")]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let limit = try invocation.number("limit", default: 30)
    let indexer = Indexer(store: try invocation.store())
    let lists = try indexing { () throws(IndexerError) in try indexer.knownNames() }
    return try reading {
      let counts = try snapshot.counts
      let copies = try Indexer.copies(in: snapshot)
      var predicates: [Predicate: Int] = [:]
      var types: [String: Int] = [:]
      try snapshot.forEachStatement { predicates[$0.content.predicate, default: 0] += 1 }
      try snapshot.forEachEntity { entity in
        for type in entity.types { types[type, default: 0] += 1 }
      }
      let typed = predicates.filter { !$0.key.isOpen }.sorted {
        ($1.value, $0.key.id) < ($0.value, $1.key.id)
      }
      let open = predicates.filter(\.key.isOpen)
      let rows =
        [
          ("documents", counts.documents), ("near copies of others", copies.count { $0 != $1 }),
          ("sentences", counts.sentences),
          ("entities", counts.entities), ("named entities", counts.namedEntities),
          ("statements", counts.statements), ("asserted", counts.assertedStatements),
          ("pieces of evidence", counts.evidence),
          ("statements of typed relations", typed.reduce(0) { $0 + $1.value }),
          ("open predicates", open.count),
        ]
        + lists.flatMap {
          [
            ("things in \($0.list)", $0.things), ("linked to \($0.list)", $0.linked),
            ("to review with \($0.list)", $0.proposed),
          ]
        }
      if invocation.json {
        try invocation.console.jsonObject { json in
          for (name, number) in rows { json.field(name, number) }
          json.key("types")
          json.beginObject()
          for (type, number) in types.sorted(by: { $0.key < $1.key }) { json.field(type, number) }
          json.endObject()
          json.key("relations")
          json.beginObject()
          for (predicate, number) in typed { json.field(predicate.id, number) }
          json.endObject()
        }
        return .success
      }
      var table = Table()
      for (name, number) in rows { table.add(name, String(number)) }
      for (type, number) in types.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        table.add("of type \(type)", String(number))
      }
      for (predicate, number) in typed.prefix(limit) { table.add(predicate.id, String(number)) }
      table.write(to: invocation.console)
      return .success
    }
  }
}
