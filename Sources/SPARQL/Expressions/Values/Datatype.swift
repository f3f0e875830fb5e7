internal import GraphModel

/// The datatypes whose values the engine computes with.
enum Datatype: String, Hashable, Sendable, CaseIterable {
  case string, boolean, integer, decimal, float, double
  case nonPositiveInteger, negativeInteger, long, int, short, byte
  case nonNegativeInteger, unsignedLong, unsignedInt, unsignedShort, unsignedByte
  case positiveInteger
  case dateTime, dateTimeStamp, date, time, gYear, gYearMonth, gMonth, gMonthDay, gDay
  case duration, dayTimeDuration, yearMonthDuration

  /// The datatype with an IRI, if it is one of these.
  init?(_ iri: String) {
    guard let known = Self.known[iri] else { return nil }
    self = known
  }

  private static let known: [String: Datatype] = Dictionary(
    uniqueKeysWithValues: allCases.map { (XSD.namespace + $0.rawValue, $0) })

  /// The IRI.
  var iri: IRI { IRI(XSD.namespace + rawValue) }

  /// The whole numbers that a type derived from `xsd:integer` holds, or `nil` for another type.
  var wholeNumbers: ClosedRange<Int128>? {
    switch self {
    case .integer: .min ... .max
    case .nonPositiveInteger: .min...0
    case .negativeInteger: .min ... -1
    case .long: Int128(Int64.min)...Int128(Int64.max)
    case .int: Int128(Int32.min)...Int128(Int32.max)
    case .short: Int128(Int16.min)...Int128(Int16.max)
    case .byte: Int128(Int8.min)...Int128(Int8.max)
    case .nonNegativeInteger: 0 ... .max
    case .unsignedLong: 0...Int128(UInt64.max)
    case .unsignedInt: 0...Int128(UInt32.max)
    case .unsignedShort: 0...Int128(UInt16.max)
    case .unsignedByte: 0...Int128(UInt8.max)
    case .positiveInteger: 1 ... .max
    default: nil
    }
  }

  /// Whether values are numbers.
  var isNumeric: Bool {
    switch self {
    case .decimal, .float, .double: true
    default: wholeNumbers != nil
    }
  }

  /// Which kind of point of time values are.
  var timestamp: Timestamp.Kind? {
    switch self {
    case .dateTime, .dateTimeStamp: .dateTime
    case .date: .date
    case .time: .time
    case .gYear: .gYear
    case .gYearMonth: .gYearMonth
    case .gMonth: .gMonth
    case .gMonthDay: .gMonthDay
    case .gDay: .gDay
    default: nil
    }
  }

  /// Which kind of length of time values are.
  var length: XSDDuration.Kind? {
    switch self {
    case .duration: .duration
    case .dayTimeDuration: .dayTime
    case .yearMonthDuration: .yearMonth
    default: nil
    }
  }
}

extension Timestamp.Kind {
  /// The datatype of such values.
  var datatype: Datatype {
    switch self {
    case .dateTime: .dateTime
    case .date: .date
    case .time: .time
    case .gYear: .gYear
    case .gYearMonth: .gYearMonth
    case .gMonth: .gMonth
    case .gMonthDay: .gMonthDay
    case .gDay: .gDay
    }
  }
}

extension XSDDuration.Kind {
  /// The datatype of such values.
  var datatype: Datatype {
    switch self {
    case .duration: .duration
    case .dayTime: .dayTimeDuration
    case .yearMonth: .yearMonthDuration
    }
  }
}

extension Numeric.Rank {
  /// The datatype of such values.
  var datatype: Datatype {
    switch self {
    case .integer: .integer
    case .decimal: .decimal
    case .float: .float
    case .double: .double
    }
  }
}
