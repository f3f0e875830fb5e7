/// A number of one of SPARQL's four numeric types.
enum Numeric: Hashable, Sendable {
  case integer(Int128)
  case decimal(ExactDecimal)
  case float(Float)
  case double(Double)

  /// The types in the order of promotion.
  enum Rank: Int, Comparable, Sendable {
    case integer, decimal, float, double
    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// The type.
  var rank: Rank {
    switch self {
    case .integer: .integer
    case .decimal: .decimal
    case .float: .float
    case .double: .double
    }
  }

  /// The value as a double.
  var double: Double {
    switch self {
    case .integer(let value): Int64(exactly: value).map(Double.init) ?? ExactDecimal(value).double
    case .decimal(let value): value.double
    case .float(let value): Double(value)
    case .double(let value): value
    }
  }

  /// The value as a float.
  var float: Float {
    if case .float(let value) = self { return value }
    return Float(double)
  }

  /// The value as a decimal, unless it is not finite or too large.
  var decimal: ExactDecimal? {
    switch self {
    case .integer(let value): ExactDecimal(value)
    case .decimal(let value): value
    case .float(let value): ExactDecimal(nearest: Double(value))
    case .double(let value): ExactDecimal(nearest: value)
    }
  }

  /// Whether the value counts as true: neither zero nor not-a-number.
  var isTrue: Bool {
    switch self {
    case .integer(let value): value != 0
    case .decimal(let value): value != .zero
    case .float(let value): value != 0 && !value.isNaN
    case .double(let value): value != 0 && !value.isNaN
    }
  }

  /// The canonical lexical form.
  var lexical: String {
    switch self {
    case .integer(let value): String(value)
    case .decimal(let value): value.lexical
    case .float(let value): Self.scientific(value.description)
    case .double(let value): Self.scientific(value.description)
    }
  }

  /// Swift's shortest digits, written as XML Schema writes them: `1.0E6`.
  private static func scientific(_ text: String) -> String {
    switch text {
    case "inf": return "INF"
    case "-inf": return "-INF"
    case "nan", "-nan": return "NaN"
    default: break
    }
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    var negative = false
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "-"): negative = true
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        exponent = Int(String(rest) ?? "") ?? 0
        rest = rest[rest.endIndex...]
      default: digits.append(byte)
      }
    }
    exponent += (point ?? digits.count) - 1
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits == [UInt8(ascii: "0")] { exponent = 0 }
    let fraction = digits.count > 1 ? String(decoding: digits[1...], as: UTF8.self) : "0"
    let head = String(decoding: digits[..<1], as: UTF8.self)
    return (negative ? "-" : "") + head + "." + fraction + "E" + String(exponent)
  }
}

/// Comparison, with promotion.
extension Numeric {
  /// How two numbers compare: below 0, 0, above 0, or `nil` if one is not a number.
  func compare(_ other: Numeric) -> Int? {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): return a < b ? -1 : a == b ? 0 : 1
    default: break
    }
    switch max(rank, other.rank) {
    case .integer, .decimal:
      guard let a = decimal, let b = other.decimal else { return nil }
      return a < b ? -1 : a == b ? 0 : 1
    case .float:
      let (a, b) = (float, other.float)
      return a < b ? -1 : a == b ? 0 : a > b ? 1 : nil
    case .double:
      let (a, b) = (double, other.double)
      return a < b ? -1 : a == b ? 0 : a > b ? 1 : nil
    }
  }
}

/// Arithmetic, with promotion; `nil` is an error (overflow, division by zero).
extension Numeric {
  /// The four operations.
  enum Operation: Hashable, Sendable { case add, subtract, multiply, divide }

  func applying(_ operation: Operation, _ other: Numeric) -> Numeric? {
    switch max(rank, other.rank) {
    case .integer:
      guard case .integer(let a) = self, case .integer(let b) = other else { return nil }
      return Self.whole(operation, a, b)
    case .decimal:
      guard let a = decimal, let b = other.decimal else { return nil }
      return Self.exact(operation, a, b).map(Numeric.decimal)
    case .float: return .float(Self.binary(operation, float, other.float))
    case .double: return .double(Self.binary(operation, double, other.double))
    }
  }

  private static func whole(_ operation: Operation, _ a: Int128, _ b: Int128) -> Numeric? {
    let result: (partialValue: Int128, overflow: Bool)
    switch operation {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .divide: return ExactDecimal(a).divided(by: ExactDecimal(b)).map(Numeric.decimal)
    }
    return result.overflow ? nil : .integer(result.partialValue)
  }

  private static func exact(
    _ operation: Operation, _ a: ExactDecimal, _ b: ExactDecimal
  ) -> ExactDecimal? {
    switch operation {
    case .add: a.adding(b)
    case .subtract: a.subtracting(b)
    case .multiply: a.multiplied(by: b)
    case .divide: a.divided(by: b)
    }
  }

  private static func binary<F: BinaryFloatingPoint>(_ operation: Operation, _ a: F, _ b: F) -> F {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    }
  }

  var negated: Numeric? {
    switch self {
    case .integer(let value): value == .min ? nil : .integer(-value)
    case .decimal(let value): value.negated.map(Numeric.decimal)
    case .float(let value): .float(-value)
    case .double(let value): .double(-value)
    }
  }

  var absolute: Numeric? {
    switch self {
    case .integer(let value): value < 0 ? negated : self
    case .decimal(let value): value.isNegative ? negated : self
    case .float(let value): .float(value.magnitude)
    case .double(let value): .double(value.magnitude)
    }
  }

  var rounded: Numeric {
    switch self {
    case .integer: self
    case .decimal(let value): .decimal(value.rounded)
    case .float(let value): .float(Self.nearest(value))
    case .double(let value): .double(Self.nearest(value))
    }
  }

  /// The nearest whole number, the greater of two that are equally near; keeps what is no number.
  private static func nearest<F: BinaryFloatingPoint>(_ value: F) -> F {
    let floor = value.rounded(.down)
    let result = value - floor < 0.5 ? floor : floor + 1
    guard value.isFinite else { return value }
    return result == 0 && value.sign == .minus ? -0.0 : result
  }

  var ceiling: Numeric {
    switch self {
    case .integer: self
    case .decimal(let value): .decimal(value.ceiling)
    case .float(let value): .float(value.rounded(.up))
    case .double(let value): .double(value.rounded(.up))
    }
  }

  var floor: Numeric {
    switch self {
    case .integer: self
    case .decimal(let value): .decimal(value.floor)
    case .float(let value): .float(value.rounded(.down))
    case .double(let value): .double(value.rounded(.down))
    }
  }
}
