import Linguistics

extension FactBuilder {
  /// What is expected or allowed as a whole: "the price to rise" is no expected price.
  func raisedObject(_ clause: Clause) -> [Int]? {
    guard let verb = clause.chain.last, ModalWords.raisingToObject.contains(tree.lemmas[verb]),
      let object = clause.arguments.first(where: { $0.role == .object && !$0.isAntecedent }),
      let infinitive = clause.arguments.first(where: { $0.role == .infinitive }),
      infinitive.head > object.head,
      !(object.head..<infinitive.head).contains(where: { tree.forms[$0] == "," })
    else { return nil }
    return phrase.trimmed(
      (tree.subtree(of: object.head) + tree.subtree(of: infinitive.head)).sorted())
  }

  /// "…, said Texas, which means less strain": a relative clause that the parser took for content.
  func isRelativeContent(_ head: Int) -> Bool {
    tree.child(of: head, "nsubj").map { tree.forms[$0] == "which" } ?? false
  }

  /// Whether an attribute is of the object and not of the subject: "deemed the collision accidental".
  func isObjectPredicate(_ argument: Clause.Argument, of clause: Clause) -> Bool {
    clause.kind == .verb
      && clause.arguments.contains {
        $0.role == .object && $0.head < argument.head && !$0.isAntecedent
      }
  }

  /// A gerund with a preposition that completes the predicate: "adamant about containing it".
  func gerundArgument(_ clause: Clause) -> (head: Int, mark: Int)? {
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

  func isGerund(_ token: Int) -> Bool {
    tree[token].xpos == "VBG"
      || tree.children(of: token, "aux", "aux:pass").contains { tree[$0].xpos == "VBG" }
  }

  /// The words of a content clause; a clause that is itself the attribute of a copula leaves the
  /// copula and its subject out.
  func contentWords(_ argument: Clause.Argument, of clause: Clause) -> [Int] {
    var left = Set(argument.marker)
    if argument.head == clause.head {
      left.formUnion(clause.predicate)
      left.formUnion(tree.subtree(of: clause.subject.head))
      left.formUnion(
        tree.children[argument.head].filter { $0 < (clause.predicate.first ?? 0) }.flatMap {
          tree.subtree(of: $0)
        })
    }
    if tree.head(of: clause.head) == argument.head { left.formUnion(tree.subtree(of: clause.head)) }
    return wholeQuotation(of: argument.head, beside: clause)
      ?? phrase.clauseTokens(argument.head, without: left)
  }

  /// "said owners | whose titles were in order", "stressed it was up to them | to decide": a clause that lost
  /// its noun is no content; nor is a question put straight: "the problem is | who would pay".
  func isTornOff(_ words: [Int], of clause: Clause) -> Bool {
    guard let first = words.first else { return true }
    if tree[first].xpos == "WP$" || tree.forms[first] == "which" { return true }
    if tree.forms[first] == "to", clause.kind == .verb { return true }
    return ["WP", "WRB"].contains(tree[first].xpos) && words.count > 2
      && tree[words[1]].upos == .aux && [.pron, .noun, .propn].contains(tree[words[2]].upos)
  }

  /// All that stands between the quotation marks around a content clause, although the parser hung parts
  /// of it elsewhere: “"In the north laying pipes is a task," he said”; `nil` if the clause is not all in
  /// one quotation, or the frame stands in it.
  private func wholeQuotation(of content: Int, beside clause: Clause) -> [Int]? {
    guard let quotation = tree.onlyQuotation, quotation.contains(content),
      !quotation.contains(clause.head), !quotation.contains(clause.subject.head)
    else { return nil }
    let frame = tree.head(of: clause.head) == content ? tree.subtree(of: clause.head) : []
    let isWithin = tree.subtree(of: content).allSatisfy {
      quotation.contains($0) || tree.isPunctuation($0) || frame.contains($0)
    }
    return isWithin ? phrase.trimmed(Array(quotation)) : nil
  }
}
