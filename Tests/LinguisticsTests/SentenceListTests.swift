import Documents
import TestSupport
import Testing

@testable import Linguistics

@Suite("Packed sentences")
struct SentenceListTests {
  /// Sentences of made-up words, whose trees and places mean nothing.
  private static func sentences(_ count: Int) -> [Sentence] {
    var random = Xorshift(seed: 7)
    let words = ["saw", "Saw", "Oslo", "a", "a most uncommonly long word of the text", "", "ß"]
    let kinds: [TextBlock.Kind] = [.paragraph, .heading, .listItem]
    return (0..<count).map { number in
      let length = 1 + random.next(below: 9)
      let tokens = (0..<length).map { index in
        Token(
          bytes: number * 100 + index..<number * 100 + index + random.next(below: 2),
          form: words[random.next(below: words.count)],
          lemma: words[random.next(below: words.count)],
          upos: UPOS.allCases[random.next(below: UPOS.allCases.count)],
          xpos: ["NN", "VBD", ","][random.next(below: 3)], head: random.next(below: length + 1) - 1,
          relation: ["nsubj", "nsubj:pass", "root"][random.next(below: 3)],
          headProbability: Float(random.next(below: 9)) / 8)
      }
      let names =
        random.next(below: 2) == 0
        ? [] : [NameSpan(tokens: 0..<length, kind: NameSpan.Kind.allCases[random.next(below: 3)])]
      return Sentence(
        bytes: number * 100..<number * 100 + 50, block: kinds[random.next(below: 3)],
        tokens: tokens,
        names: names)
    }
  }

  @Test("come out as they went in", arguments: [0, 1, 2, 60])
  func same(count: Int) {
    let sentences = Self.sentences(count)
    let list = SentenceList(sentences)
    #expect(list.count == count)
    #expect(Array(list) == sentences)
    #expect(list.indices.map { list.forms(of: $0) } == sentences.map { $0.tokens.map(\.form) })
    #expect(list.bytes == sentences.map(\.bytes))
    let tokens = sentences.flatMap(\.tokens)
    #expect(
      list.tokenCount(without: [.punct, .noun])
        == tokens.count { $0.upos != .punct && $0.upos != .noun })
  }

  @Test("take other names and keep the rest")
  func renamed() {
    let sentences = Self.sentences(20)
    let names = sentences.indices.map { number in
      (0..<number % 3).map { NameSpan(tokens: $0..<$0 + 1, kind: .place) }
    }
    let list = SentenceList(sentences).renamed(names)
    #expect(list.map(\.names) == names)
    #expect(list.map(\.tokens) == sentences.map(\.tokens))
  }

  @Test("keep a word once, and a token in 24 bytes")
  func size() {
    let sentences = Self.sentences(200)
    let list = SentenceList(sentences)
    let words = Set(sentences.flatMap(\.tokens).map { [$0.form, $0.lemma] })
    #expect(list.words.count == words.count)
    #expect(MemoryLayout<SentenceList.PackedToken>.stride == 24)
    #expect(list.tokens.count == sentences.reduce(0) { $0 + $1.tokens.count })
    #expect(MemoryLayout<CoreferenceChain.Mention>.stride <= 28)
  }
}
