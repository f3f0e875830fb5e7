import Documents
import Testing

@Suite("Plain text")
struct PlainTextReaderTests {
  private func read(_ text: String, name: String = "a.txt") throws -> Document {
    try DocumentReader().read(Array(text.utf8), name: name)
  }

  private func outline(_ document: Document) -> [String] {
    document.blocks.map { "\($0.kind.rawValue): \(document.string($0.range))" }
  }

  private let filler = """
    The regulator said on Monday that it had opened an inquiry into the maker of chips after two of \
    its rivals complained.
    """

  @Test
  func cleanTextStaysAsItIs() throws {
    let text = "A headline\n\n\(filler)\n\n\n\n\(filler)\n"
    let document = try read(text)
    #expect(document.text == Array(text.utf8))
    #expect(document.repairs.isEmpty)
    #expect(
      outline(document) == ["heading: A headline", "paragraph: \(filler)", "paragraph: \(filler)"])
    #expect(document.title == "A headline")
    #expect(document.date == nil)
    #expect(document.language == "en")
  }

  @Test
  func dateLineGivesDateAndTitle() throws {
    let document = try read(" date 2018-03-04 Chip maker under scrutiny\n\n\n\(filler)")
    #expect(document.date == "2018-03-04")
    #expect(document.title == "Chip maker under scrutiny")
    #expect(
      outline(document) == [
        "header: date 2018-03-04", "heading: Chip maker under scrutiny", "paragraph: \(filler)",
      ])
  }

  @Test
  func sectionNameIsNoTitle() throws {
    let document = try read("OPINION\n\nA headline\n\nBy Rosa Quispe\n\n\(filler)")
    #expect(document.blocks.map(\.kind) == [.header, .heading, .header, .paragraph])
    #expect(document.title == "A headline")
    #expect(try read("NASA\n\n\(filler)").title == "NASA")
  }

  @Test
  func captionRunIntoTheLeadIsCutOff() throws {
    let document = try read(
      """
      date 2018-03-04 Chip maker under scrutiny

      (170101) -- LIMA, Jan. 1, 2017 (Andina) -- Visitors pass a stand of the maker in Lima, capital \
      of Peru, Jan. 1, 2017. (Andina/Rosa Quispe)(rq) BUSINESS - The regulator opened an inquiry.

      Image: The maker's sign. (Image by the maker)

      \(filler)
      """)
    #expect(document.date == "2018-03-04")
    #expect(
      outline(document) == [
        "header: date 2018-03-04", "heading: Chip maker under scrutiny",
        "caption: (170101) -- LIMA, Jan. 1, 2017 (Andina) -- Visitors pass a stand of the maker in "
          + "Lima, capital of Peru, Jan. 1, 2017. (Andina/Rosa Quispe)(rq)",
        "header: BUSINESS -", "paragraph: The regulator opened an inquiry.",
        "caption: Image: The maker's sign. (Image by the maker)", "paragraph: \(filler)",
      ])
  }

  @Test
  func fileCaptionBeforeADateline() throws {
    let document = try read(
      """
      Chip maker under scrutiny

      FILE PHOTO: A sign at the maker's office in Lima, Peru, May 2, 2017. REUTERS/Rosa Quispe/File \
      Photo LIMA (Reuters) - The regulator opened an inquiry.

      \(filler)
      """)
    #expect(
      outline(document).suffix(3) == [
        "header: LIMA (Reuters) -", "paragraph: The regulator opened an inquiry.",
        "paragraph: \(filler)",
      ])
    #expect(document.blocks[1].kind == .caption)
  }

  @Test(arguments: [
    ("WUHAN, Aug. 22, 2017 (Xinhua) -- ", "2017-08-22"),
    ("SEATTLE, Wash., May 3 (AP) — ", nil),
    ("NEW YORK (Reuters) - ", nil),
    ("LIMA — ", nil),
    ("(Reuters) - ", nil),
  ])
  func datelineIsCutOff(dateline: String, date: String?) throws {
    let document = try read("A headline\n\n\(dateline)\(filler)\n\n\(filler)")
    #expect(document.blocks.map(\.kind) == [.heading, .header, .paragraph, .paragraph])
    #expect(document.string(document.blocks[2].range) == filler)
    #expect(document.date == date)
  }

  @Test(arguments: [
    "IBM - the company that it had sued - won the case, and the judges said why in their ruling.",
    "NASA and ESA agreed on Monday (see below) - a first - to share what they find on the moon.",
  ])
  func proseIsNoDateline(prose: String) throws {
    let document = try read("A headline\n\n\(prose)\n\n\(filler)")
    #expect(outline(document)[1] == "paragraph: \(prose)")
  }

  @Test
  func wrappedLinesAreOneParagraph() throws {
    let document = try read(
      """
      The regulator said on Monday that it had opened an inquiry into
      the maker of chips after two of its rivals complained. It did not
      say how long the inquiry would take.

      The maker denied that it had done anything wrong and said that it
      would help the regulator.
      """)
    #expect(document.blocks.count == 2)
    #expect(
      document.string(document.blocks[1].range)
        == "The maker denied that it had done anything wrong and said that it would help the regulator."
    )
  }

  @Test
  func oneParagraphALine() throws {
    let document = try read("A headline\n\(filler)\nThe maker denied it.\n\(filler)\n")
    #expect(document.blocks.map(\.kind) == [.heading, .paragraph, .paragraph, .paragraph])
  }

  @Test(arguments: [
    "By Rosa Quispe", "By Rosa Quispe and John Doe, staff writers",
    "Reporting by Rosa Quispe; Editing by A. B.",
    "Advertisement", "ADVERTISEMENT", "Read more: Rivals complain again", "Share this article",
    "We use cookies to make this site work.", "Published: 4 March 2018",
    "Published 4 March 2018 10:30 GMT",
    "Updated March 4, 2018 at 3 p.m. ET", "Sunday, March 4, 2018", "* * *", "© 2018 The Paper",
  ])
  func linesAboutTheDocumentAreHeaders(line: String) throws {
    let document = try read("A headline\n\n\(line)\n\n\(filler)")
    #expect(document.blocks.map(\.kind) == [.heading, .header, .paragraph])
    #expect(document.title == "A headline")
  }

  @Test(arguments: [
    "By Monday, the regulator had opened an inquiry.",
    "Published in 1999, the book made her famous.",
    "Share prices fell on Monday after the regulator spoke.",
    "Related companies were searched as well.",
    "March 4, 2018 was the day on which the regulator spoke.",
  ])
  func proseThatOnlyStartsLikeAHeader(line: String) throws {
    let document = try read("A headline\n\n\(filler)\n\n\(line)\n\n\(filler)")
    #expect(outline(document)[2] == "paragraph: \(line)")
  }

  @Test
  func listItemsLoseTheirMarks() throws {
    let document = try read(
      "\(filler)\n\n- One thing to do.\n• Another thing.\n3. A third.\n\n\(filler)")
    #expect(
      outline(document).dropFirst().dropLast() == [
        "listItem: One thing to do.", "listItem: Another thing.", "listItem: A third.",
      ])
  }

  @Test
  func blocksCoverAllButWhiteSpace() throws {
    let document = try read(
      "date 2018-03-04 A headline here\n\nBy Rosa Quispe\n\n- One.\n- Two.\n\n\(filler)\n\n\(filler)"
    )
    var end = 0
    for block in document.blocks {
      #expect(document.text[end..<block.range.lowerBound].allSatisfy { $0 == 32 || $0 == 10 })
      #expect(!block.range.isEmpty)
      end = block.range.upperBound
    }
    #expect(document.text[end...].allSatisfy { $0 == 32 || $0 == 10 })
  }

  @Test
  func aLineByItselfIsOneParagraph() throws {
    let document = try DocumentReader().readLine(Array("By Rosa Quispe".utf8), name: "a.txt:3")
    #expect(outline(document) == ["paragraph: By Rosa Quispe"])
    #expect(document.date == nil)
  }
}
