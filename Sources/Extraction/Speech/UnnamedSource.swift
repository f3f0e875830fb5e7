import Linguistics

/// Tells sources that a text keeps unnamed from other phrases.
enum UnnamedSource {
  /// Whether the phrase that a token heads is an unnamed source: "people familiar with the matter",
  /// "officials who asked not to be named", "sources", "the people" as a speaker.
  static func isUnnamed(_ head: Int, in tree: SentenceTree) -> Bool {
    guard tree[head].upos == .noun else { return false }
    let lemma = tree.lemmas[head]
    let familiar = tree.subtree(of: head).contains {
      ["familiar", "anonymity", "anonymous", "unnamed", "unidentified"].contains(tree.lemmas[$0])
        || ["named", "identified"].contains(tree.forms[$0]) && $0 > head
          && hasNot(before: $0, in: tree)
        || tree.lemmas[$0] == "knowledge" && $0 > head
        || tree.lemmas[$0] == "brief" && tree[$0].xpos == "VBN" && $0 > head
    }
    if familiar, sourceNouns.contains(lemma) { return true }
    if lemma == "source" || lemma == "insider" { return isSpeaker(head, in: tree) }
    if lemma == "people" || lemma == "person" {
      return isSpeaker(head, in: tree) && isBareDefinite(head, in: tree)
    }
    return false
  }

  private static let sourceNouns: Set<String> = [
    "person", "people", "source", "official", "executive", "employee", "insider", "aide",
    "diplomat", "analyst",
    "banker", "trader", "lawyer", "officer", "man", "woman", "individual", "staffer", "adviser",
    "advisor",
  ]

  private static func isSpeaker(_ head: Int, in tree: SentenceTree) -> Bool {
    if tree.children(of: head, "case").contains(where: { tree.forms[$0] == "according" }) {
      return true
    }
    guard tree.relation(of: head) == "nsubj", let verb = tree.head(of: head) else { return false }
    return SpeechVerbs.isSaying(tree.lemmas[verb])
  }

  /// Whether a phrase is a noun with an article alone: "the people".
  static func isBareDefinite(_ head: Int, in tree: SentenceTree) -> Bool {
    tree.children[head].allSatisfy {
      ["det", "nummod", "case", "punct"].contains(tree.relation(of: $0))
    }
      && tree.child(of: head, "det") != nil
  }

  private static func hasNot(before token: Int, in tree: SentenceTree) -> Bool {
    (max(0, token - 4)..<token).contains { ["not", "n't", "cannot"].contains(tree.forms[$0]) }
  }
}
