import GraphModel
import Testing

@testable import GraphStore

@Suite("Finding entities")
struct FindTests {
  private let folder: TemporaryFolder
  private let snapshot: GraphSnapshot

  init() throws {
    folder = try TemporaryFolder()
    var corpus = SampleCorpus()
    corpus.add("d.txt", (0..<20).map { "Sentence number \($0)." })
    corpus.entity("e:blue", "Blue Harbour Bank", ["BHB", "Blue Harbour"])
    corpus.entity("e:blue-hill", "Blue Hill")
    corpus.entity("e:bluebell", "Bluebell")
    corpus.entity("e:harbour", "Harbour Pilots of Łódź")
    corpus.entity("e:jose", "José Nuñez")
    corpus.entity("e:osman", "Ösman Çelik")
    corpus.entity("e:angry", "angry harbour pilots", isNamed: false)
    corpus.entity("e:signs", "!!!")
    for line in 0..<3 {
      corpus.state("e:bluebell", "r\(line)", .entity(EntityID("e:jose")), in: 0, line: line)
    }
    corpus.state("e:blue", "r", .entity(EntityID("e:harbour")), in: 0, line: 4)
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try corpus.write(to: store)
    snapshot = try store.snapshot()
  }

  private func find(_ text: String, limit: Int = 10) throws -> [String] {
    try snapshot.findEntities(matching: text, limit: limit).map {
      "\($0.entity.id.value.dropFirst(2)) \($0.kind)"
    }
  }

  @Test("exact comes before prefix, and more statements before fewer")
  func ranks() throws {
    #expect(try find("blue") == ["bluebell prefix", "blue prefix", "blue-hill prefix"])
    #expect(try find("Blue Hill").first == "blue-hill exact")
    #expect(try find("bhb") == ["blue exact"])
    #expect(try find("blue", limit: 1) == ["bluebell prefix"])
    #expect(try find("blue", limit: 0).isEmpty)
  }

  @Test("words may stand anywhere, the last one may go on")
  func words() throws {
    #expect(
      try find("pilots harb") == ["harbour word", "angry word"])
    #expect(try find("bank") == ["blue word"])
    #expect(try find("pilots bank").isEmpty)
  }

  @Test("case and accents do not count")
  func folds() throws {
    #expect(try find("JOSE NUNEZ") == ["jose exact"])
    #expect(try find("osman celik") == ["osman exact"])
    #expect(try find("Łódź") == ["harbour word"])
    #expect(try find("lodz") == ["harbour word"])
  }

  @Test("slips are forgiven by the length of the word")
  func similar() throws {
    #expect(try find("harbuor") == ["blue similar", "harbour similar", "angry similar"])
    #expect(try find("Blubell") == ["bluebell similar"])
    #expect(try find("blue bell") == ["bluebell similar"])
    #expect(try find("bbh").isEmpty)
    #expect(try find("bank pilotz").isEmpty)
    let match = try #require(try snapshot.findEntities(matching: "nunes", limit: 1).first)
    #expect(match.kind == .similar)
    #expect(match.distance == 1)
    #expect(match.statementCount == 3)
  }

  @Test("tells which name fits")
  func names() throws {
    func name(_ text: String) throws -> String? {
      try snapshot.findEntities(matching: text, limit: 1).first?.name
    }
    #expect(try name("bhb") == "BHB")
    #expect(try name("blue harbour") == "Blue Harbour")
    #expect(try name("bank") == "Blue Harbour Bank")
    #expect(try name("harbor bank") == "Blue Harbour Bank")
  }

  @Test("a text without letters finds nothing")
  func empty() throws {
    #expect(try find("").isEmpty)
    #expect(try find(" !!! ").isEmpty)
  }
}

@Suite("EditDistance")
struct EditDistanceTests {
  private func distance(_ a: String, _ b: String, limit: Int) -> Int? {
    Array(b.utf8).withUnsafeBytes { EditDistance.between(Array(a.utf8), $0, limit: limit) }
  }

  @Test("counts insertions, deletions, substitutions and swaps")
  func counts() {
    #expect(distance("abc", "abc", limit: 0) == 0)
    #expect(distance("abc", "abd", limit: 1) == 1)
    #expect(distance("abc", "acb", limit: 1) == 1)
    #expect(distance("abc", "abcd", limit: 1) == 1)
    #expect(distance("abc", "bc", limit: 1) == 1)
    #expect(distance("abc", "xyz", limit: 2) == nil)
    #expect(distance("", "ab", limit: 2) == 2)
    #expect(distance("", "", limit: 0) == 0)
  }

  @Test("equals the full table, whatever the limit", arguments: 0..<10)
  func model(seed: Int) {
    var draw = Draw(seed)
    for _ in 0..<100 {
      let a = (0..<draw.number(8)).map { _ in UInt8(97 + draw.number(3)) }
      let b = (0..<draw.number(8)).map { _ in UInt8(97 + draw.number(3)) }
      let full = slow(a, b)
      for limit in 0...4 {
        let found = b.withUnsafeBytes { EditDistance.between(a, $0, limit: limit) }
        #expect(found == (full <= limit ? full : nil), "\(a) \(b) \(limit)")
      }
    }
  }

  private func slow(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        var cost = min(table[i - 1][j], table[i][j - 1]) + 1
        cost = min(cost, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, table[i - 2][j - 2] + 1)
        }
        table[i][j] = cost
      }
    }
    return table[a.count][b.count]
  }
}
