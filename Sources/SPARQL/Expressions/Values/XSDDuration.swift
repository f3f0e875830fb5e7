/// A length of time: `xsd:duration` and its two halves that can be compared.
struct XSDDuration: Hashable, Sendable {
  /// Which of the types it is.
  enum Kind: UInt8, Hashable, Sendable { case duration, dayTime, yearMonth }

  var kind: Kind
  /// Years and months, in months.
  var months: Int = 0
  /// Days, hours, minutes and seconds, in seconds.
  var seconds: ExactDecimal = .zero

  init(kind: Kind, months: Int = 0, seconds: ExactDecimal = .zero) {
    self.kind = kind
    self.months = months
    self.seconds = seconds
  }

  /// The value that a lexical form names, or `nil` if it names none of this type.
  init?(_ kind: Kind, lexical text: String) {
    self.init(kind: kind)
    var reader = ByteReader(text)
    let negative = reader.take("-")
    guard reader.take("P"), !reader.isAtEnd else { return nil }
    var units: [Unicode.Scalar] = ["Y", "M", "D"]
    var inTime = false
    var parts = 0
    while !reader.isAtEnd {
      if !inTime, reader.take("T") {
        inTime = true
        units = ["H", "M", "S"]
        guard !reader.isAtEnd else { return nil }
      }
      let digits = reader.digits()
      guard !digits.isEmpty, digits.count <= 18 else { return nil }
      let whole = digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) }
      var number = ExactDecimal(whole)
      if inTime, reader.take(".") {
        let fraction = reader.digits()
        guard !fraction.isEmpty, fraction.count <= 18, units.last == "S" else { return nil }
        number = ExactDecimal(
          coefficient: fraction.reduce(whole) { $0 * 10 + Int128($1 - 48) }, scale: fraction.count)
        guard reader.take("S"), add(number, unit: "S", inTime: true) else { return nil }
        units = []
      } else {
        guard let place = units.firstIndex(where: { reader.take($0) }),
          add(number, unit: units[place], inTime: inTime)
        else { return nil }
        units = Array(units[(place + 1)...])
      }
      parts += 1
    }
    guard parts > 0 else { return nil }
    if negative {
      months = -months
      seconds = seconds.negated ?? .zero
    }
    switch kind {
    case .duration: break
    case .dayTime:
      guard months == 0,
        !text.utf8.prefix(while: { $0 != 84 }).contains(where: { $0 == 77 || $0 == 89 })
      else { return nil }
    case .yearMonth:
      guard seconds == .zero, !text.utf8.contains(where: { $0 == 84 || $0 == 68 }) else {
        return nil
      }
    }
  }

  private mutating func add(_ number: ExactDecimal, unit: Unicode.Scalar, inTime: Bool) -> Bool {
    let factor: Int128
    switch (unit, inTime) {
    case ("Y", false), ("M", false):
      let count = number.coefficient * (unit == "Y" ? 12 : 1)
      guard let sum = Int(exactly: Int128(months) + count) else { return false }
      months = sum
      return true
    case ("D", _): factor = 86_400
    case ("H", _): factor = 3600
    case ("M", _): factor = 60
    default: factor = 1
    }
    guard let product = number.multiplied(by: ExactDecimal(factor)),
      let sum = seconds.adding(product)
    else { return false }
    seconds = sum
    return true
  }

  /// How two lengths compare, or `nil` if that depends on how long the months are.
  func compare(_ other: XSDDuration) -> Int? {
    func order<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }
    let byMonths = order(months, other.months)
    let bySeconds = order(seconds, other.seconds)
    if byMonths == 0 { return bySeconds }
    if bySeconds == 0 || byMonths == bySeconds { return byMonths }
    // A month has 28 to 31 days.
    let difference = ExactDecimal(Int128(months - other.months))
    guard let rest = other.seconds.subtracting(seconds),
      let short = difference.multiplied(by: ExactDecimal(28 * 86_400)),
      let long = difference.multiplied(by: ExactDecimal(31 * 86_400))
    else { return nil }
    let (low, high) = short < long ? (short, long) : (long, short)
    if high < rest { return -1 }
    return rest < low ? 1 : nil
  }

  /// The canonical lexical form.
  var lexical: String {
    let negative = months < 0 || seconds.isNegative
    let magnitude = seconds.isNegative ? seconds.negated ?? .zero : seconds
    let monthCount = Int(months.magnitude)
    var text = negative ? "-P" : "P"
    if monthCount >= 12 { text += "\(monthCount / 12)Y" }
    if monthCount % 12 > 0 { text += "\(monthCount % 12)M" }
    let whole = magnitude.floor.coefficient
    let fraction = magnitude.subtracting(magnitude.floor) ?? .zero
    if whole >= 86_400 { text += "\(whole / 86_400)D" }
    let rest = whole % 86_400
    if rest > 0 || fraction != .zero {
      text += "T"
      if rest >= 3600 { text += "\(rest / 3600)H" }
      if rest % 3600 >= 60 { text += "\(rest % 3600 / 60)M" }
      let last = ExactDecimal(rest % 60).adding(fraction) ?? .zero
      if last != .zero { text += last.lexical + "S" }
    }
    if text.utf8.last == UInt8(ascii: "P") {
      text += kind == .yearMonth ? "0M" : "T0S"
    }
    return text
  }
}

/// Arithmetic of lengths and points of time.
extension XSDDuration {
  var negated: XSDDuration {
    XSDDuration(kind: kind, months: -months, seconds: seconds.negated ?? .zero)
  }

  func adding(_ other: XSDDuration) -> XSDDuration? {
    let (sum, overflow) = months.addingReportingOverflow(other.months)
    guard !overflow, let seconds = seconds.adding(other.seconds) else { return nil }
    return XSDDuration(kind: kind == other.kind ? kind : .duration, months: sum, seconds: seconds)
  }

  /// The length times a number.
  func multiplied(by factor: Numeric) -> XSDDuration? {
    guard let factor = factor.decimal, let seconds = seconds.multiplied(by: factor),
      let months = ExactDecimal(Int128(months)).multiplied(by: factor)?.rounded,
      let whole = Int(exactly: months.coefficient)
    else { return nil }
    return XSDDuration(kind: kind, months: whole, seconds: seconds)
  }

  /// The length divided by a number.
  func divided(by divisor: Numeric) -> XSDDuration? {
    guard let divisor = divisor.decimal, let seconds = seconds.divided(by: divisor),
      let months = ExactDecimal(Int128(months)).divided(by: divisor)?.rounded,
      let whole = Int(exactly: months.coefficient)
    else { return nil }
    return XSDDuration(kind: kind, months: whole, seconds: seconds)
  }
}

extension Timestamp {
  /// The point that lies a length of time later: months first, then days and seconds.
  func adding(_ duration: XSDDuration) -> Timestamp? {
    guard kind == .dateTime || kind == .date || (kind == .time && duration.months == 0) else {
      return nil
    }
    var result = self
    let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(duration.months)
    guard !overflow, count.magnitude < 12_000_000_000 else { return nil }
    result.year = count >= 0 ? count / 12 : (count - 11) / 12
    result.month = count - result.year * 12 + 1
    result.day = min(day, Self.length(month: result.month, year: result.year))
    guard let moved = result.localSeconds.adding(duration.seconds),
      moved.floor.coefficient.magnitude < 400_000_000_000_000_000
    else { return nil }
    result.setLocal(seconds: moved)
    switch kind {
    case .date: (result.hour, result.minute, result.second) = (0, 0, .zero)
    case .time: (result.year, result.month, result.day) = (1972, 12, 31)
    default: break
    }
    return result
  }

  /// The length of time between two points of one type; `nil` if only one has a timezone.
  func subtracting(_ other: Timestamp) -> XSDDuration? {
    guard kind == other.kind, kind == .dateTime || kind == .date || kind == .time,
      let seconds = seconds().subtracting(other.seconds())
    else { return nil }
    return XSDDuration(kind: .dayTime, seconds: seconds)
  }
}
