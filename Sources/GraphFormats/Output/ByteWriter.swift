import GraphModel

/// Collects bytes and hands them on in large pieces.
///
/// Appending never fails; only ``checkpoint()`` and ``flush()`` write, so a writer calls the
/// former after every record and the latter at the end. Memory is bounded by the piece's size
/// and the longest record.
public struct ByteWriter {
  /// The bytes that were not handed on yet.
  public private(set) var pending: [UInt8] = []
  private let sink: any ByteSink

  /// How many bytes are collected before they are handed on.
  public static let pieceSize = 1 << 16

  /// Creates a writer.
  public init(to sink: any ByteSink) {
    self.sink = sink
    pending.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Forgets the bytes that were not handed on yet, and keeps their room.
  mutating func discardPending() { pending.removeAll(keepingCapacity: true) }

  /// Appends a byte.
  public mutating func byte(_ byte: UInt8) { pending.append(byte) }

  /// Appends a text as UTF-8.
  public mutating func raw(_ text: String) { pending.append(contentsOf: text.utf8) }

  /// Appends bytes.
  mutating func raw(_ bytes: [UInt8]) { pending.append(contentsOf: bytes) }

  /// Appends bytes.
  public mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    pending.append(contentsOf: bytes)
  }

  /// Appends a range of bytes of a larger buffer.
  public mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    pending.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Appends a whole number in decimal digits.
  public mutating func integer(_ value: Int) {
    if value < 0 { pending.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = pending.count
    repeat {
      pending.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    pending[start...].reverse()
  }

  /// Appends a share in 0...1 with at most four decimal places: `0.86`, `1.0`.
  ///
  /// Values outside are brought to the nearest end, and what is not a number to 0.
  public mutating func share(_ value: Double) {
    ShareText.append(value, to: &pending)
  }

  /// Appends four or more lower-case hexadecimal digits.
  public mutating func hex(_ value: UInt32, digits: Int = 4) {
    for shift in stride(from: (digits - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(shift) & 0xf)
      pending.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// Appends an ASCII character as JSON, Turtle and N-Triples alike escape it: `\\n`, `\\u0001`.
  mutating func backslashed(_ byte: UInt8) {
    self.byte(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): self.byte(byte)
    case 0x0a: self.byte(UInt8(ascii: "n"))
    case 0x0d: self.byte(UInt8(ascii: "r"))
    case 0x09: self.byte(UInt8(ascii: "t"))
    default:
      self.byte(UInt8(ascii: "u"))
      hex(UInt32(byte))
    }
  }

  /// Appends a text, handing each byte that the closure wants replaced to a second closure.
  @inline(__always)
  mutating func escaped(
    _ text: String, where isSpecial: (UInt8) -> Bool, _ replace: (inout ByteWriter, UInt8) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices where isSpecial(bytes[index]) {
        if start < index { raw(bytes, start..<index) }
        replace(&self, bytes[index])
        start = index + 1
      }
      if start < bytes.count { raw(bytes, start..<bytes.count) }
    }
  }

  /// Hands the bytes on if there are many.
  public mutating func checkpoint() throws {
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Hands on what is left.
  public mutating func flush() throws {
    guard !pending.isEmpty else { return }
    try pending.withUnsafeBytes { try sink.write($0) }
    pending.removeAll(keepingCapacity: true)
  }
}

extension ByteWriter {
  /// Appends a place or a size with one decimal place: `-12.3`.
  mutating func decimal(_ value: Float) {
    let tenths = value.isFinite ? Int((min(max(value, -1e9), 1e9) * 10).rounded()) : 0
    if tenths < 0 { byte(UInt8(ascii: "-")) }
    integer(abs(tenths) / 10)
    byte(UInt8(ascii: "."))
    integer(abs(tenths) % 10)
  }
}
