extension TermID {
  /// What the top six bits of a number say: where its term is, or of what type the value is that
  /// the other 58 bits hold.
  ///
  /// The order is that of `ORDER BY` where that is a matter of the kind: blank nodes, IRIs,
  /// literals, triple terms.
  @frozen
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// The default graph, which no term names; the whole number is 0.
    case defaultGraph = 0
    /// A blank node of the dictionary.
    case blank = 0x01
    /// An IRI of the dictionary.
    case iri = 0x02
    /// An `xsd:string` of the dictionary.
    case string = 0x08
    /// A text with a language, and perhaps a direction, of the dictionary.
    case text = 0x09
    /// A literal of another type, of the dictionary; one whose value no number can hold.
    case literal = 0x0a
    /// An `xsd:string` of at most seven bytes, none of them zero.
    case shortString = 0x10
    /// `true` or `false`.
    case boolean = 0x11
    /// An `xsd:integer`.
    case integer = 0x12
    /// A value of a type derived from `xsd:integer`.
    case derivedInteger = 0x13
    /// An `xsd:decimal` with at most six digits after the point.
    case decimal = 0x14
    /// An `xsd:double` in canonical form with at most 14 digits.
    case double = 0x15
    /// An `xsd:date` without a time zone.
    case date = 0x18
    /// An `xsd:dateTime` without a time zone, to the millisecond.
    case dateTime = 0x19
    /// An `xsd:dateTime` with a time zone of whole quarters of an hour, to the millisecond.
    case zonedDateTime = 0x1a
    /// An `xsd:gYear` without a time zone.
    case year = 0x1b
    /// An `xsd:gYearMonth` without a time zone.
    case yearMonth = 0x1c
    /// A triple term.
    case triple = 0x3e
    /// A term that a query made; only the query's own table knows it.
    case made = 0x3f

    /// Whether the number holds the value, so that no table is needed to read it.
    @inlinable public var isInline: Bool { rawValue >= 0x10 && rawValue < 0x3e }
    /// Whether terms of this kind are literals; of ``made`` only the query knows.
    @inlinable public var isLiteral: Bool { rawValue >= 0x08 && rawValue < 0x3e }
    /// Whether the value is a number.
    @inlinable public var isNumeric: Bool { rawValue >= 0x12 && rawValue <= 0x15 }
  }

  /// How many bits lie below the kind.
  @inlinable public static var payloadBits: UInt64 { 58 }
  /// The bits below the kind.
  @inlinable public static var payloadMask: UInt64 { (1 << 58) - 1 }

  /// Creates a number of a kind; bits of the payload beyond 58 are dropped.
  @inlinable
  public init(_ kind: Kind, _ payload: UInt64) {
    self.init(rawValue: UInt64(kind.rawValue) << Self.payloadBits | payload & Self.payloadMask)
  }

  /// The kind, or `nil` for a number that no program of this version makes.
  @inlinable public var kind: Kind? { Kind(rawValue: kindBits) }
  /// The top six bits.
  @inlinable public var kindBits: UInt8 { UInt8(truncatingIfNeeded: rawValue >> Self.payloadBits) }
  /// The 58 bits below the kind: a place in a dictionary, or the value.
  @inlinable public var payload: UInt64 { rawValue & Self.payloadMask }
  /// Whether the number holds its value.
  @inlinable public var isInline: Bool { kindBits >= 0x10 && kindBits < 0x3e }
}
