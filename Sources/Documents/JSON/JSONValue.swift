/// A value of JSON (RFC 8259); members of objects keep their order.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name and a value in an object.
  struct Member: Hashable, Sendable {
    let name: String
    let value: JSONValue
  }

  /// The value of the first member with a name; nil if there is none or this is no object.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The string, if it is one, or the number as it is written.
  var text: String? {
    switch self {
    case .string(let string): string
    case .number(let digits): digits
    default: nil
    }
  }

  /// Reads a value with nothing but white space around it; nil if the bytes are no JSON, or nested
  /// deeper than 200.
  init?(_ bytes: ArraySlice<UInt8>) {
    let parsed = bytes.withUnsafeBufferPointer { buffer -> JSONValue? in
      var parser = JSONParser(bytes: buffer)
      guard let value = parser.value(depth: 0) else { return nil }
      parser.skipSpace()
      return parser.isAtEnd ? value : nil
    }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads the value with which the bytes start and tells how many bytes it has.
  static func leading(_ bytes: ArraySlice<UInt8>) -> (value: JSONValue, count: Int)? {
    bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      guard let value = parser.value(depth: 0) else { return nil }
      return (value, parser.at)
    }
  }
}

/// Reads JSON from bytes.
private struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }
  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    at += 1
    return true
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    for i in 0..<count where bytes[at + i] != word.utf8Start[i] { return false }
    at += count
    return true
  }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < 200 else { return nil }
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return word("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func number() -> JSONValue? {
    let start = at
    while let byte, byte.isASCIIDigit || [43, 45, 46, 69, 101].contains(byte) { at += 1 }
    guard at > start, bytes[at - 1].isASCIIDigit else { return nil }
    return .number(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func array(depth: Int) -> JSONValue? {
    at += 1
    var items: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(items) }
    while let item = value(depth: depth + 1) {
      items.append(item)
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private mutating func object(depth: Int) -> JSONValue? {
    at += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\""), let name = string() else { return nil }
      skipSpace()
      guard take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
      members.append(.init(name: name, value: value))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  /// A string; control characters within it are let pass, for pages have them.
  private mutating func string() -> String? {
    at += 1
    let start = at
    while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
    var result = Array(bytes[min(start, bytes.count)..<at])
    while let byte {
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard let escape = self.byte else { return nil }
      at += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0a)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0d)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
      case UInt8(ascii: "u"): result += UTF8Scalars.encode(unicodeEscape())
      default: result.append(escape)
      }
    }
    return nil
  }

  private mutating func hexadecimal() -> UInt32? {
    guard at + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { return nil }
    at += 4
    return value
  }

  /// The character of `\uXXXX`, of which two may make one.
  private mutating func unicodeEscape() -> Unicode.Scalar {
    guard let first = hexadecimal() else { return "\u{fffd}" }
    if first & 0xfc00 == 0xd800, at + 6 <= bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      let before = at
      at += 2
      if let second = hexadecimal(), second & 0xfc00 == 0xdc00 {
        return Unicode.Scalar(0x10000 + (first & 0x3ff) << 10 + second & 0x3ff) ?? "\u{fffd}"
      }
      at = before
    }
    return Unicode.Scalar(first) ?? "\u{fffd}"
  }
}
