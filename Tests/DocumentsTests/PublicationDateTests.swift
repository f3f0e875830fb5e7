import Testing

@testable import Documents

@Suite("Dates that documents give for themselves")
struct PublicationDateTests {
  @Test(arguments: [
    ("2019-10-29", "2019-10-29"),
    ("2019-10-29T08:15:00+02:00", "2019-10-29"),
    ("2019/10/29 08:15", "2019-10-29"),
    ("20191029", "2019-10-29"),
    ("2019-10", "2019-10"),
    ("29 October 2019", "2019-10-29"),
    ("29th of October, 2019", "2019-10-29"),
    ("Oct. 29, 2019", "2019-10-29"),
    ("Sept. 1st, 2019", "2019-09-01"),
    ("Tuesday, October 29, 2019 10:04 a.m.", "2019-10-29"),
    ("Tue, 29 Oct 2019 10:00:00 GMT", "2019-10-29"),
    ("October 2019", "2019-10"),
    ("29.10.2019", "2019-10-29"),
    ("10/29/2019", "2019-10-29"),
    ("29/10/2019", "2019-10-29"),
    ("29-Oct-2019", "2019-10-29"),
    ("2020-02-29", "2020-02-29"),
  ])
  func isRead(text: String, iso: String) {
    #expect(PublicationDate.leading(Array(text.utf8)[...])?.iso == iso)
  }

  @Test(arguments: [
    "", "yesterday", "2019", "10/11/2019", "2019-02-29", "31 April 2019", "May", "March past",
    "12", "1029-99-99", "Augustine 12, 2019", "99999999999999999999",
  ])
  func isRefused(text: String) {
    let found = PublicationDate.leading(Array(text.utf8)[...])
    #expect(found?.iso.count != 10)
  }

  @Test
  func isFoundWithinText() {
    let found = PublicationDate.first(in: Array("Posted by J. on 3 May 2018 at noon".utf8)[...])
    #expect(found?.iso == "2018-05-03")
    #expect(found?.range == 16..<26)
  }
}
