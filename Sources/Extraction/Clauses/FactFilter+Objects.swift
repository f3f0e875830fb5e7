import Linguistics

/// Objects that are a piece of what the sentence says.
extension FactFilter {
  /// Whether the tree tore the object out of something larger.
  func isTorn(_ fact: Fact) -> Bool {
    isFromGerund(fact) || isTornQuotation(fact) || isPeak(fact) || isSplit(fact)
      || isLaterCircumstance(fact) || isMisread(fact) || isLikeness(fact) || isIdle(fact)
      || isOfThen(fact) || isDay(fact) || isBareNumber(fact) || isQuotedWord(fact)
      || isStranded(fact) || isMisjoined(fact)
  }

  /// "earned 6": of what was told before.
  private func isBareNumber(_ fact: Fact) -> Bool {
    guard case .amount(let number) = fact.object, fact.rule == "clause/verb",
      tree[number].upos == .num, ["earn", "have", "take", "win"].contains(tree.lemmas[fact.head])
    else { return false }
    return !tree[number].form.unicodeScalars.contains { "$£€%".unicodeScalars.contains($0) }
      && !tree.children[number].contains { [.noun, .sym].contains(tree[$0].upos) }
      && !(number + 1 < tree.count && ["%", "percent"].contains(tree.forms[number + 1]))
      && !(number > 0 && tree[number - 1].upos == .sym)
  }

  /// "raised the risk from "moderate" to "high"": a word that is named, not used.
  private func isQuotedWord(_ fact: Fact) -> Bool {
    fact.head > 0 && fact.head + 1 < tree.count && tree.isPunctuation(fact.head - 1)
      && tree.isPunctuation(fact.head + 1) && tree.isQuoted(fact.head)
      && !tree.isQuoted(fact.subject) && fact.predicate == [fact.head]
  }

  /// "was voted for by listeners", "as the river is known": the preposition that makes the sense is not in the label.
  private func isStranded(_ fact: Fact) -> Bool {
    if fact.object == nil {
      // Nor is a place told by "is located", or how good by "is good enough to win".
      let isEmpty = ["be based", "be called", "be known", "be located", "be named", "be situated"]
        .contains(fact.label)
      if isEmpty
        || tree.children(of: fact.head, "advmod").contains(where: { tree.forms[$0] == "enough" })
      {
        return true
      }
    }
    if fact.label.hasSuffix(" along with") { return true }
    guard fact.rule == "clause/passive" || fact.rule == "clause/agent",
      fact.head + 2 < tree.count
    else { return false }
    return [.adp, .adv, .part].contains(tree[fact.head + 1].upos)
      && tree.forms[fact.head + 1] != "by" && tree.forms[fact.head + 2] == "by"
      && !fact.label.contains(" " + tree.forms[fact.head + 1])
      && ["about", "for", "of", "on", "to", "with", "at", "into"].contains(
        tree.forms[fact.head + 1])
  }

  /// "when he was two years old", "removed from being a minister": what was so only then or no longer.
  private func isOfThen(_ fact: Fact) -> Bool {
    guard fact.rule == "clause/copula" else { return false }
    let marks = tree.children(of: fact.head, "mark", "case", "advmod").map { tree.forms[$0] }
    if tree.relation(of: fact.head) == "advcl" || tree.relation(of: fact.head) == "acl",
      marks.contains(where: { ["as", "when", "while"].contains($0) })
    {
      return true
    }
    return tree.children(of: fact.head, "cop").contains { tree[$0].xpos == "VBG" }
      && marks.contains { ["from", "without", "of", "about", "for"].contains($0) }
  }

  /// A predicate of two finite verbs, or of a piece of a compound: "was banned were", "wake-up".
  private func isMisread(_ fact: Fact) -> Bool {
    let finite = fact.predicate.count { ["MD", "VBD", "VBP", "VBZ"].contains(tree[$0].xpos) }
    if finite > 1 { return true }
    return fact.predicate.contains { token in
      tree.sentence.tokens.isJoint(token - 1) && !fact.predicate.contains(token - 2)
        || tree.sentence.tokens.isJoint(token + 1) && !fact.predicate.contains(token + 2)
    }
  }

  /// "is as cheap as chips": a likeness is no attribute.
  private func isLikeness(_ fact: Fact) -> Bool {
    fact.rule == "clause/copula"
      && tree.children(of: fact.head, "advmod", "case").contains { tree.forms[$0] == "as" }
  }

  /// "Lund is on Monday opening a shop": nobody is a day.
  private func isDay(_ fact: Fact) -> Bool {
    guard fact.rule == "clause/copula", case .phrase(let object) = fact.object,
      tree.child(of: object, "case") != nil, tree.name(at: fact.subject)?.kind == .person
    else { return false }
    return ["day", "evening", "morning", "night", "week"].contains {
      tree.lemmas[object].hasSuffix($0)
    }
  }

  /// "has done it for them", "which he served as until May": nothing is said of what was done.
  private func isIdle(_ fact: Fact) -> Bool {
    if case .phrase(let object) = fact.object {
      return tree.lemmas[fact.head] == "do"
        && ["it", "so", "that", "this"].contains(tree.forms[object])
    }
    return fact.object == nil && fact.source == .own
      && tree.fullRelation(of: fact.head) == "acl:relcl"
      && tree.subtree(of: fact.head).contains { ["which", "whom"].contains(tree.forms[$0]) }
  }

  /// "was straight from filming": what a preposition governs is no attribute.
  private func isFromGerund(_ fact: Fact) -> Bool {
    fact.rule == "clause/copula" && tree[fact.head].xpos == "VBG"
      && tree.child(of: fact.head, "mark", "case") != nil
  }

  /// "commenting: "Control we are …": the first words of a quotation are no object of the verb before it.
  private func isTornQuotation(_ fact: Fact) -> Bool {
    guard case .phrase(let object) = fact.object, object > fact.head, tree.isQuoted(object),
      !tree.isQuoted(fact.head),
      let last = NounPhrase(tree: tree).tokens(object, .whole).last, last + 1 < tree.count
    else { return false }
    return tree.isQuoted(last + 1) && tree[last + 1].upos != .punct
  }

  /// "its lowest level in three years": without its span the most is not the most.
  private func isPeak(_ fact: Fact) -> Bool {
    guard case .phrase(let object) = fact.object,
      tree.children(of: object, "amod").contains(where: {
        tree[$0].xpos == "JJS" || ["first", "last", "only"].contains(tree.forms[$0])
      }), let last = NounPhrase(tree: tree).tokens(object, .conjunct).last, last + 2 < tree.count
    else { return false }
    return ["for", "in", "since"].contains(tree.forms[last + 1])
      && (last + 2..<min(last + 5, tree.count)).contains {
        tree[$0].upos == .num || Self.spans.contains(tree.lemmas[$0])
      }
  }

  /// "drove share prices lower": the parser made two objects of one phrase.
  private func isSplit(_ fact: Fact) -> Bool {
    guard case .phrase(let object) = fact.object, object > 0, tree[object - 1].upos == .noun,
      tree.relation(of: object) == "obj"
    else { return false }
    return tree.relation(of: object - 1) == "iobj" && tree[object - 1].xpos == "NN"
      && tree.children[object - 1].isEmpty
  }

  /// "called for her removal after delays": beside its first complement a verb's further ones say with it alone what
  /// was done, or belong to it; beside an object even the first has to say where it stands.
  private func isLaterCircumstance(_ fact: Fact) -> Bool {
    if fact.rule == "clause/gap", case .phrase(let object) = fact.object,
      Self.setNouns.contains(tree.lemmas[object])
    {
      return true
    }
    let hasObject = fact.rule == "clause/object-preposition"
    guard hasObject || fact.rule == "clause/preposition", case .phrase(let object) = fact.object
    else { return false }
    let isNamed = tree.name(at: object) != nil
    // Without its object the predicate says something else, and few circumstances alone are worth a statement.
    if hasObject, !isNamed || fact.details.isEmpty { return true }
    if !isNamed, Self.setNouns.contains(tree.lemmas[object]) { return true }
    guard let verb = tree.head(of: object), object > verb else { return false }
    guard tree.relation(of: object) == "obl" else { return false }
    let earlier = tree.children(of: verb, "obl").filter {
      $0 > verb && $0 < object && tree.fullRelation(of: $0) != "obl:agent"
    }.compactMap { tree.child(of: $0, "case").map { tree.forms[$0] } }
    return earlier.contains(where: Self.completing.contains) || earlier.count > 1
  }

  /// Prepositions of what a verb cannot do without: "called for", "came to", "turned into".
  private static let completing: Set<String> = [
    "about", "against", "for", "into", "of", "on", "to",
  ]

  /// Nouns of set phrases: "in response", "for the first time".
  private static let setNouns: Set<String> = [
    "attempt", "bid", "case", "course", "date", "effort", "end", "fact", "instance", "kind", "line",
    "minute", "moment", "order",
    "process", "purpose", "response", "result", "row", "term", "time", "turn", "view", "wake",
    "way",
  ]

  private static let spans: Set<String> = [
    "century", "day", "decade", "hour", "minute", "month", "quarter", "season", "week", "year",
  ]
}
