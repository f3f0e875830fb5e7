import GraphModel
import Testing

@testable import Indexer

/// The embedded model is mapped, not loaded, so that these tests stay cheap.
@Suite("TextReader")
struct TextReaderTests {
  private let first = InputFile(
    name: "first.txt",
    bytes: Array(
      """
      Brightwave Group Ltd. acquired Lumen Works in March. Anna Keller founded Brightwave in 2011. \
      Ms Keller said the company may open an office in Lisbon.
      """.utf8))
  private let second = InputFile(
    name: "second.txt",
    bytes: Array("Anna Keller left Brightwave. Lumen Works hired Tom Ashby.\r\n".utf8))

  @Test("statements of several files share entities and quote their text")
  func triples() throws {
    let (results, failed) = try TextReader.embedded().triples(of: [first, second])
    #expect(failed.isEmpty)
    #expect(results.map(\.name) == ["first.txt", "second.txt"])
    for (file, result) in zip([first, second], results) {
      #expect(!result.graph.statements.isEmpty)
      let text = String(decoding: file.bytes, as: UTF8.self)
      for evidence in result.graph.statements.flatMap(\.evidence) {
        #expect(text.contains(evidence.quote))
      }
    }
    let people = results.map { $0.graph.entities.first { $0.label == "Anna Keller" }?.id }
    #expect(people[0] != nil)
    #expect(people[0] == people[1])
  }

  @Test("a role is told of whom the document names for it, and of nobody else")
  func roles() throws {
    let text = """
      Ann Lee, the co-founder of Lumenix Ltd., left Berlin. Orbita's lawyers said nothing.
      """
    let input = InputFile(name: "roles.txt", bytes: Array(text.utf8))
    let graph = try #require(try TextReader.embedded().triples(of: [input]).results.first?.graph)
    let roles = graph.statements.filter { $0.content.predicate.label.hasPrefix("holds a role") }
    #expect(roles.count == 1)
    #expect(roles.first.flatMap { graph.entity($0.content.subject)?.label } == "Ann Lee")
  }

  @Test("with lines, each line is a document and keeps its number")
  func lines() throws {
    let file = InputFile(
      name: "lines",
      bytes: Array("Anna Keller founded Brightwave.\n\nTom Ashby left Lumen.\r\n".utf8))
    let reader = try TextReader.embedded()
    #expect(reader.triples(of: [file], lines: true).results.map(\.line) == [0, 2])
    let propositions = reader.propositions(of: [file], lines: true).results
    #expect(Set(propositions.map(\.line)) == [0, 2])
  }

  @Test("annotations give tokens, and one identifier to all mentions of a thing")
  func annotations() throws {
    let (results, failed) = try TextReader.embedded().annotations(of: [first, second])
    #expect(failed.isEmpty)
    let names = results.flatMap { annotation in
      annotation.mentions.filter { $0.kind == "name" }.map { mention in
        let text = Array(annotation.text.unicodeScalars)[mention.start..<mention.end]
        return (String(String.UnicodeScalarView(text)), mention.entity)
      }
    }
    let people = names.filter { $0.0.contains("Keller") }.map(\.1)
    #expect(people.count == 3)
    #expect(Set(people).count == 1)
    let tokens = try #require(results.first?.sentences.first?.tokens)
    #expect(tokens.count { $0.head == -1 } == 1)
  }

  @Test("a file that holds documents gives each, by its name, and tells of those it cannot give")
  func members() throws {
    let table = InputFile(
      name: "t.csv",
      bytes: Array(
        """
        id,text
        one,Anna Keller founded Brightwave in London.
        two,
        three,Tom Ashby left Lumen Works in Rome.

        """.utf8))
    let reader = try TextReader.embedded()
    var texts: [String] = []
    let failed = reader.forEachText(of: table) { texts.append("\($0.name) \($0.text.count)") }
    #expect(texts == ["t.csv#one 41", "t.csv#three 35"])
    #expect(failed == [BuildFailure(name: "t.csv#two", reason: .empty)])
    #expect(reader.triples(of: [table]).results.map(\.name) == ["t.csv#one", "t.csv#three"])
    #expect(
      reader.annotations(of: [table]).results.map(\.document) == ["t.csv#one", "t.csv#three"])
  }

  @Test("a name is marked by its own words, another phrase whole, and a verb not at all")
  func places() throws {
    let text = "Ann Lee, who founded Lumenix Ltd., left the firm that she had built in Oslo."
    let input = InputFile(name: "places.txt", bytes: Array(text.utf8))
    let annotation = try #require(try TextReader.embedded().annotations(of: [input]).results.first)
    let words = annotation.mentions.map { mention in
      String(String.UnicodeScalarView(Array(text.unicodeScalars)[mention.start..<mention.end]))
    }
    #expect(words.contains("Ann Lee"))
    #expect(words.contains("Lumenix Ltd."))
    #expect(words.contains("the firm that she had built in Oslo"))
    #expect(!words.contains("built") && !words.contains("left"))
    #expect(Set(words).count == words.count)
  }

  @Test("a name with a role before it is marked whole, not the role alone")
  func rolesBeforeNames() throws {
    let text = "The Harriers fired coach Mara Lind on Friday, after the team lost again in Oslo."
    let input = InputFile(name: "roles.txt", bytes: Array(text.utf8))
    let annotation = try #require(try TextReader.embedded().annotations(of: [input]).results.first)
    let names = annotation.mentions.filter { $0.kind == "name" }.map { mention in
      String(String.UnicodeScalarView(Array(text.unicodeScalars)[mention.start..<mention.end]))
    }
    #expect(names.contains { $0.hasSuffix("Mara Lind") }, "\(names)")
    #expect(!names.contains("coach"))
  }

  @Test("a noun that says what a person is has the person's entity, another noun its own")
  func predicateNouns() throws {
    let text = "Mara Lind will be the host. Mara Lind is on the board. Tom Ashby, MD, spoke.\n"
    let input = InputFile(name: "host.txt", bytes: Array(text.utf8))
    let annotation = try #require(try TextReader.embedded().annotations(of: [input]).results.first)
    let scalars = Array(text.unicodeScalars)
    var entities: [String: String] = [:]
    for mention in annotation.mentions {
      let words = String(String.UnicodeScalarView(scalars[mention.start..<mention.end]))
      entities[words] = mention.entity
    }
    #expect(entities["the host"] != nil && entities["the host"] == entities["Mara Lind"])
    #expect(entities["the board"] != entities["Mara Lind"])
    // What a person has earned is nobody's name.
    #expect(entities["Tom Ashby"] != nil && entities["MD"] == nil)
  }

  @Test("files are told in order, however many runs they fall into")
  func order() throws {
    let reader = try TextReader.embedded()
    let files = [first, second, InputFile(name: "third.txt", bytes: first.bytes)]
    for limit in [1, 200, 1 << 20] {
      var names: [String] = []
      var keller = Set<String>()
      let failed = reader.annotate(files, runLimit: limit) { annotation in
        names.append(annotation.document)
        let text = Array(annotation.text.unicodeScalars)
        for mention in annotation.mentions {
          let words = String(String.UnicodeScalarView(text[mention.start..<mention.end]))
          if words == "Anna Keller" { keller.insert(mention.entity) }
        }
      }
      #expect(failed.isEmpty)
      #expect(names == files.map(\.name))
      #expect(keller.count == 1)
    }
  }

  @Test("a file without text is told")
  func failures() throws {
    let reader = try TextReader.embedded()
    let empty = InputFile(name: "empty", bytes: [])
    #expect(reader.triples(of: [empty, second]).failed.map(\.name) == ["empty"])
    #expect(reader.triples(of: [empty], lines: true).failed.map(\.reason) == [.empty])
    #expect(reader.annotations(of: [empty]).failed.count == 1)
  }
}
