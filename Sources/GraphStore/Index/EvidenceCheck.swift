import Glibc
import GraphModel

/// Compares the quotes of statements with the texts they come from.
struct EvidenceCheck {
  private let reader: TableReader

  init(_ reader: TableReader) { self.reader = reader }

  /// The statements with the evidence that is sound, and what is not.
  func sound(
    _ statements: [Statement]
  ) throws(StoreError) -> (statements: [Statement], problems: [StoreProblem]) {
    let problems = try problems(of: statements, mentions: false)
    guard !problems.isEmpty else { return (statements, []) }
    let faulty = Set(problems.compactMap(\.evidence))
    let sound = statements.compactMap { statement -> Statement? in
      let kept = statement.evidence.filter {
        !faulty.contains(EvidencePlace(statement: statement.id, evidence: $0))
      }
      guard let first = kept.first else { return nil }
      return Statement(
        statement.content, confidence: statement.confidence, from: first,
        Array(kept.dropFirst()))
    }
    return (sound, problems)
  }

  /// What is wrong with the evidence of some statements, by document and then statement.
  ///
  /// - Parameters:
  ///   - statements: The statements.
  ///   - mentions: Whether the words of subjects and objects are compared too.
  /// - Returns: The problems; empty if every quote stands where it should.
  /// - Throws: ``StoreError/damaged(path:detail:)`` if a text cannot be read.
  func problems(
    of statements: [Statement], mentions: Bool
  ) throws(StoreError) -> [StoreProblem] {
    var byDocument: [DocumentID: [Place]] = [:]
    for s in statements.indices {
      for (e, piece) in statements[s].evidence.enumerated() {
        byDocument[piece.document, default: []].append(Place(statement: s, evidence: e))
      }
    }
    var problems: [StoreProblem] = []
    for document in byDocument.keys.sorted() {
      let text = try reader.textView(document).map(CodePointText.init)
      let places = byDocument[document] ?? []
      let faulty = places.filter { place in
        let piece = statements[place.statement].evidence[place.evidence]
        return Self.problem(of: piece, mentions: mentions, in: text) != nil
      }
      let pieces = faulty.map { place in
        let statement = statements[place.statement]
        return (statement: statement.id, evidence: statement.evidence[place.evidence])
      }
      let sorted = pieces.sorted {
        $0.statement != $1.statement ? $0.statement < $1.statement : $0.evidence < $1.evidence
      }
      for (statement, piece) in sorted {
        switch Self.problem(of: piece, mentions: mentions, in: text) {
        case .missing: problems.append(.missingDocument(statement, piece))
        case .quote: problems.append(.quoteDiffers(statement, piece))
        case .mentions(let differing):
          problems += differing.map { .mentionDiffers(statement, piece, $0) }
        case nil: break
        }
      }
    }
    return problems
  }

  /// A piece of evidence by its place in its statement, and that of the statement.
  private struct Place {
    let statement: Int
    let evidence: Int
  }

  /// What is wrong with a piece of evidence.
  private enum Fault {
    case missing
    case quote
    case mentions([MentionText])
  }

  private static func problem(
    of piece: Evidence, mentions: Bool, in text: CodePointText?
  ) -> Fault? {
    guard let text else { return .missing }
    guard text.equals(piece.quote, at: piece.span) else { return .quote }
    guard mentions else { return nil }
    let differing = [piece.subject, piece.object].compactMap { $0 }
      .filter { !text.equals($0.text, at: $0.span) }
    return differing.isEmpty ? nil : .mentions(differing)
  }
}

/// A text whose places are counted in code points.
struct CodePointText {
  private let bytes: UnsafeRawBufferPointer
  /// The byte at which every 256th code point starts; empty if all characters are of one byte.
  private var checkpoints: [Int] = []
  private static let stride = 256

  /// Creates the text; the bytes must outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    var points = 0
    for (place, byte) in bytes.enumerated() where byte & 0xc0 != 0x80 {
      if points % Self.stride == 0 { checkpoints.append(place) }
      points += 1
    }
  }

  /// Whether some words stand at a place.
  func equals(_ words: String, at span: TextSpan) -> Bool {
    guard let start = byte(at: span.start) else { return false }
    let utf8 = words.utf8
    guard words.unicodeScalars.count == span.end - span.start, utf8.count <= bytes.count - start
    else { return false }
    let same = utf8.withContiguousStorageIfAvailable { words -> Bool in
      guard let text = bytes.baseAddress, let first = words.baseAddress else { return false }
      return memcmp(text + start, first, words.count) == 0
    }
    return same ?? bytes[start..<start + utf8.count].elementsEqual(utf8)
  }

  /// The byte at which a code point starts, or `nil` beyond the end.
  private func byte(at point: Int) -> Int? {
    guard !checkpoints.isEmpty else { return point <= bytes.count ? point : nil }
    let checkpoint = point / Self.stride
    guard checkpoint < checkpoints.count else { return nil }
    var place = checkpoints[checkpoint]
    var left = point % Self.stride
    while left > 0 {
      place += 1
      guard place < bytes.count else { return nil }
      if bytes[place] & 0xc0 != 0x80 { left -= 1 }
    }
    return place
  }
}
