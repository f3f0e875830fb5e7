/// Writes JSON (RFC 8259) as a stream, without building it in memory first.
///
/// Keys come in the order in which they are written. The caller keeps brackets in pairs; commas
/// are the writer's:
///
///     var json = JSONWriter(to: sink)
///     json.beginObject()
///     json.field("name", "Ada")
///     json.endObject()
///     json.endLine()
///     try json.flush()
public struct JSONWriter {
  private var out: ByteWriter
  private var needsComma = false
  private let isMarkupSafe: Bool

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - isMarkupSafe: Whether `<`, `>` and `&` are escaped, so that the JSON may stand inside an
  ///     HTML script element.
  public init(to sink: any ByteSink, isMarkupSafe: Bool = false) {
    out = ByteWriter(to: sink)
    self.isMarkupSafe = isMarkupSafe
  }

  /// Opens an object, as a value.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array, as a value.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a member's name; its value comes next.
  public mutating func key(_ name: String) {
    separate()
    quoted(name)
    out.byte(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    separate()
    quoted(text)
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    separate()
    out.integer(number)
  }

  /// Writes a number, or `null` if it is infinite or not a number.
  public mutating func value(_ number: Double) {
    separate()
    out.raw(number.isFinite ? number.description : "null")
  }

  /// Writes a truth value.
  public mutating func value(_ truth: Bool) {
    separate()
    out.raw(truth ? "true" : "false")
  }

  /// Writes a share in 0...1 with at most four decimal places.
  public mutating func share(_ value: Double) {
    separate()
    out.share(value)
  }

  /// Writes a place or a size with one decimal place.
  mutating func decimal(_ value: Float) {
    separate()
    out.decimal(value)
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    out.raw("null")
  }

  /// Writes a member whose value is a string; nothing if there is none.
  public mutating func field(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }

  /// Writes a member whose value is a whole number; nothing if there is none.
  public mutating func field(_ name: String, _ number: Int?) {
    guard let number else { return }
    key(name)
    value(number)
  }

  /// Writes a member whose value is a place or a size, with one decimal place.
  mutating func field(_ name: String, _ value: Float) {
    key(name)
    decimal(value)
  }

  /// Writes a member whose value is a truth value.
  public mutating func field(_ name: String, _ truth: Bool) {
    key(name)
    value(truth)
  }

  /// Writes a member whose value is an array of strings.
  public mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  /// Ends a line, after which a new top-level value may follow.
  public mutating func endLine() {
    out.byte(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Hands the bytes on if there are many.
  public mutating func checkpoint() throws { try out.checkpoint() }

  /// Hands on what is left.
  public mutating func flush() throws { try out.flush() }

  private mutating func open(_ bracket: UInt8) {
    separate()
    out.byte(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    out.byte(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { out.byte(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quoted(_ text: String) {
    let isMarkupSafe = isMarkupSafe
    out.byte(UInt8(ascii: "\""))
    out.escaped(text) { byte in
      byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        || (isMarkupSafe
          && (byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")))
    } _: { out, byte in
      out.backslashed(byte)
    }
    out.byte(UInt8(ascii: "\""))
  }
}
