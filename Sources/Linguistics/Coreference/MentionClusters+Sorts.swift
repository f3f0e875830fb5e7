/// The pass over nouns that tell the sort of a thing with a name: "the phone" for the Orion 4.
extension MentionClusters {
  /// How many sentences back such a noun may look, and how many for what the document is about.
  private static let reach = 5

  /// Joins names that stand before the noun of their sort with the phrase ("an Orion 4 phone"), and then definite
  /// phrases of that sort with the name.
  ///
  /// A name is of a sort if a phrase joined with it says so, or its own letters do ("iPhone"). What the document
  /// is about may be of any, if it is written as a product's name ("the device" for the iPod).
  ///
  /// - Complexity: O(*n*) in the mentions for each phrase of a sort.
  mutating func joinSorts() {
    for i in mentions.indices
    where isOfSort(i) && !isNamed(i) && ThingSorts.isMachine(mentions[i].headLemma) {
      if let name = nameInside(i) { join(name, i) }
    }
    let focus = productFocus()
    for i in mentions.indices
    where isOfSort(i) && mentions[i].definiteness == .definite && mentions[i].number != .plural
      && !mentions[i].isBackground && clusterOf[i] == i && !isNamed(i) && owner(of: i) == nil
      && !isPredicate(i)
    {
      guard let name = antecedent(ofSort: i, focus: focus) else { continue }
      join(name, i)
    }
  }

  private func isOfSort(_ index: Int) -> Bool {
    mentions[index].kind == .nominal
      && !ThingSorts.companions(of: mentions[index].headLemma).isEmpty
  }

  /// The name of no person, body or place that stands before a phrase's head as what it is called, unless the phrase
  /// counts several or tells one from others: "two Orion 4 phones", "the first Orion 4".
  private func nameInside(_ index: Int) -> Int? {
    let mention = mentions[index]
    let tree = trees[mention.sentence]
    guard mention.modifiers.isDisjoint(with: Self.ordinals),
      tree.children(mention.head, ["nummod"]).allSatisfy({ child in
        ofSentence[mention.sentence].contains {
          mentions[$0].kind == .name && mentions[$0].tokens.contains(child)
        }
      })
    else { return nil }
    if mention.headLemma == "player", mention.modifiers.isDisjoint(with: ThingSorts.media) {
      return nil
    }
    return ofSentence[mention.sentence].last { j in
      let name = mentions[j]
      return name.kind == .name && name.nameKind == nil && kind(of: j) == nil
        && name.tokens.upperBound <= mention.head && mention.extent.contains(name.head)
        && tree.tokens[name.head].head == mention.head
        && ["compound", "nummod"].contains(tree.tokens[name.head].relation.universal)
    }.flatMap { isMake($0) && isLastName($0, before: mention.head, in: tree) ? $0 : nil }
  }

  /// Whether no other name stands between a name and the noun of its sort: in "an Acme P8 phone" Acme is the maker.
  private func isLastName(_ name: Int, before head: Int, in tree: SentenceTree) -> Bool {
    tree.tokens[mentions[name].tokens.upperBound..<head].allSatisfy {
      $0.upos != .propn && $0.upos != .num
    }
  }

  /// Whether a name may be that of a make: it has more than a letter, and is not what many makes have.
  private func isMake(_ name: Int) -> Bool {
    let words = mentions[name].nameWords
    return words.joined().utf8.count > 1 && !words.contains { ThingSorts.technologies.contains($0) }
  }

  /// The only name that may be meant by a definite phrase, or the best of several.
  private func antecedent(ofSort index: Int, focus: Int?) -> Int? {
    let mention = mentions[index]
    let sort = ThingSorts.companions(of: mention.headLemma)
    var scores: [Int: (mention: Int, score: Int)] = [:]
    for sentence in max(0, mention.sentence - Self.reach)...mention.sentence {
      for j in ofSentence[sentence] where j < index && !overlap(index, j) {
        guard isNamed(j), kind(of: j) == nil, mentions[j].kind != .pronoun,
          !mentions[j].isCoordinated,
          isKnown(j, asOneOf: sort) || ThingSorts.isMachine(mention.headLemma) && isProduct(j),
          canBeCalled(j, index)
        else { continue }
        if sentence == mention.sentence, inSameClause(index, j) { continue }
        let distance = mention.sentence - sentence
        var score = 40 - 8 * distance - 4 * mentions[j].role.rawValue + min(size(of: j), 8)
        if clusterOf[j] == focus { score += 12 }
        let key = clusterOf[j]
        if score >= scores[key]?.score ?? 0 { scores[key] = (j, score) }
      }
    }
    let ranked = scores.values.sorted { ($0.score, $0.mention) > ($1.score, $1.mention) }
    // What is near may be of the sort, though nothing says so.
    guard let best = ranked.first,
      isKnown(best.mention, asOneOf: sort) || clusterOf[best.mention] == focus
    else {
      return nil
    }
    if ranked.count > 1, best.score - ranked[1].score < 6 { return nil }
    return isOneOfSeveral(index, beside: best.mention) ? nil : best.mention
  }

  /// Whether an earlier phrase speaks of another thing by the same noun, so that the document has two of the sort.
  private func isOneOfSeveral(_ index: Int, beside name: Int) -> Bool {
    mentions[..<index].indices.contains { j in
      mentions[j].kind == .nominal && mentions[j].headLemma == mentions[index].headLemma
        && mentions[j].number == .singular && mentions[j].definiteness != .bare
        && clusterOf[j] != clusterOf[name] && clusterOf[j] != clusterOf[index]
    }
  }

  /// Whether a name is known to be of a sort.
  private func isKnown(_ name: Int, asOneOf sort: Set<String>) -> Bool {
    let known = summary(of: name)
    if !known.properties.isDisjoint(with: sort) { return true }
    return known.words.contains { word in
      sort.contains { $0.utf8.count > 4 && word.utf8.count > $0.utf8.count && word.hasSuffix($0) }
    }
  }

  /// Whether nothing in a phrase tells it from a name: no contrast, no name that the thing does not have.
  private func canBeCalled(_ name: Int, _ index: Int) -> Bool {
    let mention = mentions[index]
    let tree = trees[mention.sentence]
    let words = summary(of: name).words
    let others = Self.contrasts.union(Self.ordinals)
    guard mention.modifiers.isDisjoint(with: others) else { return false }
    return tree.children[mention.head].filter { $0 < mention.head }.allSatisfy { child in
      let token = tree.tokens[child]
      switch token.relation.universal {
      case "det": return true
      case "amod": return token.xpos != "NNP" && !others.contains(token.form.lowercased())
      case "compound", "nummod", "nmod": return words.contains(token.form.lowercased())
      default: return true
      }
    }
  }

  /// The name that a document is about among those of no person, body or place, if it is written as a product's: with a
  /// digit, or a capital inside.
  private func productFocus() -> Int? {
    var counts: [Int: Int] = [:]
    for i in mentions.indices where mentions[i].kind == .name && kind(of: i) == nil {
      counts[clusterOf[i], default: 0] += 1
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first, best.value >= 3, mentions[best.key].sentence <= Self.reach,
      ranked.count < 2 || best.value >= 2 * ranked[1].value
    else { return nil }
    return isProduct(best.key) ? best.key : nil
  }

  /// Whether a name is written as a product's: with a digit, a capital inside, or in capitals.
  private func isProduct(_ name: Int) -> Bool {
    guard mentions[name].kind == .name, isMake(name) else { return false }
    return trees[mentions[name].sentence].tokens[mentions[name].tokens].contains {
      NameSpelling.hasInnerCapital($0.form) || NameSpelling.isDesignation($0.form)
        || $0.form.utf8.contains { (0x30...0x39).contains($0) }
        || $0.form.utf8.count > 1 && $0.form.utf8.allSatisfy(SentenceStarters.isCapital)
    }
  }

  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "next", "last", "final", "original", "older",
    "rival",
  ]
}
