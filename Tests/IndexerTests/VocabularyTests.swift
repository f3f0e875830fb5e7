import GraphModel
import Testing

@testable import Indexer

@Suite("Vocabulary")
struct VocabularyTests {
  private func file(
    pattern: String = "verb:own subject>S object>O",
    example: String = "Norvik Bank owns Larkin Motors.", subject: String = "Norvik Bank",
    counterExample: String = "Norvik Bank may own Larkin Motors.", range: String = "q:Organization"
  ) -> [UInt8] {
    Array(
      """
      @prefix q: <https://quipu.dev/ns#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      q:Organization a rdfs:Class ; rdfs:label "organization"@en .
      q:owns a q:Relation ; rdfs:label "owns"@en ;
        rdfs:domain q:Organization ; rdfs:range \(range) ;
        q:pattern [ q:rule "own/verb" ; q:match "\(pattern)" ] ;
        q:example [ q:sentence "\(example)" ; q:subject "\(subject)" ; q:object "Larkin Motors" ] ;
        q:counterExample "\(counterExample)" .
      """.utf8)
  }

  private func problems(_ file: [UInt8]) throws -> [VocabularyProblem] {
    do {
      return try Vocabulary(turtle: file, file: "my.ttl").check()
    } catch let problem as VocabularyProblem {
      return [problem]
    }
  }

  @Test("a sound vocabulary has nothing wrong, and shows what is in it")
  func sound() throws {
    #expect(try problems(file()).isEmpty)
    let relation = try #require(try Vocabulary(turtle: file()).relations.first)
    #expect(relation.name == "owns")
    #expect(relation.range == ["Organization"])
    #expect(relation.examples.count == 1)
  }

  @Test("a class that is not declared is named with its place and what may be meant")
  func unknownClass() throws {
    let problem = try #require(try problems(file(range: "q:Organisation")).first)
    #expect(problem.suggestion == "Organization")
    #expect(problem.line == 5)
    guard case .unknownClass("Organisation", _) = problem.kind else {
      Issue.record("\(problem.kind)")
      return
    }
  }

  @Test("a malformed pattern is named with its place")
  func pattern() throws {
    let problem = try #require(try problems(file(pattern: "verb:own subjet>S object>O")).first)
    guard case .patternUnknown(what: "role", "subjet", "own/verb") = problem.kind else {
      Issue.record("\(problem.kind)")
      return
    }
    #expect(problem.line == 6)
    #expect(problem.suggestion == "subject")
  }

  @Test("an example that gives nothing and a counter-example that is asserted are told")
  func examples() throws {
    let missed = try problems(file(example: "Norvik Bank likes Larkin Motors."))
    #expect(missed.count == 1)
    guard case .exampleMissed("owns", _, _, _) = try #require(missed.first).kind else {
      Issue.record("\(missed)")
      return
    }
    let wrongSide = try problems(file(subject: "Aldgate Partners"))
    #expect(wrongSide.count == 1)
    let asserted = try problems(file(counterExample: "Kestrel Group owns Larkin Motors."))
    guard case .counterExampleAsserted("owns", _) = try #require(asserted.first).kind else {
      Issue.record("\(asserted)")
      return
    }
  }

  /// A mistake, the words at which it is told, and the kind of problem that it is.
  private static let mistakes: [(declaration: String, place: String, kind: String)] = [
    (#"q:pays a q:Relatoin ; rdfs:label "pays"@en ."#, "q:Relatoin", "unknownKind"),
    (#"q:pays a q:Relation ; rdfs:lable "pays"@en ."#, "q:pays", "missing"),
    (#"q:pays a q:Relation ; rdfs:label "pays"@en ; q:mach "x" ."#, "q:mach", "unknownProperty"),
    (#"q:pays a q:Relation ; rdfs:label "p" ; rdfs:range q:Monye ."#, "q:Monye", "unknownClass"),
    (
      #"q:pays a q:Relation ; rdfs:label "p" ; owl:inverseOf q:paidBy ."#, "q:paidBy",
      "unknownRelation"
    ),
    (#"q:pays a q:Relation ; rdfs:label "p" ; q:pattern "x" ."#, "q:pays", "unexpectedValue"),
    (#"q:A a rdfs:Class ; rdfs:label "a" ; rdfs:subClassOf q:A ."#, "q:A", "cycle"),
    (pattern("verb:pay subject>S object"), "\" ] .", "patternExpected"),
    (pattern("vreb:pay subject>S object>O"), "vreb", "patternUnknown"),
    (pattern("verb:pay subject>S object>O:Compnay"), "Compnay", "patternUnknown"),
    (pattern("verb:pay subject>S objekt>O"), "objekt", "patternUnknown"),
    (pattern("verb:pay subject>S object>O to>What9"), "What9", "patternUnknown"),
    (pattern("verb:pay subject>S"), "verb:pay", "patternCaptures"),
    (pattern("verb:pay subject>S object>O to>O"), "O\" ] .", "patternCaptures"),
    (pattern("verb:pay subject>S&O"), "S&O", "patternPair"),
    (
      #"q:pays a q:Relation ; rdfs:label "p" ; q:example [ q:sentence "Ada pays Acme." ; q:subject "Ada" ; q:object "Acme" ] ."#,
      "Ada pays", "exampleMissed"
    ),
  ]

  private static func pattern(_ text: String) -> String {
    #"q:pays a q:Relation ; rdfs:label "p" ; q:pattern [ q:rule "pay/verb" ; q:match "\#(text)" ] ."#
  }

  @Test("every kind of mistake is told with its line and column", arguments: mistakes)
  func places(declaration: String, place: String, kind: String) throws {
    let prefix = "@prefix owl: <http://www.w3.org/2002/07/owl#> . "
    let before = file() + Array("\n\(prefix)".utf8)
    let problem = try #require(try problems(before + Array((declaration + "\n").utf8)).first)
    #expect(String(describing: problem.kind).hasPrefix(kind), "\(problem)")
    let found = try #require(declaration.firstRange(of: place))
    let offset = declaration[..<found.lowerBound].count
    #expect(problem.line == before.count { $0 == UInt8(ascii: "\n") } + 1)
    #expect(problem.column == prefix.count + offset + 1, "\(problem)")
  }

  @Test("what is no Turtle is told with its line")
  func syntax() throws {
    let problem = try #require(try problems(Array("q:a q:b .\n".utf8)).first)
    #expect(problem.line == 1)
  }

  @Test("the program's own vocabulary is sound")
  func embedded() throws {
    #expect(try Vocabulary().check().isEmpty)
  }

  @Test("a text is read with a vocabulary of one's own")
  func reading() throws {
    var options = ReadingOptions()
    options.vocabulary = file()
    let reader = try TextReader.embedded(options: options)
    let text = InputFile(name: "a.txt", bytes: Array("Norvik Bank owns Larkin Motors.\n".utf8))
    let found = reader.triples(of: [text]).results.flatMap(\.graph.statements)
    #expect(found.contains { $0.content.predicate.id == "q:owns" })
    options.vocabulary = Array("nonsense".utf8)
    #expect(throws: IndexerError.self) { try TextReader.embedded(options: options) }
  }
}
