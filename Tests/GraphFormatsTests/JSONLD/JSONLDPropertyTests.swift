import GraphFormats
import GraphModel
import Testing

@Suite("JSON-LD, for any graph")
struct JSONLDPropertyTests {
  private func quads(seed: UInt64) -> [Quad] { randomQuads(seed: seed) }

  private var processor: JSONLDProcessor {
    var options = JSONLDOptions()
    options.rdfDirection = .directionalString
    return JSONLDProcessor(options)
  }

  @Test("RDF to JSON-LD and back is the same RDF", arguments: 0..<150 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let quads = quads(seed: seed)
    let document = try processor.document(of: quads)
    let again = try processor.quads(document)
    #expect(
      Dataset(again).isIsomorphic(to: Dataset(quads)),
      "\(Dataset(quads))\n\n\(document.indentedText)\n\n\(Dataset(again))")
  }

  private let contexts = [
    #"{}"#, #"{"@vocab": "http://e/", "@language": "en"}"#,
    #"{"p": {"@id": "http://e/p", "@container": "@set"}, "q": {"@id": "http://e/q", "@type": "@id"}, "e": "http://e/"}"#,
    #"{"p": {"@id": "http://e/p", "@container": ["@graph", "@id"]}, "r": {"@id": "http://e/r", "@container": "@list"}}"#,
    #"{"p": {"@id": "http://e/p", "@container": "@type"}, "q": {"@id": "http://e/q", "@container": "@language"}, "r": {"@reverse": "http://e/q"}}"#,
    #"{"@vocab": "http://e/", "p": {"@nest": "in"}, "in": "@nest", "q": {"@container": "@id"}, "id": "@id"}"#,
  ]

  @Test(
    "expansion changes nothing more, and undoes compaction", arguments: 0..<40 as Range<UInt64>)
  func expansion(seed: UInt64) throws {
    let expanded = try processor.document(of: quads(seed: seed))
    #expect(try processor.expand(expanded) == processor.expand(processor.expand(expanded)))
    for context in contexts {
      let compact = try processor.compact(expanded, context: json(context))
      let again = try processor.quads(compact)
      let wanted = try processor.quads(expanded)
      #expect(
        Dataset(again).isIsomorphic(to: Dataset(wanted)), "\(context)\n\(compact.indentedText)")
      let flat = try processor.flatten(compact)
      #expect(Dataset(try processor.quads(flat)).isIsomorphic(to: Dataset(wanted)))
    }
  }
}
