import GraphFormats
import GraphModel
import Testing

@Suite("Reading Turtle")
struct TurtleReaderTests {
  private func read(_ text: String, base: String? = nil) throws(SyntaxError) -> [Triple] {
    try TurtleReader.read(Array(text.utf8), base: base.map { IRI($0) })
  }

  private func failure(_ text: String) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try read(text)
      return nil
    } catch { return error }
  }

  @Test("prefixes, lists of objects and the short form of rdf:type")
  func abbreviations() throws {
    let triples = try read(
      """
      @prefix x: <http://x/> . # a comment
      PREFIX : <http://y/>
      x:a a x:C ; :p "v"@en-GB , 'w' ; ; .
      """)
    let a = Subject.iri(IRI("http://x/a"))
    let p = IRI("http://y/p")
    #expect(
      triples == [
        Triple(a, RDF.type, .iri(IRI("http://x/C"))),
        Triple(a, p, .text("v", language: "en-GB")),
        Triple(a, p, .string("w")),
      ])
  }

  @Test(
    "an error is the same one, however the file comes in pieces",
    arguments: [
      [0x54, 0x54, 0xe0, 0x66, 0xb0, 0x7a, 0xc0, 0xf0, 0x3a, 0xc0, 0xc0],
      Array("<<<<((x:".utf8), Array("<x:s> <x:p> <<<<(x:s".utf8),
    ] as [[UInt8]])
  func pieces(bytes: [UInt8]) {
    let errors = [1, 3, Int.max].map { size in
      var errors: [SyntaxError] = []
      let options = RDFReadingOptions(base: nil) { errors.append($0) }
      _ = try? TurtleReader(options)
        .read(MemorySource(bytes, pieceSize: size), into: QuadCollector())
      return errors.first
    }
    #expect(errors[0] != nil)
    #expect(errors[0] == errors[1] && errors[1] == errors[2])
  }

  @Test("brackets become blank nodes that no label of the file has")
  func brackets() throws {
    let triples = try read("_:anon1 <x:p> [ <x:q> () ] .")
    #expect(
      triples == [
        Triple(.blank("anon-anon1"), IRI("x:p"), .blank("anon1")),
        Triple(.blank("anon1"), IRI("x:q"), .iri(IRI(RDF.namespace + "nil"))),
      ])
  }

  @Test(
    "numbers and words keep their lexical form",
    arguments: [
      ("1.", "1", "integer"), ("-05 .", "-05", "integer"), ("+1.50 .", "+1.50", "decimal"),
      (".5.", ".5", "decimal"), ("1.e3.", "1.e3", "double"), ("2E-4 .", "2E-4", "double"),
      ("true.", "true", "boolean"), ("false .", "false", "boolean"),
    ])
  func shortLiterals(text: String, value: String, datatype: String) throws {
    let triples = try read("<x:s> <x:p> " + text)
    #expect(
      triples.map(\.object) == [.literal(value, datatype: IRI(XSD.namespace + datatype))])
  }

  @Test("escapes in strings, IRIs and local names")
  func escapes() throws {
    let triples = try read(
      #"""
      @prefix x: <http://x/> .
      <http://\u00e9> x:a\,b.c%20 """a"\"\n\U0001F600""" .
      """#)
    #expect(
      triples == [
        Triple(
          .iri(IRI("http://\u{e9}")), IRI("http://x/a,b.c%20"), .string("a\"\"\n\u{1f600}"))
      ])
  }

  @Test(
    "relative IRIs follow the examples of RFC 3986, section 5.4",
    arguments: [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
      ("#s", "http://a/b/c/d;p?q#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
      ("..", "http://a/b/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
      ("/./g", "http://a/g"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/../x", "http://a/b/c/g?y/../x"),
      ("g:h", "g:h"),
    ])
  func resolution(reference: String, expected: String) throws {
    let triples = try read("<\(reference)> <x:p> 1 .", base: "http://a/b/c/d;p?q")
    #expect(triples.first?.subject == .iri(IRI(expected)))
  }

  @Test(
    "an error names the place and what may stand there",
    arguments: [
      ("<x:s> <x:p> 1\n  ;; <x:q>", 2, 11, SyntaxError.Problem.expected(.object)),
      ("<x:s> é:p 1 .", 1, 7, .unknownPrefix("é")),
      ("# é\r\n<x:é> <rel> 1 .", 2, 7, .relativeIRI("rel")),
      ("<x:s> <x:p> \"a\nb\" .", 1, 13, .unterminated(.string)),
      ("<x:s> <x:p> <a b> .", 1, 15, .expected(.iriCharacter)),
      ("<x:s> <x:p> [ <x:q> 1", 1, 13, .unterminated(.closingBracket)),
      ("<x:s> <x:p> 1", 1, 14, .expected(.dot)),
      ("@perfix x: <x:> .", 1, 1, .expected(.directive)),
      ("<x:s> <x:p> \"\\x\" .", 1, 14, .expected(.escape)),
      ("\"s\" <x:p> 1 .", 1, 1, .expected(.subject)),
    ])
  func errors(text: String, line: Int, column: Int, problem: SyntaxError.Problem) {
    let error = failure(text)
    #expect(error?.problem == problem)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("bytes that are not UTF-8 are found, with their offset")
  func invalidBytes() {
    for (bytes, offset) in [
      ([0x23, 0x0a, 0xff], 2), ([0x23, 0xc0, 0x80], 1), ([0x23, 0xed, 0xa0, 0x80], 1),
      ([0x23, 0xe2, 0x82], 1), ([0x23, 0xf4, 0x90, 0x80, 0x80], 1),
    ] as [([UInt8], Int)] {
      let error = #expect(throws: SyntaxError.self) { try TurtleReader.read(bytes) }
      #expect(error?.problem == .notUTF8)
      #expect(error?.byteOffset == offset)
    }
  }

  @Test("deep nesting is an error and not a crash")
  func nesting() {
    let limit = TurtleReader.nestingLimit
    let deep = "<x:s> <x:p> " + String(repeating: "(", count: 100_000)
    #expect(failure(deep)?.problem == .nestedTooDeeply(limit: limit))
    let allowed = String(repeating: "[ <x:p> ", count: limit)
    let closed = allowed + "1" + String(repeating: "]", count: limit) + " ."
    #expect(failure(closed) == nil)
  }

  @Test("prefixes are told before they are used")
  func prefixes() throws {
    let collector = QuadCollector()
    let bytes = Array("<x:a> <x:b> 1 . @prefix z: <z:> . z:a z:b 2 .".utf8)
    _ = try TurtleReader(RDFReadingOptions()).read(MemorySource(bytes), into: collector)
    #expect(collector.quads.map(\.triple.subject) == [.iri(IRI("x:a")), .iri(IRI("z:a"))])
    #expect(collector.prefixes == ["z": IRI("z:")])
  }

  @Test("N-Triples allows nothing short")
  func nTriples() throws {
    let line = #"_:a <x:p> "v"^^<x:d> . # end"#
    let triples = try TurtleReader.read(Array(line.utf8), syntax: .nTriples)
    #expect(triples == [Triple(.blank("a"), IRI("x:p"), .literal("v", datatype: IRI("x:d")))])
    for bad in ["<x:s> <x:p> 1 .", "<x:s> <x:p> 'a' .", "<x:s> <x:p> <x:o> . <x:s> <x:p> <x:o> ."] {
      #expect(throws: SyntaxError.self) {
        try TurtleReader.read(Array(bad.utf8), syntax: .nTriples)
      }
    }
  }
}
