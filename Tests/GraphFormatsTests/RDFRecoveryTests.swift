import GraphFormats
import GraphModel
import Testing

@Suite("RDF with problems in it")
struct RDFRecoveryTests {
  /// The objects read, as text, and the problems with their places.
  private func read(
    _ bytes: [UInt8], _ format: RDFFormat, pieceSize: Int = .max
  ) throws -> (objects: [String], problems: [String]) {
    let collector = QuadCollector()
    var problems: [String] = []
    let options = RDFReadingOptions { problems.append("\($0.line):\($0.column)") }
    let count = try format.reader(options)
      .read(MemorySource(bytes, pieceSize: pieceSize), into: collector)
    #expect(count == problems.count)
    let objects = collector.quads.map { quad in
      switch quad.triple.object {
      case .literal(let text, _): text
      case .iri(let iri): iri.value
      default: "?"
      }
    }
    return (objects, problems)
  }

  @Test("lines without a problem come out", arguments: [1, 5, Int.max])
  func lines(pieceSize: Int) throws {
    var bytes = Array("<x:s> <x:p> \"1\" .\n<x:s> <x:p> 2 .\n\"3\" <x:p> \"3\" .\r".utf8)
    bytes += Array("<x:s> <x:p> \"4\" . # fine\n<x:s> <x:p> \"".utf8) + [0xff]
    bytes += Array("\" .\n<x:s> <x:p> \"6\" . x\n<x:s> <x:p> \"7\"".utf8)
    for format in [RDFFormat.nTriples, .nQuads] {
      let (objects, problems) = try read(bytes, format, pieceSize: pieceSize)
      #expect(objects == ["1", "4"])
      #expect(problems == ["2:13", "3:1", "5:14", "6:19", "7:16"])
    }
  }

  @Test(
    "statements without a problem come out",
    arguments: [
      ("<x:s> <x:p> 1 . <x:s> y:p 2 . <x:s> <x:p> 3 .", ["1", "3"], ["1:23"]),
      ("<x:s> <x:p> \"a.\nb\" . <x:s> <x:p> 3 .", ["3"], ["1:13"]),
      ("<x:s> <x:p> <a b . c> . <x:s> <x:p> 3 .", ["3"], ["1:15"]),
      ("<x:s> <x:p> [ <x:q> \"1.5 . \" ; ] ] . <x:s> <x:p> 3 .", ["?", "1.5 . ", "3"], ["1:34"]),
      ("@prefix x <x:> . <x:s> <x:p> 3 .", ["3"], ["1:9"]),
      ("<x:s> <x:p> 1 <x:s> <x:p> 2 .\n<x:s> <x:p> 3 .", ["1", "3"], ["1:15"]),
      ("<x:s> <x:p> 'it''s' . <x:s> <x:p> 3 .", ["it", "3"], ["1:17"]),
      ("<x:s> <x:p> 1 . <x:s> <x:p> \"\"\" . ", ["1"], ["1:29"]),
      ("<x:s> <x:p> 1 . <x:s> <x:p> ( 2 ", ["1", "2"], ["1:29"]),
    ])
  func statements(text: String, objects: [String], problems: [String]) throws {
    for pieceSize in [1, 3, Int.max] {
      let result = try read(Array(text.utf8), .turtle, pieceSize: pieceSize)
      #expect(result.objects.filter { !$0.hasSuffix("#nil") } == objects)
      #expect(result.problems == problems)
    }
  }

  @Test("a graph goes on after a problem in it")
  func graphs() throws {
    let text =
      "<x:g> { <x:s> <x:p> 1 . <x:s> <x:p> ; . <x:s> <x:p> 2 }\n<x:s> <x:p> } . <x:h> { <x:s> <x:p> 3 "
    let (objects, problems) = try read(Array(text.utf8), .trig)
    #expect(objects == ["1", "2", "3"])
    #expect(problems == ["1:37", "2:13", "2:39"])
  }

  @Test("bytes that are not UTF-8 spoil their statement alone")
  func invalidBytes() throws {
    for bad in [[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xc0, 0x80]] as [[UInt8]] {
      let bytes =
        Array("<x:s> <x:p> \"é\" .\n<x:s> <x:p> \"".utf8) + bad
        + Array("\" .\n# ok é\n<x:s> <x:p> \"ü\" .".utf8)
      for format in TurtleFamily.all {
        for pieceSize in [1, 2, Int.max] {
          let (objects, problems) = try read(bytes, format, pieceSize: pieceSize)
          #expect(objects == ["é", "ü"])
          #expect(problems == ["2:14"])
        }
      }
    }
  }

  @Test("deep nesting is told in every format and construct")
  func nesting() throws {
    for (open, format) in [
      ("<x:s> <x:p> " + String(repeating: "<<(<x:s><x:p>", count: 100_000), RDFFormat.nTriples),
      ("<x:s> <x:p> " + String(repeating: "<<(<x:s><x:p>", count: 100_000), .turtle),
      (String(repeating: "<<", count: 100_000), .turtle),
      ("<x:s> <x:p> " + String(repeating: "[<x:p>", count: 100_000), .trig),
      ("<x:s> " + String(repeating: "<x:p> 1 {| ", count: 100_000), .turtle),
      (String(repeating: "(", count: 100_000), .turtle),
    ] {
      let error = #expect(throws: SyntaxError.self) {
        try TurtleReader.quads(
          Array(open.utf8),
          syntax: format == .nTriples ? .nTriples : format == .trig ? .trig : .turtle)
      }
      #expect(error?.problem == .nestedTooDeeply(limit: TurtleReader.nestingLimit))
    }
  }

  @Test(
    "what the grammar does not allow is refused",
    arguments: [
      "<x:s> <x:p> \"a\"@en--up .", "<x:s> <x:p> \"a\"@en--LTR .", "<x:s> <x:p> \"a\"@toolongtag .",
      "<x:s> <x:p> \"a\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .",
      "<x:s> <x:p> \"\\uD800\" .", "<x:s> <x:p> \"\\U00110000\" .", "<x:s> <x:\\u0020> 1 .",
      "<<( <x:s> <x:p> 1 )>> <x:p> 1 .", "<x:s> <x:p> << \"a\" <x:p> 1 >> .",
      "<x:s> <x:p> <<( <x:s> <x:p> (1) )>> .", "<x:s> <x:p> << <x:s> <x:p> [ <x:p> 1 ] >> .",
      "<x:s> <x:p> 1 {| |} .", "<x:s> a:b 1 .", "<x:s> _:p 1 .", "<x:s> \"p\" 1 .", "[] .",
      "VERSION 1.2", "VERSION \"\"\"1.2\"\"\"", "@version \"1.2\"", "@PREFIX x: <x:> .",
      "<x:s> <x:p> True .", "<x:s> <x:p> 1.2.3 .", "<x:s> <x:p> _: .", "<x:s> <x:p> _:a. .",
      "{ <x:s> <x:p> 1 }", "<x:s> <x:p> 'a\nb' .",
    ])
  func refused(text: String) {
    #expect(throws: SyntaxError.self) { try TurtleReader.read(Array(text.utf8)) }
  }

  @Test("TriG's graphs, and what they do not allow")
  func trig() throws {
    let quads = try TurtleReader.quads(Array(Fixtures.trig.utf8), syntax: .trig)
    #expect(quads.count == 16)
    #expect(quads.count { $0.graph == nil } == 3)
    #expect(Set(quads.compactMap(\.graph)).count == 3)
    for text in [
      "{ { <x:s> <x:p> 1 } }", "GRAPH { <x:s> <x:p> 1 }", "<x:g> { @prefix x: <x:> . }",
      "<x:g> { GRAPH <x:h> { } }", "<x:g> { <x:s> <x:p> 1 } .", "\"g\" { }", "[ <x:p> 1 ] { }",
      "<x:g> <x:h> { }", "<x:g> { <x:s> <x:p> 1",
    ] {
      #expect(throws: SyntaxError.self, "\(text)") {
        try TurtleReader.quads(Array(text.utf8), syntax: .trig)
      }
    }
  }
}
