import Documents
import Testing

@Suite("Reading files of all kinds")
struct DocumentReaderTests {
  private func read(_ bytes: [UInt8], name: String = "a.txt") throws -> Document {
    try DocumentReader().read(bytes, name: name)
  }

  private let sentence = "The owner said that she would not go to the meeting of the board. "

  @Test(arguments: ["", " ", "\n\n\t \r\n", "\u{feff}", "\u{a0}\u{200b}"])
  func nothing(text: String) {
    #expect(throws: DocumentError.empty) { try read(Array(text.utf8)) }
  }

  @Test(arguments: [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
    [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0],
    [0x1f, 0x8b, 8, 0, 1, 2, 3],
    Array(repeating: 0, count: 100),
    (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 256) },
  ])
  func binary(bytes: [UInt8]) {
    #expect(throws: DocumentError.binary) { try read(bytes) }
  }

  @Test(arguments: [
    ("zip", [0x50, 0x4b, 3, 4, 20, 0, 0, 0]), ("PDF", Array("%PDF-1.4\n%text".utf8)),
    ("RTF", Array("{\\rtf1 text".utf8)),
  ])
  func cutOff(format: String, bytes: [UInt8]) {
    #expect {
      try read(bytes)
    } throws: { error in
      guard case .malformed(let found, _)? = error as? DocumentError else { return false }
      return found == format
    }
  }

  @Test
  func tooLarge() {
    var reader = DocumentReader()
    reader.sizeLimit = 10
    #expect(throws: DocumentError.tooLarge(bytes: 11, limit: 10)) {
      try reader.read(Array("hello world".utf8), name: "a")
    }
  }

  @Test
  func longLineIsCutAtSpaces() throws {
    var reader = DocumentReader()
    reader.blockLimit = 1000
    let line = String(repeating: sentence, count: 100)
    let document = try reader.read(Array(line.utf8), name: "a")
    #expect(document.repairs == [.longLines(count: 1)])
    #expect(document.blocks.allSatisfy { $0.range.count <= 1000 })
    #expect(document.blocks.allSatisfy { document.text[$0.range.lowerBound] != 32 })
    let joined = document.blocks.map { document.string($0.range) }.joined(separator: " ")
    #expect(joined + " " == line)
  }

  @Test
  func longLineWithoutSpacesIsCutBetweenCharacters() throws {
    var reader = DocumentReader()
    reader.blockLimit = 1000
    reader.languages = ["en", "und", "fr", "de"]
    let document = try reader.read(Array(String(repeating: "é", count: 3000).utf8), name: "a")
    #expect(document.blocks.count > 5)
    #expect(document.blocks.allSatisfy { !document.string($0.range).contains("\u{fffd}") })
  }

  @Test
  func controlsAreDroppedAndLineEndsAreOne() throws {
    let text =
      "\(sentence)\r\n\r\n\u{1b}The sec\u{ad}ond\u{0} one\tis\u{a0}here.\r\rThe third.\u{85}"
    let document = try read(Array((text + String(repeating: sentence, count: 9)).utf8))
    #expect(document.repairs == [.controlCharacters(count: 3)])
    let clean = document.string(0..<document.text.count)
    #expect(clean.hasPrefix("\(sentence)\n\nThe second one is here.\n\nThe third.\n"))
    #expect(document.text.allSatisfy { $0 >= 32 || $0 == 10 })
  }

  @Test
  func mojibakeIsCounted() throws {
    let document = try read(
      Array("He didnâ€™t say â€œyesâ€\u{9d} to the cafÃ© for Â£5 â€” or noâ€¦".utf8))
    #expect(
      document.string(0..<document.text.count) == "He didn’t say “yes” to the café for £5 — or no…")
    #expect(document.repairs == [.mojibake(count: 7)])
  }

  @Test
  func doubledMojibake() throws {
    let document = try read(Array("He didnÃ¢â‚¬â„¢t say so to them.".utf8))
    #expect(document.string(0..<document.text.count) == "He didn’t say so to them.")
  }

  @Test(arguments: [
    "Ängström, Ærø and Île-de-France", "MÜ“quote” and Ã la carte", "naïve café £5 “Â”",
  ])
  func meantLettersStay(text: String) throws {
    let document = try read(Array((text + " are what the owner of the place said.").utf8))
    #expect(document.repairs.isEmpty)
  }

  @Test(arguments: [
    (
      "de",
      "Der Minister sagte am Montag, dass die Regierung mit den Ländern über das Gesetz sprechen werde."
    ),
    (
      "fr",
      "Le ministre a dit lundi que le gouvernement allait parler de la loi avec les régions du pays."
    ),
    (
      "es",
      "El ministro dijo el lunes que el gobierno hablaría de la ley con las regiones del país."
    ),
    (
      "it",
      "Il ministro ha detto lunedì che il governo parlerà della legge con le regioni del paese."
    ),
    (
      "nl",
      "De minister zei maandag dat de regering met de provincies over de wet zal praten en niet meer."
    ),
    ("ru", "Министр сказал в понедельник, что правительство обсудит закон с регионами."),
    ("zh", "部长周一表示，政府将与各地区讨论该法律。"), ("ja", "大臣は月曜日に、政府が法律について話し合うと述べた。"),
    ("ar", "قال الوزير يوم الاثنين إن الحكومة ستناقش القانون مع المناطق."),
  ])
  func otherLanguages(tag: String, text: String) {
    #expect(throws: DocumentError.unsupportedLanguage(tag)) { try read(Array(text.utf8)) }
  }

  @Test(arguments: ["Hello", "Xu Li", "Déjà vu", "Angela Merkel met Emmanuel Macron in Paris."])
  func shortTextsAreEnglish(text: String) throws {
    #expect(try read(Array(text.utf8)).language == "en")
  }

  @Test
  func englishWithForeignQuotes() throws {
    let text =
      "The minister said “c’est la vie” and that he would not go to the Élysée with the others."
    #expect(try read(Array(text.utf8)).language == "en")
  }

  @Test
  func numbersHaveNoLanguage() throws {
    let rows = (0..<100).map { "Nvidia \($0) Intel \($0 * 7) Samsung \($0 * 3)" }
    #expect(try read(Array(rows.joined(separator: "\n").utf8)).language == "und")
  }

  @Test
  func theSameBytesGiveTheSameDocument() throws {
    let bytes = Array("date 2018-03-04 A plan\n\n\(sentence)\n\n- One\n- Two".utf8)
    let (first, second) = (try read(bytes), try read(bytes))
    #expect(first.text == second.text && first.blocks == second.blocks)
    #expect(first.sourceMap == second.sourceMap && first.contentHash == second.contentHash)
  }

  /// Whatever the bytes, there is a document that keeps its promises or an error.
  @Test(arguments: 0..<60)
  func anyBytes(seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let scraps = [
      "<p>", "</div>", "<a href='", "&amp;", "&#", "<!--", "-->", "---\n", "# ", "**", "[x](", "](",
      "\n\n",
      "<html>", "<?xml version='1.0'?>", "<![CDATA[", "date 2019-10-29 ", "By A\n",
      "(1234) -- X (Y/Z) ",
      "â€™", "é", "\u{0}", "\r\n", "| a | b |\n", "The owner said ", "<script>", "|", "\\", "`",
    ].map { Array($0.utf8) }
    var bytes: [UInt8] = []
    for _ in 0..<Int(next() % 200) {
      switch next() % 4 {
      case 0: bytes.append(UInt8(truncatingIfNeeded: next()))
      case 1: bytes.append(UInt8(32 + next() % 90))
      default: bytes += scraps[Int(next() % UInt64(scraps.count))]
      }
    }
    for name in ["a.txt", "a.md", "a.html"] {
      for cut in [bytes.count, bytes.count / 2, bytes.count / 3] {
        guard let document = try? read(Array(bytes.prefix(cut)), name: name) else { continue }
        #expect(String(validating: document.text, as: UTF8.self) != nil)
        var end = 0
        for block in document.blocks {
          #expect(block.range.lowerBound >= end && !block.range.isEmpty)
          end = block.range.upperBound
          let source = document.sourceMap.source(of: block.range)
          #expect(source.upperBound <= cut)
        }
        #expect(end <= document.text.count)
      }
    }
  }
}
