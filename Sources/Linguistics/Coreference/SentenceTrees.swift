internal import GraphModel

/// The trees of a document's sentences, made when they are asked for; the last ones are kept.
///
/// The passes go through a text in order and look back a few sentences.
struct SentenceTrees: RandomAccessCollection {
  private let sentences: SentenceList
  private let recent = RecentValues<SentenceTree>(slots: 32)

  init(_ sentences: SentenceList) { self.sentences = sentences }

  var startIndex: Int { 0 }
  var endIndex: Int { sentences.count }

  subscript(index: Int) -> SentenceTree {
    recent.value(at: index) { SentenceTree(sentences[index]) }
  }
}
