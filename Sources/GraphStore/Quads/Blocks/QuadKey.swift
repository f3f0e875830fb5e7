import GraphModel

/// The keys of blocks: bytes that sort as the quads do.
///
/// A key is as much of its block's first quad as tells it from the last quad of the block before;
/// the first block's key is a zero byte. So a quad belongs to the last block whose key is not
/// greater than the quad's bytes.
struct QuadKey {
  /// The key of the first block.
  static let lowest: [UInt8] = [0]
  /// The bytes of a whole quad, at most.
  static let maxSize = 36

  /// Appends the bytes of a quad.
  ///
  /// Each number has its kind in the six top bits of its first byte. For values seven bytes
  /// follow; for numbers of a dictionary the two low bits tell whether 3, 4, 6 or 8 follow. The
  /// default graph is a zero byte alone.
  static func append(_ quad: OrderedQuad, to key: inout [UInt8]) {
    append(quad.a, to: &key)
    append(quad.b, to: &key)
    append(quad.c, to: &key)
    append(quad.d, to: &key)
  }

  /// The bytes of a whole quad.
  static func of(_ quad: OrderedQuad) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(maxSize)
    append(quad, to: &key)
    return key
  }

  /// The shortest key for a block that starts with `quad`, after one that ends with `last`.
  static func between(_ last: OrderedQuad, _ quad: OrderedQuad) -> [UInt8] {
    let before = of(last)
    var key = of(quad)
    var shared = 0
    while shared < min(before.count, key.count), before[shared] == key[shared] { shared += 1 }
    key.removeLast(max(0, key.count - shared - 1))
    return key
  }

  private static func append(_ raw: UInt64, to key: inout [UInt8]) {
    let bits = UInt8(truncatingIfNeeded: raw >> TermID.payloadBits)
    if raw == 0 {
      key.append(0)
      return
    }
    guard bits < TermID.Kind.shortString.rawValue || bits >= TermID.Kind.triple.rawValue else {
      append(raw, 8, to: &key)
      return
    }
    let payload = raw & TermID.payloadMask
    let (mark, size): (UInt8, Int) =
      payload < 1 << 24 ? (0, 3) : payload < 1 << 32 ? (1, 4) : payload < 1 << 48 ? (2, 6) : (3, 8)
    key.append(bits << 2 | mark)
    append(payload, size, to: &key)
  }

  private static func append(_ value: UInt64, _ size: Int, to key: inout [UInt8]) {
    for place in stride(from: 8 * (size - 1), through: 0, by: -8) {
      key.append(UInt8(truncatingIfNeeded: value >> UInt64(place)))
    }
  }
}
