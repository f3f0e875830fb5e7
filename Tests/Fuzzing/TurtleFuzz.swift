// The Turtle family: any bytes give quads or errors, the same ones however the bytes come in pieces
// (after the first error, the place to go on from may differ);
// a reading without errors is the strict one; and what is written of the quads reads back the same.

import GraphFormats
import GraphModel

private let syntaxes: [TurtleReader.Syntax] = [.turtle, .trig, .nTriples, .nQuads]

/// Feeds some bytes to one of the four syntaxes, which the first byte chooses.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = bytes.popLast() else { return 0 }
  let syntax = syntaxes[Int(choice % 4)]
  let whole = read(bytes, syntax, pieceSize: .max)
  for pieceSize in [1, 3, 64] {
    let pieces = read(bytes, syntax, pieceSize: pieceSize)
    // Where the next statement starts after an error is a guess, which may hang on the pieces.
    guard pieces.errors.first == whole.errors.first,
      !whole.errors.isEmpty || pieces.quads == whole.quads
    else { fatalError("pieces of \(pieceSize): \(pieces) instead of \(whole)") }
  }
  let strict = try? TurtleReader.quads(bytes, base: IRI("http://e/b/c?d"), syntax: syntax)
  guard (strict == nil) == !whole.errors.isEmpty, strict == nil || strict == whole.quads else {
    fatalError("strict and recovering readings differ")
  }
  let lines = write(whole.quads, NQuadsWriter.init(to:))
  guard read(lines, .nQuads, pieceSize: .max).quads == whole.quads else {
    fatalError("written N-Quads read back another")
  }
  let distinct = Set(whole.quads).count
  for isPretty in [false, true] {
    let trig = write(whole.quads) {
      RDFFormat.trig.writer(to: $0, options: RDFWritingOptions(isPretty: isPretty))
    }
    let again = read(trig, .trig, pieceSize: .max)
    guard again.errors.isEmpty, Set(again.quads).count == distinct else {
      fatalError("written TriG reads back another")
    }
  }
  return 0
}

extension NQuadsWriter {
  fileprivate convenience init(to sink: MemorySink) { self.init(to: sink, hasGraphs: true) }
}

private func write(_ quads: [Quad], _ writer: (MemorySink) -> any RDFWriter) -> [UInt8] {
  let sink = MemorySink()
  let writer = writer(sink)
  for quad in quads { try? writer.quad(quad) }
  try? writer.finish()
  return sink.bytes
}

private func read(
  _ bytes: [UInt8], _ syntax: TurtleReader.Syntax, pieceSize: Int
) -> (quads: [Quad], errors: [SyntaxError]) {
  var errors: [SyntaxError] = []
  let options = RDFReadingOptions(base: IRI("http://e/b/c?d")) { errors.append($0) }
  let collector = QuadCollector()
  _ = try? TurtleReader(options, syntax: syntax)
    .read(MemorySource(bytes, pieceSize: pieceSize), into: collector)
  return (collector.quads, errors)
}
