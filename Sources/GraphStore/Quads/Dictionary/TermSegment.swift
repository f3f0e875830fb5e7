import Glibc

/// A run of terms in the order of their bytes, front-coded: the bulk of the dictionary.
///
/// `u32` number of terms *n* (the lowest byte first, as all here), then `u32` for each block of 16
/// terms where it begins, counted from the segment's start; then the blocks: `var` length and
/// bytes of the first term, and for each further one `var` bytes shared with the one before, `var`
/// length of the rest, the rest. Reading never goes past the end, whatever the bytes are.
struct TermSegment {
  /// The number of terms in a block.
  static let blockLength = 16
  /// The number of terms in a segment, at most.
  static let maxCount = 4_096
  /// The size at which a segment is closed though it could hold more terms.
  static let fullSize = 1 << 20

  /// The number of the first term.
  let first: UInt64
  private let bytes: UnsafeRawBufferPointer

  /// Creates a view of a value, with or without its checksum.
  init(first: UInt64, _ bytes: UnsafeRawBufferPointer) {
    self.first = first
    self.bytes = bytes
  }

  /// How many terms it holds.
  var count: Int { bytes.count >= 4 ? min(Int(word(0)), Self.maxCount) : 0 }

  private var blockCount: Int { (count + Self.blockLength - 1) / Self.blockLength }

  private func word(_ place: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  fileprivate func block(_ index: Int) throws(EncodingFault) -> ByteReader {
    let place = 4 + 4 * index
    guard place + 4 <= bytes.count else { throw .short }
    let start = Int(word(place))
    guard start <= bytes.count else { throw .short }
    return ByteReader(UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }

  /// Puts the bytes of a term, by its place in the segment, into `term`.
  ///
  /// Of the terms before it in its block only what it shares with them is copied.
  func read(_ place: Int, into term: inout [UInt8]) throws(EncodingFault) {
    guard place >= 0, place < count else { throw .number }
    var reader = try block(place / Self.blockLength)
    // What each term up to this one begins anew, and how many bytes stand before that.
    var rests = InlineArray<16, UnsafeRawBufferPointer>(
      repeating: UnsafeRawBufferPointer(start: nil, count: 0))
    var shared = InlineArray<16, Int>(repeating: 0)
    let last = place % Self.blockLength
    rests[0] = try reader.raw(reader.number())
    var length = rests[0].count
    for index in 0..<last {
      shared[index + 1] = try reader.number()
      guard shared[index + 1] >= 0, shared[index + 1] <= length else { throw .number }
      rests[index + 1] = try reader.raw(reader.number())
      length = shared[index + 1] + rests[index + 1].count
    }
    // From the last to the first: a term gives what the later ones leave of it.
    var open = length
    for index in stride(from: last, through: 0, by: -1) {
      let start = min(shared[index], open)
      rests[index] = UnsafeRawBufferPointer(rebasing: rests[index].prefix(open - start))
      open = start
    }
    term.removeAll(keepingCapacity: true)
    for index in 0...last where rests[index].count > 0 { term.append(contentsOf: rests[index]) }
  }

  fileprivate static func step(
    _ reader: inout ByteReader, _ term: inout [UInt8]
  ) throws(EncodingFault) {
    let shared = try reader.number()
    guard shared >= 0, shared <= term.count else { throw .number }
    let rest = try reader.raw(reader.number())
    term.removeLast(term.count - shared)
    term.append(contentsOf: rest)
  }

  /// The first term as its block holds it.
  func firstTerm(ofBlock index: Int) throws(EncodingFault) -> UnsafeRawBufferPointer {
    var reader = try block(index)
    return try reader.raw(reader.number())
  }

  /// The place of a term, or `nil` if the segment does not hold it.
  func place(of term: UnsafeRawBufferPointer) throws(EncodingFault) -> Int? {
    var low = 0
    var high = blockCount
    // The last block whose first term is not greater than the term.
    while low < high {
      let middle = low + (high - low) / 2
      if ByteOrder.isLess(term, try firstTerm(ofBlock: middle)) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard low > 0 else { return nil }
    var reader = try block(low - 1)
    let start = (low - 1) * Self.blockLength
    let first = try reader.raw(reader.number())
    // How many bytes the term shares with the one that was read last.
    var agreed = ByteOrder.shared(first, term)
    if agreed == term.count, agreed == first.count { return start }
    for place in start + 1..<min(start + Self.blockLength, max(count, start + 1)) {
      let shared = try reader.number()
      let rest = try reader.raw(reader.number())
      if shared < agreed { return nil }
      guard shared == agreed else { continue }
      let ending = UnsafeRawBufferPointer(rebasing: term[agreed...])
      let more = ByteOrder.shared(rest, ending)
      agreed += more
      if more == rest.count, agreed == term.count { return place }
      if more < rest.count, agreed == term.count || rest[more] > term[agreed] { return nil }
    }
    return nil
  }
}

/// Reads the terms of a segment in turn.
struct TermSegmentReader {
  private let segment: TermSegment
  private var reader: ByteReader?
  private var place = 0
  /// The bytes of the current term, after ``next()`` returned `true`.
  private(set) var term: [UInt8] = []

  init(_ segment: TermSegment) { self.segment = segment }

  /// Whether the segment has a term's number.
  func holds(_ number: UInt64) -> Bool {
    number >= segment.first && number - segment.first < UInt64(segment.count)
  }

  /// Moves to a term by its number, forward from the current one if it is close, and tells whether
  /// the segment has it.
  mutating func move(to number: UInt64) throws(EncodingFault) -> Bool {
    guard holds(number) else { return false }
    let target = Int(number - segment.first)
    if place == target + 1 { return true }
    let start = target - target % TermSegment.blockLength
    if place > target || place < start { place = start }
    while place <= target { _ = try next() }
    return true
  }

  /// Moves to the next term.
  mutating func next() throws(EncodingFault) -> Bool {
    guard place < segment.count else { return false }
    if place % TermSegment.blockLength == 0 {
      var block = try segment.block(place / TermSegment.blockLength)
      term.removeAll(keepingCapacity: true)
      term.append(contentsOf: try block.raw(block.number()))
      reader = block
    } else if var block = reader {
      try TermSegment.step(&block, &term)
      reader = block
    }
    place += 1
    return true
  }
}

/// Comparisons of byte strings.
enum ByteOrder {
  /// Whether the first is before the second in the order of `memcmp`, a prefix before what it
  /// begins.
  static func isLess(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    let order = compare(a, b, min(a.count, b.count))
    return order < 0 || order == 0 && a.count < b.count
  }

  /// Compares the first bytes of two strings that have so many.
  static func compare(
    _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, _ count: Int
  ) -> Int32 {
    guard count > 0, let a = a.baseAddress, let b = b.baseAddress else { return 0 }
    return memcmp(a, b, count)
  }

  /// How many bytes at the start are the same.
  static func shared(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let count = min(a.count, b.count)
    var place = 0
    while place + 8 <= count {
      let x = a.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let y = b.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if x != y { return place + (UInt64(littleEndian: x ^ y).trailingZeroBitCount >> 3) }
      place += 8
    }
    while place < count, a[place] == b[place] { place += 1 }
    return place
  }
}
