// SPARQL: any bytes are a query, an update or an error, and what is read can be run within limits.

import GraphModel
import SPARQL

/// A graph small enough that every query over it ends soon, or meets a limit.
private let quads: [Quad] = {
  func iri(_ name: String) -> IRI { IRI("http://e/" + name) }
  let literals: [Term] = [
    .literal("1", datatype: XSD.integer), .literal("01", datatype: XSD.integer),
    .literal("2.50", datatype: XSD.decimal), .string("a"), .text("b", language: "en"),
    .directional("c", language: "ar", direction: .rightToLeft), .blank("b"),
    .literal("2020-02-29", datatype: XSD.date), .literal("x", datatype: XSD.boolean),
    .triple(Triple(.iri(iri("s")), iri("p"), .string("o"))),
  ]
  var quads = literals.enumerated().map { place, term in
    Quad(Triple(.iri(iri("s\(place % 3)")), iri("p\(place % 2)"), term))
  }
  for place in 0..<4 {
    let next = Term.iri(iri("s\((place + 1) % 4)"))
    quads.append(Quad(Triple(.iri(iri("s\(place)")), iri("p"), next), graph: .iri(iri("g"))))
    quads.append(Quad(Triple(.iri(iri("s\(place)")), iri("p"), next)))
  }
  return quads
}()

/// Feeds some bytes to the parser, and what it reads to the engine.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let base = IRI("http://e/")
  let prefixes = [Prefix("", base), Prefix("xsd", IRI(XSD.namespace))]
  let options = QueryOptions(timeout: 1, memoryLimit: 64 << 20, seed: 1)
  if let query = try? Query(bytes, base: base, prefixes: prefixes) {
    let data = MemoryDataset(quads)
    _ = try? query.explain(over: data, options: options)
    switch try? query.run(over: data, options: options) {
    case .solutions(let solutions):
      var writer = ResultWriter(.json, variables: solutions.variables)
      while let batch = try? solutions.next(), writer.bytes.count < 1 << 20 {
        for row in 0..<batch.count {
          writer.add(batch.columns.map { (try? solutions.term(of: $0[row])) ?? nil })
        }
      }
    case .graph(let graph): _ = try? graph.triples()
    case .boolean, nil: break
    }
  }
  if let update = try? Update(bytes, base: base, prefixes: prefixes) {
    try? update.run(on: MemoryDataset(quads), options: options)
  }
  return 0
}
