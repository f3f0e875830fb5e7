import GraphFormats
import GraphModel
import TestSupport
import Testing

@Suite("Pretty Turtle and TriG")
struct PrettyTriGWriterTests {
  private func convert(_ text: String, _ format: RDFFormat = .turtle) throws -> String {
    let sink = MemorySink()
    let conversion = RDFConversion(
      from: format, to: format, writing: RDFWritingOptions(isPretty: true))
    let outcome = try conversion.run(MemorySource(Array(text.utf8)), to: sink) {
      Issue.record("\($0)")
    }
    #expect(outcome.problems == 0)
    return sink.text
  }

  @Test("what is said of a subject in several places comes together, sorted")
  func gathers() throws {
    let text = """
      @prefix x: <http://x/> . x:b x:p 2 . x:a x:q "v" ; x:p x:o . x:b x:p 1 ; a x:C . _:n x:p _:n .
      x:a x:list ( 1 ( ) [ x:q 1 ; x:r [] ] ) . [ x:p 1 ] x:q 2 . x:a x:p x:o ~ x:r {| x:q 1 |} {| x:q 2 |} .
      """
    #expect(
      try convert(text) == """
        @prefix x: <http://x/> .

        x:a x:list ( 1 () [
            x:q 1 ;
            x:r []
          ] ) ;
          x:p x:o ~ x:r ~ {|
            x:q 2
          |} ;
          x:q "v" .

        x:b a x:C ;
          x:p 1, 2 .

        x:r x:q 1 .

        [] x:p 1 ;
          x:q 2 .

        _:n x:p _:n .

        """)
  }

  @Test("what comes out is what went in", arguments: [RDFFormat.turtle, .trig])
  func same(format: RDFFormat) throws {
    let syntax: TurtleReader.Syntax = format == .turtle ? .turtle : .trig
    let text = format == .turtle ? Fixtures.turtle : Fixtures.trig
    let pretty = try convert(text, format)
    let quads = try TurtleReader.quads(Array(text.utf8), syntax: syntax)
    #expect(isomorphic(try TurtleReader.quads(Array(pretty.utf8), syntax: syntax), quads))
  }

  @Test("random graphs come back", arguments: 0..<30)
  func random(seed: Int) throws {
    var generator = RandomQuads(seed: UInt64(seed), hasGraphs: true)
    let quads = (0..<12).map { _ in generator.quad() }
    let sink = MemorySink()
    let writer = PrettyTriGWriter(to: sink, hasGraphs: true)
    for quad in quads { try writer.quad(quad) }
    try writer.finish()
    #expect(isomorphic(try TurtleReader.quads(sink.bytes, syntax: .trig), quads))
  }

  @Test(
    "circles, shared nodes, broken lists and deep chains keep their labels",
    arguments: [
      "_:a <x:p> _:b . _:b <x:p> _:a .", "_:a <x:p> _:a .",
      "<x:s> <x:p> _:a . <x:t> <x:p> _:a . _:a <x:q> _:b . _:b <x:q> _:c . _:c <x:q> _:b .",
      "<x:s> <x:p> _:l . _:l <RDF#first> 1 ; <RDF#rest> _:l .",
      "<x:s> <x:p> _:l . _:l <RDF#first> 1, 2 ; <RDF#rest> ( 3 ) .",
      "<x:s> <x:p> _:l . _:l <RDF#first> 1 ; <RDF#rest> <x:none> .",
      "<x:s> <x:p> _:l . _:l <RDF#first> 1 ~ <x:r> ; <RDF#rest> ( 2 ) .",
      "( 1 2 ) <x:p> ( 3 [ <x:q> ( 4 ) ] ) .",
      "_:r <RDF#reifies> <<( _:b <x:p> 1 )>> . <x:s> <x:p> _:b .",
      "<x:s> <x:p> 1 {| <x:q> 2 {| <x:q> 3 |} |} .",
    ])
  func shapes(text: String) throws {
    let text = text.split(separator: "RDF#", omittingEmptySubsequences: false)
      .joined(separator: RDF.namespace)
    let pretty = try convert(text)
    let triples = try TurtleReader.read(Array(text.utf8))
    #expect(isomorphic(try TurtleReader.read(Array(pretty.utf8)), triples), "\(pretty)")
  }

  @Test("long lists and deep chains do not exhaust the stack")
  func deep() throws {
    let count = 20_000
    let list = "<x:s> <x:p> ( " + String(repeating: "1 ", count: count) + ") ."
    #expect(try TurtleReader.read(Array(convert(list).utf8)).count == 2 * count + 1)
    let rest = "<\(RDF.namespace)rest>"
    for predicate in ["<x:p>", rest] {
      let chain = (0..<count).map { "_:n\($0) \(predicate) _:n\($0 + 1) ." }.joined(separator: "\n")
      #expect(
        try TurtleReader.read(Array(convert("<x:s> <x:p> _:n0 ." + chain).utf8)).count == count + 1)
    }
  }
}
