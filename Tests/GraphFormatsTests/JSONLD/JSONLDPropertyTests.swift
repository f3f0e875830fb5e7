import GraphFormats
import GraphModel
import Testing

@Suite("JSON-LD, for any graph")
struct JSONLDPropertyTests {
  /// Numbers that look random and are the same on every run.
  private struct Draw {
    var state: UInt64
    mutating func number(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  /// Quads of few nodes, so that they share much; lists, languages and blank graphs among them.
  private func quads(seed: UInt64) -> [Quad] {
    var draw = Draw(state: seed)
    func node(_ draw: inout Draw) -> Subject {
      let number = draw.number(6)
      return draw.number(2) == 0 ? .blank("n\(number)") : .iri(IRI("http://e/n\(number)"))
    }
    let predicates =
      ["first", "rest", "type"].map { IRI(RDF.namespace + $0) }
      + ["p", "q", "r"].map { IRI("http://e/" + $0) }
    func object(_ draw: inout Draw) -> Term {
      switch draw.number(9) {
      case 0: .literal("\(draw.number(9))", datatype: XSD.integer)
      case 1: .string("a\u{301}\n\"\(draw.number(9))")
      case 2: .text("x", language: "en")
      case 3: .directional("x", language: "ar", direction: .rightToLeft)
      case 4, 5: .iri(IRI(RDF.namespace + "nil"))
      default: Term(node(&draw))
      }
    }
    return (0..<draw.number(30) + 1).map { _ in
      let graph = draw.number(4) == 0 ? node(&draw) : nil
      return Quad(
        Triple(node(&draw), predicates[draw.number(predicates.count)], object(&draw)), graph: graph)
    }
  }

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
