import Glibc

/// JSON text.
extension JSONValue {
  /// The value as JSON without white space, members in their order.
  public var text: String {
    var out = ByteWriter(to: MemorySink())
    out.json(self)
    return String(decoding: out.pending, as: UTF8.self)
  }

  /// The value as JSON, a member or item a line.
  public var indentedText: String {
    var out = ByteWriter(to: MemorySink())
    out.json(self, indent: 0)
    return String(decoding: out.pending, as: UTF8.self)
  }

  /// The canonical form of RFC 8785: no white space, members by the UTF-16 of their names, numbers
  /// as ECMAScript writes them.
  public var canonicalText: String {
    var out = ByteWriter(to: MemorySink())
    out.canonicalJSON(self)
    return String(decoding: out.pending, as: UTF8.self)
  }

  /// A double as ECMAScript writes it: the fewest digits that read back, an exponent from 1e21 up
  /// and below 1e-6.
  static func numberText(_ value: Double) -> String {
    if value == 0 { return "0" }
    let (digits, point) = shortestDigits(value.magnitude)
    let sign = value < 0 ? "-" : ""
    let count = digits.count
    if point > 0, point <= 21 {
      if count <= point { return sign + digits + String(repeating: "0", count: point - count) }
      return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
    if point > -6, point <= 0 {
      return sign + "0." + String(repeating: "0", count: -point) + digits
    }
    let exponent = point - 1
    let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + String(abs(exponent))
  }

  /// The fewest digits of a positive double, and where the decimal point is among them.
  private static func shortestDigits(_ value: Double) -> (digits: String, point: Int) {
    var digits: [UInt8] = []
    var point = 0
    var sawPoint = false
    var exponent = 0
    let text = value.description
    let parts = text.split(separator: "e")
    for byte in parts[0].utf8 {
      if byte == UInt8(ascii: ".") {
        sawPoint = true
      } else {
        digits.append(byte)
        if !sawPoint { point += 1 }
      }
    }
    if parts.count > 1 { exponent = Int(parts[1]) ?? 0 }
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (String(decoding: digits, as: UTF8.self), point + exponent)
  }

  /// A whole double in decimal digits, all of them.
  static func wholeText(_ value: Double) -> String {
    formatted("%.0f", value)
  }

  /// A double as XML Schema's canonical form writes it, rounded to 15 digits after the point.
  static func doubleText(_ value: Double) -> String {
    if value == 0 { return value.sign == .minus ? "-0.0E0" : "0.0E0" }
    let parts = formatted("%.15E", value).split(separator: "E")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return "NaN" }
    var mantissa = String(parts[0])
    while mantissa.hasSuffix("0"), !mantissa.hasSuffix(".0") { mantissa.removeLast() }
    return mantissa + "E" + String(exponent)
  }

  private static func formatted(_ format: String, _ value: Double) -> String {
    // The longest double in decimal has 309 digits.
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 352) { room in
      let count = withVaList([value]) { vsnprintf(room.baseAddress, room.count, format, $0) }
      let digits = room.prefix(max(Int(count), 0)).map { UInt8(bitPattern: $0) }
      return String(decoding: digits, as: UTF8.self)
    }
  }
}

extension ByteWriter {
  /// Appends a JSON value without white space, or with a line for each part if indented.
  mutating func json(_ value: JSONValue, indent: Int? = nil) {
    switch value {
    case .null: raw("null")
    case .bool(let truth): raw(truth ? "true" : "false")
    case .integer(let number): integer(number)
    case .real(let number): raw(JSONValue.numberText(number))
    case .string(let text): jsonString(text)
    case .array(let items):
      byte(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { byte(UInt8(ascii: ",")) }
        newLine(indent.map { $0 + 1 })
        json(item, indent: indent.map { $0 + 1 })
      }
      if !items.isEmpty { newLine(indent) }
      byte(UInt8(ascii: "]"))
    case .object(let object):
      byte(UInt8(ascii: "{"))
      var isFirst = true
      for (name, value) in object {
        if !isFirst { byte(UInt8(ascii: ",")) }
        isFirst = false
        newLine(indent.map { $0 + 1 })
        jsonString(name)
        byte(UInt8(ascii: ":"))
        if indent != nil { byte(0x20) }
        json(value, indent: indent.map { $0 + 1 })
      }
      if !object.isEmpty { newLine(indent) }
      byte(UInt8(ascii: "}"))
    }
  }

  fileprivate mutating func canonicalJSON(_ value: JSONValue) {
    switch value {
    case .integer(let number): raw(JSONValue.numberText(Double(number)))
    case .array(let items):
      byte(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { byte(UInt8(ascii: ",")) }
        canonicalJSON(item)
      }
      byte(UInt8(ascii: "]"))
    case .object(let object):
      byte(UInt8(ascii: "{"))
      let members = object.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
      for (index, member) in members.enumerated() {
        if index > 0 { byte(UInt8(ascii: ",")) }
        jsonString(member.name)
        byte(UInt8(ascii: ":"))
        canonicalJSON(member.value)
      }
      byte(UInt8(ascii: "}"))
    default: json(value)
    }
  }

  private mutating func newLine(_ indent: Int?) {
    guard let indent else { return }
    byte(0x0a)
    for _ in 0..<indent { raw("  ") }
  }

  /// Appends a quoted JSON string, with the short escapes wherever there is one.
  mutating func jsonString(_ text: String) {
    byte(UInt8(ascii: "\""))
    escaped(text) { byte in
      byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    } _: { out, byte in
      switch byte {
      case 0x08: out.raw("\\b")
      case 0x0c: out.raw("\\f")
      default: out.backslashed(byte)
      }
    }
    byte(UInt8(ascii: "\""))
  }
}
