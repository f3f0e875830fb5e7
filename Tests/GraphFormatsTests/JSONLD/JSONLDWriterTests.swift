import GraphFormats
import GraphModel
import Testing

/// What a writer makes of quads, and the writer.
private func write(
  _ quads: [Quad], prefixes: [(String, String)] = []
) throws -> (text: String, writer: JSONLDWriter) {
  let sink = MemorySink()
  let writer = JSONLDWriter(to: sink)
  try declare(prefixes, in: writer)
  for quad in quads { try writer.quad(quad) }
  try writer.finish()
  return (sink.text, writer)
}

@Suite("JSON-LD writer")
struct JSONLDWriterTests {
  private let s = Subject.iri(IRI("http://e/s"))
  private func e(_ name: String) -> IRI { IRI("http://e/" + name) }

  @Test("writes a node a line, names short, blank nodes where they are mentioned")
  func lines() throws {
    let quads = [
      Quad(Triple(s, RDF.type, .iri(e("T")))), Quad(Triple(s, e("p"), .string("é"))),
      Quad(Triple(s, e("q"), .blank("b"))),
      Quad(Triple(.blank("b"), e("p"), .literal("1", datatype: XSD.integer))),
      Quad(Triple(s, e("p"), .literal("01", datatype: XSD.integer))),
      Quad(Triple(s, e("p"), .literal("{\"a\":1}", datatype: IRI(RDF.namespace + "JSON")))),
      Quad(Triple(s, e("t"), .literal("true", datatype: XSD.boolean)), graph: .iri(e("g"))),
      Quad(Triple(.blank("b"), e("t"), .text("x", language: "en")), graph: .iri(e("g"))),
      Quad(Triple(s, e("p"), .iri(IRI("http://e/a b")))),
    ]
    let (text, writer) = try write(quads, prefixes: [("e", "http://e/"), ("", "http://x/")])
    #expect(writer.repairedIRIs == 1)
    #expect(
      text == """
        {"@context":{"e":"http://e/"},
        "@graph":[
        {"@id":"e:s","@type":"e:T","e:p":["é",{"@value":"01","@type":"http://www.w3.org/2001/XMLSchema#integer"},{"@value":{"a":1},"@type":"@json"}],"e:q":{"@id":"_:b","e:p":1}},
        {"@id":"e:g","@graph":[
        {"@id":"e:s","e:t":true},
        {"@id":"_:b","e:t":{"@value":"x","@language":"en"}}
        ]},
        {"@id":"e:s","e:p":{"@id":"e:a%20b"}}
        ]}

        """)
  }

  @Test("is read back the same, whatever the graph", arguments: 0..<100 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let quads = randomQuads(seed: seed)
    let prefixes = [[("e", "http://e/")], [], [("urn", "http://e/"), ("http", RDF.namespace)]]
    let (text, _) = try write(quads, prefixes: prefixes[Int(seed % 3)])
    let collector = QuadCollector()
    _ = try JSONLDReader().read(MemorySource(Array(text.utf8), pieceSize: 50), into: collector)
    #expect(Dataset(collector.quads).isIsomorphic(to: Dataset(quads)), "\(text)")
  }

  @Test("writes IRIs in full where a prefix would make others of them")
  func confused() throws {
    let odd = IRI("e:x")
    let quads = [
      Quad(Triple(.iri(odd), e("p"), .iri(odd))),
      Quad(Triple(s, e("p"), .string("x")), graph: .iri(odd)),
      Quad(Triple(s, e("p"), .literal("x", datatype: odd))),
    ]
    let (text, _) = try write(quads, prefixes: [("e", "http://e/")])
    let collector = QuadCollector()
    _ = try JSONLDReader().read(MemorySource(Array(text.utf8)), into: collector)
    #expect(Dataset(collector.quads) == Dataset(quads), "\(text)")
  }

  @Test("counts triple terms, which JSON-LD cannot say")
  func tripleTerms() throws {
    let (text, writer) = try write([
      Quad(Triple(s, e("p"), .triple(Triple(s, e("q"), .string("x")))))
    ])
    #expect(writer.unwritableQuads == 1)
    #expect(try json(text) == ["@graph": []])
  }

  @Test("keeps memory bounded for a node with many values")
  func many() throws {
    let quads = (0..<10_000).map {
      Quad(Triple(s, e("p"), .literal("\($0)", datatype: XSD.integer)))
    }
    let (text, _) = try write(quads)
    #expect(text.split(separator: "\n").count == 2 + 3)
    let collector = QuadCollector()
    _ = try JSONLDReader().read(MemorySource(Array(text.utf8)), into: collector)
    #expect(Set(collector.quads) == Set(quads))
  }
}
