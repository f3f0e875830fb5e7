import Linguistics

extension TreeRepair {
  /// Hangs what stands outside a frame between commas, or behind the last comma, on the content.
  mutating func freeContent() {
    let tree = tree
    guard let frame = frame(in: tree) else { return }
    let verb = frame.upperBound - 1
    let isOutside = { (token: Int) in !frame.contains(token) && !tree.isPunctuation(token) }
    let loose = (0..<tree.count).filter { token in
      isOutside(token) && (tree.head(of: token).map { frame.contains($0) } ?? true)
    }
    let said =
      loose.last { tree.relation(of: $0) == "ccomp" && tree.isClauseHead($0) }
      ?? loose.first { tree.isClauseHead($0) }
      ?? loose.lazy.flatMap { tree.children(of: $0, "conj") }.first { tree.isClauseHead($0) }
    guard let said, isOutside(said) else { return }
    if tree.head(of: verb) == nil {
      attach(said, to: verb, as: "ccomp")
    } else if tree.head(of: said) == nil {
      attach(verb, to: said, as: "parataxis")
    } else {
      return
    }
    for token in loose where token != said {
      if tree.relation(of: token) == "ccomp", !tree.isClauseHead(token) {
        attach(token, to: said, as: "xcomp")
      } else if tree.relation(of: token) == "ccomp" || tree.relation(of: token) == "advcl" {
        attach(token, to: said, as: "parataxis")
      } else {
        attach(token, to: said)
      }
    }
    // The frame's own subject, if the parser hung it elsewhere.
    guard tree.children(of: verb, "nsubj").filter(frame.contains).isEmpty,
      let subject = frame.last(where: { token in
        token != verb && [.noun, .propn, .pron].contains(tree[token].upos)
          && (tree.head(of: token).map { !frame.contains($0) || $0 == verb } ?? true)
      })
    else { return }
    attach(subject, to: verb, as: "nsubj")
  }

  /// Makes the noun behind an inverted frame its subject: ", thinks Mr Owen".
  mutating func nameSpeaker() {
    let tree = tree
    for verb in 0..<tree.count
    where tree.relation(of: verb) == "parataxis" && verb > 0 && tree.forms[verb - 1] == ","
      && SpeechVerbs.force[tree.lemmas[verb]] != nil
      && ["VBD", "VBZ"].contains(tree[verb].xpos) && tree.child(of: verb, "nsubj", "ccomp") == nil
    {
      let objects = tree.children(of: verb, "obj", "iobj")
      guard let speaker = objects.first, objects.count == 1, speaker > verb else { continue }
      attach(speaker, to: verb, as: "nsubj")
    }
  }

  /// The words of ", the Treasury has announced" up to the verb; `nil` without such a frame or if its
  /// tree is sound.
  private func frame(in tree: SentenceTree) -> Range<Int>? {
    for verb in (2..<max(2, tree.count)).reversed() {
      guard isSaying(verb, in: tree), verb + 1 < tree.count, tree.isPunctuation(verb + 1),
        verb + 1 == tree.count - 1 || tree.forms[verb + 1] == ","
      else { continue }
      guard let comma = (max(0, verb - 12)..<verb).last(where: { tree.forms[$0] == "," }),
        comma > 1, comma + 1 < verb,
        [.det, .noun, .propn, .pron, .adj, .num].contains(tree[comma + 1].upos),
        !tree[comma + 1].xpos.hasPrefix("W")
      else { continue }
      let words = (comma + 1)..<verb
      guard words.contains(where: { [.noun, .propn, .pron].contains(tree[$0].upos) }),
        words.allSatisfy({ tree[$0].upos != .verb && !tree.isPunctuation($0) }),
        !words.contains(where: { ["that", "which", "who"].contains(tree.forms[$0]) }),
        (0..<comma).contains(where: { [.verb, .aux].contains(tree[$0].upos) })
          || verb + 1 < tree.count - 1
      else { continue }
      let isSound =
        tree.relation(of: verb) == "parataxis" && tree.child(of: verb, "nsubj") != nil
      return isSound ? nil : (comma + 1)..<(verb + 1)
    }
    return nil
  }

  private func isSaying(_ token: Int, in tree: SentenceTree) -> Bool {
    guard tree[token].upos == .verb || tree[token].xpos == "VBZ",
      ["VBD", "VBZ", "VBP", "VBN"].contains(tree[token].xpos)
    else { return false }
    if tree[token].xpos == "VBN", tree.child(of: token, "aux") == nil { return false }
    let lemma = tree.lemmas[token]
    return SpeechVerbs.isSaying(lemma)
      || ["find", "show", "reveal", "think", "believe"].contains(lemma)
  }
}
