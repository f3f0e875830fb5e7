import Foundation
import GraphModel
import Testing

@testable import Indexer

@Suite("Conveyor")
struct ConveyorTests {
  /// Some plain files and some with many documents.
  private func jobs(_ folder: TemporaryFolder) throws -> [Conveyor.Job] {
    for i in 0..<30 {
      var text = "A\(i) backs B\n"
      if i % 7 == 3 {
        text = (0..<50).map { "[\($0)\nA\($0) backs C\(i)\n" }.joined()
      } else if i % 5 == 4 {
        text = "!"
      }
      try folder.write("n\(i)", text)
    }
    return FileWalk(["."], home: folder.path, workingFolder: folder.path).files.map {
      Conveyor.Job(file: $0, known: nil)
    }
  }

  private func trace(
    _ jobs: [Conveyor.Job], threads: Int, byteLimit: Int
  ) throws -> [String] {
    var result: [String] = []
    let conveyor = Conveyor(
      jobs, reader: SimpleReader(), knowledge: Conveyor.Knowledge(), byteLimit: byteLimit)
    try conveyor.run(threads: threads) { job, part in
      switch part {
      case .document(let document): result.append(document.source.name)
      case .failed(let name, _): result.append("failed " + name)
      case .end: result.append("end " + job.file.name)
      default: result.append("?")
      }
    }
    return result
  }

  @Test(
    "gives the same parts in the same order, however many threads and however little room",
    arguments: [1, 2, 7], [1, 3000, 1 << 26])
  func order(threads: Int, byteLimit: Int) throws {
    let folder = try TemporaryFolder()
    let jobs = try jobs(folder)
    var expected: [String] = []
    for job in jobs {
      let i = Int(job.file.name.dropFirst()) ?? 0
      if i % 7 == 3 {
        expected += (0..<50).map { "n\(i)#\($0)" }
      } else {
        expected.append((i % 5 == 4 ? "failed " : "") + job.file.name)
      }
      expected.append("end " + job.file.name)
    }
    #expect(try trace(jobs, threads: threads, byteLimit: byteLimit) == expected)
  }

  @Test("an error of the taker ends all threads", arguments: [0, 1, 40, 200])
  func stops(after count: Int) throws {
    let folder = try TemporaryFolder()
    let jobs = try jobs(folder)
    var taken = 0
    #expect(throws: IndexerError.threads(code: 0)) {
      try Conveyor(
        jobs, reader: SimpleReader(), knowledge: Conveyor.Knowledge(), byteLimit: 2000
      ).run(threads: 3) { (_, _) throws(IndexerError) in
        if taken == count { throw .threads(code: 0) }
        taken += 1
      }
    }
    #expect(taken == count)
  }

  @Test("a date counts as far as it is told")
  func dates() {
    #expect(Opener.isDated("2019-10-29", from: "2019-10-29"))
    #expect(!Opener.isDated("2019-10-28", from: "2019-10-29"))
    #expect(Opener.isDated("2019", from: "2019-10-29"))
    #expect(!Opener.isDated("2018", from: "2019-10-29"))
    #expect(Opener.isDated("2019-01-01", from: "2019"))
    #expect(!Opener.isDated(nil, from: "2019"))
  }
}
