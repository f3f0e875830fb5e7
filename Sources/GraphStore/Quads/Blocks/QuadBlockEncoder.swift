import GraphModel

/// Packs sorted quads into blocks of at most ``QuadBlock/size`` bytes.
///
/// schema/store-format.md describes the bytes.
struct QuadBlockEncoder: ~Copyable {
  private let bytes: UnsafeMutablePointer<UInt8>
  private var end = QuadBlock.headSize
  /// How many quads are in the block.
  private(set) var count = 0
  /// The last quad of the block.
  private(set) var last = OrderedQuad.first

  init() {
    bytes = .allocate(capacity: QuadBlock.size + QuadBlock.maxRowSize)
  }

  deinit { bytes.deallocate() }

  /// Adds a quad that is greater than the last one, unless the block has no room for it.
  @inline(__always)
  mutating func append(_ quad: OrderedQuad) -> Bool {
    var place = bytes + end
    if count == 0 {
      IDCode.write(quad.a, &place)
      IDCode.write(quad.b, &place)
      IDCode.write(quad.c, &place)
      IDCode.write(quad.d, &place)
    } else {
      write(quad, &place)
      guard place - bytes <= QuadBlock.size - Checksum.size, count < QuadBlock.maxCount else {
        return false
      }
    }
    end = place - bytes
    last = quad
    count += 1
    return true
  }

  @inline(__always)
  private func write(_ quad: OrderedQuad, _ place: inout UnsafeMutablePointer<UInt8>) {
    if quad.a == last.a, quad.b == last.b, quad.c == last.c {
      change(3, last.d, quad.d, &place)
      return
    }
    let sameEnd: UInt64 = quad.d == last.d ? 0 : 4
    if quad.a != last.a {
      change(2 | sameEnd, last.a, quad.a, &place)
      IDCode.write(quad.b, &place)
      IDCode.write(quad.c, &place)
    } else if quad.b != last.b {
      change(1 | sameEnd, last.b, quad.b, &place)
      IDCode.write(quad.c, &place)
    } else {
      change(sameEnd, last.c, quad.c, &place)
    }
    if sameEnd != 0 { IDCode.write(quad.d, &place) }
  }

  /// Writes by how much a number grew, or the number itself if that is far.
  @inline(__always)
  private func change(
    _ code: UInt64, _ old: UInt64, _ new: UInt64, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    let difference = new &- old
    if difference < 1 << 36 {
      IDCode.varint(difference << 3 | code, &place)
    } else {
      IDCode.varint(code, &place)
      IDCode.write(new, &place)
    }
  }

  /// The block's bytes with their checksum; valid until the next change.
  mutating func finish() -> UnsafeRawBufferPointer {
    bytes[0] = UInt8(truncatingIfNeeded: count)
    bytes[1] = UInt8(truncatingIfNeeded: count >> 8)
    var sum = Checksum.of(UnsafeRawBufferPointer(start: bytes, count: end))
    for place in end..<end + Checksum.size {
      bytes[place] = UInt8(truncatingIfNeeded: sum)
      sum >>= 8
    }
    return UnsafeRawBufferPointer(start: bytes, count: end + Checksum.size)
  }

  /// Starts a new block.
  mutating func reset() {
    end = QuadBlock.headSize
    count = 0
  }
}
