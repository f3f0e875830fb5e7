// JSON and JSON-LD: any bytes give a value or an error, and what is written reads back the same.

import GraphFormats
import GraphModel

/// Feeds some bytes to JSON and JSON-LD.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let value = try? JSONReader.read(bytes) else { return 0 }
  guard let again = try? JSONReader.read(Array(value.text.utf8)), again == value,
    let canonical = try? JSONReader.read(Array(value.canonicalText.utf8)),
    canonical.canonicalText == value.canonicalText
  else { fatalError("written JSON reads back another") }
  let processor = JSONLDProcessor(JSONLDOptions(base: "http://e/"))
  guard let expanded = try? processor.expand(value) else { return 0 }
  guard let twice = try? processor.expand(expanded), let quads = try? processor.quads(expanded)
  else { return 0 }
  _ = twice
  _ = try? processor.flatten(value, context: value.object?["@context"] ?? .null)
  _ = try? processor.compact(expanded, context: value.object?["@context"] ?? .null)
  let sink = MemorySink()
  let writer = JSONLDWriter(to: sink)
  for quad in quads { try? writer.quad(quad) }
  try? writer.finish()
  _ = try? JSONLDReader().read(MemorySource(bytes), into: QuadCollector())
  return 0
}
