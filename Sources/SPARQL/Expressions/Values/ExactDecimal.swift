/// An exact decimal number of up to 38 digits: what `xsd:decimal` and `xsd:integer` compute with.
///
/// The value is `coefficient` / 10^`scale`, without zeros at the end of the fraction, so that equal
/// numbers are equal values. Results that do not fit are `nil`: XPath's error FOAR0002.
struct ExactDecimal: Hashable, Sendable {
  /// The digits as a whole number.
  let coefficient: Int128
  /// How many of the digits are behind the point.
  let scale: Int

  /// The digits that a quotient keeps behind the point.
  static let quotientScale = 18

  static let zero = ExactDecimal(0)
  static let one = ExactDecimal(1)

  /// The whole number.
  init(_ whole: Int128) {
    coefficient = whole
    scale = 0
  }

  /// A number from its digits; zeros at the end of the fraction fall away.
  init(coefficient: Int128, scale: Int) {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.coefficient = coefficient
    self.scale = scale
  }

  /// 10 to the power of `exponent`, if it fits.
  static func power(_ exponent: Int) -> Int128? {
    guard exponent >= 0, exponent <= 38 else { return nil }
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// The coefficient at another, not smaller scale.
  private func coefficient(at scale: Int) -> Int128? {
    guard let factor = Self.power(scale - self.scale) else {
      return coefficient == 0 ? 0 : nil
    }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  /// The number that a lexical form of `xsd:decimal` names; `nil` for one that is none or too long.
  init?(lexical bytes: some Collection<UInt8>) {
    var coefficient: Int128 = 0
    var scale = 0
    var digits = 0
    var negative = false
    var inFraction = false
    var trailingZeros = 0
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "+") where place == 0: continue
      case UInt8(ascii: "-") where place == 0: negative = true
      case UInt8(ascii: ".") where !inFraction: inFraction = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if inFraction, byte == UInt8(ascii: "0") {
          trailingZeros += 1
          continue
        }
        let step = inFraction ? trailingZeros + 1 : 1
        for index in 0..<step {
          let digit = index == step - 1 ? Int128(byte - UInt8(ascii: "0")) : 0
          let (shifted, over) = coefficient.multipliedReportingOverflow(by: 10)
          let (sum, carry) = shifted.addingReportingOverflow(digit)
          guard !over, !carry else { return nil }
          coefficient = sum
        }
        if inFraction { scale += step }
        trailingZeros = 0
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(coefficient: negative ? -coefficient : coefficient, scale: scale)
  }

  /// The exact decimal nearest to a double, with at most 18 digits behind the point.
  init?(nearest double: Double) {
    guard double.isFinite else { return nil }
    var magnitude = double.magnitude
    guard magnitude < 1e38 else { return nil }
    let whole = magnitude.rounded(.towardZero)
    guard var coefficient = Int128(exactly: whole) else { return nil }
    magnitude -= whole
    var scale = 0
    while magnitude > 0, scale < Self.quotientScale {
      magnitude *= 10
      let digit = magnitude.rounded(.towardZero)
      let (shifted, over) = coefficient.multipliedReportingOverflow(by: 10)
      let (sum, carry) = shifted.addingReportingOverflow(Int128(digit))
      guard !over, !carry else { break }
      coefficient = sum
      magnitude -= digit
      scale += 1
    }
    self.init(coefficient: double < 0 ? -coefficient : coefficient, scale: scale)
  }

  /// The nearest double.
  var double: Double {
    if scale == 0, let small = Int64(exactly: coefficient) { return Double(small) }
    return Double(lexical) ?? .nan
  }

  /// Whether there is nothing behind the point.
  var isWhole: Bool { scale == 0 }
  /// Whether the number is less than 0.
  var isNegative: Bool { coefficient < 0 }

  /// The canonical lexical form: no point for a whole number.
  var lexical: String {
    guard scale > 0 else { return String(coefficient) }
    var digits = Array(String(coefficient.magnitude).utf8)
    if digits.count <= scale {
      digits.insert(
        contentsOf: repeatElement(UInt8(ascii: "0"), count: scale + 1 - digits.count), at: 0)
    }
    digits.insert(UInt8(ascii: "."), at: digits.count - scale)
    if coefficient < 0 { digits.insert(UInt8(ascii: "-"), at: 0) }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension ExactDecimal: Comparable {
  static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    if a.scale == b.scale { return a.coefficient < b.coefficient }
    let scale = max(a.scale, b.scale)
    if let x = a.coefficient(at: scale), let y = b.coefficient(at: scale) { return x < y }
    // One of them is too large for the other's scale, so their whole parts differ.
    return a.floor.coefficient < b.floor.coefficient
  }
}

/// Arithmetic and rounding.
extension ExactDecimal {
  func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let scale = max(scale, other.scale)
    guard let x = coefficient(at: scale), let y = other.coefficient(at: scale) else { return nil }
    let (sum, overflow) = x.addingReportingOverflow(y)
    return overflow ? nil : ExactDecimal(coefficient: sum, scale: scale)
  }

  func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    other.negated.flatMap(adding)
  }

  func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    guard !overflow else { return nil }
    return ExactDecimal(coefficient: product, scale: scale + other.scale)
  }

  /// The quotient, exact if it ends within 18 digits behind the point, else cut there.
  func divided(by other: ExactDecimal) -> ExactDecimal? {
    guard other.coefficient != 0 else { return nil }
    // Long division: digits of a / b, where both are brought to one scale first.
    let common = max(scale, other.scale)
    guard let a = coefficient(at: common), let b = other.coefficient(at: common) else { return nil }
    let divisor = b.magnitude
    var (quotient, rest) = a.magnitude.quotientAndRemainder(dividingBy: divisor)
    var digits = 0
    while rest != 0, digits < Self.quotientScale {
      let (grown, over) = rest.multipliedReportingOverflow(by: 10)
      let (shifted, tooLong) = quotient.multipliedReportingOverflow(by: 10)
      guard !over, !tooLong, shifted < UInt128(Int128.max) - 10 else { break }
      let step = grown.quotientAndRemainder(dividingBy: divisor)
      quotient = shifted + step.quotient
      rest = step.remainder
      digits += 1
    }
    guard let magnitude = Int128(exactly: quotient) else { return nil }
    let negative = (a < 0) != (b < 0)
    return ExactDecimal(coefficient: negative ? -magnitude : magnitude, scale: digits)
  }

  var negated: ExactDecimal? {
    let (result, overflow) = Int128(0).subtractingReportingOverflow(coefficient)
    return overflow ? nil : ExactDecimal(coefficient: result, scale: scale)
  }

  /// The largest whole number that is not greater.
  var floor: ExactDecimal {
    guard scale > 0, let factor = Self.power(scale) else { return scale > 0 ? .zero : self }
    let (quotient, rest) = coefficient.quotientAndRemainder(dividingBy: factor)
    return ExactDecimal(rest < 0 ? quotient - 1 : quotient)
  }

  /// The smallest whole number that is not less.
  var ceiling: ExactDecimal {
    guard scale > 0, let factor = Self.power(scale) else { return scale > 0 ? .zero : self }
    let (quotient, rest) = coefficient.quotientAndRemainder(dividingBy: factor)
    return ExactDecimal(rest > 0 ? quotient + 1 : quotient)
  }

  /// The nearest whole number; the greater one of two that are equally near.
  var rounded: ExactDecimal {
    guard scale > 0 else { return self }
    return adding(ExactDecimal(coefficient: 5, scale: 1))?.floor ?? floor
  }

  /// The whole part.
  var truncated: ExactDecimal { isNegative ? ceiling : floor }
}
