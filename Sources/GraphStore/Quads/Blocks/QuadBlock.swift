import GraphModel

/// A run of sorted quads in few bytes, read from its start.
///
/// A value of a table that starts with the number of quads. It reads never past the block's end,
/// whatever the bytes are.
struct QuadBlock {
  /// The size of a block with its checksum at most, so that four and their keys fit on a page;
  /// only a block of a single quad could be larger, and none is.
  static let size = 980
  /// The bytes before the first quad.
  static let headSize = 2
  /// More bytes than one quad takes.
  static let maxRowSize = 5 * IDCode.maxSize
  /// The quads in a block, at most.
  static let maxCount = 1_000

  private var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  /// How many quads follow the current one.
  private(set) var rest: Int
  /// The current quad, after ``next()`` returned `true`.
  private(set) var quad = OrderedQuad.first
  private var isAtStart = true

  /// Creates a reader of a value without its checksum; the bytes must outlive it.
  init(_ payload: UnsafeRawBufferPointer) throws(EncodingFault) {
    guard let base = payload.baseAddress, payload.count > Self.headSize else { throw .short }
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    place = bytes + Self.headSize
    end = bytes + payload.count
    rest = Int(bytes[0]) | Int(bytes[1]) << 8
    guard rest > 0, rest <= Self.maxCount else { throw .number }
  }

  /// Creates a reader of no quads.
  init() {
    place = UnsafePointer(Self.nothing)
    end = place
    rest = 0
  }

  nonisolated(unsafe) private static let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

  /// How many quads a value says that it holds.
  static func count(_ value: UnsafeRawBufferPointer) -> Int {
    value.count >= headSize ? Int(value[0]) | Int(value[1]) << 8 : 0
  }

  /// Moves to the next quad.
  @inline(__always)
  mutating func next() throws(EncodingFault) -> Bool {
    guard rest > 0 else { return false }
    rest -= 1
    try step()
    return true
  }

  @inline(__always)
  private mutating func step() throws(EncodingFault) {
    if isAtStart {
      isAtStart = false
      quad = OrderedQuad(try number(), try number(), try number(), try number())
      return
    }
    let head = try varint()
    let difference = head >> 3
    switch head & 7 {
    case 0: quad.c = try grown(quad.c, difference)
    case 1:
      quad.b = try grown(quad.b, difference)
      quad.c = try number()
    case 2:
      quad.a = try grown(quad.a, difference)
      quad.b = try number()
      quad.c = try number()
    case 3: quad.d = try grown(quad.d, difference)
    case 4:
      quad.c = try grown(quad.c, difference)
      quad.d = try number()
    case 5:
      quad.b = try grown(quad.b, difference)
      quad.c = try number()
      quad.d = try number()
    case 6:
      quad.a = try grown(quad.a, difference)
      quad.b = try number()
      quad.c = try number()
      quad.d = try number()
    default: throw .number
    }
  }

  @inline(__always)
  private mutating func grown(
    _ old: UInt64, _ difference: UInt64
  ) throws(EncodingFault) -> UInt64 {
    difference == 0 ? try number() : old &+ difference
  }

  @inline(__always)
  private mutating func number() throws(EncodingFault) -> UInt64 {
    let code = try varint()
    if code & 7 < 4 {
      let kind = Self.kinds >> ((code & 7) << 3) & 0xff
      return kind << TermID.payloadBits | code >> 3 & TermID.payloadMask
    }
    return try value(code)
  }

  /// The kinds of the codes 0 to 3, a byte each.
  private static let kinds: UInt64 = 0x0908_0102

  @inline(never)
  private mutating func value(_ code: UInt64) throws(EncodingFault) -> UInt64 {
    let more = code & 7 == 7 ? try varint() : 0
    return try IDCode.value(code) { () throws(EncodingFault) in more }
  }

  @inline(__always)
  private mutating func varint() throws(EncodingFault) -> UInt64 {
    guard place < end else { throw .short }
    let first = place.pointee
    place += 1
    if first < 0x80 { return UInt64(first) }
    var value = UInt64(first & 0x7f)
    var shift: UInt64 = 7
    while true {
      guard place < end else { throw .short }
      let next = place.pointee
      place += 1
      value |= UInt64(next & 0x7f) << shift
      if next < 0x80 { break }
      shift += 7
      guard shift < 64 else { throw .number }
    }
    return value
  }
}
