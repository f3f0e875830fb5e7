internal import GraphModel

/// Equality and order as SPARQL's operators see them. Numbers of terms are resolved before.
extension Value {
  /// The operator `=`; `nil` is a type error: two literals that may or may not be the same value.
  func isEqual(to other: Value) -> Bool? {
    switch (self, other) {
    case (.iri(let a), .iri(let b)): return a.utf8.elementsEqual(b.utf8)
    case (.blank(let a), .blank(let b)): return a.utf8.elementsEqual(b.utf8)
    case (.string(let a), .string(let b)): return a.utf8.elementsEqual(b.utf8)
    case (.text(let a, let l, let d), .text(let b, let m, let e)):
      return a.utf8.elementsEqual(b.utf8) && d == e && l.lowercased() == m.lowercased()
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.number(let a), .number(let b)): return a.compare(b).map { $0 == 0 } ?? false
    case (.time(let a), .time(let b)):
      if a.kind != b.kind { return false }
      return a.compare(b).map { $0 == 0 }
    case (.duration(let a), .duration(let b)): return a.months == b.months && a.seconds == b.seconds
    case (.triple(let a), .triple(let b)): return Self.isEqual(a, b)
    case (.literal(let a, let t), .literal(let b, let u)):
      return a.utf8.elementsEqual(b.utf8) && t == u ? true : nil
    case (.literal, .text), (.text, .literal): return false
    case (.literal, _): return other.isLiteral ? nil : false
    case (_, .literal): return isLiteral ? nil : false
    default: return false
    }
  }

  private static func isEqual(_ a: Triple, _ b: Triple) -> Bool? {
    guard Value(Term(a.subject)).isEqual(to: Value(Term(b.subject))) == true,
      a.predicate.value.utf8.elementsEqual(b.predicate.value.utf8)
    else { return false }
    return Value(a.object).isEqual(to: Value(b.object))
  }

  /// How two values compare for `<` and its kin: below 0, 0, above 0; `nil` is a type error.
  func compare(_ other: Value) -> Int? {
    switch (self, other) {
    case (.string(let a), .string(let b)): return Self.order(a, b)
    case (.boolean(let a), .boolean(let b)): return a == b ? 0 : a ? 1 : -1
    case (.number(let a), .number(let b)): return a.compare(b)
    case (.time(let a), .time(let b)): return a.compare(b)
    case (.duration(let a), .duration(let b)): return a.compare(b)
    default: return nil
    }
  }

  /// Whether `<` and its kin know values of this kind, so that not-a-number is merely unequal.
  var isNotANumber: Bool {
    switch self {
    case .number(.double(let value)): value.isNaN
    case .number(.float(let value)): value.isNaN
    default: false
    }
  }

  /// The order of code points, which is the order of the UTF-8 bytes.
  static func order(_ a: String, _ b: String) -> Int {
    if a.utf8.elementsEqual(b.utf8) { return 0 }
    return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
  }

  /// Whether the value is a literal.
  var isLiteral: Bool {
    switch self {
    case .id, .iri, .blank, .triple: false
    default: true
    }
  }

  /// The effective boolean value; `nil` is a type error.
  var effectiveBoolean: Bool? {
    switch self {
    case .boolean(let value): value
    case .string(let text): !text.isEmpty
    case .number(let value): value.isTrue
    default: nil
    }
  }
}

/// The order of ORDER BY: total, over terms of all kinds.
extension Value {
  /// Where a kind of term stands: blank nodes, IRIs, literals, triple terms.
  private var rank: Int {
    switch self {
    case .id: 0
    case .blank: 1
    case .iri: 2
    case .number: 3
    case .string: 4
    case .text: 5
    case .boolean: 6
    case .time: 7
    case .duration: 8
    case .literal: 9
    case .triple: 10
    }
  }

  /// How two values stand in the order of solutions: below 0, 0, above 0.
  ///
  /// Where `<` tells, it decides; what it does not tell goes by kind, then by type and form.
  static func total(_ a: Value, _ b: Value) -> Int {
    switch (a, b) {
    case (.blank(let x), .blank(let y)), (.iri(let x), .iri(let y)),
      (.string(let x), .string(let y)):
      return order(x, y)
    case (.number(let x), .number(let y)):
      if let known = x.compare(y) { return known }
      return (x.double.isNaN ? 0 : 1) - (y.double.isNaN ? 0 : 1)
    case (.text(let x, let l, let d), .text(let y, let m, let e)):
      let byText = order(x, y)
      if byText != 0 { return byText }
      let byLanguage = order(l.lowercased(), m.lowercased())
      return byLanguage != 0 ? byLanguage : order(d?.rawValue ?? "", e?.rawValue ?? "")
    case (.boolean(let x), .boolean(let y)): return (x ? 1 : 0) - (y ? 1 : 0)
    case (.time(let x), .time(let y)):
      if x.kind != y.kind { return Int(x.kind.rawValue) - Int(y.kind.rawValue) }
      let (s, t) = (x.seconds(), y.seconds())
      if s != t { return s < t ? -1 : 1 }
      return (x.timezone == nil ? 0 : 1) - (y.timezone == nil ? 0 : 1)
    case (.duration(let x), .duration(let y)):
      func length(_ value: XSDDuration) -> ExactDecimal {
        let months = ExactDecimal(Int128(value.months) * 2_629_746)
        return months.adding(value.seconds) ?? months
      }
      let (s, t) = (length(x), length(y))
      return s < t ? -1 : s == t ? 0 : 1
    case (.literal(let x, let t), .literal(let y, let u)):
      let byType = order(t, u)
      return byType != 0 ? byType : order(x, y)
    case (.triple(let x), .triple(let y)):
      for (s, t) in [
        (Term(x.subject), Term(y.subject)), (.iri(x.predicate), .iri(y.predicate)),
        (x.object, y.object),
      ] {
        let part = total(Value(s), Value(t))
        if part != 0 { return part }
      }
      return 0
    default: return a.rank - b.rank
    }
  }
}
