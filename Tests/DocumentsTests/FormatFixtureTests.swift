import Documents
import Foundation
import Testing

/// Files that other programs made of one text (`Fixtures/make.py`): each has to give that text.
@Suite("Files of other programs")
struct FormatFixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// The documents of a fixture, by their names.
  private func documents(_ file: String) throws -> [(name: String, document: Document)] {
    let bytes = try Data(contentsOf: Self.folder.appending(path: file))
    let container = DocumentContainer(bytes: [UInt8](bytes), name: file)
    var result: [(String, Document)] = []
    while let item = container.next() {
      switch item {
      case .member(let member): result.append((member.name, try DocumentReader().read(member)))
      case .failure(_, let error): throw error
      }
    }
    return result
  }

  private func outline(_ document: Document) -> [String] {
    document.blocks.map { "\($0.kind.rawValue): \(document.string($0.range))" }
  }

  private static let title = "Harbour board approves the new quay"
  private static let lead =
    "The harbour board of Puerto Claro approved a plan on Monday to build a new quay, which Cordillera Shipping will pay for."
  private static let quote =
    "“We waited ten years,” said Tomás Araníbar, the chairman of the board."
  private static let note = "The board was founded in 1987 by the town."
  private static let cost = "Work starts in March 2020 and costs €12 million."
  private static let last =
    "The unions of the fishermen oppose the plan because the quay would close the old landing."
  private static let cells = ["Year", "Cost", "2020", "five", "2021", "seven"]

  /// The whole text; `head` is what stands before the first paragraph.
  private func whole(_ head: [String], cells kind: String = "paragraph", note: String = "paragraph")
    -> [String]
  {
    head + [
      "paragraph: \(Self.lead)", "paragraph: \(Self.quote)", "heading: What the plan says",
      "paragraph: The plan has three parts:", "listItem: a quay of 400 metres",
      "listItem: a shed for café imports", "listItem: a road to the town",
      "paragraph: \(Self.cost)",
    ] + Self.cells.map { "\(kind): \($0)" } + [
      "heading: Who is against it", "paragraph: \(Self.last)", "\(note): \(Self.note)",
    ]
  }

  private static let heading = "heading: \(title)"
  private static let about = [heading, "header: Inés Quispe", "header: 2019-10-29"]

  @Test(arguments: [
    ("pandoc.docx", about), ("libreoffice.docx", about), ("pandoc.odt", about),
    ("libreoffice.odt", about), ("pandoc-4.docbook.xml", [heading]),
    ("pandoc-5.docbook.xml", [heading]), ("pandoc.jats.xml", [heading]), ("pandoc.tei.xml", []),
    ("libreoffice.rtf", [heading, "paragraph: Inés Quispe", "header: 2019-10-29"]),
  ])
  func officeAndXML(file: String, head: [String]) throws {
    let found = try documents(file)
    let document = try #require(found.first).document
    #expect(found.map(\.name) == [file])
    #expect(outline(document) == whole(head))
    #expect(document.title == Self.title && document.date == "2019-10-29")
    #expect(document.metadata.authors == ["Inés Quispe"])
  }

  @Test(arguments: ["pandoc.epub", "pandoc-2.epub"])
  func book(file: String) throws {
    let document = try #require(try documents(file).first).document
    #expect(outline(document) == whole(Self.about + [Self.heading], note: "listItem"))
    #expect(document.title == Self.title && document.date == "2019-10-29")
    #expect(document.metadata.language == "en")
    #expect(document.parts.map(\.name) == ["EPUB/text/title_page.xhtml", "EPUB/text/ch001.xhtml"])
    #expect(
      document.part(ofByte: document.blocks[4].range.lowerBound)?.name
        == "EPUB/text/ch001.xhtml")
  }

  @Test
  func pageAndMarkdown() throws {
    let page = try #require(try documents("pandoc.html").first).document
    #expect(outline(page) == whole([Self.heading], note: "listItem"))
    #expect(page.title == Self.title && page.metadata.date?.place == .meta)
    let text = try #require(try documents("text.md").first).document
    #expect(outline(text) == whole([], cells: "listItem"))
    #expect(text.title == Self.title && text.metadata.date?.place == .frontMatter)
  }

  @Test
  func richTextWithoutStyles() throws {
    let document = try #require(try documents("pandoc.rtf").first).document
    #expect(
      outline(document)
        == whole([Self.heading, "heading: Inés Quispe", "header: 2019-10-29"]))
    #expect(document.title == Self.title && document.date == "2019-10-29")
  }

  /// A PDF has no paragraphs, lists or headings: they are guessed from the lines.
  @Test
  func portableDocument() throws {
    let document = try #require(try documents("libreoffice.pdf").first).document
    let words = outline(document).map { $0.drop { $0 != ":" }.dropFirst(2) }
    #expect(
      words == [
        Self.title[...], "Inés Quispe", "2019-10-29", Self.lead[...], Self.quote[...],
        "What the plan says", "The plan has three parts:", "a quay of 400 metres",
        "a shed for café imports", "a road to the town", Self.cost[...], "Year", "2020", "2021",
        "Cost", "five", "seven", "Who is against it", Self.last[...], "1 \(Self.note)"[...],
      ])
    #expect(document.title == Self.title && document.date == "2019-10-29")
    #expect(document.part(ofByte: 0)?.name == "page 1")
  }

  @Test(arguments: [
    ("quoted-printable.eml", [lead, quote, cost], []), ("html-only.eml", [lead, quote], []),
    ("multipart.eml", [lead, cost], ["quay – plan.png"]),
  ])
  func mail(file: String, paragraphs: [String], attachments: [String]) throws {
    let document = try #require(try documents(file).first).document
    #expect(outline(document) == paragraphs.map { "paragraph: \($0)" })
    #expect(document.title == Self.title && document.date == "2019-10-29")
    #expect(document.metadata.authors == ["Inés Quispe"])
    #expect(document.metadata.date?.place == .mailHeader)
    #expect(document.attachments == attachments)
  }

  @Test
  func mailbox() throws {
    let found = try documents("thunderbird.mbox")
    #expect(found.map(\.name) == (1...3).map { "thunderbird.mbox#\($0)" })
    #expect(found.map { $0.document.blocks.count } == [3, 2, 5])
    #expect(
      outline(found[2].document) == [
        "paragraph: \(Self.last)", "header: On Mon, 28 Oct 2019, Tomás Araníbar wrote:",
        "header: > \(Self.quote)", "header: --", "header: Inés",
      ])
  }

  @Test(arguments: [
    ("report.nitf.xml", [heading, "header: By Inés Quispe", "header: Claro News Agency"]),
    ("report.newsml-g2.xml", []),
  ])
  func agencies(file: String, head: [String]) throws {
    let document = try #require(try documents(file).first).document
    #expect(
      outline(document) == head + [
        "paragraph: \(Self.lead)", "paragraph: \(Self.quote)", "paragraph: \(Self.cost)",
        "heading: What the plan says", "paragraph: \(Self.last)",
      ])
    #expect(document.title == Self.title && document.date == "2019-10-29")
    #expect(document.metadata.source == "Claro News Agency")
  }

  @Test(arguments: ["feed.rss.xml", "feed.atom.xml"])
  func feeds(file: String) throws {
    let found = try documents(file)
    #expect(found.map(\.name) == ["\(file)#1", "\(file)#2"])
    #expect(
      outline(found[0].document)
        == [Self.lead, Self.quote, Self.cost].map { "paragraph: \($0)" })
    #expect(found.map(\.document.title) == [Self.title, "Fishermen march"])
    #expect(found.map(\.document.date) == ["2019-10-29", "2019-10-30"])
    #expect(
      found.map(\.document.metadata.url)
        == ["https://paper.example/quay", "https://paper.example/march"])
  }

  @Test(arguments: ["records.jsonl", "records.json", "table.csv", "table.tsv"])
  func records(file: String) throws {
    let found = try documents(file)
    #expect(found.map(\.name) == ["\(file)#quay", "\(file)#cost"])
    #expect(
      found.map { outline($0.document) } == [
        ["paragraph: \(Self.lead)", "paragraph: \(Self.quote)"], ["paragraph: \(Self.cost)"],
      ])
    #expect(found.map(\.document.title) == [Self.title, "What it costs"])
    #expect(found.map(\.document.date) == ["2019-10-29", "2019-10-30"])
    #expect(found.allSatisfy { $0.document.metadata.authors == ["Inés Quispe"] })
  }

  @Test
  func oneByteCharacters() throws {
    let document = try #require(try documents("report-latin-1.txt").first).document
    #expect(document.repairs.count == 1)
    #expect(outline(document)[1] == "header: PUERTO CLARÓ, Oct. 29, 2019 (CNA) --")
    #expect(document.title == Self.title && document.date == "2019-10-29")
  }

  @Test
  func webArchive() throws {
    let found = try documents("crawl.warc.gz")
    #expect(found.map(\.name) == [3, 6, 7, 8].map { "crawl.warc.gz#\($0)" })
    for (_, document) in found.prefix(3) {
      #expect(outline(document) == whole([Self.heading], note: "listItem"))
    }
    #expect(
      outline(found[3].document)
        == [Self.heading, "paragraph: \(Self.lead)", "paragraph: \(Self.cost)"])
    #expect(found[0].document.metadata.url == "https://paper.example/quay")
  }

  @Test(arguments: [
    "report.txt", "report.txt.gz", "report.txt.xz", "report.txt.bz2", "report.txt.zst",
    "report-utf-16.txt",
  ])
  func packedText(file: String) throws {
    let found = try documents(file)
    #expect(found.map(\.name) == [file])
    #expect(
      outline(found[0].document) == [
        Self.heading, "header: PUERTO CLARO, Oct. 29, 2019 (CNA) --", "paragraph: \(Self.lead)",
        "paragraph: \(Self.cost)",
      ])
    #expect(found[0].document.metadata.date?.place == .dateline)
  }

  @Test
  func archivesInArchives() throws {
    let mails = (1...3).map { "all.zip/folder/é all.tar.gz/folder/thunderbird.mbox#\($0)" }
    #expect(
      try documents("all.zip").map(\.name) == [
        "all.zip/folder/é report.txt", "all.zip/folder/é pandoc.docx",
        "all.zip/folder/é all.tar.gz/folder/report.txt",
        "all.zip/folder/é all.tar.gz/folder/text.md",
      ] + mails)
  }

  @Test(arguments: ["locked.zip", "locked.pdf"])
  func locked(file: String) {
    #expect(throws: DocumentError.encrypted) { try documents(file) }
  }
}
