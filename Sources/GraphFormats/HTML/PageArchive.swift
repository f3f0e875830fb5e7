import CLZMA

/// Bytes as a page can carry them: a raw LZMA stream in base 91.
///
/// Both are denser than what browsers unpack by themselves, deflate and base 64: together by a third.
/// `Page/0-unpack.js` reads them.
struct PageArchive {
  /// The length of the bytes.
  let length: Int
  /// The LZMA stream.
  let packed: [UInt8]

  /// Compresses bytes.
  ///
  /// - Complexity: About a second of one core for 2 MB, and eleven times the bytes in memory.
  /// - Throws: If there is no memory.
  init(_ bytes: [UInt8]) throws(OutputError) {
    length = bytes.count
    let capacity = clzma_bound(bytes.count)
    var count = 0
    packed = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      count = bytes.withUnsafeBufferPointer {
        clzma($0.baseAddress, $0.count, buffer.baseAddress, capacity)
      }
      filled = count
    }
    // Only for want of memory (ENOMEM).
    guard count > 0 else { throw .system(code: 12) }
  }

  /// Writes the stream in one line: 13 bits, the lowest first, become two of the ASCII characters
  /// from `#` to `~` without `<`, so that the text can stand in an element as it is.
  func write(to page: inout ByteWriter) throws {
    var held: UInt32 = 0
    var count: UInt32 = 0
    func letter(_ value: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: value < 25 ? value + 35 : value + 36)
    }
    for next in packed {
      held |= UInt32(next) << count
      count += 8
      if count > 12 {
        page.byte(letter((held & 8191) / 91))
        page.byte(letter((held & 8191) % 91))
        held >>= 13
        count -= 13
      }
      try page.checkpoint()
    }
    if count > 0 {
      page.byte(letter(held / 91))
      page.byte(letter(held % 91))
    }
  }
}
