import Testing

@testable import GraphFormats

@Suite("Days of a date")
struct DayRangeTests {
  @Test(
    "a year, a month and a day",
    arguments: [
      ("2018", "2018-01-01", "2018-12-31"), ("2018-02", "2018-02-01", "2018-02-28"),
      ("2020-02", "2020-02-01", "2020-02-29"), ("1900-02", "1900-02-01", "1900-02-28"),
      ("2000-02", "2000-02-01", "2000-02-29"), ("2019-11-30", "2019-11-30", "2019-11-30"),
    ])
  func ranges(text: String, first: String, last: String) {
    let range = DayRange(text)
    #expect(range?.first == first)
    #expect(range?.last == last)
  }

  @Test(
    "what is no date",
    arguments: ["", "18", "2018-13", "2018-02-29", "2018-1", "-044", "x018", "2018-"])
  func refuses(text: String) { #expect(DayRange(text) == nil) }
}
