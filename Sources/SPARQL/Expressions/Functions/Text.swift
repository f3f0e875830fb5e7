internal import GraphModel

/// A string argument: text, and the language and direction that go with it.
struct Text {
  var value: String
  var language: String?
  var direction: BaseDirection?

  /// The argument that a value is, or `nil` if it is no string.
  init?(_ value: Value) {
    switch value {
    case .string(let text): self.init(text)
    case .text(let text, let language, let direction):
      self.init(text, language: language, direction: direction)
    default: return nil
    }
  }

  init(_ value: String, language: String? = nil, direction: BaseDirection? = nil) {
    self.value = value
    self.language = language
    self.direction = direction
  }

  /// Another text with the same language and direction, as a value.
  func keeping(_ text: String) -> Value {
    guard let language else { return .string(text) }
    return .text(text, language: language, direction: direction)
  }

  /// Whether the other may be an argument beside this one: plain, or of the same language.
  func isCompatible(with other: Text) -> Bool {
    guard let theirs = other.language else { return true }
    guard let language else { return false }
    return theirs.lowercased() == language.lowercased() && other.direction == direction
  }
}

/// Text functions that count in code points.
enum TextFunctions {
  static func length(_ text: String) -> Int {
    var count = 0
    for byte in text.utf8 where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// `fn:substring`: the characters whose place p fulfils round(start) <= p < round(start)+round(length).
  static func substring(_ text: String, start: Double, length: Double?) -> String {
    func rounded(_ value: Double) -> Double { (value + 0.5).rounded(.down) }
    let first = rounded(start)
    let end = length.map { first + rounded($0) } ?? .infinity
    guard !first.isNaN, !end.isNaN else { return "" }
    var result = String.UnicodeScalarView()
    var place = 1.0
    for scalar in text.unicodeScalars {
      if place >= end { break }
      if place >= first { result.append(scalar) }
      place += 1
    }
    return String(result)
  }

  /// Where a text stands in another, as a byte offset.
  static func find(_ needle: String, in text: String) -> Int? {
    var needle = needle
    var text = text
    return text.withUTF8 { hay in
      needle.withUTF8 { pin in
        let count = pin.count
        guard count > 0 else { return 0 }
        guard hay.count >= count else { return nil }
        let first = pin[0]
        var place = 0
        let last = hay.count - count
        while place <= last {
          if hay[place] == first {
            var matched = 1
            while matched < count, hay[place + matched] == pin[matched] { matched += 1 }
            if matched == count { return place }
          }
          place += 1
        }
        return nil
      }
    }
  }

  static func starts(_ text: String, with prefix: String) -> Bool {
    text.utf8.starts(with: prefix.utf8)
  }

  static func ends(_ text: String, with suffix: String) -> Bool {
    text.utf8.count >= suffix.utf8.count
      && text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  static func before(_ needle: String, in text: String) -> String? {
    find(needle, in: text).map { String(decoding: text.utf8.prefix($0), as: UTF8.self) }
  }

  static func after(_ needle: String, in text: String) -> String? {
    find(needle, in: text).map {
      String(decoding: text.utf8.dropFirst($0 + needle.utf8.count), as: UTF8.self)
    }
  }

  /// Whether a language tag matches a basic range (RFC 4647, section 3.3.1), or `*`.
  static func language(_ tag: String, matches range: String) -> Bool {
    if range == "*" { return !tag.isEmpty }
    let (tag, range) = (tag.lowercased(), range.lowercased())
    guard tag.utf8.starts(with: range.utf8) else { return false }
    return tag.utf8.count == range.utf8.count
      || tag.utf8.dropFirst(range.utf8.count).first == UInt8(ascii: "-")
  }

  /// Whether a text is a language tag as Turtle and SPARQL write them.
  static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      guard !part.isEmpty, part.count <= 8 else { return false }
      for byte in part {
        let isLetter = (byte | 32) >= 97 && (byte | 32) <= 122
        let isDigit = byte >= 48 && byte <= 57
        guard isLetter || (place > 0 && isDigit) else { return false }
      }
    }
    return true
  }
}
