import GraphModel

/// Appends numbers and texts to a byte buffer in the store's encoding.
struct ByteWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Empties the buffer and keeps its memory.
  mutating func reset() { bytes.removeAll(keepingCapacity: true) }

  /// Shortens the buffer to `count` bytes.
  mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// Appends one byte.
  mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Appends an unsigned number as LEB128: seven bits a byte, lowest first.
  @inline(__always)
  mutating func varint(_ value: UInt64) { LEB128.append(value, to: &bytes) }

  /// Appends a count or an offset.
  @inline(__always)
  mutating func number(_ value: Int) { varint(UInt64(bitPattern: Int64(value))) }

  /// Appends raw bytes.
  mutating func raw(_ value: some Sequence<UInt8>) { bytes.append(contentsOf: value) }

  /// Appends bytes after their length.
  mutating func block(_ value: some Collection<UInt8>) {
    number(value.count)
    bytes.append(contentsOf: value)
  }

  /// Appends a text as its UTF-8 bytes after their length.
  mutating func text(_ value: String) { block(value.utf8) }

  /// Appends `0`, or `1` and a text.
  mutating func text(_ value: String?) {
    byte(value == nil ? 0 : 1)
    if let value { text(value) }
  }

  /// Appends a list of texts after their number.
  mutating func texts(_ values: [String]) {
    number(values.count)
    for value in values { text(value) }
  }

  /// Appends the eight bytes of a floating-point number, little-endian.
  mutating func double(_ value: Double) {
    var rest = value.bitPattern
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Appends four bytes, the highest first, so that keys sort as their numbers.
  mutating func bigEndian(_ value: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Appends the checksum of what was written.
  mutating func seal() {
    var sum = bytes.withUnsafeBytes { Checksum.of($0) }
    for _ in 0..<Checksum.size {
      bytes.append(UInt8(truncatingIfNeeded: sum))
      sum >>= 8
    }
  }
}
