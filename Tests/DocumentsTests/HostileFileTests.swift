import Documents
import Foundation
import Testing

/// Files that are broken or meant to harm: each gives an error that says what is wrong.
@Suite("Hostile files")
struct HostileFileTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  private static let fixtures =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasSuffix(".py") }.sorted()) ?? []

  /// What comes out of a file: documents and errors.
  private func read(
    _ bytes: [UInt8], _ name: String, limits: ContainerLimits = .init()
  ) -> (documents: Int, errors: [DocumentError]) {
    let container = DocumentContainer(bytes: bytes, name: name, limits: limits)
    var documents = 0
    var errors: [DocumentError] = []
    while let item = container.next() {
      switch item {
      case .failure(_, let error): errors.append(error)
      case .member(let member):
        do throws(DocumentError) {
          let document = try DocumentReader().read(member)
          documents += 1
          #expect(String(validating: document.text, as: UTF8.self) != nil)
          for block in document.blocks {
            let source = document.sourceMap.source(of: block.range)
            let end = document.parts.last?.range.upperBound ?? member.bytes.count
            #expect(source.upperBound <= end, "\(member.name) \(block)")
          }
        } catch {
          errors.append(error)
        }
      }
    }
    return (documents, errors)
  }

  private func process(_ path: String, _ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](data)
  }

  @Test("each fixture, cut off at many places, gives documents or an error", arguments: fixtures)
  func truncated(file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: file)))
    let isPDF = file.hasSuffix(".pdf")
    for part in isPDF ? [3] : [1, 2, 5, 9, 13, 19] {
      let cut = Array(bytes.prefix(bytes.count * part / 20))
      let (documents, errors) = read(cut, file)
      #expect(documents + errors.count > 0)
    }
  }

  @Test("each fixture under the name of another format gives the same", arguments: fixtures)
  func wrongEnding(file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: file)))
    let (documents, errors) = read(bytes, file)
    let other = read(bytes, "x.bin")
    #expect(other.documents == documents && other.errors == errors)
  }

  @Test("a bomb of zeros ends at the ratio")
  func ratio() throws {
    let bomb = try process("/bin/sh", ["-c", "yes | head -c 100000000 | gzip -9"])
    var limits = ContainerLimits()
    limits.memberSize = 1 << 30
    #expect(read(bomb, "a.gz", limits: limits).errors == [.unpackingRatio(limit: 250)])
    #expect(read(bomb, "a.gz").errors.count == 1)
    // Nothing but zeros is the end of a tar file without a start.
    let zeros = try process("/bin/sh", ["-c", "head -c 100000000 /dev/zero | gzip -9"])
    #expect(read(zeros, "a.gz").errors == [.empty])
  }

  @Test("an archive that holds itself ends at the depth")
  func nested() throws {
    var bytes = Array("Some words.".utf8)
    for _ in 0..<12 {
      let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data(bytes).write(to: url)
      bytes = try process("/bin/sh", ["-c", "gzip -c < '\(url.path)'"])
      try FileManager.default.removeItem(at: url)
    }
    // libarchive undoes several compressions at once, but not without bound.
    let (documents, errors) = read(bytes, "a.gz")
    #expect(documents + errors.count == 1)
  }

  @Test("many names for the same bytes end at the total")
  func overlapping() {
    // Every entry of the directory points at the one file.
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let content = [UInt8](repeating: 0x41, count: 100_000)
    let common =
      little(20, 2) + little(0, 8) + little(0, 4) + little(content.count, 4)
      + little(content.count, 4) + little(1, 2) + little(0, 2)
    var file = [0x50, 0x4b, 3, 4] + common + Array("a".utf8) + content
    let start = file.count
    for _ in 0..<500 {
      file +=
        [0x50, 0x4b, 1, 2] + little(20, 2) + common + little(0, 6) + little(0o100644 << 16, 4)
        + little(0, 4) + Array("a".utf8)
    }
    file +=
      [0x50, 0x4b, 5, 6] + little(0, 4) + little(500, 2) + little(500, 2)
      + little(file.count - start, 4) + little(start, 4) + little(0, 2)
    var limits = ContainerLimits()
    limits.totalSize = 1_000_000
    let (documents, errors) = read(file, "a.zip", limits: limits)
    #expect(documents < 500 && !errors.isEmpty)
  }

  @Test("laughs, a billion of them, are refused in every package")
  func entities() throws {
    let bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><description>&b;</description></item></channel></rss>"
    #expect(read(Array(bomb.utf8), "feed.xml").errors == [.entityDeclaration])
  }

  @Test(
    "nesting, 100,000 deep, ends with an error or a document",
    arguments: [
      ("a.json", "{\"text\":" + String(repeating: "[", count: 100_000)),
      ("a.rtf", "{\\rtf1 " + String(repeating: "{", count: 100_000)),
      ("a.xml", "<?xml version=\"1.0\"?>" + String(repeating: "<a>", count: 100_000)),
      ("a.html", "<html><body>" + String(repeating: "<div>", count: 100_000) + "<p>Words, words."),
      ("a.md", String(repeating: "> ", count: 100_000) + "Words."),
      (
        "a.eml",
        "From: a@b.example\nDate: Tue, 29 Oct 2019 08:15:00 +0000\nContent-Type: message/rfc822\n\n"
          + String(repeating: "Content-Type: message/rfc822\n\n", count: 100_000)
      ),
      (
        "a.feed",
        "<rss><channel><item><description>" + String(repeating: "&lt;b&gt;", count: 100_000)
          + "</description></item></channel></rss>"
      ),
    ])
  func deep(name: String, text: String) {
    let (documents, errors) = read(Array(text.utf8), name)
    #expect(documents + errors.count == 1)
  }

  @Test("a page of JSON-LD, nested deep, is read")
  func deepLinkedData() throws {
    let page =
      "<html><head><script type=\"application/ld+json\">" + String(repeating: "[", count: 50_000)
      + "</script></head><body><p>The owner said that she would not go to the meeting.</p></body></html>"
    #expect(read(Array(page.utf8), "a.html").documents == 1)
  }

  @Test("a PDF that takes too long is stopped")
  func slowPDF() throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: "libreoffice.pdf")))
    var reader = DocumentReader()
    reader.programLimits.seconds = 0
    #expect(throws: DocumentError.timedOut(seconds: 30)) { try reader.read(bytes, name: "a.pdf") }
    reader = DocumentReader()
    reader.programLimits.memory = 8 << 20
    #expect(throws: DocumentError.self) { try reader.read(bytes, name: "a.pdf") }
    reader = DocumentReader()
    reader.programLimits.output = 10
    #expect(throws: DocumentError.unpackedTooLarge(limit: 10)) {
      try reader.read(bytes, name: "a.pdf")
    }
  }

  @Test("records that are broken leave the others alone")
  func records() {
    let lines =
      "{\"text\": \"The owner said that she was here.\"}\n{{{\n{\"text\": 1}\n{\"text\": \"And he was there with the others.\"}\n"
    let (documents, errors) = read(Array(lines.utf8), "a.jsonl")
    #expect(documents == 3 && errors == [.malformed(format: "JSON", detail: "record 2")])
  }
}
