import GraphModel

/// Bytes that are not what the store's encoding allows.
enum EncodingFault: Error {
  /// The bytes end before the value does.
  case short
  /// A number is out of the range that its place allows.
  case number
  /// A text is not UTF-8.
  case text
  /// Bytes are left over after the value.
  case rest
}

/// Reads numbers and texts from a byte buffer in the store's encoding; never past its end.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  /// Creates a reader; the bytes must outlive it.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything was read.
  var isAtEnd: Bool { place == bytes.count }

  /// How many bytes are left.
  var rest: Int { bytes.count - place }

  /// Reads one byte.
  @inline(__always)
  mutating func byte() throws(EncodingFault) -> UInt8 {
    guard place < bytes.count else { throw .short }
    defer { place += 1 }
    return bytes[place]
  }

  /// Reads a LEB128 number of at most 64 bits.
  @inline(__always)
  mutating func varint() throws(EncodingFault) -> UInt64 {
    guard let value = try LEB128.read({ () throws(EncodingFault) in try byte() }) else {
      throw .number
    }
    return value
  }

  /// Reads a number of at most 32 bits.
  @inline(__always)
  mutating func number32() throws(EncodingFault) -> UInt32 {
    guard let value = UInt32(exactly: try varint()) else { throw .number }
    return value
  }

  /// Reads a count or an offset; any 64-bit pattern.
  @inline(__always)
  mutating func number() throws(EncodingFault) -> Int { Int(truncatingIfNeeded: try varint()) }

  /// Reads the number of items that follow, each of at least one byte.
  mutating func count() throws(EncodingFault) -> Int {
    let value = try number()
    guard value >= 0, value <= rest else { throw .number }
    return value
  }

  /// Reads a given number of bytes.
  mutating func raw(_ count: Int) throws(EncodingFault) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= rest else { throw .short }
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
  }

  /// Reads a text after its length.
  mutating func text() throws(EncodingFault) -> String {
    let value = try raw(count())
    guard let text = String(validating: value, as: UTF8.self) else { throw .text }
    return text
  }

  /// Reads a text that may be absent.
  mutating func optionalText() throws(EncodingFault) -> String? {
    try flag() ? text() : nil
  }

  /// Reads a byte that is 0 or 1.
  mutating func flag() throws(EncodingFault) -> Bool {
    let value = try byte()
    guard value <= 1 else { throw .number }
    return value == 1
  }

  /// Reads a list of texts.
  mutating func texts() throws(EncodingFault) -> [String] {
    var result: [String] = []
    for _ in 0..<(try count()) { result.append(try text()) }
    return result
  }

  /// Reads the eight bytes of a floating-point number.
  mutating func double() throws(EncodingFault) -> Double {
    let value = try raw(8).loadUnaligned(as: UInt64.self)
    return Double(bitPattern: UInt64(littleEndian: value))
  }

  /// Reads four bytes, the highest first.
  mutating func bigEndian() throws(EncodingFault) -> UInt32 {
    UInt32(bigEndian: try raw(4).loadUnaligned(as: UInt32.self))
  }

  /// Fails unless everything was read.
  func finish() throws(EncodingFault) {
    guard isAtEnd else { throw .rest }
  }
}
