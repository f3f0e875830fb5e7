/// The kinds of files that hold several documents.
enum ContainerKind: Hashable {
  case zip
  /// A tar or compressed file.
  case stream
  case mailbox
  /// JSON Lines, or one array of objects.
  case records
  case table(delimiter: UInt8)
  case webArchive
  case feed

  /// The kind of a file by its first 64 kB; nil if it holds one document.
  static func of(_ head: ArraySlice<UInt8>, name: String, fields: RecordFields) -> ContainerKind? {
    if head.starts(with: [0x50, 0x4b, 3, 4]) { return ZipDirectory.isDocument(head) ? nil : .zip }
    if head.starts(with: [0x50, 0x4b, 5, 6]) { return .zip }
    if compressed.contains(where: head.starts(with:)) || isBzip2(head) || isTar(head) {
      return .stream
    }
    if WARCReader.isArchive(head) { return .webArchive }
    if MailboxReader.isMailbox(head) { return .mailbox }
    if FeedReader.isFeed(head) { return .feed }
    if JSONRecordReader.isRecords(head, name: name, fields: fields) { return .records }
    if let delimiter = TableReader.delimiter(of: head, name: name, fields: fields) {
      return .table(delimiter: delimiter)
    }
    return nil
  }

  private static let compressed: [[UInt8]] = [
    [0x1f, 0x8b, 0x08],  // gzip
    [0x28, 0xb5, 0x2f, 0xfd],  // zstd
    [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],  // xz
  ]

  /// Whether the file starts with the signature of bzip2 and that of its first block.
  private static func isBzip2(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: "BZh".utf8)
      && head.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
  }

  /// Whether the first block is a tar header: its checksum is right.
  private static func isTar(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= 512 else { return false }
    let block = Array(head.prefix(512))
    var stated = 0
    var digits = 0
    for byte in block[148..<156] {
      if byte == 0x20, digits == 0 { continue }
      guard (0x30...0x37).contains(byte) else { break }
      stated = stated * 8 + Int(byte - 0x30)
      digits += 1
    }
    guard digits > 0 else { return false }
    var sum = 0
    for (i, byte) in block.enumerated() { sum += (148..<156).contains(i) ? 0x20 : Int(byte) }
    return sum == stated
  }
}

/// What the first bytes of a zip file tell of it.
enum ZipDirectory {
  /// Whether the zip file is one document: an office document or a book.
  static func isDocument(_ head: ArraySlice<UInt8>) -> Bool {
    var at = head.startIndex
    let end = head.endIndex
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(head[place + $1]) << (8 * $1) }
    }
    // Headers of files stand before each one's bytes; where sizes come after those, the next
    // header is looked for.
    while at + 30 <= end {
      guard head[at...].starts(with: [0x50, 0x4b, 3, 4]) else { return false }
      let nameCount = number(at + 26, 2)
      let extra = number(at + 28, 2)
      guard at + 30 + nameCount <= end else { return false }
      let name = head[(at + 30)..<(at + 30 + nameCount)]
      if name.elementsEqual("mimetype".utf8) || name.elementsEqual("[Content_Types].xml".utf8)
        || name.starts(with: "word/".utf8)
      {
        return true
      }
      let size = number(at + 18, 4)
      var next = at + 30 + nameCount + extra
      if number(at + 6, 2) & 8 == 0 || size > 0 {
        next += size
      } else {
        guard next < end,
          let found = Array(head[next...]).firstRange(of: [0x50, 0x4b, 3, 4], from: 0)
        else { return false }
        next += found.lowerBound
      }
      guard next > at else { return false }
      at = next
    }
    return false
  }
}
