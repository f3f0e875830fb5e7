// RDF/XML: any bytes give quads or errors, the same ones however the bytes come in pieces, and what
// is written of them reads back the same.

import GraphFormats
import GraphModel

/// Feeds some bytes to RDF/XML.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let whole = read(bytes, pieceSize: .max)
  let pieces = read(bytes, pieceSize: 5)
  guard whole.errors > 0 || pieces.errors > 0 || whole.quads == pieces.quads else {
    fatalError("pieces give other quads")
  }
  let sink = MemorySink()
  let writer = RDFXMLWriter(to: sink)
  for quad in whole.quads { try? writer.quad(quad) }
  try? writer.finish()
  let again = read(sink.bytes, pieceSize: .max)
  let isWhole =
    writer.unwritableQuads == 0 && writer.replacedCharacters == 0 && writer.repairedIRIs == 0
  guard again.errors == 0, !isWhole || again.quads.count == whole.quads.count else {
    fatalError("written RDF/XML reads back another")
  }
  return 0
}

private func read(_ bytes: [UInt8], pieceSize: Int) -> (quads: [Quad], errors: Int) {
  var errors = 0
  var options = RDFReadingOptions(base: IRI("http://e/"))
  options.report = { _ in errors += 1 }
  let collector = QuadCollector()
  _ = try? RDFXMLReader(options).read(MemorySource(bytes, pieceSize: pieceSize), into: collector)
  return (collector.quads, errors)
}
