/// The passes over noun phrases.
extension MentionClusters {
  /// How many sentences back a noun phrase may look.
  private static let reach = 4

  /// Joins appositions: "Xu Bing, the 29-year-old co-founder".
  mutating func joinAppositions() {
    for i in mentions.indices {
      guard let head = mentions[i].appositionTo,
        let other = ofSentence[mentions[i].sentence].first(where: { mentions[$0].head == head }),
        fitsAsApposition(other, i)
      else { continue }
      join(other, i)
    }
  }

  private func fitsAsApposition(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (mentions[left], mentions[right])
    guard a.kind != .pronoun, b.kind != .pronoun, !overlap(left, right) else { return false }
    // Two names beside each other are one thing only if nothing is known against it.
    if a.kind == .name, b.kind == .name { return false }
    if let x = kind(of: left), let y = kind(of: right), x != y { return false }
    if a.nameKind == .place, b.kind == .nominal, b.nameKind == nil { return false }
    if a.number == .plural && b.number == .singular || a.number == .singular && b.number == .plural
    {
      return false
    }
    if let x = gender(of: left), let y = gender(of: right), x != y { return false }
    return b.nameKind != nil || a.nameKind != nil || b.definiteness == .definite
  }

  /// Joins a definite noun phrase to an earlier one with the same head whose modifiers say no less.
  mutating func joinSameHeads() {
    for i in mentions.indices
    where mentions[i].kind == .nominal && mentions[i].definiteness == .definite {
      guard cluster(of: i).first == i else { continue }
      let mention = mentions[i]
      search: for sentence in stride(
        from: mention.sentence, through: max(0, mention.sentence - 8), by: -1)
      {
        for j in ofSentence[sentence].reversed() where j < i && !overlap(i, j) {
          let other = mentions[j]
          guard other.kind == .nominal, other.headLemma == mention.headLemma,
            other.number == mention.number,
            other.definiteness != .bare
              || mention.number == .plural && sentence >= mention.sentence - 2,
            mention.modifiers.subtracting(Self.emptyModifiers).isSubset(of: words(of: j)),
            !hasOtherOwner(i, j)
          else { continue }
          join(j, i)
          break search
        }
      }
    }
  }

  private static let emptyModifiers: Set<String> = ["same", "very", "whole", "own"]

  /// The words that modify the nouns of a cluster, and those of its names.
  private func words(of mention: Int) -> Set<String> {
    cluster(of: mention).reduce(into: []) {
      $0.formUnion(mentions[$1].modifiers)
      $0.formUnion(mentions[$1].nameWords)
    }
  }

  /// Whether both phrases have owners ("its founder", "Megvii's founder") that are not the same.
  private func hasOtherOwner(_ left: Int, _ right: Int) -> Bool {
    guard let a = owner(of: left) else { return false }
    guard let b = owner(of: right) else {
      return mentions[left].definiteness == .definite && a >= 0
    }
    if a == b { return false }
    guard a >= 0, b >= 0 else { return true }
    return clusterOf[a] != clusterOf[b]
  }

  /// The mention that owns a phrase; -1 for an owner that is no mention; `nil` for none.
  func owner(of mention: Int) -> Int? {
    let m = mentions[mention]
    let tree = trees[m.sentence]
    guard
      let child = tree.children[m.head].first(where: {
        tree.tokens[$0].relation.full == "nmod:poss"
      })
    else { return nil }
    return ofSentence[m.sentence].first { mentions[$0].head == child } ?? -1
  }

  /// Joins "the company" and "the country" to the name they stand for.
  mutating func joinNominalsToNames() {
    for i in mentions.indices
    where mentions[i].kind == .nominal && mentions[i].definiteness == .definite
      && mentions[i].number != .plural && cluster(of: i).first == i && owner(of: i) == nil
    {
      guard let wanted = mentions[i].nameKind, let antecedent = antecedent(ofNominal: i, wanted)
      else {
        continue
      }
      join(antecedent, i)
    }
  }

  private func antecedent(ofNominal index: Int, _ wanted: NameSpan.Kind) -> Int? {
    let mention = mentions[index]
    // Words that narrow the noun must be known of the name: "the Chinese company".
    var best: (mention: Int, score: Int)?
    var seen = Set<Int>()
    for sentence in max(0, mention.sentence - Self.reach)...mention.sentence {
      for j in ofSentence[sentence] where j < index && !overlap(index, j) {
        guard mentions[j].kind == .name, kind(of: j) == wanted, answers(j, to: mention) else {
          continue
        }
        let distance = mention.sentence - sentence
        var score = 40 - 8 * distance - 4 * mentions[j].role.rawValue
        score += min(cluster(of: j).count, 5)
        if sentence == mention.sentence, inSameClause(index, j) { score -= 30 }
        if best == nil || score >= best?.score ?? 0 { best = (j, score) }
        seen.insert(clusterOf[j])
      }
    }
    guard let best, best.score > 8 else { return nil }
    return best.mention
  }

  /// Whether a name can be called by a noun.
  private func answers(_ name: Int, to mention: MentionCandidate) -> Bool {
    let noun = mention.headLemma
    let words = words(of: name)
    switch kind(of: name) {
    case .organization:
      if words.contains(noun) { return true }
      if hasProperty(name, noun) { return true }
      guard NounClasses.businesses.contains(noun) || noun == "group",
        mention.modifiers.isEmpty || mention.modifiers.isSubset(of: words)
          || NounClasses.businesses.contains(noun) && noun != "company" && noun != "firm"
      else { return false }
      return !words.contains { NounClasses.bodies.contains($0) && $0 != "group" && $0 != "bank" }
    case .place:
      if words.contains(noun) { return true }
      guard mention.modifiers.isEmpty else { return false }
      if noun == "country" || noun == "nation" {
        return hasProperty(name, noun) || isLikelyCountry(name)
      }
      if noun == "city" || noun == "town" {
        return hasProperty(name, noun) || !isLikelyCountry(name)
      }
      return hasProperty(name, noun)
    case .person: return hasProperty(name, noun)
    case nil: return false
    }
  }

  /// Whether a noun in the cluster, or beside one of its names, is the word: "CEO Ann Lee".
  private func hasProperty(_ name: Int, _ noun: String) -> Bool {
    for member in cluster(of: name) {
      let mention = mentions[member]
      if mention.kind == .nominal, mention.headLemma == noun { return true }
      guard mention.kind == .name else { continue }
      let tree = trees[mention.sentence]
      if mention.tokens.lowerBound > 0,
        tree.tokens[mention.tokens.lowerBound - 1].lemma.lowercased() == noun
      {
        return true
      }
      // "Ann Lee is the chief executive."
      let predicate = tree.tokens[mention.head].head
      if mention.role == .subject, tree.tokens.indices.contains(predicate),
        tree.tokens[predicate].lemma.lowercased() == noun,
        !tree.children(predicate, ["cop"]).isEmpty
      {
        return true
      }
    }
    return false
  }

  /// Whether a place looks like a country: an alias is known, or it owns or acts.
  private func isLikelyCountry(_ name: Int) -> Bool {
    cluster(of: name).contains { member in
      let mention = mentions[member]
      guard mention.kind == .name else { return false }
      if NameComparison.aliases[mention.nameWords.joined(separator: " ")] != nil { return true }
      return mention.role == .subject
    }
  }

  func inSameClause(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (mentions[left], mentions[right])
    guard a.sentence == b.sentence else { return false }
    let tree = trees[a.sentence]
    return tree.clause(of: a.head) == tree.clause(of: b.head)
  }
}
