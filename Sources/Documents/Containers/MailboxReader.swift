/// Reads mailboxes (RFC 4155 and its mboxrd variant): messages after lines that start with `From `.
final class MailboxReader: MemberReader {
  private let stream: ByteStream
  private let limits: ContainerLimits
  private var number = 0

  init(_ stream: ByteStream, limits: ContainerLimits) {
    self.stream = stream
    self.limits = limits
  }

  /// Whether a file starts with such a line and a header after it.
  static func isMailbox(_ head: ArraySlice<UInt8>) -> Bool {
    let lines = head.prefix(8192).split(
      separator: 0x0a, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count >= 2, isSeparator(lines[0]) else { return false }
    let second = lines[1].drop { $0 == UInt8(ascii: ">") }
    guard let colon = second.firstIndex(of: UInt8(ascii: ":")) else {
      return second.starts(with: "From ".utf8)
    }
    return colon > second.startIndex
      && second[..<colon].allSatisfy { $0 > 32 && $0 < 127 }
  }

  /// `From sender Thu Oct 31 09:15:00 2019`: a time and a year of four digits stand in it.
  private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "From ".utf8), line.count <= 300 else { return false }
    let words = line.dropFirst(5).split(separator: 0x20)
    let hasYear = words.contains {
      let digits = $0.filter(\.isASCIIDigit)
      return digits.count == 4 && $0.prefix(4).allSatisfy(\.isASCIIDigit)
        && (digits[0] == UInt8(ascii: "1") || digits[0] == UInt8(ascii: "2"))
    }
    let hasTime = words.contains {
      $0.count >= 4 && $0.first?.isASCIIDigit == true && $0.contains(UInt8(ascii: ":"))
    }
    return hasYear && hasTime
  }

  func next() throws(DocumentError) -> MemberStep? {
    var message: [UInt8] = []
    var isTooLarge = false
    var isBlank = true
    if number == 0 {
      _ = try stream.line(limit: 400)
    } else if try stream.isAtEnd() {
      return nil
    }
    number += 1
    while let line = try stream.line(limit: limits.memberSize) {
      if isBlank, Self.isSeparator(line.bytes[...]) { break }
      isBlank = line.bytes.allSatisfy { $0 == 0x0a || $0 == 0x0d }
      isTooLarge = isTooLarge || line.isCut || message.count + line.bytes.count > limits.memberSize
      guard !isTooLarge else { continue }
      message += Self.unquoted(line.bytes)
    }
    let suffix = "#\(number)"
    if isTooLarge {
      return MemberStep(
        suffix: suffix, content: .failure(.memberTooLarge(limit: limits.memberSize)))
    }
    // The blank line before the next message is the mailbox's.
    if message.suffix(2) == [0x0a, 0x0a] { message.removeLast() }
    return MemberStep(suffix: suffix, content: .whole(message, .file))
  }

  /// A line without the `>` that keeps it from being taken for a separator.
  private static func unquoted(_ line: [UInt8]) -> ArraySlice<UInt8> {
    guard line.first == UInt8(ascii: ">"),
      line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8)
    else { return line[...] }
    return line.dropFirst()
  }
}
