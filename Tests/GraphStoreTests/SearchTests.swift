import GraphModel
import Testing

@testable import GraphStore

@Suite("Searching sentences")
struct SearchTests {
  private let folder: TemporaryFolder
  private let snapshot: GraphSnapshot

  init() throws {
    folder = try TemporaryFolder()
    var corpus = SampleCorpus()
    corpus.add(
      "one.txt",
      [
        "The harbour froze.", "A pilot saw the frozen harbour and the pilot’s boat.",
        "Élodie paid for the harbour pilot’s long and costly training in München last winter.",
      ])
    corpus.add("empty.txt", [])
    corpus.add("two.txt", ["Nobody saw the boat.", "Pilot harbour: the harbour, the harbour."])
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try corpus.write(to: store)
    snapshot = try store.snapshot()
  }

  private func search(_ text: String, limit: Int = 10) throws -> [String] {
    let names = ["one.txt", "empty.txt", "two.txt"]
    return try snapshot.searchSentences(text, limit: limit).map { match in
      "\(names.first { DocumentID(name: $0) == match.document } ?? "?") \(match.sentence)"
    }
  }

  @Test("finds the sentences that have all words, the best first")
  func words() throws {
    #expect(Set(try search("pilot")) == ["one.txt 1", "one.txt 2", "two.txt 1"])
    #expect(try search("boat saw").sorted() == ["one.txt 1", "two.txt 0"])
    #expect(try search("harbour").first == "two.txt 1")
    #expect(try search("harbour", limit: 1).count == 1)
    #expect(try search("harbour nobody").isEmpty)
    #expect(try search("harbor").isEmpty)
  }

  @Test("a short sentence comes before a long one with the same words")
  func lengths() throws {
    let order = try search("harbour ")
    let short = try #require(order.firstIndex(of: "one.txt 0"))
    let long = try #require(order.firstIndex(of: "one.txt 2"))
    #expect(short < long)
  }

  @Test("the last word may go on, in quotes it may not")
  func prefix() throws {
    #expect(try search("fro").sorted() == ["one.txt 0", "one.txt 1"])
    #expect(try search("\"fro\"").isEmpty)
    #expect(try search("fro harbour").isEmpty)
  }

  @Test("a phrase must stand as it is")
  func phrase() throws {
    #expect(try search("\"harbour pilot\"") == ["one.txt 2"])
    #expect(try search("\"pilot harbour\"") == ["two.txt 1"])
    #expect(try search("“harbour pilot” tra") == ["one.txt 2"])
    #expect(try search("\"the harbour the harbour\"") == ["two.txt 1"])
    #expect(try search("\"saw boat\"").isEmpty)
  }

  @Test("case and accents do not count, an apostrophe parts words")
  func folds() throws {
    #expect(try search("elodie MUNCHEN") == ["one.txt 2"])
    #expect(Set(try search("pilot's ")) == ["one.txt 1", "one.txt 2"])
  }

  @Test("shows the sentence and marks the words")
  func marks() throws {
    let match = try #require(try snapshot.searchSentences("\"Harbour pilot\" mun", limit: 1).first)
    #expect(match.text.hasPrefix("Élodie paid") && match.text.hasSuffix("last winter."))
    let bytes = Array(match.text.utf8)
    #expect(
      match.words.map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["harbour", "pilot", "München"])
    let text = try #require(try snapshot.text(of: match.document))
    #expect(Array(text[match.bytes]) == bytes)
    #expect(match.score > 0)
  }

  @Test("a text without words finds nothing")
  func empty() throws {
    #expect(try search("").isEmpty)
    #expect(try search("\" — \"").isEmpty)
  }

  @Test("equals looking at every sentence", arguments: 0..<6)
  func model(seed: Int) throws {
    var draw = Draw(seed)
    let words = ["ab", "abc", "b", "ca", "cab"]
    var corpus = SampleCorpus()
    for document in 0..<5 {
      corpus.add(
        "\(document)",
        (0..<8).map { _ in
          (0...draw.number(6)).map { _ in words[draw.number(5)] }.joined(separator: " ")
        })
    }
    let store = try GraphStore.open(at: folder.path + "/model", access: .readWrite)
    try corpus.write(to: store)
    let snapshot = try store.snapshot()
    for _ in 0..<20 {
      let (a, b) = (words[draw.number(5)], words[draw.number(5)])
      for (query, fits) in [
        ("\(a) \(b) ", { (s: [String]) in s.contains(a) && s.contains { $0.hasPrefix(b) } }),
        ("\"\(a) \(b)\"", { s in zip(s, s.dropFirst()).contains { $0 == a && $1 == b } }),
      ] {
        var expected: Set<String> = []
        for (document, text, sentences) in corpus.documents {
          for (number, range) in sentences.enumerated() {
            let parts = String(decoding: text[range], as: UTF8.self).split(separator: " ")
            if fits(parts.map(String.init)) { expected.insert("\(document.id.value) \(number)") }
          }
        }
        let found = try snapshot.searchSentences(query, limit: 100)
        #expect(Set(found.map { "\($0.document.value) \($0.sentence)" }) == expected, "\(query)")
        #expect(found.count == expected.count)
        #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
      }
    }
  }
}

@Suite("WordScanner")
struct WordScannerTests {
  @Test(
    "cuts and folds words",
    arguments: [
      ("Xi's 5G-network", ["xi", "s", "5g", "network"]),
      ("Élysée ÀÉÎÕÜ", ["elysee", "aeiou"]),
      ("e\u{301}tude", ["etude"]),
      ("Straße STRASSE", ["strasse", "strasse"]),
      ("Ærø œuvre ĳ", ["aero", "oeuvre", "ij"]),
      ("Łódź ı İ", ["lodz", "i", "i"]),
      ("Άθήνα Москва", ["αθηνα", "москва"]),
      ("東京 AI", ["東", "京", "ai"]),
      ("한국", ["한국"]),
      ("don’t", ["don", "t"]),
      ("$2.5bn", ["2", "5bn"]),
      (" — … ", []),
    ])
  func words(text: String, expected: [String]) {
    #expect(WordScanner.words(text).map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test("bytes that are not UTF-8 part words and do no harm")
  func broken() {
    var found: [String] = []
    let bytes: [UInt8] = [0x61, 0xff, 0x62, 0xc3, 0x28, 0xe2, 0x82, 0x63, 0xf0]
    bytes.withUnsafeBytes { bytes in
      WordScanner.scan(bytes) { word, range in
        found.append("\(String(decoding: word, as: UTF8.self)) \(range)")
      }
    }
    #expect(found == ["a 0..<1", "b 2..<3", "c 7..<8"])
  }

  @Test("a word of any length keeps its first bytes")
  func long() {
    #expect(WordScanner.words(String(repeating: "ab", count: 500)).map(\.count) == [120])
  }
}
