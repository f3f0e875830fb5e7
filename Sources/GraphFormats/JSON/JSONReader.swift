/// Reads JSON (RFC 8259), strictly: UTF-8, no comments, no trailing commas, no name twice.
///
/// The whole document at once, or piece by piece from the outside in:
///
///     let value = try JSONReader.read(bytes)
///
///     var reader = JSONReader(bytes)
///     try reader.beginObject()
///     while let name = try reader.nextName() {
///       if name == "wanted" { use(try reader.value()) } else { try reader.skipValue() }
///     }
///
/// A number beyond the range of a double is an error, and so is half of a surrogate pair.
public struct JSONReader: Sendable {
  /// How deeply arrays and objects may be nested.
  public static let nestingLimit = 256

  let bytes: [UInt8]
  var offset = 0
  var depth = 0
  private var isChecked = false
  /// Whether the innermost array or object that was begun has had an item.
  private var hasItem: [Bool] = []

  /// Creates a reader of some bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that a document holds.
  ///
  /// - Throws: ``SyntaxError`` at the first place that breaks the grammar.
  /// - Complexity: O(*n*).
  public static func read(_ bytes: [UInt8]) throws(SyntaxError) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    try reader.end()
    return value
  }

  /// Reads the next value, whatever it is.
  public mutating func value() throws(SyntaxError) -> JSONValue {
    try skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  /// Whether the next value is an object.
  public mutating func isAtObject() throws(SyntaxError) -> Bool {
    try skipSpace()
    return peek == UInt8(ascii: "{")
  }

  /// Whether the next value is an array.
  public mutating func isAtArray() throws(SyntaxError) -> Bool {
    try skipSpace()
    return peek == UInt8(ascii: "[")
  }

  /// Opens an object, whose members ``nextName()`` then gives.
  public mutating func beginObject() throws(SyntaxError) {
    try open(UInt8(ascii: "{"))
    hasItem.append(false)
  }

  /// Opens an array, whose items are read while ``hasNextItem()``.
  public mutating func beginArray() throws(SyntaxError) {
    try open(UInt8(ascii: "["))
    hasItem.append(false)
  }

  /// The name of the next member of the innermost object that was begun; `nil` ends the object.
  public mutating func nextName() throws(SyntaxError) -> String? {
    guard try hasNext(UInt8(ascii: "}"), .commaOrBrace) else { return nil }
    return try memberName()
  }

  /// Whether the innermost array that was begun has another item; if not, the array is ended.
  public mutating func hasNextItem() throws(SyntaxError) -> Bool {
    try hasNext(UInt8(ascii: "]"), .commaOrBracket)
  }

  /// Requires that nothing but white space is left.
  public mutating func end() throws(SyntaxError) {
    try skipSpace()
    guard peek == nil else { throw error(.expected(.endOfFile)) }
  }

  /// Checks the next value, whatever it is, and makes nothing of it.
  public mutating func skipValue() throws(SyntaxError) {
    if try isAtObject() {
      try beginObject()
      while try nextName() != nil { try skipValue() }
    } else if try isAtArray() {
      try beginArray()
      while try hasNextItem() { try skipValue() }
    } else {
      _ = try value()
    }
  }

  /// The place of the next value, in bytes.
  public mutating func place() throws(SyntaxError) -> Int {
    try skipSpace()
    return offset
  }

  /// An error at a place in the bytes.
  ///
  /// - Complexity: O(*n*) in the place, to count lines and code points.
  public func error(_ problem: SyntaxError.Problem, at place: Int? = nil) -> SyntaxError {
    let place = min(place ?? offset, bytes.count)
    var position = Position()
    bytes.withUnsafeBufferPointer {
      position.move(over: UnsafeBufferPointer(rebasing: $0[..<place]))
    }
    return SyntaxError(problem, at: position, byteOffset: place)
  }

  private mutating func hasNext(
    _ bracket: UInt8, _ expectation: SyntaxError.Expectation
  ) throws(SyntaxError) -> Bool {
    try skipSpace()
    guard let had = hasItem.last else { throw error(.expected(expectation)) }
    if take(bracket) {
      hasItem.removeLast()
      depth -= 1
      return false
    }
    if had {
      guard take(UInt8(ascii: ",")) else { throw error(.expected(expectation)) }
      try skipSpace()
    }
    hasItem[hasItem.count - 1] = true
    return true
  }
}

/// The grammar.
extension JSONReader {
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  mutating func skipSpace() throws(SyntaxError) {
    if !isChecked {
      isChecked = true
      if let bad = UTF8Check.firstInvalidByte(bytes) { throw error(.notUTF8, at: bad) }
      if bytes.starts(with: [0xef, 0xbb, 0xbf]) { offset = 3 }
    }
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0a, 0x0d, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func open(_ bracket: UInt8) throws(SyntaxError) {
    try skipSpace()
    guard peek == bracket else { throw error(.expected(.jsonValue)) }
    depth += 1
    guard depth <= Self.nestingLimit else {
      throw error(.nestedTooDeeply(limit: Self.nestingLimit))
    }
    offset += 1
  }

  private mutating func object() throws(SyntaxError) -> JSONObject {
    let start = offset
    try open(UInt8(ascii: "{"))
    var object = JSONObject()
    try skipSpace()
    if !take(UInt8(ascii: "}")) {
      repeat {
        try skipSpace()
        guard peek != nil else { throw unclosed(.commaOrBrace, from: start) }
        let place = offset
        let name = try memberName()
        guard object.add(name, try value()) else {
          throw error(.duplicateMember(name), at: place)
        }
        try skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw unclosed(.commaOrBrace, from: start) }
    }
    depth -= 1
    return object
  }

  private mutating func array() throws(SyntaxError) -> [JSONValue] {
    let start = offset
    try open(UInt8(ascii: "["))
    var items: [JSONValue] = []
    try skipSpace()
    if !take(UInt8(ascii: "]")) {
      repeat {
        try skipSpace()
        guard peek != nil else { throw unclosed(.commaOrBracket, from: start) }
        items.append(try value())
        try skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw unclosed(.commaOrBracket, from: start) }
    }
    depth -= 1
    return items
  }

  private func unclosed(_ expectation: SyntaxError.Expectation, from start: Int) -> SyntaxError {
    peek == nil
      ? error(.unterminated(expectation == .commaOrBrace ? .object : .array), at: start)
      : error(.expected(expectation))
  }

  private mutating func memberName() throws(SyntaxError) -> String {
    guard peek == UInt8(ascii: "\"") else { throw error(.expected(.memberName)) }
    let name = try string()
    try skipSpace()
    guard take(UInt8(ascii: ":")) else { throw error(.expected(.colon)) }
    return name
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(SyntaxError) -> JSONValue {
    let start = offset
    let matches = word.withUTF8Buffer { letters in
      letters.count <= bytes.count - start
        && letters.indices.allSatisfy { bytes[start + $0] == letters[$0] }
    }
    guard matches else { throw error(.expected(.jsonValue)) }
    offset += word.utf8CodeUnitCount
    return value
  }
}
