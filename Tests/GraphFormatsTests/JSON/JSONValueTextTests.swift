import GraphFormats
import Testing

@Suite("JSON text")
struct JSONValueTextTests {
  @Test("reads back what it writes")
  func roundTrip() throws {
    let text = #"{"a":[1,-2.5,1e+21,true,null,"\"\\\n\u0001é"],"b":{},"c":[]}"#
    #expect(try json(text).text == text)
    #expect(try json(json(text).indentedText) == json(text))
    #expect(
      try json(#"{"a":[1],"b":{},"c":[]}"#).indentedText
        == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {},\n  \"c\": []\n}")
  }

  /// Values of RFC 8785's own kind: each a double and what ECMAScript writes for it.
  @Test(
    "writes numbers as ECMAScript does",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (1e20, "100000000000000000000"),
      (1e21, "1e+21"), (123e18, "123000000000000000000"), (1e-6, "0.000001"), (1e-7, "1e-7"),
      (0.00012, "0.00012"), (Double.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
      (333333333.33333329, "333333333.3333333"), (4.5, "4.5"), (2e-3, "0.002"),
      (9_007_199_254_740_994, "9007199254740994"), (1e23, "1e+23"),
    ])
  func numbers(value: Double, text: String) throws {
    #expect(try #require(JSONValue.number(value)).canonicalText == text)
  }

  @Test("sorts members by UTF-16 in the canonical form")
  func canonical() throws {
    let value = try json(#"{"\ufb33": 1, "\ud83d\ude00": 2, "\u20ac": 3, "1": [], "\r": 56.0}"#)
    #expect(
      value.canonicalText == "{\"\\r\":56,\"1\":[],\"\u{20ac}\":3,\"\u{1F600}\":2,\"\u{fb33}\":1}")
  }

  @Test("is no number if it is infinite or none")
  func noNumber() {
    #expect(JSONValue.number(.infinity) == nil)
    #expect(JSONValue.number(.nan) == nil)
  }
}
