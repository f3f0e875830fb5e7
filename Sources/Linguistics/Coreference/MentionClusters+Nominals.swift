/// The passes over noun phrases.
extension MentionClusters {
  /// How many sentences back a noun phrase may look.
  private static let reach = 4
  /// What it is worth for an antecedent to be what the document is about: more than a sentence's
  /// distance.
  private static let focusBonus = 12

  /// Joins appositions: "Xu Bing, the 29-year-old co-founder".
  mutating func joinAppositions() {
    for i in mentions.indices where !mentions[i].isBackground {
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
    let isUnsure = a.kind == .name && a.nameWords.count == 1
    if let x = kind(of: left), let y = kind(of: right), x != y, !isUnsure { return false }
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
    where mentions[i].kind == .nominal && mentions[i].definiteness == .definite
      && !mentions[i].isBackground
    {
      // Bodies and places are weighed against names in the next pass.
      let isWeighed =
        mentions[i].number != .plural && owner(of: i) == nil
        && (mentions[i].nameKind == .organization || mentions[i].nameKind == .place)
      guard clusterOf[i] == i || mentions[i].appositionTo != nil, !isWeighed,
        !isPredicate(i)
      else {
        continue
      }
      let mention = mentions[i]
      var antecedents: [Int] = []
      for sentence in stride(
        from: mention.sentence, through: max(0, mention.sentence - 8), by: -1)
      {
        for j in ofSentence[sentence].reversed() where j < i && !overlap(i, j) {
          let other = mentions[j]
          guard other.kind == .nominal, other.headLemma == mention.headLemma, !isPredicate(j),
            other.number == mention.number,
            other.definiteness != .bare
              || mention.number == .plural && sentence >= mention.sentence - 2,
            addsNothing(i, to: j), !hasOtherOwner(i, j), !isToldApart(i, from: j)
          else { continue }
          antecedents.append(j)
        }
      }
      if let nearest = antecedents.first,
        antecedents.allSatisfy({ clusterOf[$0] == clusterOf[nearest] })
          || isTakenUp(nearest, by: i, among: antecedents)
      {
        join(nearest, i)
      }
    }
  }

  /// Whether a phrase takes up the nearest of several things that it could mean.
  ///
  /// It does where that is one thing, spoken of as known a sentence or two before; else it is left open which.
  private func isTakenUp(_ nearest: Int, by later: Int, among antecedents: [Int]) -> Bool {
    mentions[later].number == .singular && mentions[nearest].definiteness == .definite
      && mentions[later].sentence - mentions[nearest].sentence <= 2
      && antecedents.allSatisfy { mentions[$0].modifiers.isDisjoint(with: Self.contrasts) }
  }

  /// Whether the modifiers of a later phrase are known of the earlier; an apposition may bring new
  /// ones ("Ann Lee, the 40-year-old founder") to a thing that has no name yet.
  private func addsNothing(_ later: Int, to earlier: Int) -> Bool {
    let mention = mentions[later]
    if clusterOf[later] != later {
      return clusterOf[later] != clusterOf[earlier] && mention.number == .singular
        && mention.nameKind == .person && !isNamed(earlier)
        && mentions[earlier].definiteness == .definite
        && mentions[earlier].sentence >= mention.sentence - 4
    }
    return mention.modifiers.subtracting(Self.emptyModifiers).isSubset(
      of: summary(of: earlier).words)
  }

  /// Whether a later phrase says behind its head which thing it is, in words that the earlier does not have ("the
  /// partner of Ann Lee" after "a partner"), or the earlier is told from what the text is about: "a similar fire".
  private func isToldApart(_ later: Int, from earlier: Int) -> Bool {
    let (a, b) = (mentions[earlier], mentions[later])
    if !a.modifiers.isDisjoint(with: Self.contrasts.subtracting(b.modifiers)) { return true }
    let known = Set(trees[a.sentence].tokens[a.extent].map { $0.lemma.lowercased() })
    return trees[b.sentence].tokens[b.extent].dropFirst(b.head + 1 - b.extent.lowerBound).contains {
      [.noun, .propn].contains($0.upos) && !known.contains($0.lemma.lowercased())
    }
  }

  /// Modifiers of what is another thing than the one spoken of.
  static let contrasts: Set<String> = [
    "another", "different", "earlier", "other", "previous", "separate", "similar",
  ]

  private static let emptyModifiers: Set<String> = ["same", "very", "whole", "own"]

  /// Whether both phrases have owners ("its founder", "Megvii's founder") that are not the same.
  func hasOtherOwner(_ left: Int, _ right: Int) -> Bool {
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

  /// Joins "the company" and "the country" to what they stand for: a name, or an earlier phrase
  /// with the same head.
  mutating func joinNominalsToNames(_ quotations: Quotations) {
    let foci = Dictionary(
      uniqueKeysWithValues: NameSpan.Kind.allCases.compactMap { kind in
        focus(kind).map { (kind, $0) }
      })
    for i in mentions.indices
    where mentions[i].kind == .nominal && mentions[i].definiteness == .definite
      && !mentions[i].isBackground && mentions[i].number != .plural && clusterOf[i] == i
      && owner(of: i) == nil
      && !isPredicate(i)
    {
      let speaker = mentions[i].quotation.flatMap { quotations.speakers[$0] }
        .flatMap { mention(at: $0.sentence, $0.token) }
      guard let wanted = mentions[i].nameKind,
        let antecedent = antecedent(ofNominal: i, wanted, focus: foci[wanted], speaker: speaker)
      else { continue }
      join(antecedent, i)
    }
  }

  /// The thing that a definite noun phrase stands for: near, prominent in its sentence, and much
  /// spoken of in the document; `nil` if two are about as likely.
  private func antecedent(
    ofNominal index: Int, _ wanted: NameSpan.Kind, focus: Int?, speaker: Int?
  ) -> Int? {
    let mention = mentions[index]
    let focus = focus.map { clusterOf[$0] }
    var scores: [Int: (mention: Int, score: Int)] = [:]
    for sentence in max(0, mention.sentence - Self.reach)...mention.sentence {
      for j in ofSentence[sentence] where j < index && !overlap(index, j) {
        guard canCarry(j, mention), speaker.map({ clusterOf[$0] != clusterOf[j] }) ?? true else {
          continue
        }
        let carrier = subject(ofPredicate: j) ?? j
        guard kind(of: carrier) == wanted || carrier != j && isOneWord(carrier) else { continue }
        let distance = mention.sentence - sentence
        var score = 40 - 8 * distance - 4 * mentions[j].role.rawValue
        score += min(size(of: j), 8)
        if clusterOf[carrier] == focus { score += Self.focusBonus }
        if sentence == mention.sentence, inSameClause(index, j) { score -= 30 }
        let key = clusterOf[carrier]
        if scores[key] == nil || score >= scores[key]?.score ?? 0 { scores[key] = (carrier, score) }
      }
    }
    let ranked = scores.values.sorted { ($0.score, $0.mention) > ($1.score, $1.mention) }
    guard let best = ranked.first, best.score > 8 else { return nil }
    if ranked.count > 1, best.score - ranked[1].score < 3 { return nil }
    return best.mention
  }

  /// A name of what the document is about, of a kind.
  ///
  /// It is named early, and at least twice as often as any other. O(*n*) in the number of mentions.
  func focus(_ wanted: NameSpan.Kind) -> Int? {
    var counts: [Int: Int] = [:]
    for index in mentions.indices
    where mentions[index].kind == .name && kind(of: index) == wanted {
      counts[clusterOf[index], default: 0] += 1
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first, best.value >= 3,
      mentions[best.key].sentence <= Self.reach,
      ranked.count < 2 || best.value >= 2 * ranked[1].value
    else { return nil }
    return best.key
  }

  /// Whether a name answers to the noun of a phrase, or an earlier phrase has the same.
  private func canCarry(_ earlier: Int, _ mention: MentionCandidate) -> Bool {
    switch mentions[earlier].kind {
    case .name: return answers(earlier, to: mention)
    case .nominal:
      return mentions[earlier].headLemma == mention.headLemma
        && mentions[earlier].number == mention.number && mention.modifiers.isEmpty
        && mentions[earlier].definiteness != .bare
    case .pronoun:
      return mention.nameKind == .person && isNamed(earlier) && answers(earlier, to: mention)
    }
  }

  /// The mention that a predicate is said of: "Acme has become the leading firm".
  private func subject(ofPredicate index: Int) -> Int? {
    let mention = mentions[index]
    let tree = trees[mention.sentence]
    var predicate = mention.head
    if !isPredicate(index) {
      let verb = tree.tokens[predicate].head
      guard tree.tokens.indices.contains(verb), tree.tokens[verb].lemma == "become",
        mention.role == .object || tree.tokens[predicate].relation.universal == "xcomp"
      else { return nil }
      predicate = verb
    }
    guard let subject = tree.children(predicate, ["nsubj"]).first else { return nil }
    return self.mention(at: mention.sentence, subject)
  }

  private func isOneWord(_ index: Int) -> Bool { summary(of: index).hasOneWordNames }

  /// Joins "his company" to the body that its owner is known to belong to: "Ann Lee, the founder of
  /// Acme … her company".
  mutating func joinOwnedBodies() {
    for i in mentions.indices
    where mentions[i].kind == .nominal && mentions[i].nameKind == .organization
      && mentions[i].number != .plural
      && NounClasses.businesses.contains(mentions[i].headLemma)
      && mentions[i].modifiers.isEmpty && !isNamed(i)
    {
      guard let owner = owner(of: i), owner >= 0, kind(of: owner) == .person else { continue }
      let known = cluster(of: owner).flatMap { bodies(ofPhrase: $0) + bodies(ofSubject: $0) }
      guard let body = known.first, known.allSatisfy({ $0 == body }), body < i else { continue }
      join(body, i)
    }
  }

  /// Whether a phrase says what its subject is: a property, not the thing itself.
  func isPredicate(_ index: Int) -> Bool {
    let mention = mentions[index]
    return !trees[mention.sentence].children(mention.head, ["cop"]).isEmpty
  }

  /// The bodies named in what is said of a subject: "Ann Lee is the founder of Acme".
  private func bodies(ofSubject index: Int) -> [Int] {
    let mention = mentions[index]
    let tree = trees[mention.sentence]
    guard mention.role == .subject, tree.tokens.indices.contains(tree.tokens[mention.head].head)
    else { return [] }
    let predicate = tree.tokens[mention.head].head
    return ofSentence[mention.sentence].filter { mentions[$0].head == predicate && isPredicate($0) }
      .flatMap { bodies(ofPhrase: $0) }
  }

  /// The clusters of the bodies named inside a phrase for a person: "the founder of Acme".
  private func bodies(ofPhrase index: Int) -> [Int] {
    let phrase = mentions[index]
    guard phrase.kind == .nominal, phrase.nameKind == .person else { return [] }
    return ofSentence[phrase.sentence].filter {
      $0 != index && mentions[$0].kind == .name && kind(of: $0) == .organization
        && mentions[$0].tokens.lowerBound >= phrase.tokens.lowerBound
        && mentions[$0].tokens.upperBound <= phrase.tokens.upperBound
    }.map { clusterOf[$0] }
  }

  /// Whether a name can be called by a noun.
  private func answers(_ name: Int, to mention: MentionCandidate) -> Bool {
    let noun = mention.headLemma
    let known = summary(of: name)
    let words = known.words
    switch known.kind {
    case .organization:
      if words.contains(noun) { return !bearsOtherName(mention, than: words) }
      if known.properties.contains(noun) { return true }
      guard NounClasses.businesses.contains(noun) || noun == "group",
        mention.modifiers.isEmpty || mention.modifiers.isSubset(of: words)
          || NounClasses.businesses.contains(noun) && noun != "company" && noun != "firm"
      else { return false }
      return !words.contains { NounClasses.bodies.contains($0) && $0 != "group" && $0 != "bank" }
    case .place:
      if words.contains(noun) { return true }
      guard mention.modifiers.isEmpty else { return false }
      if noun == "country" || noun == "nation" {
        return known.properties.contains(noun) || known.isLikelyCountry
      }
      if noun == "city" || noun == "town" {
        return known.properties.contains(noun) || !known.isLikelyCountry
      }
      return known.properties.contains(noun)
    case .person:
      // "The Foreign Secretary" is not the Home Secretary.
      let portfolio = NounClasses.offices.contains(noun) ? mention.modifiers : []
      return known.properties.contains(noun) && portfolio.isSubset(of: words.union(Self.newness))
    case nil: return false
    }
  }

  /// Modifiers that tell no office from another.
  private static let newness: Set<String> = ["current", "new", "own", "present", "same"]

  /// Whether a name stands before the noun that the other name does not have.
  ///
  /// "The Trade department" is not the Department of Health; "the Oslo firm" may be any firm.
  private func bearsOtherName(_ mention: MentionCandidate, than words: Set<String>) -> Bool {
    let tokens = trees[mention.sentence].tokens
    return mention.tokens.contains {
      $0 < mention.head && tokens[$0].upos == .propn
        && !words.contains(tokens[$0].form.lowercased())
    }
  }

  func inSameClause(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (mentions[left], mentions[right])
    guard a.sentence == b.sentence else { return false }
    let tree = trees[a.sentence]
    return tree.clause(of: a.head) == tree.clause(of: b.head)
  }
}
