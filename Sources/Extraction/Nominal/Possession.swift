import Linguistics

extension NominalFacts {
  /// "SenseTime's valuation", "its phone": the possessor has the thing; a country's named company is
  /// from there; with an amount in front, the amount is the value of the thing.
  func possession(_ token: Int) -> [Fact] {
    var found: [Fact] = []
    let thing = token
    for owner in tree.children(of: thing, "nmod:poss") {
      var possessor = owner
      if tree[owner].xpos == "WP$" {
        guard let antecedent = antecedentOfWhose(thing) else { continue }
        possessor = antecedent
      }
      guard analysis.time(at: possessor, in: tree.index) == nil, !isMeasure(thing) else { continue }
      let mark = tree.children(of: owner, "case")
      // "his phone" says little; "his company" ties a person to a firm.
      if tree[possessor].upos == .pron, tree.name(at: thing) == nil,
        ClassNouns.type(of: tree.lemmas[thing]) == nil
      {
        continue
      }
      for possessor in builder.conjuncts(possessor) {
        if let kind = tree.name(at: thing)?.kind, tree.name(at: possessor)?.kind == .place {
          let label =
            kind == .place || ClassNouns.type(of: tree.lemmas[thing]) == "Place"
            ? "be in" : "be from"
          found.append(
            vouched(
              fact(
                thing, label, .phrase(possessor), at: thing, words: mark, rule: "nominal/country")))
        } else if let amount = amount(before: thing) {
          found.append(
            fact(
              possessor, "have " + tree.forms[thing] + " of", .amount(amount), at: thing,
              words: mark + [thing],
              rule: "nominal/amount"))
        } else if isOwnable(thing) {
          found.append(
            fact(
              possessor, "have", .phrase(thing), at: thing, words: mark, rule: "nominal/possession")
          )
        }
      }
    }
    return found
  }

  private func antecedentOfWhose(_ thing: Int) -> Int? {
    for ancestor in [thing] + tree.ancestors(of: thing)
    where tree.fullRelation(of: ancestor) == "acl:relcl" {
      return tree.head(of: ancestor)
    }
    return tree.relation(of: thing) == "appos" ? tree.head(of: thing) : nil
  }

  private static let deeds: Set<String> = [
    "rise", "fall", "growth", "decline", "loss", "attack", "arrest", "death", "birth", "visit",
    "move", "use", "return",
    "launch", "sale", "departure", "defeat", "victory", "win", "release", "request", "work", "help",
    "support", "failure",
    "success", "collapse", "murder", "trial", "speech", "claim", "demand", "refusal", "approach",
    "change", "start",
  ]

  private func amount(before thing: Int) -> Int? {
    tree.children(of: thing, "compound", "nummod", "amod", "nmod").first { child in
      child < thing
        && analysis.amount(at: child, in: tree.index).map {
          $0.unit != nil && !$0.tokens.contains(thing)
        } == true
    }
  }

  /// Whether having a thing says anything: not of deeds ("the city's destruction") nor of roles,
  /// which make a relation of their own.
  private func isOwnable(_ thing: Int) -> Bool {
    guard tree[thing].upos == .noun || tree.name(at: thing) != nil else { return false }
    let lemma = tree.lemmas[thing]
    guard !Roles.isRole(lemma), tree.name(at: thing)?.kind != .person else { return false }
    if [
      "own", "behalf", "part", "sake", "end", "way", "time", "place", "turn", "favor", "favour",
      "wake", "view", "case", "name",
    ].contains(lemma) {
      return false
    }
    if Self.deeds.contains(lemma) { return false }
    return !["tion", "sion", "ment", "ing", "ance", "ence", "al"].contains { lemma.hasSuffix($0) }
  }
}
