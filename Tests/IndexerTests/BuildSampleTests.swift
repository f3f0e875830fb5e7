import Foundation
import TestSupport
import Testing

@testable import Indexer

@Suite("BuildSample")
struct BuildSampleTests {
  @Test("a ratio that is the same for all files is known for sure")
  func exactRatio() {
    var estimator = RatioEstimator()
    for size in [10.0, 20, 70] { estimator.add(size: size, value: size / 5) }
    let figure = estimator.total(count: 50, size: 1000)
    #expect(abs(figure.value - 200) < 1e-9)
    #expect(figure.margin < 1e-9)
  }

  @Test("the margin is two standard errors of the ratio estimator")
  func margin() {
    var estimator = RatioEstimator()
    estimator.add(size: 10, value: 1)
    estimator.add(size: 10, value: 3)
    // Ratio 0.2; residuals -1 and 1; variance of the mean (1 - 2/10) / 2 * 2 / 1 = 0.8.
    let figure = estimator.total(count: 10, size: 100)
    #expect(abs(figure.value - 20) < 1e-9)
    #expect(abs(figure.margin - 2 * 0.8.squareRoot() * 10) < 1e-9)
  }

  @Test("one file tells little, and none nothing")
  func few() {
    var estimator = RatioEstimator()
    #expect(estimator.total(count: 5, size: 10) == BuildEstimate.Figure(value: 0, margin: 0))
    estimator.add(size: 10, value: 4)
    #expect(estimator.total(count: 5, size: 50) == BuildEstimate.Figure(value: 20, margin: 20))
  }

  @Test("a dry run of many files tells what the build then does, within its margin")
  func estimate() throws {
    let folder = try TemporaryFolder()
    var draw = Xorshift(seed: 5)
    for i in 0..<300 {
      let lines = (0...draw.next(below: 30)).map { "A\(i) backs B\($0)\n" }
      try folder.write("d/n\(i).txt", lines.joined())
    }
    var options = BuildOptions()
    options.isDryRun = true
    let reader = SimpleReader()
    let dry = try folder.indexer(reader).build(paths: ["d"], options: options)
    let estimate = try #require(dry.estimate)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.quipu"))
    #expect(estimate.files == 300)
    #expect(estimate.sampledFiles == reader.names.count)
    #expect(estimate.sampledFiles < 300)
    let summary = try folder.indexer().build(paths: ["d"])
    #expect(abs(estimate.documents.value - 300) <= estimate.documents.margin + 0.5)
    #expect(abs(estimate.words.value - Double(summary.words)) <= estimate.words.margin)
    #expect(
      abs(estimate.statements.value - Double(summary.statements)) <= estimate.statements.margin)
    let size = try #require(FileStatus.of(folder.path + "/.quipu/store.mdb")).st_size
    #expect(estimate.storeBytes.value > Double(size) / 2)
    #expect(estimate.storeBytes.value < Double(size) * 2)
  }
}
