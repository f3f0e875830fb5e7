/// Reading of lexical forms, exactly as XML Schema allows them after white space is taken off.
enum LexicalForm {
  /// The text without the white space that XML Schema collapses at both ends.
  static func trimmed(_ text: String) -> Substring.UTF8View {
    var bytes = text.utf8[...]
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 10) || byte == 13 }
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  /// The same as a string.
  static func trim(_ text: String) -> String { String(Substring(trimmed(text))) }

  static func boolean(_ text: String) -> Bool? {
    switch trim(text) {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  static func integer(_ text: String) -> Int128? {
    let bytes = trimmed(text)
    guard !bytes.contains(UInt8(ascii: ".")) else { return nil }
    return ExactDecimal(lexical: bytes)?.coefficient
  }

  static func decimal(_ text: String) -> ExactDecimal? { ExactDecimal(lexical: trimmed(text)) }

  static func double(_ text: String) -> Double? {
    guard let form = floating(text) else { return nil }
    switch form {
    case "INF", "+INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default: return Double(form)
    }
  }

  static func float(_ text: String) -> Float? {
    guard let form = floating(text) else { return nil }
    switch form {
    case "INF", "+INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default: return Float(form)
    }
  }

  /// A form of `xsd:double`, or `nil`: Swift reads more (hexadecimal, `inf`).
  private static func floating(_ text: String) -> Substring? {
    let bytes = trimmed(text)
    let form = Substring(bytes)
    if form == "INF" || form == "+INF" || form == "-INF" || form == "NaN" { return form }
    var digits = 0
    var exponentDigits: Int?
    var sawPoint = false
    var previous: UInt8 = 0
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 48...57:
        if exponentDigits != nil { exponentDigits? += 1 } else { digits += 1 }
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard place == 0 || previous == UInt8(ascii: "e") || previous == UInt8(ascii: "E") else {
          return nil
        }
      case UInt8(ascii: "."):
        guard !sawPoint, exponentDigits == nil else { return nil }
        sawPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard exponentDigits == nil, digits > 0 else { return nil }
        exponentDigits = 0
      default: return nil
      }
      previous = byte
    }
    return digits > 0 && exponentDigits != 0 ? form : nil
  }
}
