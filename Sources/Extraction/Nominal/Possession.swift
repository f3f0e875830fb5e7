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
        } else if isOwnable(thing, by: possessor), !isOneName(possessor, thing) {
          found.append(
            fact(
              possessor, "have", .phrase(thing), at: thing, words: mark, rule: "nominal/possession")
          )
        }
      }
    }
    return found
  }

  /// Whether owner and thing are parts of one title: "BBC One's Breakfast With Frost".
  private func isOneName(_ owner: Int, _ thing: Int) -> Bool {
    guard let name = tree.name(at: thing) else { return false }
    return name.tokens.contains(owner)
  }

  private func antecedentOfWhose(_ thing: Int) -> Int? {
    for ancestor in [thing] + tree.ancestors(of: thing)
    where tree.fullRelation(of: ancestor) == "acl:relcl" {
      return tree.head(of: ancestor)
    }
    return tree.relation(of: thing) == "appos" ? tree.head(of: thing) : nil
  }

  private func amount(before thing: Int) -> Int? {
    tree.children(of: thing, "compound", "nummod", "amod", "nmod").first { child in
      child < thing
        && analysis.amount(at: child, in: tree.index).map {
          isWorth($0.unit) && !$0.tokens.contains(thing)
        } == true
    }
  }

  /// Whether an amount is money or a percentage: a "25-yard strike" has no value.
  private func isWorth(_ unit: String?) -> Bool {
    guard let unit else { return false }
    return unit == "percent" || unit.utf8.count == 3 && unit.utf8.allSatisfy { $0 < 0x5B }
  }

  /// Nouns of what is held for long and can be pointed at.
  private static let holdings: Set<String> = [
    "account", "airport", "album", "asset", "base", "brand", "building", "business", "campus",
    "car", "centre", "center", "child", "debt", "degree", "factory", "farm", "film", "fleet",
    "garage", "garden", "headquarters", "house", "label", "laboratory", "lab", "land",
    "library", "licence", "license", "mine", "museum", "network", "office", "park", "patent",
    "phone", "plane", "plant", "port", "portfolio", "property", "refinery", "restaurant", "revenue",
    "school", "shareholding", "ship", "shop", "showroom", "site", "stake", "stadium",
    "station", "store", "studio", "subsidiary", "theatre", "theater", "warehouse", "website",
    "workforce", "yacht",
  ]

  /// Whether having a thing says more than the phrase does: it is a holding or has a name of its own.
  ///
  /// "The city's destruction", "his mind" and "the world's economies" name a
  /// thing by another and tell nothing else; roles make a relation of their own.
  private func isOwnable(_ thing: Int, by owner: Int) -> Bool {
    guard tree[thing].upos == .noun || tree.name(at: thing) != nil else { return false }
    let lemma = tree.lemmas[thing]
    guard !Roles.isRole(lemma), tree.name(at: thing)?.kind != .person,
      !tree.children(of: thing, "amod").contains(where: {
        ["former", "late", "old", "then"].contains(tree.lemmas[$0])
      })
    else { return false }
    if tree[owner].upos == .pron {
      // "Its" and "their" look far back, and what is theirs is told of many.
      guard !["its", "their"].contains(tree.forms[owner]) else { return false }
      return ClassNouns.type(of: lemma) == "Organization" || tree.name(at: thing) != nil
    }
    guard tree.name(at: owner) != nil else { return false }
    // "Acme's other ships": said of what is told elsewhere.
    return Self.holdings.contains(lemma) && tree[thing].xpos == "NN" || tree.name(at: thing) != nil
  }
}
