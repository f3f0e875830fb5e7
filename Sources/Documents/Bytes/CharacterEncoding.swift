import CEncoding

/// How the characters of a file are written as bytes.
enum CharacterEncoding: Hashable {
  case utf8
  case utf16(littleEndian: Bool)
  case utf32(littleEndian: Bool)
  case windows1252
  /// Another one, by the name that ICU knows.
  case other(String)

  /// The name by which it is reported.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16(let littleEndian): littleEndian ? "UTF-16LE" : "UTF-16BE"
    case .utf32(let littleEndian): littleEndian ? "UTF-32LE" : "UTF-32BE"
    case .windows1252: "windows-1252"
    case .other(let name): name
    }
  }

  /// An encoding and the length of the byte order mark that told it.
  struct Guess {
    let encoding: CharacterEncoding
    let markCount: Int
  }

  /// Finds the encoding of a file: byte order mark, valid UTF-8, the places of zero bytes, what the
  /// file declares of itself, ICU's detector, and Windows-1252 as the last resort.
  ///
  /// - Throws: ``DocumentError/binary`` if there are zero bytes that are not UTF-16 or UTF-32.
  static func detect(_ bytes: [UInt8], declared: String? = nil) throws(DocumentError) -> Guess {
    if let marked = byteOrderMark(bytes) { return marked }
    if let declared, !bytes.contains(0) {
      let (_, invalid) = bytes.withUnsafeBufferPointer { UTF8Scalars.survey($0) }
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      // Shift encodings (ISO-2022-JP) are ASCII bytes too.
      let isShifted = declared.lowercased().hasPrefix("iso-2022")
      if invalid > 0 || isShifted || !isASCII && declared.lowercased() != "us-ascii" {
        if let encoding = named(declared.lowercased()) {
          return Guess(encoding: encoding, markCount: 0)
        }
      }
    }
    let sample = bytes.prefix(1 << 16)
    if sample.contains(0) {
      guard let wide = wideEncoding(Array(sample)) else {
        // A few stray zeros do not make a binary file of a text.
        guard sample.count(where: { $0 == 0 }) * 200 <= sample.count else { throw .binary }
        return Guess(encoding: narrowEncoding(bytes), markCount: 0)
      }
      return Guess(encoding: wide, markCount: 0)
    }
    return Guess(encoding: narrowEncoding(bytes), markCount: 0)
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> Guess? {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return Guess(encoding: .utf8, markCount: 3) }
    if bytes.starts(with: [0xff, 0xfe, 0, 0]) {
      return Guess(encoding: .utf32(littleEndian: true), markCount: 4)
    }
    if bytes.starts(with: [0, 0, 0xfe, 0xff]) {
      return Guess(encoding: .utf32(littleEndian: false), markCount: 4)
    }
    if bytes.starts(with: [0xff, 0xfe]) {
      return Guess(encoding: .utf16(littleEndian: true), markCount: 2)
    }
    if bytes.starts(with: [0xfe, 0xff]) {
      return Guess(encoding: .utf16(littleEndian: false), markCount: 2)
    }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark: the zero bytes of Western text stand at fixed places.
  private static func wideEncoding(_ sample: [UInt8]) -> CharacterEncoding? {
    guard sample.count >= 4 else { return nil }
    var zeros = [0, 0, 0, 0]
    for (i, byte) in sample.enumerated() where byte == 0 { zeros[i & 3] += 1 }
    let quarter = max(1, sample.count / 4)
    func mostly(_ place: Int) -> Bool { zeros[place] * 10 >= quarter * 7 }
    func hardly(_ place: Int) -> Bool { zeros[place] * 20 <= quarter }
    if mostly(1), mostly(2), mostly(3), hardly(0) { return .utf32(littleEndian: true) }
    if mostly(0), mostly(1), mostly(2), hardly(3) { return .utf32(littleEndian: false) }
    if mostly(1), mostly(3), hardly(0), hardly(2) { return .utf16(littleEndian: true) }
    if mostly(0), mostly(2), hardly(1), hardly(3) { return .utf16(littleEndian: false) }
    return nil
  }

  private static func narrowEncoding(_ bytes: [UInt8]) -> CharacterEncoding {
    let (valid, invalid) = bytes.withUnsafeBufferPointer { UTF8Scalars.survey($0) }
    // Text that is UTF-8 but for some damage stays UTF-8.
    if invalid == 0 || valid > 4 * invalid { return .utf8 }
    if let declared = declaredEncoding(bytes) { return declared }
    return detected(bytes) ?? .windows1252
  }

  /// What a page or an XML file says of itself in its first bytes: `charset=…` or `encoding="…"`.
  static func declaredEncoding(_ bytes: [UInt8]) -> CharacterEncoding? {
    let head = bytes.prefix(2048).map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    guard head.contains(UInt8(ascii: "<")) else { return nil }
    for key in ["charset", "encoding"] {
      var from = 0
      while let found = head.firstRange(of: Array(key.utf8), from: from) {
        var at = found.upperBound
        from = at
        while at < head.count, head[at] == 32 { at += 1 }
        guard at < head.count, head[at] == UInt8(ascii: "=") else { continue }
        at += 1
        while at < head.count, [32, 34, 39].contains(head[at]) { at += 1 }
        let end =
          head[at...].firstIndex {
            !($0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 == 45 || $0 == 95)
          } ?? head.count
        if let encoding = named(String(decoding: head[at..<end], as: UTF8.self)) { return encoding }
      }
    }
    return nil
  }

  /// The encoding with a name or alias; nil for those that the bytes have already ruled out.
  private static func named(_ name: String) -> CharacterEncoding? {
    switch name {
    case "", "utf-8", "utf8", "unicode", "utf-16", "utf-16le", "utf-16be", "ucs-2": return nil
    // The Web reads all of these as Windows-1252 (WHATWG Encoding Standard).
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252",
      "cp1252":
      return .windows1252
    default:
      guard let decoder = cencoding_decoder_open(name) else { return nil }
      cencoding_decoder_close(decoder)
      return .other(name)
    }
  }

  /// ICU's guess from the parts of the file that have non-ASCII bytes.
  private static func detected(_ bytes: [UInt8]) -> CharacterEncoding? {
    var sample = Array(bytes.prefix(1 << 14))
    var at = bytes.firstIndex { $0 >= 0x80 } ?? bytes.count
    while at < bytes.count, sample.count < 1 << 16 {
      let start = max(0, at - 32)
      let end = min(bytes.count, at + 96)
      sample.append(contentsOf: bytes[start..<end])
      at = bytes[end...].firstIndex { $0 >= 0x80 } ?? bytes.count
    }
    var name = [CChar](repeating: 0, count: 64)
    let confidence = sample.withUnsafeBufferPointer {
      cencoding_detect($0.baseAddress, $0.count, &name, name.count)
    }
    let found = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Latin-1 text of few non-ASCII letters looks like many encodings: trust only clear guesses.
    guard confidence >= 50, !found.lowercased().hasPrefix("utf-") else { return nil }
    return named(found.lowercased())
  }
}
