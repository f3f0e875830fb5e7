import Linguistics

/// Splits clauses into binary facts: each conjunct of subject and object makes a fact of its own.
struct FactBuilder {
  /// The document's analysis.
  let analysis: DocumentAnalysis
  /// The tree of the sentence.
  let tree: SentenceTree
  private let labels: PredicateLabel
  private let phrase: NounPhrase

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
    if clause.subject.source == .participle, clause.arguments.isEmpty { return [] }
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
      for target in conjuncts(argument.head) {
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

  /// What is expected or allowed as a whole: "the price to rise" is no expected price.
  private func raisedObject(_ clause: Clause) -> [Int]? {
    guard let verb = clause.chain.last, ModalWords.raisingToObject.contains(tree.lemmas[verb]),
      let object = clause.arguments.first(where: { $0.role == .object && !$0.isAntecedent }),
      let infinitive = clause.arguments.first(where: { $0.role == .infinitive }),
      infinitive.head > object.head
    else { return nil }
    return phrase.trimmed(
      (tree.subtree(of: object.head) + tree.subtree(of: infinitive.head)).sorted())
  }

  /// "…, said Texas, which means less strain": a relative clause that the parser took for content.
  private func isRelativeContent(_ head: Int) -> Bool {
    tree.child(of: head, "nsubj").map { tree.forms[$0] == "which" } ?? false
  }

  /// Whether an attribute is of the object and not of the subject: "deemed the collision accidental".
  private func isObjectPredicate(_ argument: Clause.Argument, of clause: Clause) -> Bool {
    clause.kind == .verb
      && clause.arguments.contains {
        $0.role == .object && $0.head < argument.head && !$0.isAntecedent
      }
  }

  /// A gerund with a preposition that completes the predicate: "adamant about containing it".
  private func gerundArgument(_ clause: Clause) -> (head: Int, mark: Int)? {
    for argument in clause.arguments
    where argument.role == .adverbialClause && argument.head > clause.head {
      guard isGerund(argument.head), tree.child(of: argument.head, "nsubj") == nil,
        let mark = tree.child(of: argument.head, "mark", "case"),
        ["about", "at", "of", "in", "on", "from", "for", "against", "to", "into", "with"].contains(
          tree.forms[mark])
      else { continue }
      return (argument.head, mark)
    }
    return nil
  }

  private func isGerund(_ token: Int) -> Bool {
    tree[token].xpos == "VBG"
      || tree.children(of: token, "aux", "aux:pass").contains { tree[$0].xpos == "VBG" }
  }

  private func centralFacts(
    _ clause: Clause, subject: Int, argument: Clause.Argument, label: String
  ) -> [Fact] {
    let details = details(of: clause, except: argument.head)
    switch argument.role {
    case .content:
      let words = contentWords(argument, of: clause)
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
      return conjuncts(argument.head).map { target in
        let isNominal = [.noun, .propn, .pron].contains(tree[target].upos)
        let object: Fact.Filler =
          isNoun && isNominal ? filler(target) : .words(attributeWords(target, of: clause))
        return fact(
          clause, subject, label + link, clause.predicate + argument.marker, object,
          details: details,
          rule: clause.kind == .copula ? "clause/copula" : "clause/attribute")
      }
    default:
      return conjuncts(argument.head).map { target in
        fact(
          clause, subject, label, clause.predicate, filler(target), details: details,
          rule: argument.isAntecedent ? "clause/gap" : "clause/verb")
      }
    }
  }

  /// The words of a content clause; a clause that is itself the attribute of a copula leaves the
  /// copula and its subject out.
  private func contentWords(_ argument: Clause.Argument, of clause: Clause) -> [Int] {
    var left = Set(argument.marker)
    if argument.head == clause.head {
      left.formUnion(clause.predicate)
      left.formUnion(tree.subtree(of: clause.subject.head))
      left.formUnion(
        tree.children[argument.head].filter { $0 < (clause.predicate.first ?? 0) }.flatMap {
          tree.subtree(of: $0)
        })
    }
    return phrase.clauseTokens(argument.head, without: left)
  }

  private func fact(
    _ clause: Clause, _ subject: Int, _ label: String, _ predicate: [Int], _ object: Fact.Filler?,
    details: [Fact.Detail], rule: String
  ) -> Fact {
    Fact(
      head: clause.head, subject: subject, source: clause.subject.source, label: label,
      predicate: predicate,
      object: object, details: details, isOuter: clause.isOuter, rule: rule)
  }

  /// A head and the nouns coordinated with it.
  func conjuncts(_ head: Int) -> [Int] {
    let apposition = tree.children(of: head, "appos").first { phrase.isSetOff($0) }
    let joined = tree.children(of: head, "conj").filter {
      !tree.isClauseHead($0) && tree[$0].upos != .verb && $0 < (apposition ?? tree.count)
        && !isDenied($0) && !isFragment($0) && !isOneName(head, $0) && !isMixed(head, $0)
    }
    return [head] + joined + examples(of: head)
  }

  /// Whether one name covers both: "the Qualifications and Curriculum Authority".
  private func isOneName(_ a: Int, _ b: Int) -> Bool {
    tree.name(at: a).map { $0.tokens.contains(b) } ?? false
  }

  /// Whether an amount is joined to a thing, which only a misread tree does.
  private func isMixed(_ a: Int, _ b: Int) -> Bool {
    (analysis.amount(at: a, in: tree.index) == nil)
      != (analysis.amount(at: b, in: tree.index) == nil)
      && (tree.name(at: a) != nil || tree.name(at: b) != nil)
  }

  /// What a plural names as its examples: "investors including SoftBank and Temasek".
  func examples(of head: Int) -> [Int] {
    guard ["NNS", "NNPS"].contains(tree[head].xpos) else { return [] }
    return tree.children(of: head, "nmod").filter { child in
      guard let mark = tree.child(of: child, "case"), mark > head else { return false }
      let next = tree.children(of: mark, "fixed").map { tree.forms[$0] }
      return tree.forms[mark] == "including" || tree.forms[mark] == "such" && next == ["as"]
    }.flatMap { conjuncts($0) }
  }

  /// Whether a conjunct is only a piece of the name before it: "Temasek Holdings Pte.".
  private func isFragment(_ part: Int) -> Bool {
    tree.children[part].isEmpty && tree.forms[part].hasSuffix(".") && tree[part].upos == .propn
  }

  /// "but not the hardware": a conjunct that is left out.
  private func isDenied(_ token: Int) -> Bool {
    tree.subtree(of: token).contains { $0 < token && ModalWords.negations.contains(tree.forms[$0]) }
      || token > 0 && ModalWords.negations.contains(tree.forms[token - 1])
  }

  /// An amount if one covers the token, else its phrase.
  func filler(_ token: Int) -> Fact.Filler {
    if let amount = analysis.amount(at: token, in: tree.index),
      amount.unit != nil || !hasNoun(token, in: amount.tokens)
    {
      return .amount(token)
    }
    return .phrase(token)
  }

  private func hasNoun(_ token: Int, in range: Range<Int>) -> Bool { tree[token].upos == .noun }

  private func attributeWords(_ target: Int, of clause: Clause) -> [Int] {
    let skipped = Set(clause.predicate)
    return phrase.trimmed(
      tree.subtree(of: target) { child, parent in
        guard parent == target else { return false }
        return skipped.contains(child)
          || [
            "nsubj", "csubj", "cop", "aux", "mark", "conj", "cc", "parataxis", "advcl", "expl",
            "discourse", "case", "punct",
          ].contains(tree.relation(of: child))
          || child < (tree.child(of: target, "cop", "nsubj") ?? 0)
          || tree.relation(of: child) == "obl" && child < target
      })
  }

  private func obliques(_ clause: Clause) -> [Clause.Argument] {
    clause.arguments.filter { $0.role == .oblique }
  }

  private func isTime(_ token: Int) -> Bool { analysis.time(at: token, in: tree.index) != nil }

  /// The preposition of an oblique as one string, or `nil` for none and for attributions.
  private func link(_ argument: Clause.Argument) -> String? {
    let words = argument.marker.map { tree.forms[$0] }
    guard let first = words.first,
      !["according", "given", "including", "compared", "like", "such", "as", "than"].contains(first)
        || words == ["as"]
    else { return nil }
    return words.joined(separator: " ")
  }

  /// Whether an oblique beside an object is worth a fact of its own: a thing, not a manner.
  private func standsAlone(_ argument: Clause.Argument) -> Bool {
    [.noun, .propn].contains(tree[argument.head].upos)
  }

  /// Whether a predicate without its object would say something else: names and pronouns cannot be
  /// taken into it, an amount or an antecedent need not.
  private func leavesGap(_ object: Clause.Argument) -> Bool {
    !object.isAntecedent && lightObject(object) == nil
      && analysis.amount(at: object.head, in: tree.index) == nil
  }

  /// The head noun of an object that the predicate can take in: "lose customers in".
  private func lightObject(_ object: Clause.Argument) -> String? {
    guard tree[object.head].upos == .noun, tree.name(at: object.head) == nil, !object.isAntecedent,
      analysis.amount(at: object.head, in: tree.index) == nil
    else { return nil }
    return tree.forms[object.head]
  }

  private func leadDetail(_ lead: Clause.Argument?, middle: String) -> [Fact.Detail] {
    guard let lead, !lead.isAntecedent else { return [] }
    return [Fact.Detail(role: "object", filler: filler(lead.head))]
  }

  /// The circumstances of a clause as details.
  func details(of clause: Clause, except head: Int?) -> [Fact.Detail] {
    clause.arguments.compactMap { argument in
      guard argument.head != head else { return nil }
      switch argument.role {
      case .oblique:
        guard !isTime(argument.head), let role = link(argument) else { return nil }
        return Fact.Detail(role: role, filler: filler(argument.head))
      case .indirectObject: return Fact.Detail(role: "recipient", filler: .phrase(argument.head))
      case .attribute where isObjectPredicate(argument, of: clause):
        return Fact.Detail(
          role: "as", filler: .words(phrase.trimmed(tree.subtree(of: argument.head))))
      case .agent: return Fact.Detail(role: "by", filler: .phrase(argument.head))
      case .infinitive:
        return Fact.Detail(
          role: "purpose", filler: .words(phrase.trimmed(tree.subtree(of: argument.head))))
      case .adverb:
        guard tree.forms[argument.head].hasSuffix("ly"),
          !["only", "early", "daily", "weekly", "monthly", "yearly", "likely"].contains(
            tree.forms[argument.head]), !isTime(argument.head)
        else { return nil }
        return Fact.Detail(
          role: "manner", filler: .words(phrase.trimmed(tree.subtree(of: argument.head))))
      case .adverbialClause: return adverbialDetail(argument.head)
      default: return nil
      }
    }
  }

  private func adverbialDetail(_ head: Int) -> Fact.Detail? {
    let roles = [
      "to": "purpose", "from": "from", "by": "manner", "because": "reason", "since": "reason",
      "as": "reason",
      "if": "condition", "unless": "unless",
      "without": "without", "when": "when", "while": "while", "after": "after", "before": "before",
      "until": "until",
    ]
    for child in tree.children(of: head, "mark", "advmod", "case") {
      if let role = roles[tree.forms[child]] {
        return Fact.Detail(
          role: role, filler: .words(phrase.trimmed(tree.subtree(of: head).filter { $0 != child })))
      }
    }
    return nil
  }
}
