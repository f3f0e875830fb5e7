import GraphModel

/// Why the bytes of a record cannot be read.
enum RecordError: Error, Hashable, Sendable {
  /// The bytes are no record.
  case notARecord
  /// The record is of another version of the format.
  case version(Int)
  /// The bytes were changed or cut.
  case damaged
}

/// Takes a record's bytes apart; the counterpart of ``RecordWriter``.
struct RecordReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var texts: [String] = []

  /// Creates a reader of a table of texts and a body, and reads the table.
  init(_ bytes: ArraySlice<UInt8>) throws(RecordError) {
    self.bytes = bytes
    position = bytes.startIndex
    let count = try number()
    guard count <= bytes.count else { throw .damaged }
    texts.reserveCapacity(count)
    for _ in 0..<count {
      let length = try number()
      guard length <= bytes.endIndex - position else { throw .damaged }
      texts.append(String(decoding: bytes[position..<position + length], as: UTF8.self))
      position += length
    }
  }

  /// Whether everything was read.
  var isAtEnd: Bool { position == bytes.endIndex }

  /// Reads a number.
  mutating func number() throws(RecordError) -> Int {
    let value = try LEB128.read { () throws(RecordError) in
      guard position < bytes.endIndex else { throw .damaged }
      defer { position += 1 }
      return bytes[position]
    }
    guard let value, value <= UInt64(Int.max) else { throw .damaged }
    return Int(value)
  }

  /// Reads the number of items to follow; each takes at least a byte.
  mutating func count() throws(RecordError) -> Int {
    let count = try number()
    guard count <= bytes.endIndex - position else { throw .damaged }
    return count
  }

  /// Reads a number that is less than a limit.
  mutating func number(below limit: Int) throws(RecordError) -> Int {
    let number = try number()
    guard number < limit else { throw .damaged }
    return number
  }

  /// Reads a number that may be missing and is less than a limit.
  mutating func optionalNumber(below limit: Int) throws(RecordError) -> Int? {
    let number = try number()
    guard number <= limit else { throw .damaged }
    return number == 0 ? nil : number - 1
  }

  /// Reads a text.
  mutating func text() throws(RecordError) -> String { texts[try number(below: texts.count)] }

  /// Reads a text that may be missing.
  mutating func optionalText() throws(RecordError) -> String? {
    try number(below: 2) == 0 ? nil : try text()
  }

  /// Reads a truth value.
  mutating func flag() throws(RecordError) -> Bool { try number(below: 2) == 1 }

  /// Reads one of the cases of an enumeration.
  mutating func one<Case: CaseIterable>(of type: Case.Type) throws(RecordError) -> Case {
    let cases = Array(type.allCases)
    return cases[try number(below: cases.count)]
  }

  /// Reads a fraction.
  mutating func fraction() throws(RecordError) -> Double { Double(bitPattern: try bits()) }

  /// Reads a number of 64 bits.
  mutating func bits() throws(RecordError) -> UInt64 {
    guard bytes.endIndex - position >= 8 else { throw .damaged }
    let value = Self.fixed(bytes[position..<position + 8])
    position += 8
    return value
  }

  /// Reads a span.
  mutating func span() throws(RecordError) -> TextSpan {
    let start = try number()
    let length = try number()
    let (end, overflow) = start.addingReportingOverflow(length)
    guard !overflow, let span = TextSpan(start..<end) else { throw .damaged }
    return span
  }

  /// The number in eight bytes, little-endian.
  static func fixed(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
