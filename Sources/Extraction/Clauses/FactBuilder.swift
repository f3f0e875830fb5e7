import Linguistics

/// Splits clauses into binary facts: each conjunct of subject and object makes a fact of its own.
struct FactBuilder {
  /// The document's analysis.
  let analysis: DocumentAnalysis
  /// The tree of the sentence.
  let tree: SentenceTree
  let labels: PredicateLabel
  let phrase: NounPhrase

  /// Creates a builder for a sentence.
  init(analysis: DocumentAnalysis, tree: SentenceTree) {
    self.analysis = analysis
    self.tree = tree
    labels = PredicateLabel(tree: tree)
    phrase = NounPhrase(tree: tree)
  }

  /// The facts of a clause, in order of its arguments.
  func facts(of clause: Clause) -> [Fact] {
    let subjects = conjuncts(clause.subject.possessed ?? clause.subject.head)
    return subjects.flatMap { facts(of: clause, subject: $0) }
  }

  private func facts(of clause: Clause, subject: Int) -> [Fact] {
    // "profits accumulated": a bare participle says nothing of its own.
    if clause.subject.source == .participle, clause.arguments.allSatisfy({ isTime($0.head) }) {
      return []
    }
    let label = labels.label(of: clause)
    if clause.kind == .existential {
      return [
        fact(
          clause, subject, "exist", clause.predicate, nil,
          details: details(of: clause, except: nil), rule: "clause/existential")
      ]
    }
    var found: [Fact] = []
    let central = clause.arguments.filter {
      [.object, .attribute, .content].contains($0.role) && !($0.role == .object && isTime($0.head))
        && !($0.role == .content && isRelativeContent($0.head))
        && !($0.role == .attribute && isObjectPredicate($0, of: clause))
    }
    for argument in central {
      found += centralFacts(clause, subject: subject, argument: argument, label: label)
    }
    if let whole = raisedObject(clause) {
      return [
        fact(
          clause, subject, label, clause.predicate, .words(whole),
          details: details(of: clause, except: nil).filter(\.isOblique),
          rule: "clause/raised-object")
      ]
    }
    let lead = central.first { $0.role == .object }
    for argument in clause.arguments where argument.role == .agent {
      for agent in conjuncts(argument.head) {
        found.append(
          fact(
            clause, subject, label + " by", clause.predicate + argument.marker, .phrase(agent),
            details: details(of: clause, except: argument.head), rule: "clause/passive"))
        let verb = clause.chain[clause.chain.count - 1]
        guard clause.chain.count == 1 else { continue }
        found.append(
          Fact(
            head: clause.head, subject: agent, source: .own, label: labels.active(verb),
            predicate: clause.predicate,
            object: .phrase(subject), details: details(of: clause, except: argument.head),
            rule: "clause/agent"))
      }
    }
    for argument in obliques(clause) {
      guard !isTime(argument.head), let link = link(argument) else { continue }
      if let lead, !standsAlone(argument) || leavesGap(lead) { continue }
      let middle = lead.flatMap(lightObject).map { " " + $0 } ?? ""
      if central.contains(where: { $0.role != .object }) { continue }
      // "in Europe with cities including Oslo": an accompaniment's examples are not what is done.
      let marks = argument.marker.map { tree.forms[$0] }
      for target in conjuncts(argument.head, withExamples: marks != ["with"]) {
        found.append(
          fact(
            clause, subject, label + middle + " " + link,
            clause.predicate + (lead.map { middle.isEmpty ? [] : [$0.head] } ?? [])
              + argument.marker,
            filler(target),
            details: lead == nil
              ? details(of: clause, except: argument.head) : leadDetail(lead, middle: middle),
            rule: lead == nil ? "clause/preposition" : "clause/object-preposition"))
      }
    }
    if found.isEmpty, let gerund = gerundArgument(clause) {
      found.append(
        fact(
          clause, subject, label + " " + tree.forms[gerund.mark], clause.predicate + [gerund.mark],
          .words(phrase.clauseTokens(gerund.head, without: [gerund.mark])), details: [],
          rule: "clause/gerund"))
    }
    if found.isEmpty,
      let time = clause.arguments.first(where: { $0.role == .object && isTime($0.head) })
    {
      found.append(
        fact(
          clause, subject, label, clause.predicate, .words(phrase.tokens(time.head, .whole)),
          details: details(of: clause, except: time.head), rule: "clause/time"))
    }
    if found.isEmpty {
      found.append(
        fact(
          clause, subject, label, clause.predicate, nil, details: details(of: clause, except: nil),
          rule: "clause/intransitive"))
    }
    return found
  }

  private func centralFacts(
    _ clause: Clause, subject: Int, argument: Clause.Argument, label: String
  ) -> [Fact] {
    let details = details(of: clause, except: argument.head)
    switch argument.role {
    case .content:
      let words = contentWords(argument, of: clause)
      // "the firms which they say will grow": what holds its own frame is no content.
      guard argument.head == clause.head || !words.contains(clause.head),
        !isTornOff(words, of: clause)
      else {
        return []
      }
      return [
        fact(
          clause, subject, label, clause.predicate, .words(words),
          details: details.filter(\.isOblique),
          rule: "clause/content")
      ]
    case .attribute:
      let link =
        argument.marker.isEmpty
        ? "" : " " + argument.marker.map { tree.forms[$0] }.joined(separator: " ")
      let isNoun = [.noun, .propn, .pron].contains(tree[argument.head].upos)
      return conjuncts(argument.head).filter { isLike($0, argument.head) }.map { target in
        let isNominal = [.noun, .propn, .pron].contains(tree[target].upos)
        let object: Fact.Filler =
          isNoun && isNominal ? filler(target) : .words(attributeWords(target, of: clause))
        return fact(
          clause, subject, label + link, clause.predicate + argument.marker, object,
          details: details,
          rule: clause.kind == .copula ? "clause/copula" : "clause/attribute")
      }
    default:
      // Who has rivals such as Acme does not have Acme.
      let isHaving = tree.lemmas[clause.chain[clause.chain.count - 1]] == "have"
      return conjuncts(argument.head, withExamples: !isHaving).map { target in
        fact(
          clause, subject, label, clause.predicate, filler(target), details: details,
          rule: argument.isAntecedent ? "clause/gap" : "clause/verb")
      }
    }
  }

  private func fact(
    _ clause: Clause, _ subject: Int, _ label: String, _ predicate: [Int], _ object: Fact.Filler?,
    details: [Fact.Detail], rule: String
  ) -> Fact {
    Fact(
      head: clause.head, subject: subject, source: clause.subject.source, label: label,
      predicate: predicate,
      object: object, details: details,
      hedge: clause.chain.dropLast().first { ModalWords.hedges(tree.lemmas[$0]) != nil },
      isOuter: clause.isOuter, rule: rule)
  }
}
