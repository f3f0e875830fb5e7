import GraphModel

/// Builds the bytes of a record: numbers as LEB128, texts as numbers into a table.
struct RecordWriter {
  /// What was written so far, without the table of texts.
  private(set) var body: [UInt8] = []
  private var texts: [String] = []
  private var numberOfText: [ByteName: Int] = [:]

  /// Adds a number of at least 0.
  mutating func put(_ number: Int) { LEB128.append(UInt64(max(0, number)), to: &body) }

  /// Adds a text.
  mutating func put(_ text: String) {
    let key = ByteName(text)
    if let number = numberOfText[key] { return put(number) }
    numberOfText[key] = texts.count
    put(texts.count)
    texts.append(text)
  }

  /// Adds a text that may be missing.
  mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }

  /// Adds a number of at least 0 that may be missing.
  mutating func put(_ number: Int?) { put(number.map { $0 + 1 } ?? 0) }

  /// Adds a fraction, bit for bit.
  mutating func put(_ fraction: Double) { Self.put(fixed: fraction.bitPattern, to: &body) }

  /// Adds a number of 64 bits, whatever they are.
  mutating func put(bits: UInt64) { Self.put(fixed: bits, to: &body) }

  /// Adds a span as its start and its length.
  mutating func put(_ span: TextSpan) {
    put(span.start)
    put(span.end - span.start)
  }

  /// The table of texts, then the body.
  func bytes() -> [UInt8] {
    var result: [UInt8] = []
    LEB128.append(UInt64(texts.count), to: &result)
    for text in texts {
      let bytes = Array(text.utf8)
      LEB128.append(UInt64(bytes.count), to: &result)
      result += bytes
    }
    return result + body
  }

  /// Adds a number as eight bytes, little-endian.
  static func put(fixed number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
