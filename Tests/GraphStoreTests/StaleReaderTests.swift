import Glibc
import GraphModel
import Testing

@testable import GraphStore

@Suite("Readers that died")
struct StaleReaderTests {
  /// Writes a hundred quads anew in each of some rounds.
  private func rewrite(_ path: String, rounds: Range<Int>) throws {
    let store = try GraphStore.open(at: path, access: .readWrite)
    for round in rounds {
      try store.write { transaction in
        try transaction.clearQuads()
        for number in 0..<100 {
          let triple = Triple(
            .iri(IRI("x:s\(number)")), IRI("x:p"), .literal("\(round)", datatype: XSD.integer))
          try transaction.insert(Quad(triple))
        }
      }
    }
  }

  @Test("do not keep the space that writers free, once the store is opened again")
  func killed() async throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let path = folder.store
    for folder in [folder, other] { try rewrite(folder.store, rounds: 0..<2) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let snapshot = try GraphStore.open(at: path, access: .readOnly).snapshot()
      try withExtendedLifetime(snapshot) {
        _ = try snapshot.counts
        kill(getpid(), SIGKILL)
      }
    }
    for folder in [folder, other] { try rewrite(folder.store, rounds: 2..<100) }
    let size = try #require(StoreFolder.dataSize(path))
    let undisturbed = try #require(StoreFolder.dataSize(other.store))
    #expect(size <= undisturbed * 3 / 2)
  }
}
