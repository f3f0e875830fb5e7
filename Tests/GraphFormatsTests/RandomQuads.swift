import GraphModel
import TestSupport

/// Quads that look random and are the same on every run.
///
/// They have few nodes and predicates, so that they share much: lists, languages, directions,
/// blank graphs and long runs about one subject are among them.
func randomQuads(seed: UInt64, hasGraphs: Bool = true, hasTriples: Bool = false) -> [Quad] {
  var random = Xorshift(seed: seed)
  func draw(_ limit: Int) -> Int { random.next(below: limit) }
  func node() -> Subject {
    let number = draw(6)
    // Two of the IRIs have the same letters, composed in another way.
    if draw(8) == 0 { return .iri(IRI(draw(2) == 0 ? "http://e/\u{e9}" : "http://e/e\u{301}")) }
    return draw(2) == 0 ? .blank("n\(number)") : .iri(IRI("http://e/n\(number)"))
  }
  let predicates =
    ["first", "rest", "type"].map { IRI(RDF.namespace + $0) }
    + ["p", "q", "r", "ü/x-1", "\u{e9}", "e\u{301}"].map { IRI("http://e/" + $0) }
  func object(_ depth: Int) -> Term {
    switch draw(hasTriples && depth < 3 ? 12 : 10) {
    case 0: .literal("\(draw(9))", datatype: XSD.integer)
    case 1: .string("a\u{301}\n\t\"<&>\\ \(draw(9))\r")
    case 2: .text(draw(2) == 0 ? "\u{e9}" : "e\u{301}", language: "en-GB")
    case 3: .directional("x", language: "ar", direction: .rightToLeft)
    case 4, 5: .iri(IRI(RDF.namespace + "nil"))
    case 6: .literal("01", datatype: IRI("urn:x:type"))
    case 10, 11: .triple(Triple(node(), predicates[draw(predicates.count)], object(depth + 1)))
    default: Term(node())
    }
  }
  var subject = node()
  return (0..<draw(30) + 1).map { _ in
    let graph = hasGraphs && draw(4) == 0 ? node() : nil
    if draw(2) == 0 { subject = node() }
    let triple = Triple(subject, predicates[draw(predicates.count)], object(0))
    // A blank node that is described right after it was mentioned.
    if case .blank(let label) = triple.object, draw(2) == 0 { subject = .blank(label) }
    return Quad(triple, graph: graph)
  }
}
