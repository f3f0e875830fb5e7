/// Makes a segment of the dictionary from terms in the order of their bytes.
struct TermSegmentWriter {
  private var blocks = ByteWriter()
  private var starts: [UInt32] = []
  private var last: [UInt8] = []
  /// How many terms there are.
  private(set) var count = 0

  /// Whether the segment should be closed before the next term.
  var isFull: Bool {
    count >= TermSegment.maxCount || blocks.bytes.count >= TermSegment.fullSize
  }

  /// Adds a term that is greater than all before.
  mutating func append(_ term: UnsafeRawBufferPointer) {
    if count % TermSegment.blockLength == 0 {
      starts.append(UInt32(blocks.bytes.count))
      blocks.number(term.count)
      blocks.raw(term)
    } else {
      let shared = last.withUnsafeBytes { ByteOrder.shared($0, term) }
      blocks.number(shared)
      blocks.number(term.count - shared)
      blocks.raw(UnsafeRawBufferPointer(rebasing: term[shared...]))
    }
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: term)
    count += 1
  }

  /// The segment's bytes with their checksum; the writer is then empty.
  mutating func finish() -> [UInt8] {
    var writer = ByteWriter()
    writer.littleEndian(UInt32(count))
    let head = UInt32(4 + 4 * starts.count)
    for start in starts { writer.littleEndian(head + start) }
    writer.raw(blocks.bytes)
    writer.seal()
    blocks.reset()
    starts.removeAll(keepingCapacity: true)
    count = 0
    return writer.bytes
  }
}

extension ByteWriter {
  /// Appends four bytes, the lowest first.
  mutating func littleEndian(_ value: UInt32) {
    for shift in [0, 8, 16, 24] as [UInt32] { byte(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
