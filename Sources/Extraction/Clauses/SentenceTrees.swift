import GraphModel
import Linguistics

/// The trees of a document's sentences, made when they are asked for; the last ones are kept.
///
/// Rules go through a text in order and look back a few sentences.
struct SentenceTrees: RandomAccessCollection {
  private let sentences: SentenceList
  private let repairs: Bool
  private let recent = RecentValues<SentenceTree>(slots: 32)

  /// The trees of sentences, put right first if wanted.
  init(_ sentences: SentenceList, repairs: Bool = false) {
    self.sentences = sentences
    self.repairs = repairs
  }

  var startIndex: Int { 0 }
  var endIndex: Int { sentences.count }

  subscript(index: Int) -> SentenceTree {
    recent.value(at: index) {
      let sentence = sentences[index]
      return SentenceTree(
        repairs ? TreeRepair.repaired(sentence, index: index) : sentence, index: index)
    }
  }
}
