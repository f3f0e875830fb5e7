import CKernels
import Documents
import Foundation
import Testing

@testable import Linguistics

/// The promise of the module: what is read out of a text depends on the text alone.
@Suite("The same output on every machine")
struct SameOutputTests {
  private let model: Model
  private let documents: [Document]

  init() throws {
    model = try English.model.get()
    let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../seeds")
    documents = try [
      "002_sensetime-profile.txt", "012_tencent-alibaba.txt", "013_wuhan-station.txt",
    ]
    .map { name in
      let bytes = [UInt8](try Data(contentsOf: seeds.appendingPathComponent(name)))
      return try DocumentReader().read(bytes, name: name)
    }
  }

  @Test(
    "real text comes out the same by every set of instructions",
    arguments: KernelTests.levels.map(\.rawValue))
  func instructions(level: UInt32) {
    let best = Pipeline(model: model).annotate(documents[1])
    let other = Pipeline(model: model, level: ck_level(level)).annotate(documents[1])
    #expect(best.sentences.count > 10)
    #expect(Self.layers(of: other) == Self.layers(of: best))
  }

  @Test("real text comes out the same on several threads and in any order of documents")
  func threads() async {
    let pipeline = Pipeline(model: model)
    let alone = documents.map { Self.layers(of: pipeline.annotate($0)) }
    let orders = [[0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 0, 1, 1, 2, 2]]
    await withTaskGroup(of: [(Int, [String])].self) { group in
      for order in orders {
        group.addTask {
          let together = pipeline.annotate(order.map { documents[$0] })
          return zip(order, together).map { ($0, Self.layers(of: $1)) }
        }
      }
      for await results in group {
        for (index, layers) in results { #expect(layers == alone[index]) }
      }
    }
  }

  /// All that was read, in words.
  private static func layers(of document: AnnotatedDocument) -> [String] {
    document.sentences.map { "\($0)" } + document.chains.map { "\($0)" }
      + document.times.map { "\($0)" } + document.amounts.map { "\($0)" }
  }
}
