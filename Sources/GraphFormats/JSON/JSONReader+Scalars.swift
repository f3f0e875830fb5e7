/// Strings and numbers.
extension JSONReader {
  /// Reads a string; the reader stands at its opening quote.
  mutating func string() throws(SyntaxError) -> String {
    let start = offset
    offset += 1
    var chunk = offset
    var value: [UInt8] = []
    var isPlain = true
    while true {
      guard offset < bytes.count else { throw error(.unterminated(.string), at: start) }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        value += bytes[chunk..<offset]
        try escape(into: &value)
        chunk = offset
        continue
      }
      guard byte >= 0x20 else { throw error(.expected(.stringCharacter)) }
      offset += 1
    }
    let end = offset
    offset += 1
    if isPlain { return String(decoding: bytes[chunk..<end], as: UTF8.self) }
    value += bytes[chunk..<end]
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func escape(into value: inout [UInt8]) throws(SyntaxError) {
    let place = offset
    offset += 1
    guard let letter = peek else { throw error(.expected(.escape), at: place) }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): value.append(letter)
    case UInt8(ascii: "b"): value.append(0x08)
    case UInt8(ascii: "f"): value.append(0x0c)
    case UInt8(ascii: "n"): value.append(0x0a)
    case UInt8(ascii: "r"): value.append(0x0d)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal(from: place)
      if (0xd800..<0xdc00).contains(code) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw error(.expected(.surrogatePair), at: place)
        }
        let low = try hexadecimal(from: place)
        guard (0xdc00..<0xe000).contains(low) else {
          throw error(.expected(.surrogatePair), at: place)
        }
        code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw error(.expected(.surrogatePair), at: place)
      }
      value.append(contentsOf: String(scalar).utf8)
    default: throw error(.expected(.escape), at: place)
    }
  }

  private mutating func hexadecimal(from place: Int) throws(SyntaxError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek?.hexValue else { throw error(.expected(.escape), at: place) }
      code = code << 4 | digit
      offset += 1
    }
    return code
  }

  /// Reads a number: an integer if it is one and fits, else the nearest double.
  mutating func number() throws(SyntaxError) -> JSONValue {
    let start = offset
    let isNegative = take(UInt8(ascii: "-"))
    guard peek?.isDigit == true else {
      throw error(.expected(isNegative ? .number : .jsonValue), at: start)
    }
    var magnitude: UInt64 = 0
    var fits = true
    if !take(UInt8(ascii: "0")) {
      while let digit = peek, digit.isDigit {
        let (tens, overflow) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
        fits = fits && !overflow && !carry
        magnitude = sum
        offset += 1
      }
    }
    guard peek?.isDigit != true else { throw error(.expected(.number), at: start) }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits(from: start)
    }
    if let letter = peek, letter | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      offset += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(from: start)
    }
    if isWhole, fits {
      if !isNegative, let value = Int(exactly: magnitude) { return .integer(value) }
      if isNegative, magnitude <= UInt64(Int.max) + 1 {
        return .integer(Int(truncatingIfNeeded: 0 &- magnitude))
      }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let double = Double(text), let value = JSONValue.number(double) else {
      throw error(.numberOutOfRange(text), at: start)
    }
    return value
  }

  private mutating func digits(from start: Int) throws(SyntaxError) {
    guard peek?.isDigit == true else { throw error(.expected(.number), at: start) }
    while peek?.isDigit == true { offset += 1 }
  }
}
