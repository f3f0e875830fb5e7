import GraphModel
import Linguistics

/// Works out how each clause of a sentence is meant, from its own words and from those above it.
///
/// A clause's context is what its governor hands down ("said that", "refused to", "if") and what
/// its own words add ("may", "not"). Only content clauses and infinitives take over a modal of
/// their governor; a relative or adverbial clause takes over speakers alone.
struct ModalityAnalyzer {
  /// The tree.
  let tree: SentenceTree
  /// The times of the sentence.
  let times: [TimeExpression]
  /// Who goes on speaking in a quotation that began in an earlier sentence.
  let quotedSpeaker: TokenAddress?

  /// Who spoke last before the sentence, if it was not long ago.
  let lastSpeaker: TokenAddress?

  private var memo: [Int: ClauseContext] = [:]
  private var open: Set<Int> = []

  /// Creates the analyzer of a sentence.
  init(
    tree: SentenceTree, times: [TimeExpression], quotedSpeaker: TokenAddress? = nil,
    lastSpeaker: TokenAddress? = nil
  ) {
    self.tree = tree
    self.times = times
    self.quotedSpeaker = quotedSpeaker
    self.lastSpeaker = lastSpeaker
  }

  /// The context of the clause that a token heads or stands in.
  mutating func context(of token: Int) -> ClauseContext {
    let head = tree.clauseHead(of: token) ?? token
    if let known = memo[head] { return known }
    guard open.insert(head).inserted else { return ClauseContext() }
    defer { open.remove(head) }
    var context = inherited(by: head)
    applyOwnWords(of: head, to: &context)
    attributeQuotation(head, in: &context)
    context.time = StatementTime(of: head, in: tree, times: times) ?? context.time
    memo[head] = context
    return context
  }

  /// The context of the outer clause of a copula whose attribute is a clause: in "the risk is that it
  /// may fall", the risk's being is certain.
  mutating func outerContext(of head: Int) -> ClauseContext { inherited(by: head) }

  // MARK: From above

  private mutating func inherited(by head: Int) -> ClauseContext {
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
    case "acl":
      if tree[governor].xpos == "PRP", tree.relation(of: governor) == "obj",
        let verb = tree.head(of: governor),
        SpeechVerbs.force[tree.lemmas[verb]] != nil
      {
        return content(head, of: verb, above: context(of: verb))
      }
      return adnominal(head, of: governor, above: above)
    case "parataxis":
      // "…, he says": the frame itself is told by the document.
      if isSpeechFrame(head) { return ClauseContext() }
      return speechOnly(above)
    default: return speechOnly(above)
    }
  }

  private func rootContext(_ head: Int) -> ClauseContext {
    var context = ClauseContext()
    if isQuestion { context.weaken(to: .possible, cue: "?") }
    if isImperative(head) { context.weaken(to: .possible, cue: tree.forms[head]) }
    if let quotedSpeaker, tree.child(of: head, "parataxis").map(isSpeechFrame) != true {
      context.speaker = quotedSpeaker
      context.weaken(to: .unknown, cue: nil)
    }
    return context
  }

  private mutating func conjunct(_ head: Int, of governor: Int, above: ClauseContext)
    -> ClauseContext
  {
    var context = inherited(by: governor)
    guard tree.child(of: head, "nsubj", "csubj") == nil else {
      if above.cue == "if" || above.cue == "unless" { return above }
      return context
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
    context.speaker = context.speaker ?? above.speaker
    return context
  }

  private mutating func content(_ head: Int, of governor: Int, above: ClauseContext)
    -> ClauseContext
  {
    // "Sales rose, the people said": the frame hangs above or below; here the frame is above.
    var context = above
    context.time = nil
    let verb = tree.lemmas[governor]
    if let mark = conditionalMark(of: head) { context.weaken(to: .possible, cue: mark) }
    if let force = SpeechVerbs.force[verb], ["ccomp", "acl"].contains(tree.relation(of: head)) {
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

  private mutating func infinitive(_ head: Int, of governor: Int, above: ClauseContext)
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
  private func planned(before head: Int, under governor: Int) -> Int? {
    guard ModalWords.attitudes[tree.lemmas[governor]] != nil else { return nil }
    return tree.children(of: governor, "xcomp").last { $0 < head && tree[$0].upos == .verb }
  }

  private func adverbial(_ head: Int, of governor: Int, above: ClauseContext) -> ClauseContext {
    var context = speechOnly(above)
    let marks = tree.children(of: head, "mark", "case").map { tree.lemmas[$0] }
    if let mark = conditionalMark(of: head) {
      context.weaken(to: .possible, cue: mark)
    } else if let mark = marks.first(where: ModalWords.denyingMarks.contains) {
      context.negate(cue: mark)
    } else if marks.contains("to"), tree[head].xpos == "VB" {
      context.weaken(to: .possible, cue: "to")
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

  private func adnominal(_ head: Int, of noun: Int, above: ClauseContext) -> ClauseContext {
    var context = speechOnly(above)
    let isRelative = tree.fullRelation(of: head) == "acl:relcl"
    let lemma = tree.lemmas[noun]
    if !isRelative {
      if tree.children(of: head, "mark").contains(where: { tree.lemmas[$0] == "to" }) {
        context.weaken(to: .possible, cue: "to")
      } else if ModalWords.nonfactualNouns.contains(lemma) {
        context.weaken(to: .unknown, cue: tree.forms[noun])
      }
    }
    return context
  }

  /// The speaker alone, and what speech does to certainty.
  private func speechOnly(_ above: ClauseContext) -> ClauseContext {
    guard above.speaker != nil || above.certainty == .unknown else { return ClauseContext() }
    var context = ClauseContext()
    context.speaker = above.speaker
    context.weaken(to: .unknown, cue: nil)
    return context
  }

  /// Prepositions and subordinators whose gerund happened: "after losing", "by moving".
  private static let factualPrepositions: Set<String> = [
    "by", "after", "while", "when", "in", "upon", "on", "since", "because", "as", "with",
    "although", "though", "despite",
  ]

  // MARK: Its own words

  private func applyOwnWords(of head: Int, to context: inout ClauseContext) {
    for child in tree.children[head] {
      let lemma = tree.lemmas[child]
      let form = tree.forms[child]
      switch tree.relation(of: child) {
      case "aux":
        if let certainty = ModalWords.auxiliaries[lemma] ?? ModalWords.auxiliaries[form] {
          context.weaken(to: certainty, cue: form)
        }
      case "mark"
      where lemma == "to"
        && tree.children(of: head, "aux", "cop").contains { $0 < child && tree.lemmas[$0] == "be" }:
        // "is to be completed"
        context.weaken(to: .probable, cue: "to")
      case "advmod", "discourse", "cc", "det", "mark":
        if ModalWords.negations.contains(lemma) || ModalWords.negations.contains(form) {
          if tree.relation(of: child) == "cc", lemma != "nor" { continue }
          if !isNotOnly(child) { context.negate(cue: form) }
        } else if isNoLonger(child) {
          context.negate(cue: "no longer")
        } else if let certainty = ModalWords.adverbs[lemma] {
          context.weaken(to: certainty, cue: form)
        }
      case "obj", "nsubj", "obl":
        if isNegative(child),
          tree.relation(of: child) != "obl" || tree.child(of: child, "case") != nil
        {
          if context.polarity == .positive { context.negate(cue: form) }
        }
      case "advcl":
        if let mark = conditionalMark(of: child), mark != "whether",
          tree.children(of: child, "mark").contains(where: { tree.lemmas[$0] == mark }),
          !isEvenIf(child)
        {
          context.weaken(to: .possible, cue: mark)
        }
      default: break
      }
    }
    if tree.child(of: head, "cop") != nil, isNegativeDeterminer(head), context.polarity == .positive
    {
      context.negate(cue: "no")
    }
    if let certainty = ModalWords.raising[tree.lemmas[head]], tree[head].upos == .adj,
      tree.child(of: head, "xcomp", "ccomp", "csubj") != nil
    {
      context.weaken(to: certainty, cue: tree.forms[head])
    }
    if let outer = tree.child(of: head, "nsubj:outer"), tree.child(of: head, "cop") != nil,
      ModalWords.nonfactualNouns.contains(tree.lemmas[outer])
    {
      context.weaken(to: .possible, cue: tree.forms[outer])
    }
    if let source = attribution(of: head) {
      context.speaker = source
      context.weaken(to: .unknown, cue: nil)
    }
    if let frame = speechFrame(of: head) {
      context.speaker = speaker(of: frame) ?? context.speaker
      if SpeechVerbs.force[tree.lemmas[frame]] == .denies { context.negate(cue: tree.forms[frame]) }
      context.weaken(to: .unknown, cue: tree.forms[frame])
    }
  }

  private func isNegative(_ token: Int) -> Bool {
    ModalWords.negativeParticipants.contains(tree.lemmas[token]) || isNegativeDeterminer(token)
      || tree.lemmas[token] == "one" && isNegativeDeterminer(token)
  }

  private func isNegativeDeterminer(_ token: Int) -> Bool {
    tree.children(of: token, "det", "advmod").contains {
      tree.lemmas[$0] == "no" || tree.lemmas[$0] == "neither"
    }
  }

  private func isNotOnly(_ token: Int) -> Bool {
    token + 1 < tree.count && ["only", "just", "merely", "least"].contains(tree.forms[token + 1])
  }

  private func isNoLonger(_ token: Int) -> Bool {
    tree.lemmas[token] == "no" && token + 1 < tree.count && tree.forms[token + 1] == "longer"
      || tree.forms[token] == "longer" && token > 0 && tree.forms[token - 1] == "no"
      || tree.forms[token] == "anymore" && false
  }

  private func isEvenIf(_ head: Int) -> Bool {
    tree.children(of: head, "advmod").contains { tree.lemmas[$0] == "even" }
  }

  private func conditionalMark(of head: Int) -> String? {
    for child in tree.children(of: head, "mark", "advmod")
    where ModalWords.conditionals.contains(tree.lemmas[child]) {
      if tree.relation(of: child) == "mark" || tree.lemmas[child] == "whether" {
        return tree.lemmas[child]
      }
    }
    return nil
  }

  private func isPassiveOrAdjective(_ token: Int) -> Bool {
    tree[token].upos == .adj || tree[token].xpos == "VBN"
      || tree.child(of: token, "aux:pass", "nsubj:pass", "cop") != nil
  }

  private var isQuestion: Bool {
    for token in (0..<tree.count).reversed() {
      switch tree.forms[token] {
      case "?": return true
      case "\"", "”", "''", "’", "'", ")": continue
      default: return false
      }
    }
    return false
  }

  private func isImperative(_ head: Int) -> Bool {
    tree[head].xpos == "VB" && tree[head].upos == .verb
      && tree.child(of: head, "nsubj", "csubj", "aux", "mark", "expl") == nil
  }
}
