import GraphModel
import Testing

@testable import Indexer

@Suite("Passages that pages share")
struct SharedPassagesTests {
  private func page(_ name: String, _ lines: [String]) -> (id: DocumentID, passages: PagePassages) {
    var blocks: [Range<Int>] = []
    var text: [UInt8] = []
    for line in lines {
      blocks.append(text.count..<text.count + line.utf8.count)
      text += Array(line.utf8) + [0x0a]
    }
    return (
      DocumentID(name: name),
      PagePassages(
        name: name, text: text, blocks: blocks, sentences: blocks, stating: Set(blocks.indices))
    )
  }

  private func pages(_ count: Int, in folder: String = "a/") -> [(
    id: DocumentID, passages: PagePassages
  )] {
    (0..<count).map { page("\(folder)\($0)", ["Join us, now!", "Text \($0)."]) }
  }

  private func leftOut(
    _ pages: [(id: DocumentID, passages: PagePassages)], copies: [DocumentID: DocumentID] = [:]
  ) -> [Set<Int>] {
    let shared = SharedPassages(pages, copies: copies)
    return pages.map { shared.sentences(of: $0.passages) }
  }

  /// Whether nothing is left out of any page.
  private func keepsAll(
    _ pages: [(id: DocumentID, passages: PagePassages)], copies: [DocumentID: DocumentID] = [:]
  ) -> Bool {
    leftOut(pages, copies: copies) == Array(repeating: [], count: pages.count)
  }

  @Test("five pages of a folder make a passage the site's, however its signs and cases are")
  func enough() {
    #expect(keepsAll(pages(4)))
    let other = page("a/x", ["Other text.", "JOIN US NOW"])
    #expect(leftOut(pages(4) + [other]) == Array(repeating: [0], count: 4) + [[1]])
  }

  @Test("a passage in less than a tenth of the pages, or of other folders or files, is the text's")
  func few() {
    let many = (0..<46).map { page("a/m\($0)", ["Story \($0)."]) }
    #expect(keepsAll(pages(5) + many))
    #expect(!keepsAll(pages(5) + many.dropLast()))
    #expect(keepsAll(pages(3) + pages(2, in: "b/")))
    #expect(keepsAll(pages(3, in: "w.warc#") + pages(2, in: "x.warc#")))
    #expect(leftOut(pages(5, in: "w.warc#")) == Array(repeating: [0], count: 5))
  }

  @Test("copies of one text count once")
  func copies() {
    let all = pages(6)
    let first = all[0].id
    let two = [first: first, all[1].id: first]
    #expect(leftOut(all, copies: two) == Array(repeating: [0], count: 6))
    let three = [first: first, all[1].id: first, all[2].id: first]
    #expect(keepsAll(all, copies: three))
  }

  @Test("what pages come to share goes from the graph, and comes back, as in a fresh build")
  func incremental() throws {
    let folder = try TemporaryFolder()
    func states() throws -> [String] {
      try folder.indexer().build(paths: ["docs"])
      try folder.indexer(store: "fresh").build(paths: ["docs"])
      let graph = try folder.graph()
      let fresh = try folder.graph(store: "fresh")
      #expect(lines(fresh) == lines(graph))
      try folder.delete("fresh")
      return graph.statements.filter { $0.content.predicate.label == "owns" }
        .flatMap(\.evidence).map(\.quote)
    }
    for i in 0..<4 {
      try folder.write("docs/p\(i).html", "Paper owns Site\nAcme\(i) buys Union\n")
    }
    #expect(try states().count == 4)
    try folder.write("docs/p4.html", "Acme4 buys Union\nPaper owns Site\n")
    #expect(try states() == [])
    try folder.write("docs/t.txt", "Paper owns Site\n")
    #expect(try states().count == 1)
    try folder.delete("docs/p0.html")
    #expect(try states().count == 5)
  }
}
