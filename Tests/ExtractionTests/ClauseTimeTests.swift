import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("ClauseTime")
struct ClauseTimeTests {
  @Test("since and until give one end, from … to both, and time leaves the details")
  func prepositions() throws {
    #expect(
      try ClaimLines("since", times: [.init(tokens: 6..<7, value: "2015")]).lines
        == ["Acme | own | the mine @2015/…"])
    #expect(
      try ClaimLines(
        "fromto", times: [.init(tokens: 5..<6, value: "2010"), .init(tokens: 7..<8, value: "2015")]
      ).lines == ["Acme | own | the mine @2010/2015"])
  }

  @Test("a time belongs to its own clause")
  func ownClause() throws {
    #expect(
      try ClaimLines("bought", times: [.init(tokens: 6..<7, value: "2019")]).lines == [
        "Acme | buy | Zenith @2019/2019", "Acme | buy | Apex @2019/2019", "Acme | sell | its ships",
      ])
  }

  @Test(
    "reads TIMEX3 values at their precision",
    arguments: [
      ("2019", "2019", "2019"), ("2019-10", "2019-10", "2019-10"),
      ("2019-10-29T09:00", "2019-10-29", "2019-10-29"),
      ("2019-Q3", "2019-07", "2019-09"), ("2019-W43", "2019-10-21", "2019-10-27"),
      ("199", "1990", "1999"),
      ("19XX", "1900", "1999"), ("2019-SU", "2019-06", "2019-08"),
    ])
  func values(value: String, start: String, end: String) throws {
    let range = try #require(TimeRange(value))
    #expect(range.start == start)
    #expect(range.end == end)
  }

  @Test(
    "durations and references to the present have no dates",
    arguments: ["P5Y", "PRESENT_REF", "", "XXXX-10"])
  func undated(value: String) { #expect(TimeRange(value) == nil) }
}
