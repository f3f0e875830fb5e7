import GraphFormats
import Testing

/// The value of some JSON text.
func json(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

@Suite("JSON reader")
struct JSONReaderTests {
  @Test("reads every kind of value")
  func values() throws {
    let value = try json(#" {"a": [1, -2.5, 1e3, true, false, null], "b": {"c": "d"}, "e": ""} "#)
    let wanted: JSONValue = [
      "a": [1, .real(-2.5), 1000, true, false, .null], "b": ["c": "d"], "e": "",
    ]
    #expect(value == wanted)
    #expect(value.object?.names == ["a", "b", "e"])
  }

  @Test(
    "a number has one form, however it is written",
    arguments: [
      ("1.0", JSONValue.integer(1)), ("10e-1", .integer(1)), ("-0", .integer(0)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .real(9_223_372_036_854_775_808)), ("1E400e", .null),
      ("0.1", .real(0.1)), ("5e-324", .real(Double.leastNonzeroMagnitude)), ("1e-400", .integer(0)),
    ])
  func numbers(text: String, wanted: JSONValue) {
    #expect((try? json(text)) == (wanted.isNull ? nil : wanted))
  }

  @Test("resolves escapes and surrogate pairs")
  func escapes() throws {
    #expect(
      try json(#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00""#) == "\"\\/\u{8}\u{c}\n\r\t\u{e9}\u{1F600}")
  }

  @Test(
    "tells line and column of what is wrong",
    arguments: [
      ("", 1, 1, SyntaxError.Problem.expected(.jsonValue)),
      ("{\"a\": 1,}", 1, 9, .expected(.memberName)),
      ("[1 2]", 1, 4, .expected(.commaOrBracket)),
      ("{\"a\" 1}", 1, 6, .expected(.colon)),
      ("[1,\n  {\"é\": tru}]", 2, 9, .expected(.jsonValue)),
      ("[1] 2", 1, 5, .expected(.endOfFile)),
      ("{\"a\": 1, \"a\": 2}", 1, 10, .duplicateMember("a")),
      ("\"a\nb\"", 1, 3, .expected(.stringCharacter)),
      ("\"\\ud800\"", 1, 2, .expected(.surrogatePair)),
      ("\"\\udc00\"", 1, 2, .expected(.surrogatePair)),
      ("\"\\x\"", 1, 2, .expected(.escape)),
      ("01", 1, 1, .expected(.number)), ("1.", 1, 1, .expected(.number)),
      ("-", 1, 1, .expected(.number)), ("+1", 1, 1, .expected(.jsonValue)),
      ("1e999", 1, 1, .numberOutOfRange("1e999")),
      ("[", 1, 1, .unterminated(.array)), ("\"abc", 1, 1, .unterminated(.string)),
      ("{\"a\": [", 1, 7, .unterminated(.array)),
    ])
  func errors(text: String, line: Int, column: Int, problem: SyntaxError.Problem) {
    #expect {
      try json(text)
    } throws: { error in
      guard let error = error as? SyntaxError else { return false }
      return error.line == line && error.column == column && error.problem == problem
    }
  }

  @Test("refuses bytes that are not UTF-8")
  func notUTF8() {
    #expect(throws: SyntaxError.self) { try JSONReader.read([0x22, 0xff, 0x22]) }
    #expect(throws: SyntaxError.self) { try JSONReader.read([0x22, 0xed, 0xa0, 0x80, 0x22]) }
  }

  @Test("refuses what is nested too deeply, however deep", arguments: ["[", "{\"a\":"])
  func deep(open: String) {
    let text = String(repeating: open, count: 100_000)
    #expect {
      try json(text)
    } throws: { error in
      (error as? SyntaxError)?.problem == .nestedTooDeeply(limit: JSONReader.nestingLimit)
    }
  }

  @Test("reads piece by piece from the outside in")
  func pieces() throws {
    var reader = JSONReader(Array(#"{"a": {"x": 1}, "b": [1, [2], 3], "c": {}}"#.utf8))
    try reader.beginObject()
    var seen: [String] = []
    while let name = try reader.nextName() {
      seen.append(name)
      if try reader.isAtArray() {
        try reader.beginArray()
        var items: [JSONValue] = []
        while try reader.hasNextItem() { items.append(try reader.value()) }
        #expect(items == [1, [2], 3])
      } else {
        _ = try reader.value()
      }
    }
    try reader.end()
    #expect(seen == ["a", "b", "c"])
  }

  @Test(
    "a piece that breaks the grammar is an error too", arguments: ["{\"a\":1 \"b\":2}", "{,}", "{"])
  func brokenPieces(text: String) {
    #expect(throws: SyntaxError.self) {
      var reader = JSONReader(Array(text.utf8))
      try reader.beginObject()
      while try reader.nextName() != nil { _ = try reader.value() }
      try reader.end()
    }
  }
}
