import GraphModel
import Linguistics

extension ModalityAnalyzer {
  /// Whether a clause is a frame beside its content: ", says Xu", "(the people said)".
  func isSpeechFrame(_ head: Int) -> Bool {
    guard tree.relation(of: head) == "parataxis", SpeechVerbs.force[tree.lemmas[head]] != nil,
      let subject = tree.child(of: head, "nsubj")
    else { return false }
    return tree.child(of: head, "ccomp") == nil || subject > head
  }

  /// The frame that hangs below its content, or `nil`.
  func speechFrame(of head: Int) -> Int? {
    tree.children(of: head, "parataxis").first(where: isSpeechFrame)
  }

  /// The head of the phrase that names who speaks: the frame's subject, through conjunction,
  /// control and relative pronouns, or the agent of a passive ("was told by Xu").
  func speaker(of verb: Int) -> TokenAddress? {
    guard let subject = SubjectFinder(tree: tree).subject(of: verb) else { return nil }
    if subject.isPassive {
      return tree.child(of: verb, "obl:agent").map {
        TokenAddress(sentence: tree.index, token: $0)
      }
    }
    return TokenAddress(sentence: tree.index, token: subject.head)
  }

  /// Gives a clause that stands in quotation marks with its subject to whoever speaks.
  ///
  /// Without a verb of saying in the sentence it is the speaker before, or nobody known; either way the
  /// document does not vouch for it.
  func attributeQuotation(_ head: Int, in context: inout ClauseContext) {
    guard context.certainty == .certain, tree.isQuoted(head),
      let subject = subjectInQuotation(of: head), tree.isQuoted(subject)
    else { return }
    context.speaker = context.speaker ?? lastSpeaker
    context.weaken(to: .unknown, cue: "\"")
  }

  /// The subject of a clause, or of the first of those that it is coordinated with.
  private func subjectInQuotation(of head: Int) -> Int? {
    if let own = tree.child(of: head, "nsubj", "csubj", "expl") { return own }
    guard tree.relation(of: head) == "conj", let first = tree.head(of: head) else { return nil }
    return tree.child(of: first, "nsubj", "csubj", "expl")
  }

  /// The source in "according to …", hanging on a clause, or `nil`.
  func attribution(of head: Int) -> TokenAddress? {
    for infinitive in tree.children(of: head, "xcomp") {
      if let found = attribution(of: infinitive) { return found }
    }
    for child in tree.children(of: head, "obl", "advcl", "nmod", "advmod", "parataxis") {
      let lead = tree.children(of: child, "case", "mark", "fixed")
      if lead.contains(where: { tree.forms[$0] == "according" }) {
        return TokenAddress(sentence: tree.index, token: child)
      }
      if tree.forms[child] == "according", let source = tree.child(of: child, "obl", "obj", "nmod")
      {
        return TokenAddress(sentence: tree.index, token: source)
      }
    }
    return nil
  }
}
