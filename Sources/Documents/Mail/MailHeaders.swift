/// The header lines of a message or of a part of one (RFC 5322, RFC 2045, RFC 2047).
struct MailHeaders {
  /// Name in lower case and raw value, unfolded, in order.
  private(set) var fields: [(name: String, value: [UInt8])] = []
  /// The first byte after the blank line.
  let end: Int

  /// Reads the header lines at the start of a range.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      var lineEnd = at
      while lineEnd < range.upperBound, bytes[lineEnd] != 0x0a { lineEnd += 1 }
      let next = min(lineEnd + 1, range.upperBound)
      var line = bytes[at..<lineEnd]
      if line.last == 0x0d { line = line.dropLast() }
      if line.isEmpty {
        at = next
        break
      }
      if line.first == 0x20 || line.first == 0x09 {
        if !fields.isEmpty, fields[fields.count - 1].value.count < 1 << 16 {
          fields[fields.count - 1].value += [0x20] + line.drop(while: \.isASCIISpace)
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 32 && $0 < 127 })
      {
        let name = String(decoding: line[..<colon].map(\.asciiLowercased), as: UTF8.self)
        fields.append((name, Array(line[(colon + 1)...].drop(while: \.isASCIISpace))))
      } else {
        // What is no header line is the start of a body whose blank line is missing.
        break
      }
      at = next
      if fields.count > 2000 { break }
    }
    end = at
  }

  /// Whether a file starts with the headers of a message: at least three lines of which two are
  /// such as every message has.
  static func startMessage(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first.isASCIILetter else { return false }
    let head = Array(bytes.prefix(1 << 14))
    let headers = MailHeaders(head, 0..<head.count)
    let known: Set = [
      "from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path",
      "content-type", "reply-to", "cc", "delivered-to", "x-mailer", "in-reply-to",
    ]
    let names = Set(headers.fields.map(\.name))
    guard headers.fields.count >= 2, names.intersection(known).count >= 2 else { return false }
    let isFrom = names.contains("from") || names.contains("received")
    return isFrom
      && (names.contains("message-id") || names.contains("mime-version")
        || names.contains("received") || names.contains("date") || names.contains("return-path"))
  }

  /// The raw value of the first field with a name.
  subscript(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The words of a field, encoded words decoded and white space collapsed; nil if it has none.
  func words(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    let words = EncodedWords.decoded(value).collapsed()
    return words.isEmpty ? nil : words
  }

  /// A field's value before the first `;`, in lower case, and its parameters.
  func parameters(_ name: String) -> (value: String, parameters: [String: String]) {
    guard let raw = self[name] else { return ("", [:]) }
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for byte in raw {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        continue
      } else if !isQuoted, byte == UInt8(ascii: ";") {
        parts.append([])
        continue
      }
      parts[parts.count - 1].append(byte)
    }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      guard let sign = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(
        decoding: part[..<sign].filter { !$0.isASCIISpace }.map(\.asciiLowercased), as: UTF8.self)
      let value = part[(sign + 1)...].drop(while: \.isASCIISpace)
      add(key, Array(value), to: &parameters)
    }
    let value = String(
      decoding: parts[0].filter { !$0.isASCIISpace }.map(\.asciiLowercased), as: UTF8.self)
    return (value, parameters)
  }

  /// Adds a parameter; the numbered and encoded pieces of RFC 2231 come together under one key.
  private func add(_ key: String, _ value: [UInt8], to parameters: inout [String: String]) {
    guard let star = key.firstIndex(of: "*") else {
      parameters[key] = EncodedWords.decoded(value)
      return
    }
    let name = String(key[..<star])
    var text = String(decoding: value, as: UTF8.self)
    if key.hasSuffix("*") {
      // charset'language'percent-encoded
      let pieces = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
      if pieces.count == 3 { text = String(pieces[2]) }
      text = PercentCoding.decoded(text)
    }
    parameters[name, default: ""] += text
  }
}

/// Decodes `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
  /// The value with its encoded words decoded; bytes outside of them are taken for UTF-8, or for
  /// what they look like.
  static func decoded(_ value: [UInt8]) -> String {
    guard value.firstRange(of: Array("=?".utf8), from: 0) != nil else { return string(value, nil) }
    var result = ""
    var plain: [UInt8] = []
    // Pieces of one character may be spread over words of the same encoding.
    var pending: (charset: String, bytes: [UInt8])?
    func flush(_ pending: inout (charset: String, bytes: [UInt8])?) {
      if let word = pending { result += string(word.bytes, word.charset) }
      pending = nil
    }
    var at = 0
    while at < value.count {
      if value[at] == UInt8(ascii: "="), let word = word(value, at) {
        if pending == nil || !plain.allSatisfy(\.isASCIISpace) {
          flush(&pending)
          result += string(plain, nil)
        }
        plain = []
        if pending?.charset == word.charset {
          pending?.bytes += word.bytes
        } else {
          flush(&pending)
          pending = (word.charset, word.bytes)
        }
        at = word.end
      } else {
        plain.append(value[at])
        at += 1
      }
    }
    flush(&pending)
    return result + string(plain, nil)
  }

  private static func word(
    _ value: [UInt8], _ start: Int
  ) -> (charset: String, bytes: [UInt8], end: Int)? {
    guard start + 1 < value.count, value[start + 1] == UInt8(ascii: "?") else { return nil }
    func mark(_ from: Int) -> Int? {
      value[from...].prefix(1000).firstIndex(of: UInt8(ascii: "?"))
    }
    guard let first = mark(start + 2), first + 2 < value.count,
      value[first + 2] == UInt8(ascii: "?"), let last = mark(first + 3), last + 1 < value.count,
      value[last + 1] == UInt8(ascii: "=")
    else { return nil }
    let charset = value[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }
    let text = Array(value[(first + 3)..<last])
    let bytes: [UInt8]
    switch value[first + 1].asciiLowercased {
    case UInt8(ascii: "b"): bytes = TransferCoding.base64(text)
    case UInt8(ascii: "q"):
      bytes = TransferCoding.quotedPrintable(text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
    default: return nil
    }
    return (String(decoding: charset.map(\.asciiLowercased), as: UTF8.self), bytes, last + 2)
  }

  private static func string(_ bytes: [UInt8], _ charset: String?) -> String {
    guard !bytes.isEmpty else { return "" }
    if charset == nil, let text = String(validating: bytes, as: UTF8.self) { return text }
    guard let decoded = try? CharacterDecoder.decode(bytes, declared: charset) else { return "" }
    return String(decoding: decoded.text.bytes, as: UTF8.self)
  }
}

/// Undoes the codings that carry bytes through mail.
enum TransferCoding {
  /// Undoes base64; what is no letter of it is passed over.
  static func base64(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt32
      switch byte {
      case 65...90: value = UInt32(byte) - 65
      case 97...122: value = UInt32(byte) - 71
      case 48...57: value = UInt32(byte) + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// Undoes quoted-printable; broken escapes stay as they are.
  static func quotedPrintable(_ text: some BidirectionalCollection<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "=") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      // A soft line end, perhaps with spaces that were added on the way.
      var end = at + 1
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      if end < bytes.count, bytes[end] == 0x0d { end += 1 }
      if end < bytes.count, bytes[end] == 0x0a {
        at = end + 1
      } else if at + 2 < bytes.count, bytes[at + 1] != 0x2b, bytes[at + 1] != 0x2d,
        let value = UInt8(String(decoding: bytes[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }
}
