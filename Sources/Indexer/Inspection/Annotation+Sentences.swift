import Documents
import Linguistics

extension Annotation {
  /// The sentences of a document, each made when it is asked for: those of a long document take far more memory
  /// than what they are made from.
  public struct Sentences: RandomAccessCollection, Hashable, Sendable {
    private let packed: SentenceList
    private let points: CodePointIndex

    init(_ packed: SentenceList, _ points: CodePointIndex) {
      self.packed = packed
      self.points = points
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// The number of sentences.
    public var endIndex: Int { packed.count }

    /// The sentence at an index; O(*m*) for *m* words.
    public subscript(index: Int) -> Annotation.Sentence {
      let sentence = packed[index]
      let place = points.codePoints(ofBytes: sentence.bytes)
      return Annotation.Sentence(
        start: place.lowerBound, end: place.upperBound,
        tokens: sentence.tokens.map { token in
          let place = points.codePoints(ofBytes: token.bytes)
          return Token(
            start: place.lowerBound, end: place.upperBound, text: token.form, lemma: token.lemma,
            upos: token.upos.rawValue, xpos: token.xpos, head: token.head,
            deprel: token.relation.full)
        })
    }

    /// Whether two documents have the same sentences.
    public static func == (left: Sentences, right: Sentences) -> Bool {
      left.elementsEqual(right)
    }

    /// Hashes the sentences.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(count)
      for sentence in self { hasher.combine(sentence) }
    }
  }
}
