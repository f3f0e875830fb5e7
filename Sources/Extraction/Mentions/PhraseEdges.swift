import Linguistics

/// What touches the words of a mention: a name that goes on outside was cut.
struct PhraseEdges {
  /// The tree.
  let tree: SentenceTree
  /// The token that heads the phrase.
  let head: Int
  /// The tokens of the phrase.
  let run: Range<Int>
  /// Those of them that name or describe the thing.
  let core: Range<Int>

  /// Whether the phrase is a piece of a longer one.
  ///
  /// The words of a time touch any phrase: "sold Acme Monday".
  func isCut(isTime: (Int) -> Bool) -> Bool {
    guard [.noun, .propn].contains(tree[head].upos) else { return false }
    return isCutBehind(isTime: isTime) || isCutBefore(isTime: isTime) || isCutInside || isTorn
  }

  /// "Nordia later reported sailors", "two sons and by her niece": a verb or another argument between.
  private var isTorn: Bool {
    let first = run.lowerBound
    if tree.name(at: first) != nil, first < head, tree.name(at: head) != tree.name(at: first),
      (first + 1..<head).contains(where: {
        ["VBD", "VBN"].contains(tree[$0].xpos) && !tree.sentence.tokens.isJoint($0 - 1)
      })
    {
      return true
    }
    return run.dropLast().contains { tree[$0].upos == .cconj && tree[$0 + 1].upos == .adp }
  }

  /// "consultancy Lund Partners", "a record 24 goals", the "Lund" of "Berg and Lund's book".
  private func isCutBehind(isTime: (Int) -> Bool) -> Bool {
    let next = run.upperBound
    guard next < tree.count else { return false }
    if tree.forms[next] == "/", tree[next].bytes.lowerBound == tree[next - 1].bytes.upperBound {
      return true
    }
    if tree.sentence.tokens.isJoint(next) || tree.sentence.tokens.isJoint(run.lowerBound - 1) {
      return true
    }
    // "under the name Don't Look", "the play How Birds Fly": a title that the tree took for a clause.
    if tree[next].form.first?.isUppercase == true, tree[next - 1].xpos == "NN",
      [.adp, .adv, .aux, .verb, .det, .sconj].contains(tree[next].upos)
    {
      return true
    }
    // "… the players saying, “…”": a verb of saying that went with the clause.
    if tree[next - 1].xpos == "VBG", SpeechVerbs.isSaying(tree.lemmas[next - 1]) { return true }
    if tree[next].xpos == "POS", tree.fullRelation(of: head) != "nmod:poss",
      !isJoinedOwner
    {
      return true
    }
    guard !isTime(next), !isTime(head) else { return false }
    // "the Senator from Oslo Ada Lund": the title of her who is named behind it.
    if Roles.isTitle(tree.lemmas[head]), tree.name(at: next)?.kind == .person { return true }
    // "gear Nordia sells"
    if let verb = tree.head(of: next), tree.fullRelation(of: verb) == "acl:relcl",
      tree.head(of: verb) == head
    {
      return false
    }
    switch tree[next].upos {
    case .propn
    where tree[head].xpos == "NN" && next + 1 < tree.count && tree[next + 1].upos == .noun
      && tree.name(at: next)?.kind == .place:
      // "a surprise US success"
      return true
    case .propn:
      return isTied(next)
        || tree.name(at: head) == nil && tree[head].xpos == "NN"
          && tree.child(of: head, "det", "nmod:poss") == nil
    case .num: return run.contains(tree[next].head) && tree.children(of: next, "case").isEmpty
    default: return false
    }
  }

  /// "& Lund Wines": what stands before the first word of a name belongs to it.
  private func isCutBefore(isTime: (Int) -> Bool) -> Bool {
    let previous = run.lowerBound - 1
    guard previous >= 0, tree[run.lowerBound].upos == .propn || tree[head].upos == .propn,
      !isTime(previous)
    else { return false }
    if tree.forms[previous] == "&" { return true }
    // "the film In Good Hands": a title of its own.
    if previous > 0, tree[previous].upos == .adp, tree[previous].form.first?.isUppercase == true,
      !tree.isPunctuation(previous - 1)
    {
      return true
    }
    return tree[previous].upos == .propn && isTied(previous)
  }

  /// "Nordia Wines" as "Wines": a word of a name in front of a body's or thing's name that the label leaves out; or
  /// "other gear Nordia" of "other gear Nordia sells", two things.
  private var isCutInside: Bool {
    // "the would-be winner" as "winner"
    if core.lowerBound - 2 >= run.lowerBound, tree.forms[core.lowerBound - 1] == "be",
      tree.sentence.tokens.isJoint(core.lowerBound - 2)
    {
      return true
    }
    if tree[head].upos == .propn, head > run.lowerBound, tree[head - 1].upos == .noun,
      run.contains(where: { tree.forms[$0] == "other" })
    {
      return true
    }
    guard let name = tree.name(at: head), name.kind != .person else { return false }
    // "the Unity Party nominee": not the party.
    if core.upperBound < run.upperBound, [.adj, .noun].contains(tree[core.upperBound].upos) {
      return true
    }
    guard core.lowerBound > run.lowerBound else { return false }
    let previous = core.lowerBound - 1
    return tree[previous].upos == .propn && tree.name(at: previous) == nil
  }

  /// "Berg and Lund's": a conjunct of an owner is an owner.
  private var isJoinedOwner: Bool {
    tree.relation(of: head) == "conj"
      && tree.head(of: head).map { tree.fullRelation(of: $0) == "nmod:poss" } == true
  }

  /// Whether a word belongs to the phrase: one name covers both, or the tree ties it to a phrase that is no name.
  private func isTied(_ token: Int) -> Bool {
    if let name = tree.name(at: token), name.tokens.contains(head) { return true }
    guard tree.name(at: head) == nil, tree.name(at: token) == nil || token > head,
      !["conj", "parataxis", "vocative"].contains(tree.relation(of: token))
    else { return false }
    return run.contains(tree[token].head)
  }
}
