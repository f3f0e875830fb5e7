import GraphModel

/// Reads the texts of terms where the dictionary keeps them, forward from one to the next.
final class DictionaryTexts: TermTexts {
  private let dictionary: QuadDictionary
  /// What keeps the transaction open.
  private let owner: AnyObject
  private var segment = TermSegmentReader(
    TermSegment(first: 0, UnsafeRawBufferPointer(start: nil, count: 0)))
  /// A term that is not in a segment.
  private var bytes: [UInt8] = []

  init(_ dictionary: QuadDictionary, owner: AnyObject) {
    self.dictionary = dictionary
    self.owner = owner
  }

  func read(
    _ id: TermID, _ body: (UnsafeBufferPointer<UInt8>, _ isString: Bool) -> Void
  ) throws -> Bool {
    let isString = id.kind == .string || id.kind == .text
    guard isString || id.kind == .iri || id.kind == .literal else { return false }
    let number = id.payload
    guard number < dictionary.layout.dictionaryTerms else {
      guard try dictionary.read(id, into: &bytes) else { return false }
      return Self.tell(bytes, id, isString, body)
    }
    do throws(EncodingFault) {
      if !segment.holds(number) {
        guard let found = dictionary.segment(holding: number) else { return false }
        segment = TermSegmentReader(found)
      }
      guard try segment.move(to: number) else { return false }
    } catch { throw dictionary.damaged("\(error)") }
    return Self.tell(segment.term, id, isString, body)
  }

  /// Gives the text behind the kind, and behind the language or datatype.
  private static func tell(
    _ term: [UInt8], _ id: TermID, _ isString: Bool,
    _ body: (UnsafeBufferPointer<UInt8>, _ isString: Bool) -> Void
  ) -> Bool {
    guard term.first == id.kindBits else { return false }
    var start = 1
    if id.kind == .text || id.kind == .literal {
      guard let zero = term.firstIndex(of: 0) else { return false }
      start = zero + 1
    }
    term.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...]), isString) }
    return true
  }
}
