import Testing

@testable import Linguistics

@Suite("Address words")
struct AddressWordTests {
  @Test(
    "are mail, web and file names",
    arguments: [
      "ann@example.org", "a.b@c.d", "https://example.org/x", "www.example.org", "letter.DOC",
    ])
  func matches(_ word: String) { #expect(AddressWord.matches(word)) }

  @Test(
    "are not firms, initials, abbreviations or lone marks",
    arguments: ["Booking.com", "U.S.", "J.R.R.", "@", "@acme", ".pdf", "Corp.", "O’Neil", ""])
  func rejects(_ word: String) { #expect(!AddressWord.matches(word)) }
}
