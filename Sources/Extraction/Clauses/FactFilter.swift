import Documents
import Linguistics

/// Refuses facts that would not be true or would not say anything.
struct FactFilter {
  /// The tree.
  let tree: SentenceTree

  /// Whether a fact may become a claim.
  func allows(_ fact: Fact, context: ClauseContext) -> Bool {
    guard isThing(fact.subject), !fact.label.isEmpty else { return false }
    if case .phrase(let object) = fact.object, !isThing(object) { return false }
    if context.isAsserted, isDummy(fact.subject) { return false }
    // "sued for $25m by an artist who claimed": the amount took the place of the antecedent.
    if tree[fact.subject].upos == .sym, fact.source == .relative { return false }
    if tree[fact.head].upos == .aux, tree[fact.head].xpos == "MD" { return false }
    if tree.sentence.block == .header { return false }
    return true
  }

  /// Whether a token can head a thing: a noun, name, pronoun or number, no mark.
  private func isThing(_ token: Int) -> Bool {
    switch tree[token].upos {
    case .punct, .adp, .cconj, .sconj, .part, .aux, .intj: return false
    case .sym: return tree.children[token].contains { tree[$0].upos == .num }
    case .adv: return false
    case .det, .pron:
      return !["that", "which", "who", "whom", "what", "whose", "there", "when", "where", "how"]
        .contains(tree.forms[token]) || tree[token].xpos == "DT"
    default:
      return tree[token].form.unicodeScalars.contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    }
  }

  /// Whether a token is a pronoun that stands for a clause or for nothing.
  private func isDummy(_ token: Int) -> Bool {
    [
      "this", "that", "these", "those", "there", "all", "some", "one", "many", "most", "what",
      "each", "others", "you", "one", "everything", "something", "anything", "nothing",
    ].contains(tree.forms[token])
      && tree.children[token].allSatisfy { tree.isPunctuation($0) }
      && tree[token].upos != .noun
  }
}
