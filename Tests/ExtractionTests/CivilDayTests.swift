import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("CivilDay")
struct CivilDayTests {
  @Test("every day of four centuries comes back from its text, one after the other")
  func roundTrip() {
    var previous = CivilDay(year: 1799, month: 12, day: 31)
    for year in 1800..<2200 {
      for month in 1...12 {
        let first = CivilDay(year: year, month: month, day: 1)
        #expect(first.number > previous.number && first.number - previous.number <= 31)
        #expect(first.text.hasSuffix("-01"))
        #expect(CivilDay(number: first.number - 1).text < first.text)
        previous = first
      }
    }
  }

  @Test(
    "weeks start on the Mondays of ISO 8601",
    arguments: [
      (1, 2019, "2018-12-31"), (43, 2019, "2019-10-21"), (53, 2020, "2020-12-28"),
      (1, 2021, "2021-01-04"),
    ])
  func weeks(week: Int, year: Int, expected: String) {
    #expect(CivilDay.monday(ofWeek: week, year: year).text == expected)
  }
}
