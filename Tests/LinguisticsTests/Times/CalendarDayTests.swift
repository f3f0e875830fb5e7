import Linguistics
import Testing

@Suite("CalendarDay")
struct CalendarDayTests {
  @Test("every day of four centuries comes back from its text, one after the other")
  func roundTrip() {
    var previous = CalendarDay(year: 1799, month: 12, day: 31)
    for year in 1800..<2200 {
      for month in 1...12 {
        let first = CalendarDay(year: year, month: month, day: 1)
        #expect(first.number > previous.number && first.number - previous.number <= 31)
        #expect(first.description.hasSuffix("-01"))
        #expect(CalendarDay(number: first.number - 1).description < first.description)
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
    #expect(CalendarDay.monday(ofWeek: week, year: year).description == expected)
  }
}
