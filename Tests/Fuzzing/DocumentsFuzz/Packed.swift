/// Packs bytes without making them smaller, so that a fuzzer sees its own bytes in the file.
enum Packed {
  /// A file in an archive.
  struct File {
    let name: [UInt8]
    let bytes: [UInt8]

    init(name: [UInt8], bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }

    init(name: String, bytes: [UInt8]) { self.init(name: Array(name.utf8), bytes: bytes) }
  }

  /// A zip file (PKWARE's APPNOTE 4.3) of stored files.
  static func zip(_ files: [File]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let sizes =
        little(checksum(file.bytes), 4) + little(file.bytes.count, 4) + little(file.bytes.count, 4)
      let times = little(0x21_0000, 4)
      let offset = body.count
      body += [0x50, 0x4b, 3, 4, 20, 0, 0, 8, 0, 0] + times + sizes
      body += little(file.name.count, 2) + [0, 0] + file.name + file.bytes
      directory += [0x50, 0x4b, 1, 2, 20, 3, 20, 0, 0, 8, 0, 0] + times + sizes
      directory += little(file.name.count, 2) + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xa4, 0x81]
      directory += little(offset, 4) + file.name
    }
    let end =
      [0x50, 0x4b, 5, 6, 0, 0, 0, 0] + little(files.count, 2) + little(files.count, 2)
      + little(directory.count, 4) + little(body.count, 4) + [0, 0]
    return body + directory + end
  }

  /// A tar file (POSIX ustar).
  static func tar(_ files: [File]) -> [UInt8] {
    var result: [UInt8] = []
    for file in files {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ bytes: [UInt8], at place: Int) {
        header.replaceSubrange(place..<place + bytes.count, with: bytes)
      }
      put(file.name, at: 0)
      put(Array("0000644\u{0}0000000\u{0}0000000\u{0}".utf8), at: 100)
      put(octal(file.bytes.count, 11), at: 124)
      put(octal(0, 11), at: 136)
      // A name's first byte also chooses the kind of entry: links and long names among them.
      let kinds = Array("0000012345LKxgSV".utf8)
      header[156] = kinds[Int(file.name.first ?? 0) % kinds.count]
      put(Array("ustar\u{0}00".utf8), at: 257)
      put([UInt8](repeating: 0x20, count: 8), at: 148)
      put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
      result += header + file.bytes
      result += [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
    }
    return result + [UInt8](repeating: 0, count: 1024)
  }

  /// A gzip file (RFC 1952) of stored blocks.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
    for start in stride(from: 0, to: max(1, bytes.count), by: 0xffff) {
      let block = bytes[start..<min(bytes.count, start + 0xffff)]
      result.append(start + 0xffff >= bytes.count ? 1 : 0)
      result += little(block.count, 2) + little(~block.count, 2) + block
    }
    return result + little(checksum(bytes), 4) + little(bytes.count, 4)
  }

  /// A zstd file (RFC 8878): a frame of raw blocks without a checksum.
  static func zstandard(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x58]
    for start in stride(from: 0, to: max(1, bytes.count), by: 0xffff) {
      let block = bytes[start..<min(bytes.count, start + 0xffff)]
      result += little(block.count << 3 | (start + 0xffff >= bytes.count ? 1 : 0), 3) + block
    }
    return result
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func octal(_ value: Int, _ digits: Int) -> [UInt8] {
    let text = String(value, radix: 8)
    return Array((String(repeating: "0", count: max(0, digits - text.count)) + text + "\u{0}").utf8)
  }

  /// CRC-32 as gzip and zip have it.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xffff_ffff
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xedb8_8320 : 0) }
    }
    return Int(~sum)
  }
}
