import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite("PageCheck")
struct PageCheckTests {
  /// A store of some hundred pages, with branches, long values and free pages.
  private func fill(_ path: String, rounds: Int = 4) throws {
    var corpus = SampleCorpus()
    for document in 0..<20 {
      corpus.add("\(document).txt", (0..<10).map { "Line \($0) of document \(document)." })
    }
    for number in 0..<200 {
      corpus.entity("e:n\(number)", "Name \(number)")
      corpus.state(
        "e:n\(number)", "r\(number % 7)", .entity(EntityID("e:n\(number / 2)")),
        in: number % 20, line: number / 20)
    }
    let store = try GraphStore.open(at: path, access: .readWrite)
    for round in 0..<rounds {
      try store.write {
        try $0.setMetadata("long", [UInt8](repeating: UInt8(round), count: 50_000))
      }
      try corpus.write(to: store)
    }
  }

  @Test("a sound store has no fault, free pages and all")
  func sound() throws {
    let folder = try TemporaryFolder()
    try fill(folder.store)
    let snapshot = try GraphStore.open(at: folder.store, access: .readOnly).snapshot()
    #expect(try PageCheck.faults(snapshot.reader, .all).isEmpty)
    #expect(try PageCheck.faults(snapshot.reader, .roots).isEmpty)
    #expect(try snapshot.verify() == [])
  }

  @Test("a broken page is told and does not end the process", arguments: 0..<3)
  func broken(seed: Int) throws {
    let folder = try TemporaryFolder()
    try fill(folder.store)
    let whole = try Data(contentsOf: URL(filePath: folder.store + "/store.mdb"))
    var draw = Draw(seed)
    var told = 0
    for round in 0..<12 {
      var image = whole
      for _ in 0..<3 {
        // The heads of pages, where the numbers are that lead to others.
        let place = draw.number(whole.count / 4_096) * 4_096 + draw.number(48)
        image[place] = UInt8(truncatingIfNeeded: draw.bits())
      }
      let copy = folder.path + "/\(round)"
      try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
      try image.write(to: URL(filePath: copy + "/store.mdb"))
      do {
        let snapshot = try GraphStore.open(at: copy, access: .readOnly).snapshot()
        if try !snapshot.verify().isEmpty { told += 1 }
      } catch { told += 1 }
    }
    #expect(told > 3)
  }

  @Test("a page that lies about its number is named with its table")
  func number() throws {
    let folder = try TemporaryFolder()
    // Written once, so that no page holds remains of another.
    try fill(folder.store, rounds: 1)
    let url = URL(filePath: folder.store + "/store.mdb")
    var image = try Data(contentsOf: url)
    let text = Data("Line 3 of document 7.".utf8)
    var start = image.startIndex
    while let range = image.range(of: text, in: start..<image.endIndex) {
      image[range.lowerBound / 4_096 * 4_096] ^= 1
      start = range.upperBound
    }
    try image.write(to: url)
    let snapshot = try GraphStore.open(at: folder.store, access: .readOnly).snapshot()
    let problems = try snapshot.verify()
    #expect(problems.contains(.damaged(table: "texts", detail: "page: wrongNumber")))
    #expect(problems.contains(.damaged(table: "statements", detail: "page: wrongNumber")))
  }
}
