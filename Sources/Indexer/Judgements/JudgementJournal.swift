import GraphModel
import GraphStore
import Resolution

/// Everything that people decided about identity, in order; nothing is ever taken out of it.
///
/// It is kept in the store beside the documents, replayed on every build, and survives reading them
/// again and removing them.
struct JudgementJournal: Hashable, Sendable {
  /// One line of the journal.
  enum Entry: Hashable, Sendable {
    /// A decision.
    case judgement(Judgement)
    /// The decision of number `of` holds no longer.
    case undo(number: Int, of: Int)

    /// The number of the line, from 1.
    var number: Int {
      switch self {
      case .judgement(let judgement): judgement.number
      case .undo(let number, _): number
      }
    }
  }

  /// The lines, by number.
  private(set) var entries: [Entry] = []

  /// Creates an empty journal.
  init() {}

  /// Reads the journal of a store.
  init(_ snapshot: GraphSnapshot) throws(IndexerError) {
    let bytes = try Indexer.translating {
      try snapshot.metadata(StoreCatalog.Key.judgements) ?? []
    }
    do throws(RecordError) {
      try self.init(decoding: bytes)
    } catch {
      throw .damagedJournal
    }
  }

  /// The numbers of the judgements that were undone.
  var undone: Set<Int> {
    var numbers: Set<Int> = []
    for case .undo(_, let number) in entries { numbers.insert(number) }
    return numbers
  }

  /// The judgements that hold, in order.
  var inForce: [Judgement] {
    let undone = self.undone
    return entries.compactMap { entry in
      guard case .judgement(let judgement) = entry, !undone.contains(judgement.number) else {
        return nil
      }
      return judgement
    }
  }

  /// The number of the next line.
  var nextNumber: Int { (entries.last?.number ?? 0) + 1 }

  /// Adds a line.
  mutating func append(_ entry: Entry) { entries.append(entry) }
}

// MARK: - Bytes

extension JudgementJournal {
  /// The journal as bytes, in the encoding of records; equal journals give equal bytes.
  func encoded() -> [UInt8] {
    var writer = RecordWriter()
    writer.put(entries.count)
    for entry in entries {
      switch entry {
      case .undo(let number, let other):
        writer.put(0)
        writer.put(number)
        writer.put(other)
      case .judgement(let judgement):
        writer.put(Self.code(of: judgement.verdict))
        writer.put(judgement.number)
        writer.put(side: judgement.first)
        writer.put(side: judgement.second)
        writer.put(judgement.documents.count)
        for document in judgement.documents { writer.put(document.value) }
      }
    }
    return writer.bytes()
  }

  /// Reads a journal; no bytes are an empty one.
  init(decoding bytes: [UInt8]) throws(RecordError) {
    guard !bytes.isEmpty else { return }
    var reader = try RecordReader(bytes[...])
    for _ in 0..<(try reader.count()) {
      let code = try reader.number()
      let number = try reader.number()
      guard number > (entries.last?.number ?? 0) else { throw .damaged }
      guard code > 0 else {
        entries.append(.undo(number: number, of: try reader.number()))
        continue
      }
      guard let verdict = Judgement.Verdict.allCases.first(where: { Self.code(of: $0) == code })
      else { throw .damaged }
      let first = try reader.side()
      let second = try reader.side()
      var documents: [DocumentID] = []
      for _ in 0..<(try reader.count()) { documents.append(DocumentID(try reader.text())) }
      entries.append(
        .judgement(
          Judgement(
            number: number, verdict: verdict, first: first, second: second, documents: documents)))
    }
    guard reader.isAtEnd else { throw .damaged }
  }

  private static func code(of verdict: Judgement.Verdict) -> Int {
    switch verdict {
    case .same: 1
    case .different: 2
    case .unsure: 3
    case .apart: 4
    }
  }
}

extension RecordWriter {
  fileprivate mutating func put(side: Judgement.Side) {
    put(side.id.value)
    put(side.label)
    put(side.identities.count)
    for identity in side.identities {
      put(identity.type)
      put(identity.key)
      put(identity.distinction)
    }
  }
}

extension RecordReader {
  fileprivate mutating func side() throws(RecordError) -> Judgement.Side {
    let id = EntityID(try text())
    let label = try text()
    var identities: [Identity] = []
    for _ in 0..<(try count()) {
      identities.append(
        Identity(type: try text(), key: try text(), distinction: try text()))
    }
    return Judgement.Side(id: id, label: label, identities: identities)
  }
}
