import Documents
import Extraction
import GraphModel
import Linguistics
import Resolution

/// Files whose things are told apart together, before what was seen in them is handed on.
struct AnnotationRun {
  /// A mention of a document: where it stands, if it refers to something, and how it refers.
  struct Seen {
    let span: TextSpan?
    let kind: Extraction.Mention.Kind
  }

  /// What is held of a file.
  ///
  /// Of chains and claims nothing is left but the things that they speak of.
  private struct Item {
    let annotated: AnnotatedDocument
    let seen: [Seen]
    let entities: DocumentEntities
    /// For mentions that say what another is, that other.
    let described: [Int: Int]
  }

  /// The bytes of text that the run holds.
  private(set) var size = 0
  private var items: [Item] = []

  /// Adds what was seen and extracted in a file.
  mutating func add(_ annotated: AnnotatedDocument, _ extraction: ExtractedDocument) {
    let document = annotated.document
    size += document.text.count
    let places = MentionPlaces(annotated)
    let seen = extraction.mentions.map { Seen(span: places.place(of: $0), kind: $0.kind) }
    let entities = DocumentEntities(
      document: DocumentID(name: document.name), resolution: LocalResolver().resolve(extraction))
    let unchained = AnnotatedDocument(
      document: document, sentences: annotated.sentences, chains: [], times: annotated.times,
      amounts: annotated.amounts)
    items.append(
      Item(
        annotated: unchained, seen: seen, entities: entities,
        described: PredicateNouns(annotated).described(by: extraction.mentions)))
  }

  /// Hands on the annotation of each file, in order, and begins anew.
  mutating func finish<Problem: Error>(
    _ body: (Annotation) throws(Problem) -> Void
  ) throws(Problem) {
    let items = self.items
    self = AnnotationRun()
    let found = GlobalResolver().resolve(items.map(\.entities))
    for (item, entities) in zip(items, found.entityOfLocal) {
      let ofMention = item.entities.resolution.entityOfMention
      try body(
        Annotation(item.annotated, mentions: item.seen) {
          found.entities[entities[ofMention[item.described[$0] ?? $0]]]
        })
    }
  }
}
