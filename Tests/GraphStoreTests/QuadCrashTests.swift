import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite("Crashes while quads are written")
struct QuadCrashTests {
  /// The quads of a commit with a number: a document's worth of about forty.
  static func commit(_ number: Int) -> [Quad] {
    (0..<40).map { n in
      Quad(
        Triple(
          .iri(IRI("x:d\(number)/\(n)")), IRI("x:p\(n % 7)"),
          n % 3 == 0 ? .literal("\(n)", datatype: XSD.integer) : .string("text \(number) of \(n)")),
        graph: n % 2 == 0 ? .iri(IRI("x:g\(number)")) : nil)
    }
  }

  /// How many commits of those are there, each whole, or `nil` if one is not.
  static func wholeCommits(_ store: GraphStore) throws -> Int? {
    let source = try store.snapshot().quads()
    let quads = try source.all(.spog).count
    guard quads % 40 == 0 else { return nil }
    for number in 0..<quads / 40 {
      for quad in commit(number) {
        guard let s = try source.id(of: Term(quad.triple.subject)),
          try source.estimate(
            .spog, key: EncodedQuad(s, .defaultGraph, .defaultGraph), bound: 1) == 1
        else { return nil }
      }
    }
    return quads / 40
  }

  @Test("a process killed at any moment loses no commit that it told of", arguments: 0..<6)
  func killed(round: Int) async throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try store.load { for quad in Self.commit(0) { try $0.quad(quad) } }
    let path = folder.store
    let told = folder.path + "/told"
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, told = told as String, round = round as Int] in
      let store = try GraphStore.open(at: path, access: .readWrite)
      let parent = getpid()
      // Dies by its own hand on another thread, in whatever it is doing.
      Thread.detachNewThread {
        usleep(UInt32(20_000 + 37_000 * round))
        kill(parent, SIGKILL)
      }
      let file = open(told, O_WRONLY | O_CREAT | O_APPEND, 0o644)
      for number in 1..<100_000 {
        try store.write { transaction in
          for quad in QuadCrashTests.commit(number) { try transaction.insert(quad) }
        }
        var byte: UInt8 = 1
        _ = write(file, &byte, 1)
        if number % 5 == 0 { try store.compactQuads() }
      }
    }
    let acknowledged = (try? Data(contentsOf: URL(filePath: told)).count) ?? 0
    let again = try GraphStore.open(at: folder.store, access: .readWrite)
    let found = try #require(try Self.wholeCommits(again))
    // The first commit was a load; one may have been made and not told of.
    #expect(found - 1 == acknowledged || found - 1 == acknowledged + 1)
    #expect(try again.snapshot().verify() == [])
    try again.write { for quad in Self.commit(found) { try $0.insert(quad) } }
    #expect(try Self.wholeCommits(again) == found + 1)
  }

  @Test("a map that is too small grows under changes and loads")
  func mapFull() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite, mapSize: 1 << 20)
    for number in 0..<40 {
      try store.write { for quad in Self.commit(number) { try $0.insert(quad) } }
    }
    try store.load { loader in
      for number in 40..<400 { for quad in Self.commit(number) { try loader.quad(quad) } }
    }
    #expect(try Self.wholeCommits(store) == 400)
    #expect(try store.snapshot().verify() == [])
  }

  @Test("a store without the right to write is read, and told to be so when it is written")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try GraphStore.open(at: folder.store, access: .readWrite)
      try store.load { for quad in Self.commit(0) { try $0.quad(quad) } }
    }
    let store = try GraphStore.open(at: folder.store, access: .readOnly)
    #expect(try Self.wholeCommits(store) == 1)
    #expect(throws: StoreError.readOnly(path: folder.store)) { try store.load { _ in } }
    #expect(throws: StoreError.readOnly(path: folder.store)) { try store.compactQuads() }
  }

  @Test("a reader that holds on sees its commit while everything is written anew")
  func pinnedReader() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try store.load { for quad in Self.commit(0) { try $0.quad(quad) } }
    let held = try store.snapshot().quads()
    let cursor = try held.cursor(.posg, key: QuadModel.lowest, bound: 0)
    for number in 1..<5 {
      try store.load { for quad in Self.commit(number) { try $0.quad(quad) } }
      try store.compactQuads()
    }
    #expect(try cursor.all().count == 40)
    #expect(try held.term(of: #require(try held.id(of: .iri(IRI("x:d0/1"))))) != nil)
    #expect(try Self.wholeCommits(store) == 5)
  }
}
