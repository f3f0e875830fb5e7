import Glibc

/// Bytes that are read once through, a piece at a time, with a look ahead.
final class ByteStream {
  /// Gives the next bytes; none at the end.
  typealias Pull = () throws(DocumentError) -> [UInt8]

  private let pull: Pull
  private var buffer: [UInt8]
  private var head = 0
  private var isDrained = false
  /// The file, if the bytes can be read from any place of it.
  private(set) var file: Int32?

  /// A stream of what `pull` gives.
  init(_ pull: @escaping Pull) {
    self.pull = pull
    buffer = []
  }

  /// A stream of bytes in memory.
  init(bytes: [UInt8]) {
    pull = { () throws(DocumentError) -> [UInt8] in [] }
    buffer = bytes
    isDrained = true
  }

  /// A stream of an open file, which stays open, from its start.
  init(file descriptor: Int32) {
    file = descriptor
    var offset = 0
    pull = { () throws(DocumentError) -> [UInt8] in
      let piece = try Self.read(descriptor, at: offset, count: 1 << 16)
      offset += piece.count
      return piece
    }
    buffer = []
  }

  /// Bytes of a file from a place on; fewer at its end.
  static func read(
    _ descriptor: Int32, at offset: Int, count: Int
  ) throws(DocumentError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, made in
      while true {
        let got = pread(descriptor, target.baseAddress, count, off_t(offset))
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        made = max(0, got)
        return
      }
    }
    guard code == 0 else { throw .system(code: code) }
    return bytes
  }

  /// Reads on until `count` bytes are there or the end is reached.
  private func fill(_ count: Int) throws(DocumentError) {
    while !isDrained, buffer.count - head < count {
      if head > 1 << 16, head * 2 > buffer.count {
        buffer.removeFirst(head)
        head = 0
      }
      let more = try pull()
      if more.isEmpty { isDrained = true }
      buffer += more
    }
  }

  /// The next bytes, which stay; fewer than `count` at the end only.
  func peek(_ count: Int) throws(DocumentError) -> ArraySlice<UInt8> {
    try fill(count)
    return buffer[head..<min(buffer.count, head + count)]
  }

  /// The next bytes, whatever their number up to `count`; none at the end.
  func take(_ count: Int) throws(DocumentError) -> ArraySlice<UInt8> {
    try fill(1)
    let end = min(buffer.count, head + count)
    defer { head = end }
    return buffer[head..<end]
  }

  /// Everything that is left.
  ///
  /// - Throws: ``DocumentError/memberTooLarge(limit:)`` if it is more than the limit.
  func takeAll(limit: Int) throws(DocumentError) -> [UInt8] {
    try fill(limit + 1)
    guard buffer.count - head <= limit else { throw .memberTooLarge(limit: limit) }
    defer {
      buffer = []
      head = 0
    }
    if head > 0 { buffer.removeFirst(head) }
    return buffer
  }

  /// Passes over bytes; fewer at the end.
  func skip(_ count: Int) throws(DocumentError) -> Int {
    var left = count
    while left > 0 {
      let piece = try take(min(left, 1 << 16))
      if piece.isEmpty { break }
      left -= piece.count
    }
    return count - left
  }

  /// Whether nothing is left.
  func isAtEnd() throws(DocumentError) -> Bool {
    try fill(1)
    return head == buffer.count
  }

  /// A line with its line feed, which the last may lack.
  struct Line {
    var bytes: [UInt8]
    /// Whether the line was longer than the limit: its bytes are then only its start.
    var isCut: Bool
  }

  /// The next line, of which `limit` bytes are kept; nil at the end.
  func line(limit: Int) throws(DocumentError) -> Line? {
    try fill(1)
    guard head < buffer.count else { return nil }
    var searched = head
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0a) {
        defer { head = end + 1 }
        return Line(bytes: Array(buffer[head...end].prefix(limit)), isCut: end + 1 - head > limit)
      }
      let known = buffer.count - head
      if isDrained {
        defer { head = buffer.count }
        return Line(bytes: Array(buffer[head...].prefix(limit)), isCut: known > limit)
      }
      if known > limit { return try cutLine(limit: limit) }
      try fill(known + 1)
      searched = head + known
    }
  }

  /// The start of a line that is too long; passes over its rest.
  private func cutLine(limit: Int) throws(DocumentError) -> Line {
    let start = Array(buffer[head..<head + limit])
    while true {
      let piece = try take(1 << 16)
      if piece.isEmpty { break }
      if let end = piece.firstIndex(of: 0x0a) {
        head -= piece.endIndex - end - 1
        break
      }
    }
    return Line(bytes: start, isCut: true)
  }
}
