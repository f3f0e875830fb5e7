/// The word pieces of the encoder, found by their bytes; `##` marks one that continues a word.
struct PieceVocabulary: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer
  private let ends: UnsafeBufferPointer<UInt32>
  /// Open addressing: the number of a piece + 1, at FNV-1a of its bytes, or 0.
  private let slots: UnsafeBufferPointer<UInt32>
  /// The length of the longest piece, in bytes.
  let longest: Int

  static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325
  static let continuationHash = hash(hash(emptyHash, 0x23), 0x23)

  init(_ file: ModelFile, count: Int) throws(LinguisticsError) {
    bytes = try file.section("vocab.bytes")
    ends = try file.array("vocab.ends", of: UInt32.self, count: count)
    slots = try file.array("vocab.slots", of: UInt32.self)
    var longest = 0
    var last: UInt32 = 0
    for end in ends {
      guard end >= last, Int(end) <= bytes.count else {
        throw .model("section vocab.ends is not in order")
      }
      longest = max(longest, Int(end - last))
      last = end
    }
    self.longest = longest
    guard slots.count > count, slots.count & (slots.count - 1) == 0,
      slots.allSatisfy({ $0 <= count }), slots.contains(0)
    else { throw .model("section vocab.slots is not a table") }
  }

  /// One step of FNV-1a.
  static func hash(_ state: UInt64, _ byte: UInt8) -> UInt64 {
    (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The number of a piece, if there is one of these bytes.
  func number(_ text: ArraySlice<UInt8>, isContinuation: Bool, hash: UInt64) -> Int32? {
    let mask = UInt64(slots.count - 1)
    var at = hash & mask
    while slots[Int(at)] != 0 {
      let number = Int(slots[Int(at)]) - 1
      if matches(number, text, isContinuation) { return Int32(number) }
      at = (at + 1) & mask
    }
    return nil
  }

  /// The text of a piece.
  subscript(number: Int32) -> String {
    let number = Int(number)
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return String(decoding: bytes[start..<Int(ends[number])], as: UTF8.self)
  }

  /// Whether a whole word is a piece.
  func contains(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    let hash = bytes.reduce(Self.emptyHash, Self.hash)
    return number(bytes[...], isContinuation: false, hash: hash) != nil
  }

  private func matches(_ number: Int, _ text: ArraySlice<UInt8>, _ isContinuation: Bool) -> Bool {
    var start = number == 0 ? 0 : Int(ends[number - 1])
    let end = Int(ends[number])
    if isContinuation {
      guard end - start == text.count + 2, bytes[start] == 0x23, bytes[start + 1] == 0x23 else {
        return false
      }
      start += 2
    }
    return end - start == text.count && bytes[start..<end].elementsEqual(text)
  }
}
