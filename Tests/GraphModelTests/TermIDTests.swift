import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Values inside their number")
struct TermIDTests {
  private func id(_ lexical: String, _ type: String) -> TermID? {
    TermID(inlining: .literal(lexical, datatype: IRI(XSD.namespace + type)))
  }

  /// Forms of each kind, in the order of their values.
  private static let sorted: [(TermID.Kind, String, [String])] = [
    (.shortString, "string", ["", " ", "7", "a", "a\u{1}", "ab", "b", "zzzzzzz", "é", "𝔸bc"]),
    (.boolean, "boolean", ["false", "true"]),
    (
      .integer, "integer",
      ["-144115188075855871", "-10", "-9", "-1", "0", "1", "9", "10", "144115188075855871"]
    ),
    (
      .decimal, "decimal",
      [
        "-18014398509.481983", "-1.5", "-0.5", "-0.000001", "0", "0.0", "0.00", "0.000001", "0.5",
        "0.50", "0.873", "1", "1.0", "10.25", "7500000000", "18014398509.481983",
      ]
    ),
    (
      .double, "double",
      [
        "-1.0E300", "-1.5E1", "-1.0E0", "-2.5E-300", "0.0E0", "1.0E-300", "9.9E-1", "1.0E0",
        "1.2345678901234E0", "9.9E0", "1.0E1", "9.9999999999999E300",
      ]
    ),
    (.date, "date", ["0001-01-01", "1999-12-31", "2000-02-29", "2026-11-24", "9999-12-31"]),
    (
      .dateTime, "dateTime",
      [
        "0001-01-01T00:00:00", "1969-12-31T23:59:59.999", "1970-01-01T00:00:00",
        "1970-01-01T00:00:00.0", "1970-01-01T00:00:00.00", "1970-01-01T00:00:00.001",
        "2000-02-29T12:30:00", "9999-12-31T23:59:59.999",
      ]
    ),
    (
      .zonedDateTime, "dateTime",
      [
        "0001-01-01T00:00:00+14:00", "2020-01-01T00:00:00+05:45", "2020-01-01T00:00:00Z",
        "2020-01-01T00:00:00.5Z", "2020-01-01T00:00:00-03:30", "9999-12-31T23:59:59.999-14:00",
      ]
    ),
    (.year, "gYear", ["0001", "1066", "2018", "9999"]),
    (.yearMonth, "gYearMonth", ["0001-01", "2018-09", "2018-10", "9999-12"]),
    (.derivedInteger, "byte", ["-128", "-1", "0", "127"]),
    (.derivedInteger, "unsignedLong", ["0", "9007199254740991"]),
    (.derivedInteger, "negativeInteger", ["-9007199254740991", "-1"]),
  ]

  @Test("each form comes back, and numbers sort as the values", arguments: sorted)
  func roundTrip(kind: TermID.Kind, type: String, forms: [String]) throws {
    var before: TermID?
    for form in forms {
      let term = Term.literal(form, datatype: IRI(XSD.namespace + type))
      let found = try #require(id(form, type), "\(form)")
      #expect(found.kind == kind && found.isInline)
      #expect(found.inlineTerm == term, "\(form)")
      if let before { #expect(before < found, "\(form)") }
      before = found
    }
  }

  @Test(
    "another form of a value is not held",
    arguments: [
      ("string", ["12345678", "a\u{0}", "ééééé"]), ("boolean", ["1", "0", "True", ""]),
      ("integer", ["01", "+1", "-0", "", "-", "1.0", " 1", "144115188075855872", "1e3"]),
      (
        "decimal",
        [
          "01", "+1", "-0", "-0.0", ".5", "5.", "", "-", ".", "1.2.3", "0.0000001", "00.1",
          "18014398509.481984", "99999999999999999", "1e3",
        ]
      ),
      (
        "double",
        [
          "1", "1.0", "1E0", "1.0e0", "1.50E0", "10.0E0", "0.1E0", "-0.0E0", "INF", "NaN", "1.0E",
          "1.0E+1", "1.0E01", "1.23456789012345E0", "1.0E301", "", "-", "1.E0", "1.",
        ]
      ),
      (
        "date", ["2018-02-29", "2018-13-01", "2018-00-01", "0000-01-01", "2018-01-01Z", "18-01-01"]
      ),
      (
        "dateTime",
        [
          "2018-01-01", "2018-01-01T24:00:00", "2018-01-01T00:00:60", "2018-01-01T00:00:00.",
          "2018-01-01T00:00:00.1234", "2018-01-01T00:00:00-00:00", "2018-01-01T00:00:00+00:07",
          "2018-01-01T00:00:00+14:15", "2018-01-01T00:00:00z", "2018-02-30T00:00:00Z",
        ]
      ),
      ("gYear", ["18", "02018", "2018Z", "0000", "-001"]), ("gYearMonth", ["2018-00", "2018-13"]),
      ("byte", ["128", "-129"]), ("unsignedInt", ["-1", "4294967296"]),
      ("positiveInteger", ["0"]), ("long", ["9007199254740992"]), ("float", ["1.0E0"]),
      ("integers", ["1"]), ("", ["1"]),
    ])
  func refused(type: String, forms: [String]) {
    for form in forms { #expect(id(form, type) == nil, "\(form)") }
  }

  @Test("what is no literal is not held")
  func otherTerms() {
    #expect(TermID(inlining: .iri(IRI("x:a"))) == nil)
    #expect(TermID(inlining: .blank("a")) == nil)
    #expect(TermID(inlining: .text("a", language: "en")) == nil)
    #expect(TermID(inlining: .literal("1", datatype: IRI("x:integer"))) == nil)
    #expect(TermID.defaultGraph.kind == .defaultGraph)
  }

  @Test("values can be read without their form")
  func values() {
    #expect(id("true", "boolean")?.booleanValue == true)
    #expect(id("-42", "integer")?.integerValue == -42)
    #expect(id("7", "short")?.integerValue == 7)
    #expect(id("7", "short")?.derivedInteger == .short)
    #expect(id("-1.25", "decimal")?.decimalMillionths == -1_250_000)
    #expect(id("-1.25E-3", "double")?.doubleValue == -1.25e-3)
    #expect(id("0.25", "decimal")?.approximateValue == 0.25)
    #expect(
      id("2018-09-30", "date")?.calendarFields.map { [$0.year, $0.month, $0.day] } == [2018, 9, 30])
    let zoned = id("2018-09-30T01:00:00.5+01:30", "dateTime")?.instant
    let utc = id("2018-09-29T23:30:00.5Z", "dateTime")?.instant
    #expect(zoned?.milliseconds == utc?.milliseconds)
    #expect(zoned?.zoneMinutes == 90 && utc?.zoneMinutes == 0)
    #expect(id("2018-09-30T01:00:00", "dateTime")?.instant?.zoneMinutes == .some(nil))
  }

  @Test("numbers are made from values")
  func made() {
    #expect(TermID(integer: 5) == id("5", "integer"))
    #expect(TermID(integer: .max) == nil && TermID(integer: .min) == nil)
    #expect(TermID(decimalMillionths: -500_000) == id("-0.5", "decimal"))
    #expect(TermID(decimalMillionths: 2_000_000) == id("2.0", "decimal"))
    #expect(TermID(decimalMillionths: 1) == id("0.000001", "decimal"))
    #expect(TermID(decimalMillionths: .min) == nil)
    #expect(TermID(true) == id("true", "boolean"))
  }

  @Test("every day of four thousand years comes back, one after the other")
  func days() {
    var before = TermID.days(year: 1, month: 1, day: 1)
    #expect(before == 2)
    for days in 3..<1_460_970 {
      let date = TermID.date(days: days)
      #expect(TermID.days(year: date.year, month: date.month, day: date.day) == days)
      #expect(days == before + 1)
      before = days
    }
    #expect(TermID.date(days: before).year == 4_000)
  }

  @Test("no number makes the program stop")
  func anyBits() {
    var random = Xorshift(seed: 7)
    for round in 0..<200_000 {
      let state = random.next()
      let bits = round % 2 == 0 ? state : state | (state >> 20)
      let id = TermID(rawValue: bits ^ bits >> 29)
      _ = (id.integerValue, id.decimalMillionths, id.calendarFields?.year, id.instant?.zoneMinutes)
      guard let term = id.inlineTerm, let again = TermID(inlining: term) else { continue }
      #expect(again.inlineTerm == term)
    }
  }
}
