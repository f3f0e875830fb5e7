import Foundation
import GraphFormats
import GraphModel
import TestSupport
import Testing

@Suite("Where exports go")
struct ByteSinkTests {
  private struct Refusal: Error {}

  @Test("bytes are handed on in large pieces, and all of them")
  func pieces() throws {
    var sizes: [Int] = []
    var writer = ByteWriter(to: ClosureSink { sizes.append($0.count) })
    for _ in 0..<10_000 {
      writer.raw("0123456789é")
      try writer.checkpoint()
    }
    try writer.flush()
    try writer.flush()
    #expect(sizes.reduce(0, +) == 120_000)
    #expect(sizes.count == 2)
  }

  @Test("a sink that refuses ends the export", arguments: ExportFormat.allCases)
  func refusal(format: ExportFormat) {
    #expect(throws: Refusal.self) {
      try format.write(Samples.graph, to: ClosureSink { _ in throw Refusal() })
    }
  }

  @Test("a file gets the same bytes as memory; a closed one is an error")
  func descriptor() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    let sink = DescriptorSink(handle.fileDescriptor)
    _ = try ExportFormat.turtle.write(Samples.graph, to: sink)
    try handle.close()
    let expected = try exported(Samples.graph, as: .turtle).bytes
    #expect(try Array(Data(contentsOf: file)) == expected)
    #expect(throws: OutputError.self) {
      try ExportFormat.turtle.write(Samples.graph, to: DescriptorSink(-1))
    }
  }
}
