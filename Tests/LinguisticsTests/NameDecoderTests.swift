import TestSupport
import Testing

@testable import Linguistics

@Suite("Name decoder")
struct NameDecoderTests {
  private let tags: [NameTag] = [
    .outside, .begin(.person), .inside(.person), .begin(.place), .inside(.place),
  ]

  private func isWellFormed(_ path: [Int]) -> Bool {
    var previous: NameTag?
    for number in path {
      guard tags[number].mayFollow(previous) else { return false }
      previous = tags[number]
    }
    return true
  }

  @Test("equals the best of all well-formed sequences", arguments: 1...5)
  func exhaustive(words: Int) {
    var random = Xorshift(seed: UInt64(words))
    let decoder = NameDecoder(tags: tags)
    let stride = tags.count + 2
    for _ in 0..<50 {
      let scores = (0..<words * stride).map { _ in Float(random.next(below: 100)) }
      func total(_ path: [Int]) -> Float {
        path.indices.reduce(0) { $0 + scores[$1 * stride + path[$1]] }
      }
      var best = -Float.infinity
      func extend(_ path: [Int]) {
        if path.count == words {
          if isWellFormed(path) { best = max(best, total(path)) }
          return
        }
        for tag in tags.indices { extend(path + [tag]) }
      }
      extend([])
      let path = decoder.best(scores, words: words, stride: stride)
      #expect(isWellFormed(path))
      #expect(total(path) == best)
    }
  }

  @Test("joins tags to names; a begin ends the name before it")
  func spans() {
    let decoder = NameDecoder(tags: tags)
    #expect(
      decoder.spans([1, 2, 1, 0, 3, 4, 4]) == [
        NameSpan(tokens: 0..<2, kind: .person), NameSpan(tokens: 2..<3, kind: .person),
        NameSpan(tokens: 4..<7, kind: .place),
      ])
    #expect(decoder.spans([]).isEmpty)
  }

  @Test("reads the tags of the label list")
  func labels() {
    #expect(NameTag("O") == .outside)
    #expect(NameTag("I-ORG") == .inside(.organization))
    #expect(NameTag("B-XYZ") == nil)
    #expect(NameTag("PER") == nil)
  }
}
