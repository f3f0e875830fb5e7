/// An exact decimal number: digits and a power of ten.
///
/// Holds up to 18 digits; reading more gives `nil` rather than a rounded value.
struct Decimal: Hashable, Sendable {
  /// The number without its decimal point.
  let digits: Int
  /// The power of ten by which the digits are multiplied.
  let exponent: Int

  /// Creates a whole number.
  init(_ digits: Int) { self.init(digits, exponent: 0) }

  /// Creates a number.
  init(_ digits: Int, exponent: Int) {
    var digits = digits
    var exponent = exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    self.digits = digits
    self.exponent = digits == 0 ? 0 : exponent
  }

  /// Reads figures with commas between thousands: `1,200.50`; `nil` for anything else.
  init?(figures: String) {
    var digits = 0
    var exponent = 0
    var count = 0
    var point = false
    var negative = false
    for (i, byte) in figures.utf8.enumerated() {
      switch byte {
      case 0x30...0x39:
        count += 1
        guard count <= 18 else { return nil }
        digits = digits * 10 + Int(byte - 0x30)
        if point { exponent -= 1 }
      case 0x2e:
        guard !point else { return nil }
        point = true
      case 0x2c:
        guard !point, count > 0 else { return nil }
      case 0x2d, 0x2b:
        guard i == 0 else { return nil }
        negative = byte == 0x2d
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    self.init(negative ? -digits : digits, exponent: exponent)
  }

  /// The number with zeros added, or taken away if negative.
  func shifted(by zeros: Int) -> Decimal { Decimal(digits, exponent: exponent + zeros) }

  /// The sum; `nil` if it has too many digits.
  func adding(_ other: Decimal) -> Decimal? {
    let low = min(exponent, other.exponent)
    guard let left = scaled(to: low), let right = other.scaled(to: low) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Decimal(sum, exponent: low)
  }

  /// Whether it is the larger of two numbers.
  func isGreater(than other: Decimal) -> Bool {
    let low = min(exponent, other.exponent)
    guard let left = scaled(to: low), let right = other.scaled(to: low) else {
      return exponent > other.exponent
    }
    return left > right
  }

  /// The product with a whole number; `nil` if it has too many digits.
  func multiplied(by factor: Int) -> Decimal? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Decimal(product, exponent: exponent)
  }

  /// The quotient by a small number, to four places; `nil` if the digits do not allow it.
  func divided(by divisor: Int) -> Decimal? {
    guard divisor != 0, let wide = scaled(to: exponent - 4) else { return nil }
    return Decimal(wide / divisor, exponent: exponent - 4)
  }

  /// The digits for another exponent that is not higher.
  private func scaled(to low: Int) -> Int? {
    guard exponent - low <= 18, exponent >= low else { return nil }
    var value = digits
    for _ in 0..<exponent - low {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }

  /// The value if it is a whole number that fits.
  var whole: Int? { exponent >= 0 ? scaled(to: 0) : nil }

  /// The number in plain notation: `7500000000`, `0.5`.
  var plain: String {
    let sign = digits < 0 ? "-" : ""
    var text = String(digits.magnitude)
    if exponent >= 0 { return sign + text + String(repeating: "0", count: exponent) }
    let places = -exponent
    if text.utf8.count <= places {
      text = String(repeating: "0", count: places - text.utf8.count + 1) + text
    }
    let cut = text.index(text.endIndex, offsetBy: -places)
    return sign + text[..<cut] + "." + text[cut...]
  }
}
