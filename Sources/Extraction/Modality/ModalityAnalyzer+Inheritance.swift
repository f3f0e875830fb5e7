import GraphModel
import Linguistics

extension ModalityAnalyzer {
  mutating func inherited(by head: Int) -> ClauseContext {
    guard let governor = tree.head(of: head) else { return rootContext(head) }
    let relation = tree.relation(of: head)
    let above = context(of: governor)
    switch relation {
    case "conj":
      guard tree.isClauseHead(governor) else { return speechOnly(above) }
      return conjunct(head, of: governor, above: above)
    case "ccomp", "csubj": return content(head, of: governor, above: above)
    case "xcomp": return infinitive(head, of: governor, above: above)
    case "advcl":
      let scope = planned(before: head, under: governor)
      return adverbial(head, of: scope ?? governor, above: scope.map { context(of: $0) } ?? above)
    case "acl": return adnominal(head, of: governor, above: above)
    case "parataxis":
      // "…, he says": the frame itself is told by the document.
      if isSpeechFrame(head) { return ClauseContext() }
      return speechOnly(above)
    default: return speechOnly(above)
    }
  }

  func rootContext(_ head: Int) -> ClauseContext {
    var context = ClauseContext()
    if isQuestion { context.weaken(to: .possible, cue: "?") }
    // "The key is if he comes": the attribute is the head of the whole.
    if let mark = conditionalMark(of: head) { context.weaken(to: .possible, cue: mark) }
    if isImperative(head) { context.weaken(to: .possible, cue: tree.forms[head]) }
    if isInQuotation, tree.child(of: head, "parataxis").map(isSpeechFrame) != true {
      context.speaker = quotedSpeaker
      context.weaken(to: .unknown, cue: nil)
    }
    return context
  }

  mutating func conjunct(_ head: Int, of governor: Int, above: ClauseContext)
    -> ClauseContext
  {
    var context = inherited(by: governor)
    guard tree.child(of: head, "nsubj", "csubj") == nil else {
      if above.cue == "if" || above.cue == "unless" { return above }
      return context
    }
    if let cue = above.cue, ModalWords.conditionals.contains(cue) {
      context.weaken(to: above.certainty, cue: cue)
    }
    let ownAuxiliary = tree.children(of: head, "aux").contains {
      ModalWords.auxiliaries[tree.lemmas[$0]] != nil || tree.lemmas[$0] == "do"
        || tree.lemmas[$0] == "have"
    }
    let finite = ["VBD", "VBZ", "VBP"].contains(tree[head].xpos)
    if !ownAuxiliary, !finite {
      if above.certainty.strength < context.certainty.strength {
        context.certainty = above.certainty
        context.cue = above.cue
      }
      let joiner = tree.child(of: head, "cc").map { tree.lemmas[$0] }
      if joiner == "or" || joiner == "nor"
        || tree.children(of: governor, "aux").contains(where: { _ in above.polarity == .negative })
      {
        if joiner != "but", above.polarity == .negative {
          context.polarity = .negative
          context.cue = above.cue
        }
      }
    }
    if tree.children(of: head, "cc", "mark").contains(where: { tree.forms[$0] == "rather" }) {
      context.negate(cue: "rather than")
    }
    context.speaker = context.speaker ?? above.speaker
    return context
  }

  mutating func content(_ head: Int, of governor: Int, above: ClauseContext)
    -> ClauseContext
  {
    // "Sales rose, the people said": the frame hangs above or below; here the frame is above.
    var context = above
    context.time = nil
    let verb = tree.lemmas[governor]
    if let mark = conditionalMark(of: head) { context.weaken(to: .possible, cue: mark) }
    if let force = SpeechVerbs.force[verb], tree.relation(of: head) == "ccomp" {
      // What is said stays said whether the saying is modal or not.
      context.polarity = above.polarity
      switch force {
      case .says, .thinks:
        if ModalWords.factives.contains(verb), above.isAsserted { break }
        context.speaker = speaker(of: governor) ?? above.speaker
        if above.polarity == .negative {
          context.polarity = .positive
          context.cue = nil
        }
        context.weaken(to: .unknown, cue: tree.forms[governor])
      case .denies:
        context.speaker = speaker(of: governor) ?? above.speaker
        context.polarity = above.polarity == .positive ? .negative : .positive
        context.cue = tree.forms[governor]
        context.certainty = .unknown
      }
    } else if ModalWords.factives.contains(verb) {
      context = speechOnly(above)
      // "may find that sales fell", "hopes to see it appear": what is not found or seen may not be so.
      context.weaken(to: above.certainty, cue: above.cue)
      if let mark = conditionalMark(of: head) { context.weaken(to: .possible, cue: mark) }
    } else if let certainty = ModalWords.attitudes[verb] ?? ModalWords.raising[verb] {
      context.weaken(to: certainty, cue: tree.forms[governor])
    } else if tree.relation(of: head) == "csubj", tree[head].xpos == "VB" {
      context.weaken(to: .possible, cue: "to")
    } else if let noun = tree.child(of: governor, "cop"), noun >= 0,
      ModalWords.nonfactualNouns.contains(verb)
    {
      context.weaken(to: .possible, cue: tree.forms[governor])
    }
    return context
  }

  mutating func infinitive(_ head: Int, of governor: Int, above: ClauseContext)
    -> ClauseContext
  {
    var context = above
    let verb = tree.lemmas[governor]
    if ModalWords.negativeImplicatives.contains(verb) {
      context.negate(cue: tree.forms[governor])
    } else if let certainty = ModalWords.raising[verb],
      isPassiveOrAdjective(governor)
        || certainty.strength > 0 && ["seem", "appear", "tend"].contains(verb)
    {
      context.weaken(to: certainty, cue: tree.forms[governor])
    } else if !ModalWords.implicatives.contains(verb) {
      if let certainty = ModalWords.attitudes[verb] {
        context.weaken(to: certainty, cue: tree.forms[governor])
      } else if tree.children(of: head, "mark").contains(where: { tree.lemmas[$0] == "to" }) {
        context.weaken(to: .possible, cue: tree.forms[governor])
      }
    }
    return context
  }

  /// The infinitive that a circumstance after it belongs to by sense: in "seeks to grow by buying
  /// rivals" the buying is sought as well.
  func planned(before head: Int, under governor: Int) -> Int? {
    guard ModalWords.attitudes[tree.lemmas[governor]] != nil else { return nil }
    return tree.children(of: governor, "xcomp").last { $0 < head && tree[$0].upos == .verb }
  }

  func adverbial(_ head: Int, of governor: Int, above: ClauseContext) -> ClauseContext {
    var context = speechOnly(above)
    let marks = tree.children(of: head, "mark", "case").map { tree.lemmas[$0] }
    if let mark = conditionalMark(of: head) {
      context.weaken(to: .possible, cue: mark)
    } else if let mark = marks.first(where: ModalWords.denyingMarks.contains) {
      context.negate(cue: mark)
    } else if marks.contains("to"), tree[head].xpos == "VB" {
      context.weaken(to: .possible, cue: "to")
    } else if let mark = habitualMark(of: head) {
      context.weaken(to: .possible, cue: mark)
    } else if ModalWords.accusing.contains(tree.lemmas[governor]),
      marks.contains("of") || marks.contains("for")
    {
      // "accused the trader of lying": whoever accuses says so.
      context.speaker = speaker(of: governor) ?? context.speaker
      context.weaken(to: .unknown, cue: tree.forms[governor])
    } else if let mark = marks.first(where: { ["before", "until", "till"].contains($0) }) {
      context.weaken(to: .probable, cue: mark)
    } else if tree[head].xpos == "VBG", let mark = marks.first {
      // A gerund is at most as sure as its main clause: "would grow by buying rivals".
      context.weaken(to: above.certainty, cue: above.cue)
      if mark == "by" { context.polarity = above.polarity }
      if !Self.factualPrepositions.contains(mark) { context.weaken(to: .possible, cue: mark) }
    } else if ["VBG", "VBN"].contains(tree[head].xpos), tree.child(of: head, "nsubj") == nil,
      marks.isEmpty
    {
      // A free participle is as sure as its main clause.
      context.weaken(to: above.certainty, cue: above.cue)
    }
    return context
  }

  func adnominal(_ head: Int, of noun: Int, above: ClauseContext) -> ClauseContext {
    var context = speechOnly(above)
    if above.polarity == .negative, tree.child(of: noun, "cop") != nil {
      // "is not someone who has won": what she is not, she did not do.
      context.negate(cue: above.cue ?? "not")
    }
    let isRelative = tree.fullRelation(of: head) == "acl:relcl"
    let lemma = tree.lemmas[noun]
    if !isRelative || isContactContent(head) {
      if tree.children(of: head, "mark").contains(where: { tree.lemmas[$0] == "to" }) {
        context.weaken(to: .possible, cue: "to")
      } else if ModalWords.nonfactualNouns.contains(lemma) {
        context.weaken(to: .unknown, cue: tree.forms[noun])
      }
    } else if ["way", "reason", "place", "time"].contains(lemma), !above.isAsserted {
      // "it could be the way that villages get access"
      context.weaken(to: above.certainty, cue: above.cue)
    } else if isGenericUnderModal(noun), isPresent(head) {
      context.weaken(to: .possible, cue: tree.forms[noun])
    }
    if isRelative, isIndefinite(noun), isSupposed(noun) {
      context.weaken(to: .possible, cue: "would")
    }
    if isIndefinite(noun), isRelative ? isPresent(head) : tree[head].xpos == "VBG" {
      // "would buy a firm that makes chips", "called for a law that protects them": there may be none.
      if !above.isAsserted, above.certainty != .unknown {
        context.weaken(to: .possible, cue: above.cue)
      } else if let wish = wish(for: noun) {
        context.weaken(to: .possible, cue: tree.forms[wish])
      }
    }
    return context
  }

  /// Whether a phrase brings in a thing that need not exist: "a law", "laws".
  private func isIndefinite(_ noun: Int) -> Bool {
    guard tree[noun].upos == .noun, tree.name(at: noun) == nil else { return false }
    let determiners = tree.children(of: noun, "det", "nmod:poss", "nummod")
    return determiners.allSatisfy { ["a", "an", "any"].contains(tree.forms[$0]) }
  }

  /// "A saver who had paid in would lose": whoever would be so.
  private func isSupposed(_ noun: Int) -> Bool {
    guard tree.relation(of: noun) == "nsubj", let verb = tree.head(of: noun) else { return false }
    return tree.children(of: verb, "aux").contains { tree.lemmas[$0] == "would" }
  }

  /// The verb that asks for a thing: "called for a law", "needs a law".
  private func wish(for noun: Int) -> Int? {
    guard ["obj", "obl", "xcomp"].contains(tree.relation(of: noun)), let verb = tree.head(of: noun)
    else { return nil }
    let lemma = tree.lemmas[verb]
    if ModalWords.attitudes[lemma] != nil, tree.relation(of: noun) == "obj" { return verb }
    guard ModalWords.asking.contains(lemma) else { return nil }
    return tree.children(of: noun, "case").contains { tree.forms[$0] == "for" } ? verb : nil
  }

  /// "allegations he was bribed": a clause without "that" that lacks nothing is what is alleged, no relative
  /// clause ("allegations he made").
  private func isContactContent(_ head: Int) -> Bool {
    let pronouns = ["WDT", "WP", "WP$", "WRB"]
    return tree.child(of: head, "nsubj") != nil
      && tree.child(of: head, "aux:pass", "cop", "obj", "ccomp", "xcomp") != nil
      && !tree.subtree(of: head).contains { pronouns.contains(tree[$0].xpos) }
  }

  /// "When they search, …": in the present tense the clause tells of any such time.
  private func habitualMark(of head: Int) -> String? {
    guard isPresent(head) else { return nil }
    return tree.children(of: head, "mark", "advmod").lazy.map { tree.forms[$0] }.first {
      ["when", "whenever", "once", "wherever"].contains($0)
    }
  }

  /// "Individuals who break the law will be fined": a bare plural under a modal is anyone of the kind.
  private func isGenericUnderModal(_ noun: Int) -> Bool {
    guard tree[noun].xpos == "NNS" || ["anyone", "those"].contains(tree.forms[noun]),
      tree.child(of: noun, "det", "nummod", "nmod:poss") == nil,
      tree.relation(of: noun) == "nsubj", let verb = tree.head(of: noun)
    else { return false }
    return tree.children(of: verb, "aux").contains {
      ModalWords.auxiliaries[tree.lemmas[$0]] != nil
    }
  }

  private func isPresent(_ head: Int) -> Bool {
    let finite = tree.children(of: head, "aux", "aux:pass", "cop").first ?? head
    return ["VBP", "VBZ"].contains(tree[finite].xpos)
  }

  /// The speaker alone, and what speech does to certainty.
  func speechOnly(_ above: ClauseContext) -> ClauseContext {
    guard above.speaker != nil || above.certainty == .unknown else { return ClauseContext() }
    var context = ClauseContext()
    context.speaker = above.speaker
    if above.certainty == .unknown { context.weaken(to: .unknown, cue: nil) }
    return context
  }

  /// Prepositions and subordinators whose gerund happened: "after losing", "by moving".
  static let factualPrepositions: Set<String> = [
    "by", "after", "while", "when", "in", "upon", "on", "since", "because", "as", "with",
    "although", "though", "despite",
  ]
}
