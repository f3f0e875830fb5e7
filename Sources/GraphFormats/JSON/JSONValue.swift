/// A JSON value (RFC 8259).
///
/// A number is ``integer(_:)`` whenever it is whole and fits in 64 bits, however it was written, so
/// that `1`, `1.0` and `10e-1` are equal; every other number is the nearest double.
public enum JSONValue: Sendable {
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

extension JSONValue: Hashable {
  /// Whether two values are of the same kind and equal; strings if they have the same bytes.
  public static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.real(let a), .real(let b)): a == b
    case (.string(let a), .string(let b)): ExactText.isSame(a, b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let truth): hasher.combine(truth)
    case .integer(let number): hasher.combine(number)
    case .real(let number): hasher.combine(number)
    case .string(let text): hasher.combine(ExactText(text: text))
    case .array(let items): hasher.combine(items)
    case .object(let object): hasher.combine(object)
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
