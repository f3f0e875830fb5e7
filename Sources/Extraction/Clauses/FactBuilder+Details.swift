import Linguistics

extension FactBuilder {
  func obliques(_ clause: Clause) -> [Clause.Argument] {
    clause.arguments.filter { $0.role == .oblique && !isAbsolute($0) && !isDoer($0) }
  }

  /// ", with more to come", "with many firms closing mines": a phrase that is set off with "with", or that
  /// has a participle of its own, tells of a scene of its own.
  private func isAbsolute(_ argument: Clause.Argument) -> Bool {
    guard let mark = argument.marker.first, tree.forms[mark] == "with", mark > 0 else {
      return false
    }
    return tree.forms[mark - 1] == ","
      || tree.children[argument.head].contains {
        tree.fullRelation(of: $0) == "acl" && isGerund($0)
      }
  }

  /// "only for the goal to be ruled out": who does what the infinitive tells, nobody for whom it is done.
  private func isDoer(_ argument: Clause.Argument) -> Bool {
    guard let mark = argument.marker.last, tree.forms[mark] == "for" else { return false }
    return tree.children(of: argument.head, "acl").contains { clause in
      clause > argument.head && tree.child(of: clause, "aux:pass") != nil
        && tree.children(of: clause, "mark").contains { tree.forms[$0] == "to" }
    }
  }

  func isTime(_ token: Int) -> Bool { analysis.time(at: token, in: tree.index) != nil }

  /// The preposition of an oblique as one string, or `nil` for none and for attributions.
  func link(_ argument: Clause.Argument) -> String? {
    let words = argument.marker.map { tree.forms[$0] }
    guard let first = words.first,
      !["according", "given", "including", "compared", "like", "such", "as", "than", "unlike"]
        .contains(first)
        || words == ["as"],
      // "added ten firms, among them Nordia": they are the firms.
      !(["among", "amongst"].contains(first) && tree[argument.head].upos == .pron),
      // "while their rivals are not" is a clause, "for, among other things," no preposition.
      tree[argument.marker[0]].upos != .sconj,
      !(argument.marker[0]...argument.marker[argument.marker.count - 1]).contains(
        where: tree.isPunctuation)
    else { return nil }
    return words.joined(separator: " ")
  }

  /// Whether an oblique beside an object is worth a fact of its own: a thing, not a manner.
  func standsAlone(_ argument: Clause.Argument) -> Bool {
    [.noun, .propn].contains(tree[argument.head].upos)
  }

  /// Whether a predicate without its object would say something else: names and pronouns cannot be
  /// taken into it, an amount or an antecedent need not.
  func leavesGap(_ object: Clause.Argument) -> Bool {
    !object.isAntecedent && lightObject(object) == nil
      && analysis.amount(at: object.head, in: tree.index) == nil
  }

  /// The head noun of an object that the predicate can take in: "lose customers in".
  func lightObject(_ object: Clause.Argument) -> String? {
    guard tree[object.head].upos == .noun, tree.name(at: object.head) == nil, !object.isAntecedent,
      analysis.amount(at: object.head, in: tree.index) == nil
    else { return nil }
    return tree.forms[object.head]
  }

  func leadDetail(_ lead: Clause.Argument?, middle: String) -> [Fact.Detail] {
    guard let lead, !lead.isAntecedent else { return [] }
    return [Fact.Detail(role: "object", filler: filler(lead.head))]
  }

  /// The circumstances of a clause as details.
  func details(of clause: Clause, except head: Int?) -> [Fact.Detail] {
    clause.arguments.compactMap { argument in
      guard argument.head != head else { return nil }
      switch argument.role {
      case .oblique:
        guard !isTime(argument.head), !isAbsolute(argument), let role = link(argument) else {
          return nil
        }
        return Fact.Detail(role: role, filler: filler(argument.head))
      case .indirectObject: return Fact.Detail(role: "recipient", filler: .phrase(argument.head))
      case .attribute where isObjectPredicate(argument, of: clause):
        return Fact.Detail(
          role: "as", filler: .words(phrase.trimmed(tree.subtree(of: argument.head))))
      case .agent: return Fact.Detail(role: "by", filler: .phrase(argument.head))
      case .infinitive:
        return Fact.Detail(
          role: "to", filler: .words(infinitiveWords(argument.head)))
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

  /// An infinitive without its "to".
  private func infinitiveWords(_ head: Int) -> [Int] {
    let mark = tree.children(of: head, "mark").first { tree.forms[$0] == "to" }
    return phrase.trimmed(tree.subtree(of: head).filter { $0 != mark })
  }

  func adverbialDetail(_ head: Int) -> Fact.Detail? {
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
