/// A JSON value (RFC 8259).
///
/// A number is ``integer(_:)`` whenever it is whole and fits in 64 bits, however it was written, so
/// that `1`, `1.0` and `10e-1` are equal; every other number is the nearest double.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case real(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// A number, in the one form that its value has.
  ///
  /// - Returns: `nil` if the value is infinite or not a number.
  public static func number(_ value: Double) -> JSONValue? {
    guard value.isFinite else { return nil }
    return Int(exactly: value).map { .integer($0) } ?? .real(value)
  }

  /// The text of a string, else `nil`.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The members of an object, else `nil`.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The items of an array, else `nil`.
  public var array: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// Whether it is `null`.
  public var isNull: Bool { self == .null }

  /// The items of an array, or the value alone.
  public var items: [JSONValue] { array ?? [self] }

  /// Whether it is a string, a number or a truth value.
  public var isScalar: Bool {
    switch self {
    case .bool, .integer, .real, .string: true
    case .null, .array, .object: false
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  /// Creates a string.
  public init(stringLiteral value: String) { self = .string(value) }

  /// Creates an array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Creates an object; of a name that is given twice the last value stays.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (name, value) in elements { object[name] = value }
    self = .object(object)
  }

  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Creates a number.
  public init(integerLiteral value: Int) { self = .integer(value) }
}
