import Foundation
import GraphModel

@testable import GraphStore

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "quipu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  var store: String { path + "/.quipu" }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A document of one sentence a line, with a graph over it.
struct SampleCorpus {
  var documents: [(document: SourceDocument, text: [UInt8], sentences: [Range<Int>])] = []
  var entities: [Entity] = []
  /// For each document the code point at which each sentence starts.
  private var starts: [[Int]] = []
  var statements: [Statement] = []

  mutating func add(_ name: String, _ lines: [String], date: String? = nil) {
    var text: [UInt8] = []
    var sentences: [Range<Int>] = []
    var points: [Int] = [0]
    for line in lines {
      let start = text.count
      text += Array(line.utf8)
      sentences.append(start..<text.count)
      text.append(0x0a)
      points.append((points.last ?? 0) + line.unicodeScalars.count + 1)
    }
    let document = SourceDocument(
      name: name, title: lines.first, date: date, language: "en",
      contentHash: String(repeating: "0", count: 64), sentenceCount: sentences.count)
    documents.append((document, text, sentences))
    starts.append(points)
  }

  mutating func entity(
    _ id: String, _ label: String, _ aliases: [String] = [], isNamed: Bool = true
  ) {
    entities.append(
      Entity(
        id: EntityID(id), label: label, types: ["Thing"], aliases: aliases, isNamed: isNamed))
  }

  /// A statement shown by a whole line of a document.
  mutating func state(
    _ subject: String, _ relation: String, _ object: StatementObject, in document: Int, line: Int,
    polarity: Polarity = .positive, speaker: String? = nil, qualifiers: [Qualifier] = []
  ) {
    let (source, text, sentences) = documents[document]
    let start = starts[document][line]
    let quote = String(decoding: text[sentences[line]], as: UTF8.self)
    guard let span = TextSpan(start..<start + quote.unicodeScalars.count) else { return }
    let content = Statement.Content(
      subject: EntityID(subject), predicate: Predicate(relation: relation, label: relation),
      object: object, polarity: polarity, speaker: speaker.map { EntityID($0) },
      qualifiers: qualifiers)
    statements.append(
      Statement(
        content, confidence: 0.75,
        from: Evidence(
          document: source.id, sentence: line, span: span, quote: quote, rule: "clause/verb",
          subject: nil, object: nil, predicateText: relation)))
  }

  @discardableResult
  func write(to store: GraphStore) throws -> [StoreProblem] {
    try store.write { transaction in
      for (document, text, sentences) in documents {
        try transaction.put(
          document, text: text, sentences: sentences, record: Array(document.name.utf8))
      }
      return try transaction.replaceGraph(entities: entities, statements: statements)
    }
  }

  /// Three firms and two people over two short documents.
  static var firms: SampleCorpus {
    var corpus = SampleCorpus()
    corpus.add(
      "b.txt",
      ["Ada Lovelace founded Engine Works.", "Engine Works sold nothing in München."])
    corpus.add(
      "a.txt",
      ["Café Zürich hired Ada — she says.", "The engine never worked, engine or not."])
    corpus.entity("e:ada-1", "Ada Lovelace", ["Ada"])
    corpus.entity("e:engine-2", "Engine Works", ["EW"])
    corpus.entity("e:cafe-3", "Café Zürich")
    corpus.entity("e:buyers-4", "worried buyers of engines", isNamed: false)
    corpus.state("e:ada-1", "founded", .entity(EntityID("e:engine-2")), in: 0, line: 0)
    corpus.state(
      "e:engine-2", "sold",
      .literal(Literal(value: "0", datatype: XSD.integer, text: "nothing")), in: 0, line: 1,
      qualifiers: [
        Qualifier(role: "place", value: .entity(EntityID("e:cafe-3")), text: "in München")
      ])
    corpus.state(
      "e:cafe-3", "hired", .entity(EntityID("e:ada-1")), in: 1, line: 0, polarity: .negative,
      speaker: "e:engine-2")
    return corpus
  }
}
