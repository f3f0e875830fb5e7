import GraphModel
import Testing

@testable import Resolution

@Suite("CopyFinder")
struct CopyFinderTests {
  private func words(_ range: Range<Int>) -> String {
    range.map { "word\($0)" }.joined(separator: " ")
  }

  private func id(_ name: String) -> DocumentID { DocumentID(name: name) }

  private func finder(_ texts: [(String, String)]) -> CopyFinder {
    var finder = CopyFinder()
    for (name, text) in texts { finder.add(id(name), text: Array(text.utf8)) }
    return finder
  }

  @Test("copies are found whatever their case and punctuation, others are not")
  func copies() {
    let texts = [
      ("a", words(0..<200)), ("b", words(0..<200).uppercased() + "."),
      ("c", words(0..<150) + " " + words(900..<950)), ("d", words(300..<500)), ("e", ""),
    ]
    let pairs = finder(texts).pairs()
    let found = Set(pairs.map { Set([$0.first, $0.second]) })
    #expect(
      found == [
        Set([id("a"), id("b")]), Set([id("a"), id("c")]), Set([id("b"), id("c")]),
      ])
    #expect(pairs.allSatisfy { $0.first < $0.second })
    let groups = finder(texts).groups()
    #expect(groups.count == 3)
    #expect(Set(groups.values) == [[id("a"), id("b"), id("c")].min() ?? id("a")])
    #expect(finder(texts.reversed()).groups() == groups)
  }

  @Test("the index is that of the sets of five words", arguments: [0, 40, 80, 120, 160, 200])
  func index(shared: Int) throws {
    let first = words(0..<200)
    let second = words(0..<shared) + " " + words(1000..<1200 - shared)
    let (a, b) = (
      Set(CopyFinder.runs(Array(first.utf8))), Set(CopyFinder.runs(Array(second.utf8)))
    )
    let jaccard = Double(a.intersection(b).count) / Double(a.union(b).count)
    let pairs = finder([("a", first), ("b", second)]).pairs()
    if jaccard >= CopyFinder.threshold + 0.1 {
      try #require(pairs.count == 1)
      #expect(pairs[0].jaccard == jaccard)
    } else if jaccard < CopyFinder.threshold {
      #expect(pairs.isEmpty)
    }
  }

  @Test("what every page of a folder shares makes no copies")
  func boilerplate() {
    let chrome = words(5000..<5100)
    let texts = (0..<30).map { ("p\($0)", chrome + " " + words($0 * 100..<$0 * 100 + 60)) }
    #expect(finder(texts).pairs().isEmpty)
  }

  @Test("a short text is a copy of the same text alone")
  func short() {
    let pairs = finder([("a", "Two words"), ("b", "two  WORDS!"), ("c", "two other words")]).pairs()
    #expect(pairs.count == 1)
    #expect(pairs.first?.jaccard == 1)
  }
}
