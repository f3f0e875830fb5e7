import GraphModel
import GraphStore
import Testing

@testable import Indexer

@Suite("Order independence")
struct OrderTests {
  /// Names that meet in many ways: short and full, shared and alone, near copies of documents.
  private static let documents = [
    ("docs/a.txt", "Acme buys Bolt\nBolt sells Wire\nAcme owns Wire\n"),
    ("docs/b.txt", "ACME buys Bolt\nCarla founds Bolt\nWire leaves Carla\n"),
    ("docs/c.txt", "Acme buys Bolt\nBolt sells Wire\nAcme owns Wire\n"),
    ("docs/d.txt", "Wire helps Dora\nDora leads ACME\nBOLT hires Dora\n"),
  ]

  private static let permutations: [[Int]] = {
    func all(_ rest: [Int]) -> [[Int]] {
      rest.isEmpty
        ? [[]] : rest.flatMap { one in all(rest.filter { $0 != one }).map { [one] + $0 } }
    }
    return all(Array(documents.indices))
  }()

  private func graph(_ order: [Int]) throws -> StatementGraph {
    let folder = try TemporaryFolder()
    let list = try #require(KnownThing(id: "urn:a", type: "Organization", names: ["Acme"]))
    try folder.indexer().importNames(Gazetteer(name: "firms", things: [list]))
    for place in order {
      let (name, text) = Self.documents[place]
      try folder.write(name, text)
      try folder.indexer().build(paths: [name])
    }
    return try folder.graph()
  }

  @Test("every permutation of the documents gives one graph")
  func permutations() throws {
    let expected = try graph(Array(Self.documents.indices))
    #expect(expected.entities.contains { !$0.exactMatches.isEmpty })
    for order in Self.permutations.dropFirst() {
      let found = try graph(order)
      #expect(found.entities == expected.entities, "\(order)")
      #expect(found.statements == expected.statements, "\(order)")
      #expect(found.documents == expected.documents, "\(order)")
    }
  }

  @Test("the number of threads that read makes no difference", arguments: [1, 2, 5])
  func threads(count: Int) throws {
    let expected = try graph(Array(Self.documents.indices))
    let folder = try TemporaryFolder()
    let list = try #require(KnownThing(id: "urn:a", type: "Organization", names: ["Acme"]))
    try folder.indexer().importNames(Gazetteer(name: "firms", things: [list]))
    for (name, text) in Self.documents { try folder.write(name, text) }
    var options = BuildOptions()
    options.threads = count
    try folder.indexer().build(paths: ["docs"], options: options)
    let found = try folder.graph()
    #expect(found.entities == expected.entities)
    #expect(found.statements == expected.statements)
    #expect(found.documents == expected.documents)
  }
}
