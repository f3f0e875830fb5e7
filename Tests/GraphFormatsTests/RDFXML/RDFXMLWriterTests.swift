import GraphFormats
import GraphModel
import Testing

/// What a writer makes of quads, and the writer.
private func write(
  _ quads: [Quad], prefixes: [(String, String)] = []
) throws -> (text: String, writer: RDFXMLWriter) {
  let sink = MemorySink()
  let writer = RDFXMLWriter(to: sink)
  try declare(prefixes, in: writer)
  for quad in quads { try writer.quad(quad) }
  try writer.finish()
  return (sink.text, writer)
}

/// Tells a sink some prefixes.
func declare(_ prefixes: [(String, String)], in sink: any QuadSink) throws {
  let arena = TermArena()
  for (number, prefix) in prefixes.enumerated() {
    try sink.prefix(
      PrefixBytes(
        number: Int32(number), name: arena.copy(prefix.0), namespace: arena.copy(prefix.1)))
  }
}

@Suite("RDF/XML writer")
struct RDFXMLWriterTests {
  private let s = Subject.iri(IRI("http://e/s"))
  private func e(_ name: String) -> IRI { IRI("http://e/" + name) }

  @Test("groups by subject, names the class, and puts blank nodes where they are mentioned")
  func pretty() throws {
    let quads = [
      Quad(Triple(s, RDF.type, .iri(e("Person")))), Quad(Triple(s, e("name"), .string("A & B"))),
      Quad(Triple(s, e("at"), .blank("b"))), Quad(Triple(.blank("b"), RDF.type, .iri(e("Place")))),
      Quad(Triple(.blank("b"), e("x"), .literal("1", datatype: XSD.integer))),
      Quad(Triple(s, e("knows"), .iri(IRI("http://e/t")))),
      Quad(Triple(s, e("knows"), .blank("0"))),
      Quad(Triple(s, IRI("urn:p:q"), .text("t", language: "en"))),
    ]
    let (text, _) = try write(quads, prefixes: [("e", "http://e/"), ("xml-bad", "http://x/")])
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <rdf:RDF
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns:e="http://e/">
          <e:Person rdf:about="http://e/s">
            <e:name>A &amp; B</e:name>
            <e:at>
              <e:Place rdf:nodeID="b">
                <e:x rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</e:x>
              </e:Place>
            </e:at>
            <e:knows rdf:resource="http://e/t"/>
            <e:knows rdf:nodeID="x-30"/>
            <ns:q xmlns:ns="urn:p:" xml:lang="en">t</ns:q>
          </e:Person>
        </rdf:RDF>

        """)
  }

  @Test("is read back the same, whatever the graph", arguments: 0..<100 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let quads = randomQuads(seed: seed, hasGraphs: false, hasTriples: true)
    let (text, writer) = try write(quads, prefixes: seed % 2 == 0 ? [("ns", "http://e/")] : [])
    let collector = QuadCollector()
    _ = try RDFXMLReader().read(MemorySource(Array(text.utf8)), into: collector)
    #expect(writer.unwritableQuads == 0)
    #expect(Dataset(collector.quads).isIsomorphic(to: Dataset(quads)), "\(text)")
  }

  @Test("counts what it cannot write")
  func losses() throws {
    let quads = [
      Quad(Triple(s, e("p"), .string("x")), graph: s), Quad(Triple(s, e("1"), .string("x"))),
      Quad(Triple(s, IRI(RDF.namespace + "li"), .string("x"))),
      Quad(Triple(s, e("p"), .triple(Triple(s, e("/"), .string("x"))))),
      Quad(Triple(s, e("p"), .string("a\u{1}b\u{FFFE}"))),
      Quad(Triple(s, e("p"), .iri(IRI("http://e/a b")))),
    ]
    let (text, writer) = try write(quads)
    #expect(writer.droppedQuads == 1)
    #expect(writer.unwritableQuads == 3)
    #expect(writer.replacedCharacters == 2)
    #expect(writer.repairedIRIs == 1)
    let collector = QuadCollector()
    _ = try RDFXMLReader().read(MemorySource(Array(text.utf8)), into: collector)
    #expect(
      collector.quads.map(\.triple.object) == [
        .string("a\u{FFFD}b\u{FFFD}"), .iri(IRI("http://e/a%20b")),
      ])
  }

  @Test("writes a whole document for no quads")
  func empty() throws {
    let (text, _) = try write([])
    let collector = QuadCollector()
    _ = try RDFXMLReader().read(MemorySource(Array(text.utf8)), into: collector)
    #expect(collector.quads.isEmpty)
  }
}
