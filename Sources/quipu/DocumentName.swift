import GraphModel
import GraphStore

/// Finds the document that a person means by its path.
enum DocumentName {
  /// The document of this name or identifier, or the only one whose name ends with it.
  static func resolve(
    _ text: String, in snapshot: GraphSnapshot
  ) throws(CommandError) -> SourceDocument {
    try reading {
      if let document = try snapshot.document(named: text) { return document }
      if let document = try snapshot.document(DocumentID(text)) { return document }
      var near: [(name: String, distance: Int)] = []
      var ending: [SourceDocument] = []
      try snapshot.forEachDocument { document in
        if document.name.hasSuffix("/" + text) { ending.append(document) }
        near.append((document.name, Spelling.distance(document.name, text)))
      }
      if let only = ending.first, ending.count == 1 { return only }
      let names =
        ending.isEmpty
        ? near.filter { $0.distance <= 4 }.sorted {
          ($0.distance, $0.name) < ($1.distance, $1.name)
        }
        .map(\.name)
        : ending.map(\.name)
      throw CommandError.noSuchDocument(text, near: Array(names.prefix(3)))
    }
  }
}
