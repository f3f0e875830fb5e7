/// Values inside their number.
///
/// A value is held only if exactly its lexical form comes back: `01` is not, for `1` is. Inside a
/// kind, numbers sort as the values do; equal values with different forms (`0.5`, `0.50`) are
/// next to each other.
///
/// | kind | the 58 bits |
/// | --- | --- |
/// | shortString | its bytes, the first at the top of 56 bits, filled up with zeros |
/// | boolean | 0 or 1 |
/// | integer | value + 2⁵⁷ |
/// | derivedInteger | (value + 2⁵³) × 16 + ``DerivedInteger`` |
/// | decimal | (value × 10⁶ + 2⁵⁴) × 8 + digits after the point |
/// | double | 2⁵⁷ ± ((exponent + 301) × 2⁴⁷ + the 14 digits); 2⁵⁷ for zero |
/// | date | year × 512 + month × 32 + day |
/// | dateTime | milliseconds since 0000-12-30T00:00:00 × 4 + digits after the point |
/// | zonedDateTime | milliseconds of UTC since then × 512 + zone × 4 + digits after the point |
/// | year | year |
/// | yearMonth | year × 16 + month |
///
/// The zone is 0 for `Z`, else 57 + quarters of an hour east.
extension TermID {
  /// The number that holds a literal's value, or `nil` if its form does not fit.
  public init?(inlining term: Term) {
    guard case .literal(let value, let datatype) = term else { return nil }
    guard let kind = Kind.inlining(datatype) else { return nil }
    var lexical = value
    guard
      let id = lexical.withUTF8({ TermID(inlining: $0, as: kind.kind, derived: kind.derived) })
    else { return nil }
    self = id
  }

  /// The number that holds a value, given the bytes of its lexical form, or `nil`.
  ///
  /// - Parameters:
  ///   - lexical: The bytes, valid UTF-8.
  ///   - kind: As ``Kind/inlining(_:)-(UnsafeBufferPointer<UInt8>)`` gave it for the datatype.
  ///   - derived: Of an integer of a derived type, which one.
  public init?(
    inlining lexical: UnsafeBufferPointer<UInt8>, as kind: Kind, derived: DerivedInteger = .long
  ) {
    let found: TermID? =
      switch kind {
      case .shortString: Self.shortString(lexical)
      case .boolean: Self.boolean(lexical)
      case .integer: Self.integer(lexical)
      case .derivedInteger: Self.derivedInteger(lexical, derived)
      case .decimal: Self.decimal(lexical)
      case .double: Self.double(lexical)
      case .date, .year, .yearMonth: Self.calendar(lexical, kind)
      case .dateTime, .zonedDateTime: Self.dateTime(lexical)
      default: nil
      }
    guard let found else { return nil }
    self = found
  }

  /// The literal whose value the number holds, or `nil` if it holds none.
  public var inlineTerm: Term? {
    guard let datatype = inlineDatatype else { return nil }
    var bytes: [UInt8] = []
    guard appendLexicalForm(to: &bytes) else { return nil }
    return .literal(String(decoding: bytes, as: UTF8.self), datatype: datatype)
  }

  /// The datatype of the value that the number holds, or `nil` if it holds none.
  public var inlineDatatype: IRI? {
    switch kind {
    case .shortString: XSD.string
    case .boolean: XSD.boolean
    case .integer: XSD.integer
    case .derivedInteger: derivedInteger?.datatype
    case .decimal: XSD.decimal
    case .double: XSD.double
    case .date: XSD.date
    case .dateTime, .zonedDateTime: XSD.dateTime
    case .year: XSD.gYear
    case .yearMonth: XSD.gYearMonth
    default: nil
    }
  }

  /// Appends the lexical form of the value that the number holds.
  ///
  /// - Returns: `false`, and nothing is appended, if it holds none.
  @discardableResult
  public func appendLexicalForm(to bytes: inout [UInt8]) -> Bool {
    switch kind {
    case .shortString: appendShortString(to: &bytes)
    case .boolean:
      guard let booleanValue else { return false }
      bytes.append(contentsOf: (booleanValue ? "true" : "false").utf8)
    case .integer, .derivedInteger:
      guard let integerValue else { return false }
      Self.append(integerValue, to: &bytes)
    case .decimal: appendDecimal(to: &bytes)
    case .double: appendDouble(to: &bytes)
    case .date, .year, .yearMonth: appendCalendar(to: &bytes)
    case .dateTime, .zonedDateTime: return appendDateTime(to: &bytes)
    default: return false
    }
    return true
  }
}

extension TermID.Kind {
  /// The inline kind of a datatype's values, or `nil` if no number holds such values.
  ///
  /// For `xsd:dateTime` it is ``dateTime``, whether or not a value has a zone.
  public static func inlining(
    _ datatype: IRI
  ) -> (kind: TermID.Kind, derived: TermID.DerivedInteger)? {
    var text = datatype.value
    return text.withUTF8 { inlining($0) }
  }

  /// The inline kind of a datatype's values, given the bytes of its IRI.
  public static func inlining(
    _ datatype: UnsafeBufferPointer<UInt8>
  ) -> (kind: TermID.Kind, derived: TermID.DerivedInteger)? {
    let namespace = XSD.namespaceBytes
    guard datatype.count > namespace.count, datatype.count <= namespace.count + 18 else {
      return nil
    }
    for place in 0..<namespace.count where datatype[place] != namespace[place] { return nil }
    let name = UnsafeBufferPointer(rebasing: datatype[namespace.count...])
    for known in names where known.name.elementsEqual(name) { return (known.kind, known.derived) }
    return nil
  }

  private static let names: [(name: [UInt8], kind: TermID.Kind, derived: TermID.DerivedInteger)] =
    [
      ("string", TermID.Kind.shortString), ("integer", .integer), ("decimal", .decimal),
      ("date", .date), ("dateTime", .dateTime), ("gYear", .year), ("gYearMonth", .yearMonth),
      ("boolean", .boolean), ("double", .double),
    ].map { (Array($0.utf8), $1, .long) }
    + TermID.DerivedInteger.allCases.map { (Array("\($0)".utf8), .derivedInteger, $0) }
}

extension XSD {
  fileprivate static let namespaceBytes = Array(namespace.utf8)
}

/// Strings and truth values.
extension TermID {
  @inlinable
  static func shortString(_ lexical: UnsafeBufferPointer<UInt8>) -> TermID? {
    guard lexical.count <= 7 else { return nil }
    var payload: UInt64 = 0
    for byte in lexical {
      guard byte != 0 else { return nil }
      payload = payload << 8 | UInt64(byte)
    }
    return TermID(.shortString, payload << UInt64(8 * (7 - lexical.count)))
  }

  private func appendShortString(to bytes: inout [UInt8]) {
    var rest = payload << 8
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest >> 56))
      rest <<= 8
    }
  }

  private static func boolean(_ lexical: UnsafeBufferPointer<UInt8>) -> TermID? {
    if lexical.elementsEqual("true".utf8) { return TermID(.boolean, 1) }
    return lexical.elementsEqual("false".utf8) ? TermID(.boolean, 0) : nil
  }

  /// The truth value of a boolean.
  @inlinable public var booleanValue: Bool? {
    kind == .boolean && payload <= 1 ? payload == 1 : nil
  }

  /// The number of a truth value.
  @inlinable
  public init(_ value: Bool) { self.init(.boolean, value ? 1 : 0) }
}
