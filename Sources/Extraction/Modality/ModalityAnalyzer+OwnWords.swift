import GraphModel
import Linguistics

extension ModalityAnalyzer {
  func applyOwnWords(of head: Int, to context: inout ClauseContext) {
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
      case "mark" where lemma == "due" && tree.child(of: child, "fixed") != nil:
        // "is due to be sold"
        context.weaken(to: .probable, cue: "due")
      case "advmod", "discourse", "cc", "det", "mark":
        if ModalWords.negations.contains(lemma) || ModalWords.negations.contains(form) {
          if tree.relation(of: child) == "cc", lemma != "nor" { continue }
          if !isNotOnly(child) { context.negate(cue: form) }
        } else if isNoLonger(child) {
          context.negate(cue: "no longer")
        } else if isYetTo(child) {
          context.negate(cue: "yet to")
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
    if tree.lemmas[head] == "go", tree[head].xpos == "VBG", tree.child(of: head, "xcomp") != nil {
      context.weaken(to: .probable, cue: "going to")
    }
    if ["likely", "unlikely", "possible", "probable", "uncertain"].contains(tree.lemmas[head]),
      tree[head].upos == .adj
    {
      context.weaken(
        to: tree.lemmas[head] == "likely" || tree.lemmas[head] == "probable"
          ? .probable : .possible, cue: tree.forms[head])
    }
    if let certainty = ModalWords.raising[tree.lemmas[head]], tree.lemmas[head] != "tend",
      isPassiveOrAdjective(head) || ["seem", "appear"].contains(tree.lemmas[head]),
      tree.child(of: head, "xcomp") != nil
        || tree[head].upos == .adj && tree.child(of: head, "ccomp", "csubj") != nil
    {
      // "is expected to rise", "is likely to fall": the predicate keeps the hedge, the fact has it too.
      context.weaken(to: certainty, cue: tree.forms[head])
    }
    if let outer = tree.child(of: head, "nsubj:outer"), tree.child(of: head, "cop") != nil,
      ModalWords.nonfactualNouns.contains(tree.lemmas[outer])
    {
      context.weaken(to: .possible, cue: tree.forms[outer])
    }
    if let source = attribution(of: head) {
      // The document states it and names its source; only speech in its own words is left to the speaker.
      context.speaker = source
    }
    if let frame = speechFrame(of: head) {
      context.speaker = speaker(of: frame) ?? context.speaker
      if SpeechVerbs.force[tree.lemmas[frame]] == .denies { context.negate(cue: tree.forms[frame]) }
      context.weaken(to: .unknown, cue: tree.forms[frame])
    }
  }

  func isNegative(_ token: Int) -> Bool {
    ModalWords.negativeParticipants.contains(tree.lemmas[token]) || isNegativeDeterminer(token)
      || tree.lemmas[token] == "one" && isNegativeDeterminer(token)
  }

  func isNegativeDeterminer(_ token: Int) -> Bool {
    tree.children(of: token, "det", "advmod", "cc:preconj").contains {
      tree.lemmas[$0] == "no" || tree.lemmas[$0] == "neither"
    }
  }

  func isNotOnly(_ token: Int) -> Bool {
    token + 1 < tree.count && ["only", "just", "merely", "least"].contains(tree.forms[token + 1])
  }

  func isNoLonger(_ token: Int) -> Bool {
    tree.lemmas[token] == "no" && token + 1 < tree.count && tree.forms[token + 1] == "longer"
      || tree.forms[token] == "longer" && token > 0 && tree.forms[token - 1] == "no"
  }

  /// "has yet to decide", "is yet to decide".
  func isYetTo(_ token: Int) -> Bool {
    tree.forms[token] == "yet" && token + 1 < tree.count && tree.forms[token + 1] == "to"
  }

  func isEvenIf(_ head: Int) -> Bool {
    tree.children(of: head, "advmod").contains { tree.lemmas[$0] == "even" }
  }

  func conditionalMark(of head: Int) -> String? {
    if let first = invertedAuxiliary(of: head) { return first }
    for child in tree.children(of: head, "mark", "advmod")
    where ModalWords.conditionals.contains(tree.lemmas[child]) {
      if tree.relation(of: child) == "mark" || tree.lemmas[child] == "whether" {
        return tree.lemmas[child]
      }
    }
    return nil
  }

  /// "Had the pilot landed, …": an auxiliary before the subject of an adverbial clause stands for "if".
  private func invertedAuxiliary(of head: Int) -> String? {
    guard tree.relation(of: head) == "advcl", tree.child(of: head, "mark") == nil,
      let auxiliary = tree.children(of: head, "aux", "cop").first,
      ["had", "should", "were"].contains(tree.forms[auxiliary]),
      let subject = tree.child(of: head, "nsubj"), auxiliary < subject, subject < head
    else { return nil }
    return tree.forms[auxiliary]
  }

  func isPassiveOrAdjective(_ token: Int) -> Bool {
    tree[token].upos == .adj || tree[token].xpos == "VBN"
      || tree.child(of: token, "aux:pass", "nsubj:pass", "cop") != nil
  }

  var isQuestion: Bool {
    for token in (0..<tree.count).reversed() {
      switch tree.forms[token] {
      case "?": return true
      case "\"", "”", "''", "’", "'", ")": continue
      default: return false
      }
    }
    return false
  }

  func isImperative(_ head: Int) -> Bool {
    tree[head].xpos == "VB" && tree[head].upos == .verb
      && tree.child(of: head, "nsubj", "csubj", "aux", "mark", "expl") == nil
  }
}
