import Documents
import Extraction
import GraphModel
import Linguistics

/// Files whose things are told apart together, before what was seen in them is handed on.
struct AnnotationRun {
  /// The bytes of text that the run holds.
  private(set) var size = 0
  private let fingerprint: UInt64
  private var linker = Linker()
  private var read: [(annotated: AnnotatedDocument, mentions: [Extraction.Mention])] = []

  /// Creates an empty run for a reader's version.
  init(fingerprint: UInt64) { self.fingerprint = fingerprint }

  /// Adds what was seen and extracted in a file.
  mutating func add(_ annotated: AnnotatedDocument, _ extraction: ExtractedDocument) {
    let document = annotated.document
    size += document.text.count
    linker.add(
      LinkableDocument(
        id: DocumentID(name: document.name), text: document.text,
        record: ExtractionRecord(fingerprint: fingerprint, words: 0, extraction: extraction)))
    read.append((annotated, extraction.mentions))
  }

  /// Hands on the annotation of each file, in order, and begins anew.
  mutating func finish<Problem: Error>(
    _ body: (Annotation) throws(Problem) -> Void
  ) throws(Problem) {
    let found = linker.entities()
    let read = self.read
    self = AnnotationRun(fingerprint: fingerprint)
    for (document, places) in zip(read, found.ofMention) {
      try body(
        Annotation(document.annotated, mentions: document.mentions) { found.entities[places[$0]] })
    }
  }
}
