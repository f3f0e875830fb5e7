import Documents
import Testing

@testable import Linguistics

@Suite("TimeTagger")
struct TimeTaggerTests {
  /// The expressions of a text without trees, as `words=KIND value`.
  private func times(_ text: String, date: String? = "2019-10-29") -> [String] {
    let document = PlainText.document(text, date: date)
    let sentences = PlainText.untagged(document)
    return TimeTagger().tag(sentences: sentences, document: document).map {
      "\(document.string($0.bytes))=\($0.kind.rawValue) \($0.value ?? "nil")"
    }
  }

  @Test(
    "reads dates of the calendar",
    arguments: [
      ("It opened on Aug. 22, 2017.", "Aug. 22, 2017=DATE 2017-08-22"),
      ("It opened on 5 March 2011.", "5 March 2011=DATE 2011-03-05"),
      ("It opened on the 3rd of June, 1999.", "the 3rd of June, 1999=DATE 1999-06-03"),
      ("It opened on Monday, May 4, 2015.", "Monday, May 4, 2015=DATE 2015-05-04"),
      ("It opened in April 2012.", "April 2012=DATE 2012-04"),
      ("It has run since 2014.", "2014=DATE 2014"),
      ("It opened on 2018-12-01.", "2018-12-01=DATE 2018-12-01"),
      ("It opened on 10/29/2018.", "10/29/2018=DATE 2018-10-29"),
      ("It opened in the early 1980s.", "the early 1980s=DATE 198"),
      ("It opened in the 19th century.", "the 19th century=DATE 18"),
      ("It opened in the summer of 2003.", "the summer of 2003=DATE 2003-SU"),
      ("Sales rose in Q3 2018.", "Q3 2018=DATE 2018-Q3"),
      ("Sales rose in the third quarter of 2018.", "the third quarter of 2018=DATE 2018-Q3"),
      ("It ran from fiscal 2016.", "fiscal 2016=DATE 2016"),
      ("It rose in the first half of 2016.", "the first half of 2016=DATE 2016-H1"),
      ("It rose in the last half of 2016.", "the last half of 2016=DATE 2016-H2"),
      ("It began in nineteen ninety-six.", "nineteen ninety-six=DATE 1996"),
      ("It began in June nineteen oh five.", "June nineteen oh five=DATE 1905-06"),
      ("It began in the year two thousand and four.", "the year two thousand and four=DATE 2004"),
    ])
  func calendar(text: String, time: String) { #expect(times(text) == [time]) }

  @Test(
    "tells relative dates from the document's date",
    arguments: [
      ("He left yesterday.", "yesterday=DATE 2019-10-28"),
      ("He left last week.", "last week=DATE 2019-W43"),
      ("He left last month.", "last month=DATE 2019-09"),
      ("He left last year.", "last year=DATE 2018"),
      ("He left earlier this month.", "earlier this month=DATE 2019-10"),
      ("He left five years ago.", "five years ago=DATE 2014"),
      ("He left nearly two months ago.", "nearly two months ago=DATE 2019-08"),
      ("He left on Friday.", "Friday=DATE 2019-10-25"),
      ("He left last Tuesday.", "last Tuesday=DATE 2019-10-22"),
      ("He goes next Monday.", "next Monday=DATE 2019-11-04"),
      ("He goes early next year.", "early next year=DATE 2020"),
      ("He left last November.", "last November=DATE 2018-11"),
      ("He left on Oct. 7.", "Oct. 7=DATE 2019-10-07"),
      ("He left last fall.", "last fall=DATE 2018-FA"),
      ("He left on Thanksgiving 2018.", "Thanksgiving 2018=DATE 2018-11-22"),
      ("He left last Nov. 3.", "last Nov. 3=DATE 2018-11-03"),
      ("It runs through January.", "January=DATE 2020-01"),
      ("It opens as early as Thursday.", "Thursday=DATE 2019-10-31"),
      ("It stays open until Friday.", "Friday=DATE 2019-11-01"),
      ("Sales rose in the third quarter.", "the third quarter=DATE 2019-Q3"),
      ("It pays by year-end.", "year-end=DATE 2019"),
      ("He slept over the weekend.", "the weekend=DATE 2019-W43-WE"),
    ])
  func relative(text: String, time: String) { #expect(times(text) == [time]) }

  @Test(
    "reads durations, sets and times of day",
    arguments: [
      ("It took five years.", "five years=DURATION P5Y"),
      ("It may double for the next three years.", "the next three years=DURATION P3Y"),
      ("It took about a decade.", "about a decade=DURATION P10Y"),
      ("It took several weeks.", "several weeks=DURATION PXW"),
      ("It was a two-year plan.", "two-year=DURATION P2Y"),
      ("It took two and a half hours.", "two and a half hours=DURATION PT2H30M"),
      ("It pays annually.", "annually=SET P1Y"),
      ("It took 2.5 years.", "2.5 years=DURATION P2Y6M"),
      ("It took 5 1/2 hours.", "5 1/2 hours=DURATION PT5H30M"),
      ("It was a day-long talk.", "a day-long=DURATION P1D"),
      ("It grew over the past decade.", "the past decade=DURATION P10Y"),
      ("Two weeks after the vote he left.", "Two weeks=DURATION P2W"),
      ("At least 72 hours before the storm he left.", "At least 72 hours=DURATION PT72H"),
      ("He lost weight in the weeks before the race.", "the weeks=DURATION PXW"),
      ("Its loss for the fiscal year ending then grew.", "the fiscal year=DURATION P1Y"),
      ("They meet each July.", "each July=SET XXXX-07"),
      ("They meet every Monday.", "every Monday=SET XXXX-WXX-1"),
      ("They meet twice a week.", "twice a week=SET P1W"),
      ("He came at 7:30 p.m. on Friday.", "7:30 p.m. on Friday=TIME 2019-10-25T19:30"),
      ("He came last night.", "last night=TIME 2019-10-28TNI"),
    ])
  func spans(text: String, time: String) { #expect(times(text) == [time]) }

  @Test("gives relative dates no value where the document has no date")
  func undated() {
    #expect(times("He left last year.", date: nil) == ["last year=DATE nil"])
    #expect(times("He left on Friday.", date: nil) == ["Friday=DATE nil"])
    #expect(times("He left yesterday.", date: "2019") == ["yesterday=DATE nil"])
    #expect(times("He left last year.", date: "2019") == ["last year=DATE 2018"])
    #expect(times("It took five years.", date: nil) == ["five years=DURATION P5Y"])
  }

  @Test("tells dates from the date last spoken of")
  func reference() {
    #expect(
      times("He came in 1998. A year earlier he was ill. The following year he left.") == [
        "1998=DATE 1998", "A year earlier=DATE 1997", "The following year=DATE 1998",
      ])
  }

  @Test("tells \"before\" at the end of a clause from the date last spoken of")
  func before() {
    #expect(
      times("He left on 5 March 2011. He had come two days before.") == [
        "5 March 2011=DATE 2011-03-05", "two days before=DATE 2011-03-03",
      ])
  }

  @Test("tells \"the 1998 quarter\" from the quarter last spoken of")
  func quarterInYear() {
    #expect(
      times("Sales fell in the second quarter of 1999. In the 1998 quarter they rose.") == [
        "the second quarter of 1999=DATE 1999-Q2", "the 1998 quarter=DATE 1998-Q2",
      ])
  }

  @Test(
    "leaves numbers and words that are no times",
    arguments: [
      "It cost $2000 to make.", "The firm has 1950 people.", "The 29-year-old left.",
      "He may go.", "They march on.", "Call 713-555-0199.", "It holds a quarter of the market.",
      "As was previously told, he left.", "It pays a quarterly dividend.", "Twenty five came.",
    ])
  func none(text: String) { #expect(times(text) == []) }

  @Test("counts days as the calendar does")
  func days() {
    for number in stride(from: -40_000, to: 40_000, by: 97) {
      let day = CalendarDay(number: number)
      #expect(day.number == number)
      #expect(CalendarDay.exists(year: day.year, month: day.month, day: day.day))
      #expect(day.adding(days: 1).weekday == day.weekday % 7 + 1)
    }
  }

  @Test("numbers weeks as ISO 8601 does")
  func weeks() {
    #expect(CalendarDay(year: 2021, month: 1, day: 3).week == (2020, 53))
    #expect(CalendarDay(year: 2018, month: 12, day: 31).week == (2019, 1))
    #expect(CalendarDay(year: 2019, month: 10, day: 29).week == (2019, 44))
  }
}
