extension TermID {
  /// The types that XML Schema derives from `xsd:integer`; the numbers never change.
  @frozen
  public enum DerivedInteger: UInt8, Sendable, Hashable, CaseIterable {
    case long, int, short, byte
    case nonNegativeInteger, positiveInteger, nonPositiveInteger, negativeInteger
    case unsignedLong, unsignedInt, unsignedShort, unsignedByte

    /// The type's IRI.
    public var datatype: IRI { IRI(XSD.namespace + "\(self)") }

    /// The values of the type that can be held.
    var range: ClosedRange<Int64> {
      let limit: Int64 = 1 << 53 - 1
      return switch self {
      case .long: -limit...limit
      case .int: Int64(Int32.min)...Int64(Int32.max)
      case .short: Int64(Int16.min)...Int64(Int16.max)
      case .byte: Int64(Int8.min)...Int64(Int8.max)
      case .nonNegativeInteger, .unsignedLong: 0...limit
      case .positiveInteger: 1...limit
      case .nonPositiveInteger: -limit...0
      case .negativeInteger: -limit...(-1)
      case .unsignedInt: 0...Int64(UInt32.max)
      case .unsignedShort: 0...Int64(UInt16.max)
      case .unsignedByte: 0...Int64(UInt8.max)
      }
    }
  }

  /// Which derived type an integer has, or `nil` if the number is of another kind.
  @inlinable public var derivedInteger: DerivedInteger? {
    kind == .derivedInteger ? DerivedInteger(rawValue: UInt8(payload & 15)) : nil
  }

  /// The value of an integer, of `xsd:integer` or a derived type.
  @inlinable public var integerValue: Int64? {
    switch kind {
    case .integer: Int64(payload) - 1 << 57
    case .derivedInteger: Int64(payload >> 4) - 1 << 53
    default: nil
    }
  }

  /// The number of an `xsd:integer`, or `nil` if it is −2⁵⁷ or less, or 2⁵⁷ or more.
  @inlinable
  public init?(integer value: Int64) {
    guard value > -(1 << 57), value < 1 << 57 else { return nil }
    self.init(.integer, UInt64(value + 1 << 57))
  }

  /// The value of a decimal in millionths.
  @inlinable public var decimalMillionths: Int64? {
    kind == .decimal ? Int64(payload >> 3) - 1 << 54 : nil
  }

  /// The number of a decimal in canonical form (no zero at the end but `.0`), or `nil` if its
  /// size is 2⁵⁴ millionths or more.
  @inlinable
  public init?(decimalMillionths value: Int64) {
    guard value > -(1 << 54), value < 1 << 54 else { return nil }
    var digits: UInt64 = 6
    var rest = value
    while digits > 1, rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    self.init(.decimal, UInt64(value + 1 << 54) << 3 | digits)
  }

  /// The value of a double.
  public var doubleValue: Double? {
    guard kind == .double else { return nil }
    var bytes: [UInt8] = []
    appendDouble(to: &bytes)
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// The value of any number held, as a double; exact only if it has at most 53 bits.
  public var approximateValue: Double? {
    switch kind {
    case .integer, .derivedInteger: integerValue.map { Double($0) }
    case .decimal: decimalMillionths.map { Double($0) / 1e6 }
    case .double: doubleValue
    default: nil
    }
  }
}

/// Reading and writing lexical forms.
extension TermID {
  static func integer(_ lexical: UnsafeBufferPointer<UInt8>) -> TermID? {
    canonicalInteger(lexical).flatMap { TermID(integer: $0) }
  }

  static func derivedInteger(
    _ lexical: UnsafeBufferPointer<UInt8>, _ type: DerivedInteger
  ) -> TermID? {
    guard let value = canonicalInteger(lexical), type.range.contains(value) else { return nil }
    return TermID(.derivedInteger, UInt64(value + 1 << 53) << 4 | UInt64(type.rawValue))
  }

  /// The value of digits that say it as it would be written back, of at most 18 digits.
  private static func canonicalInteger(_ lexical: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let first = lexical.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    let count = lexical.count - start
    guard count > 0, count <= 18 else { return nil }
    if lexical[start] == UInt8(ascii: "0") { return count == 1 && !isNegative ? 0 : nil }
    var value: Int64 = 0
    for place in start..<lexical.count {
      let digit = lexical[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int64(digit)
    }
    return isNegative ? -value : value
  }

  static func decimal(_ lexical: UnsafeBufferPointer<UInt8>) -> TermID? {
    let isNegative = lexical.first == UInt8(ascii: "-")
    var place = isNegative ? 1 : 0
    guard lexical.count > place, lexical.count <= 19 else { return nil }
    if lexical[place] == UInt8(ascii: "0"), lexical.count > place + 1,
      lexical[place + 1] != UInt8(ascii: ".")
    {
      return nil
    }
    var value: Int64 = 0
    var digits: UInt64 = 0
    var point = -1
    let start = place
    while place < lexical.count {
      let byte = lexical[place]
      if byte == UInt8(ascii: ".") {
        guard point < 0, place > start else { return nil }
        point = place
      } else {
        let digit = byte &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        value = value * 10 + Int64(digit)
        if point >= 0 { digits += 1 }
      }
      place += 1
    }
    guard point < 0 || digits > 0, digits <= 6, !(isNegative && value == 0) else { return nil }
    for _ in digits..<6 {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = next
    }
    guard value < 1 << 54 else { return nil }
    return TermID(.decimal, UInt64((isNegative ? -value : value) + 1 << 54) << 3 | digits)
  }

  /// `-?D.D+E-?D+`, the first digit not zero and no zero at the end but `.0`; or `0.0E0`.
  static func double(_ lexical: UnsafeBufferPointer<UInt8>) -> TermID? {
    if lexical.elementsEqual("0.0E0".utf8) { return TermID(.double, 1 << 57) }
    let isNegative = lexical.first == UInt8(ascii: "-")
    var place = isNegative ? 1 : 0
    guard lexical.count >= place + 5, lexical[place + 1] == UInt8(ascii: ".") else { return nil }
    var mantissa = UInt64(lexical[place] &- UInt8(ascii: "0"))
    guard mantissa >= 1, mantissa <= 9 else { return nil }
    place += 2
    var digits = 1
    var last: UInt8 = 0
    while place < lexical.count, lexical[place] != UInt8(ascii: "E") {
      last = lexical[place] &- UInt8(ascii: "0")
      guard last <= 9, digits < 14 else { return nil }
      mantissa = mantissa * 10 + UInt64(last)
      digits += 1
      place += 1
    }
    guard digits > 1, last != 0 || digits == 2 else { return nil }
    for _ in digits..<14 { mantissa *= 10 }
    guard place < lexical.count,
      let exponent = canonicalInteger(UnsafeBufferPointer(rebasing: lexical[(place + 1)...])),
      (-300...300).contains(exponent)
    else { return nil }
    let size = UInt64(exponent + 301) << 47 | mantissa
    return TermID(.double, isNegative ? 1 << 57 - size : 1 << 57 + size)
  }

  static func append(_ value: Int64, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, atLeast: 1, to: &bytes)
  }

  static func appendDigits(_ value: UInt64, atLeast width: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = value
    while rest > 0 || bytes.count - start < width {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  func appendDecimal(to bytes: inout [UInt8]) {
    let digits = Int(min(payload & 7, 6))
    let value = Int64(payload >> 3) - 1 << 54
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let size = value.magnitude
    Self.appendDigits(size / 1_000_000, atLeast: 1, to: &bytes)
    guard digits > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    let end = bytes.count + digits
    Self.appendDigits(size % 1_000_000, atLeast: 6, to: &bytes)
    bytes.removeLast(bytes.count - end)
  }

  func appendDouble(to bytes: inout [UInt8]) {
    let offset = Int64(payload) - 1 << 57
    guard offset != 0 else {
      bytes.append(contentsOf: "0.0E0".utf8)
      return
    }
    if offset < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    Self.appendDigits(offset.magnitude & (1 << 47 - 1), atLeast: 14, to: &bytes)
    while bytes.count - start > 2, bytes[bytes.count - 1] == UInt8(ascii: "0") {
      bytes.removeLast()
    }
    bytes.insert(UInt8(ascii: "."), at: start + 1)
    bytes.append(UInt8(ascii: "E"))
    Self.append(Int64(offset.magnitude >> 47) - 301, to: &bytes)
  }
}
