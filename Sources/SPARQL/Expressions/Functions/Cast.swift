internal import GraphModel

/// The casts that the constructor functions of XML Schema's datatypes make (SPARQL 1.1, 17.5).
enum Cast {
  /// A value as one of another datatype; `nil` is an error.
  static func cast(_ value: Value, to datatype: Datatype) -> Value? {
    switch (value, datatype) {
    case (.iri(let iri), .string): return .string(iri)
    case (.iri, _), (.blank, _), (.triple, _), (.id, _), (.text, _): return nil
    default: break
    }
    switch datatype {
    case .string: return string(value).map(Value.string)
    case .boolean: return boolean(value).map(Value.boolean)
    case .float: return float(value).map { .number(.float($0)) }
    case .double: return double(value).map { .number(.double($0)) }
    case .decimal: return decimal(value).map { .number(.decimal($0)) }
    default: break
    }
    if let range = datatype.wholeNumbers {
      guard let whole = integer(value), range.contains(whole) else { return nil }
      return datatype == .integer
        ? .number(.integer(whole)) : .literal(String(whole), datatype: datatype.iri.value)
    }
    if let kind = datatype.timestamp { return timestamp(value, kind).map(Value.time) }
    return datatype.length.flatMap { length(value, $0).map(Value.duration) }
  }

  private static func string(_ value: Value) -> String? {
    switch value {
    case .string(let text): text
    case .literal(let form, _): form
    case .number(.double(let number)): plain(number, .double(number))
    case .number(.float(let number)): plain(Double(number), .float(number))
    default:
      if case .literal(let form, _)? = value.term { form } else { nil }
    }
  }

  /// XPath's form of a double: without an exponent from 10⁻⁶ to 10⁶.
  private static func plain(_ value: Double, _ number: Numeric) -> String {
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    guard value.magnitude >= 1e-6, value.magnitude < 1e6 else {
      let form = number.lexical
      return form
    }
    let exact = ExactDecimal(lexical: number.plainDigits.utf8)
    return exact?.lexical ?? number.lexical
  }

  private static func boolean(_ value: Value) -> Bool? {
    switch value {
    case .boolean(let truth): truth
    case .number(let number): number.isTrue
    case .string(let text): LexicalForm.boolean(text)
    default: nil
    }
  }

  private static func float(_ value: Value) -> Float? {
    switch value {
    case .boolean(let truth): truth ? 1 : 0
    case .number(let number): number.float
    case .string(let text): LexicalForm.float(text)
    default: nil
    }
  }

  private static func double(_ value: Value) -> Double? {
    switch value {
    case .boolean(let truth): truth ? 1 : 0
    case .number(let number): number.double
    case .string(let text): LexicalForm.double(text)
    default: nil
    }
  }

  private static func decimal(_ value: Value) -> ExactDecimal? {
    switch value {
    case .boolean(let truth): truth ? .one : .zero
    case .number(let number): number.decimal
    case .string(let text): LexicalForm.decimal(text)
    default: nil
    }
  }

  private static func integer(_ value: Value) -> Int128? {
    switch value {
    case .boolean(let truth): truth ? 1 : 0
    case .number(let number): number.decimal?.truncated.coefficient
    case .string(let text): LexicalForm.integer(text)
    default: nil
    }
  }

  private static func timestamp(_ value: Value, _ kind: Timestamp.Kind) -> Timestamp? {
    switch value {
    case .string(let text):
      return Timestamp(kind, lexical: LexicalForm.trim(text))
    case .time(var time):
      if time.kind == kind { return time }
      switch (time.kind, kind) {
      case (.date, .dateTime): break
      case (.dateTime, .time): (time.year, time.month, time.day) = (1972, 12, 31)
      case (.dateTime, _), (.date, .gYear), (.date, .gYearMonth), (.date, .gMonth),
        (.date, .gMonthDay), (.date, .gDay):
        (time.hour, time.minute, time.second) = (0, 0, .zero)
        if kind == .gMonth || kind == .gMonthDay || kind == .gDay { time.year = 1972 }
        if kind == .gYear || kind == .gDay { time.month = 1 }
        if kind == .gYear || kind == .gYearMonth || kind == .gMonth { time.day = 1 }
      default: return nil
      }
      time.kind = kind
      return time
    default: return nil
    }
  }

  private static func length(_ value: Value, _ kind: XSDDuration.Kind) -> XSDDuration? {
    switch value {
    case .string(let text): return XSDDuration(kind, lexical: LexicalForm.trim(text))
    case .duration(var duration):
      duration.kind = kind
      if kind == .dayTime { duration.months = 0 }
      if kind == .yearMonth { duration.seconds = .zero }
      return duration
    default: return nil
    }
  }
}

extension Numeric {
  /// The digits of a number that is not far from 1, without an exponent.
  var plainDigits: String {
    let text =
      switch self {
      case .float(let value): value.description
      default: double.description
      }
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) else { return text }
    // Swift writes an exponent below 1e-4.
    let exponent = Int(text[text.utf8.index(after: mark)...]) ?? 0
    let digits = text[..<mark].utf8.filter { $0 >= 48 && $0 <= 57 }
    let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
    let zeros = String(repeating: "0", count: max(0, -exponent - 1))
    return sign + "0." + zeros + String(decoding: digits, as: UTF8.self)
  }
}
