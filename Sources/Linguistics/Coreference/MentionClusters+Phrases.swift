/// The pass over phrases of the same words.
extension MentionClusters {
  /// Joins noun phrases of two or more words that are the same but for their determiners: "iodine
  /// deficiency … iodine deficiency", "the new treaty … the new treaty".
  ///
  /// Runs last, when the owners of phrases are known: "his first book" of two people are two books. A
  /// phrase that an article makes new ("a new treaty") refers to nothing before it.
  ///
  /// - Complexity: O(*n*) in the words of the mentions.
  mutating func joinSamePhrases() {
    var earlier: [[String]: Int] = [:]
    for i in mentions.indices where mentions[i].kind == .nominal {
      let words = contentWords(of: i)
      guard words.count > 1 else { continue }
      defer { earlier[words] = i }
      guard let j = earlier[words], mentions[i].definiteness != .indefinite, refersBack(i, to: j)
      else { continue }
      join(j, i)
    }
  }

  private func refersBack(_ later: Int, to earlier: Int) -> Bool {
    let (a, b) = (mentions[earlier], mentions[later])
    guard a.number == b.number, !overlap(earlier, later), !isPredicate(later),
      a.definiteness != .bare || b.definiteness == .bare, !hasOtherOwner(later, earlier)
    else { return false }
    return !(isNamed(earlier) && isNamed(later))
  }

  /// The lemmas of a phrase without determiners and marks, in small letters.
  private func contentWords(of index: Int) -> [String] {
    let mention = mentions[index]
    return trees[mention.sentence].tokens[mention.tokens].compactMap { token in
      token.upos == .det || token.upos == .punct ? nil : token.lemma.lowercased()
    }
  }
}
