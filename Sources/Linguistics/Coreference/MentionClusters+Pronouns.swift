/// The passes over pronouns.
extension MentionClusters {
  /// How many sentences back a pronoun may look.
  private static let reach = 3

  /// Joins first persons in quotations to their speakers, and second persons of one speaker to each
  /// other.
  mutating func joinSpeakers(_ quotations: Quotations) {
    var firstOf: [String: Int] = [:]
    let focus = focus(.organization)
    for i in mentions.indices {
      guard let pronoun = mentions[i].pronoun, pronoun.person != .third else { continue }
      let isFirst = pronoun.person == .first
      let speaker = mentions[i].quotation.flatMap { quotations.speakers[$0] }
      let target = speaker.flatMap { mention(at: $0.sentence, $0.token) }
      if let target, isFirst, !pronoun.isPlural, kind(of: target) != .organization,
        agreesInNumber(target, plural: false)
      {
        join(target, i)
        continue
      }
      if let target, isFirst, pronoun.isPlural, kind(of: target) == .organization {
        join(target, i)
        continue
      }
      // Who speaks for a body says "we" of it; but nothing is asserted of it for that.
      if let target, isFirst, pronoun.isPlural, let body = body(ofSpeaker: target, focus: focus) {
        tentative.insert(i)
        join(body, i)
        continue
      }
      // The others of one speaker go together, and those of one quotation, whoever speaks there.
      let voice =
        target.map { "speaker \(clusterOf[$0])" } ?? mentions[i].quotation.map { "quotation \($0)" }
      let key = "\(pronoun.person) \(pronoun.isPlural) \(voice ?? "")"
      if let first = firstOf[key] { join(first, i) } else { firstOf[key] = i }
    }
  }

  /// The only body that is named in what a document calls a person, an owner before others ("Ann Lee, head of
  /// Acme"); for an office of no body named, the body that the document is about ("chief executive Ann Lee").
  private func body(ofSpeaker speaker: Int, focus: Int?) -> Int? {
    guard kind(of: speaker) == .person else { return nil }
    var owners: [Int] = []
    var bodies: [Int] = []
    for i in cluster(of: speaker) where mentions[i].kind != .pronoun {
      let described = description(of: i)
      for j in ofSentence[mentions[i].sentence]
      where mentions[j].kind == .name && kind(of: j) == .organization
        && described.contains(mentions[j].head) && clusterOf[j] != clusterOf[i]
      {
        bodies.append(j)
        let relation = trees[mentions[j].sentence].tokens[mentions[j].head].relation
        if relation.full == "nmod:poss" { owners.append(j) }
      }
    }
    guard !bodies.isEmpty else {
      return summary(of: speaker).properties.isDisjoint(with: Self.corporateOffices) ? nil : focus
    }
    return only(bodies) ?? only(owners)
  }

  /// The first of some mentions, if all are of one thing.
  private func only(_ mentions: [Int]) -> Int? {
    guard let first = mentions.first, mentions.allSatisfy({ clusterOf[$0] == clusterOf[first] })
    else { return nil }
    return first
  }

  /// Offices of companies and other bodies, whose holders say "we" of these.
  private static let corporateOffices: Set<String> = [
    "ceo", "chairman", "chairwoman", "chief", "director", "executive", "founder", "manager",
    "president", "spokesman",
    "spokesperson", "spokeswoman",
  ]

  /// The tokens of a phrase, with an office beside its head: "chairman and chief executive of Acme".
  private func description(of index: Int) -> Range<Int> {
    let mention = mentions[index]
    guard mention.kind == .nominal else { return mention.extent }
    let tree = trees[mention.sentence]
    let offices = tree.children(mention.head, ["conj"]).filter { office in
      NounClasses.kind(of: tree.tokens[office].lemma.lowercased()) == .person
        && !tree.children[office].contains {
          ["ex", "former"].contains(tree.tokens[$0].lemma.lowercased())
        }
    }
    return offices.reduce(mention.extent) { all, office in
      let more = tree.extent(of: office)
      return min(all.lowerBound, more.lowerBound)..<max(all.upperBound, more.upperBound)
    }
  }

  /// The mention that a token heads or stands in.
  func mention(at sentence: Int, _ token: Int) -> Int? {
    let all = ofSentence[sentence]
    return all.first { mentions[$0].head == token }
      ?? all.first { mentions[$0].kind == .name && mentions[$0].tokens.contains(token) }
  }

  /// Joins third persons to their antecedents.
  mutating func joinPronouns(_ quotations: Quotations) {
    for i in mentions.indices {
      guard let pronoun = mentions[i].pronoun, pronoun.person == .third else { continue }
      guard let link = antecedent(of: i, pronoun, quotations) else { continue }
      if isTentative(link, of: i, pronoun) { tentative.insert(i) }
      join(link.mention, i)
    }
  }

  /// An antecedent, its score, and by how much it leads the next best; `nil` if it stands alone.
  struct PronounLink {
    let mention: Int
    let score: Int
    let lead: Int?
  }

  private func antecedent(
    of index: Int, _ pronoun: Pronoun, _ quotations: Quotations
  ) -> PronounLink? {
    let mention = mentions[index]
    let speaker = mention.quotation.flatMap { quotations.speakers[$0] }
      .flatMap { self.mention(at: $0.sentence, $0.token) }
    var scores: [Int: (mention: Int, score: Int)] = [:]
    for sentence in max(0, mention.sentence - Self.reach)...mention.sentence {
      for j in ofSentence[sentence] where j < index {
        guard fits(j, index, pronoun), !isAddressed(j, by: index), !isPredicate(j),
          !isSpokenOf(j, by: index),
          speaker.map({ clusterOf[$0] != clusterOf[j] }) ?? true
        else {
          continue
        }
        let score = score(j, index, pronoun)
        let key = clusterOf[j]
        if scores[key] == nil || score >= scores[key]?.score ?? 0 { scores[key] = (j, score) }
      }
    }
    let ranked = scores.values.sorted { ($0.score, $0.mention) > ($1.score, $1.mention) }
    guard let best = ranked.first, best.score > 0 else { return nil }
    let lead = ranked.count > 1 ? best.score - ranked[1].score : nil
    if let lead, lead < 3 { return nil }
    return PronounLink(mention: best.mention, score: best.score, lead: lead)
  }

  /// Nouns of set phrases, which pronouns hardly take up.
  private static let idle: Set<String> = [
    "case", "instance", "respect", "way", "time", "manner", "term", "addition", "order", "fact",
    "example", "hand", "end", "part", "basis", "place", "point", "turn", "course", "sense",
  ]

  /// Whether a mention can be what a pronoun stands for.
  private func fits(_ candidate: Int, _ index: Int, _ pronoun: Pronoun) -> Bool {
    let other = mentions[candidate]
    if other.pronoun?.person == .first || other.pronoun?.person == .second { return false }
    if let before = other.pronoun {
      // A pronoun that found nothing leads nowhere, unless it is the same word.
      guard before.isPlural == pronoun.isPlural, before.isAnimate == pronoun.isAnimate,
        before.gender == pronoun.gender
      else { return false }
    }
    guard !Self.idle.contains(other.headLemma) || other.kind != .nominal else { return false }
    // "They" after "A and B" are both, not one of them.
    if pronoun.isPlural, other.isCoordinated, other.number != .plural { return false }
    guard !overlap(candidate, index), agreesInNumber(candidate, plural: pronoun.isPlural) else {
      return false
    }
    let kind = kind(of: candidate)
    switch pronoun.isAnimate {
    case true?:
      guard
        kind == .person
          || kind == nil
            && (other.kind == .pronoun || NounClasses.parties.contains(other.headLemma))
      else { return false }
      if let gender = gender(of: candidate), gender != pronoun.gender { return false }
    case false?:
      guard kind != .person else { return false }
    default:
      if kind == .place, isNamed(candidate) { return false }
    }
    return !isBound(candidate, index, pronoun)
  }

  /// Whether a mention stands with the verb that brings the quotation in which a pronoun is: in "he
  /// told Acme: …" the words that follow do not speak of Acme.
  private func isAddressed(_ candidate: Int, by index: Int) -> Bool {
    let (a, b) = (mentions[candidate], mentions[index])
    guard b.quotation != nil, a.quotation == nil, a.sentence == b.sentence, a.role != .subject
    else { return false }
    let tree = trees[a.sentence]
    let verb = tree.tokens[a.head].head
    return tree.tokens.indices.contains(verb)
      && SpeechVerbs.lemmas.contains(tree.tokens[verb].lemma.lowercased())
  }

  /// Whether a pronoun brings a quotation in which a mention is: in "“Smith and I talked,” he said" he who
  /// speaks is not Smith, whom he names.
  private func isSpokenOf(_ candidate: Int, by index: Int) -> Bool {
    let (a, b) = (mentions[candidate], mentions[index])
    guard a.sentence == b.sentence, let quotation = a.quotation, b.quotation == nil,
      b.role == .subject
    else { return false }
    return a.pronoun == nil
      || ofSentence[a.sentence].contains {
        mentions[$0].quotation == quotation && mentions[$0].pronoun == nil
          && clusterOf[$0] == clusterOf[candidate]
      }
  }

  /// Whether grammar keeps a pronoun from standing for a mention: an object and the subject of one
  /// verb differ unless it is a reflexive, and a phrase never holds its own pronoun.
  private func isBound(_ candidate: Int, _ index: Int, _ pronoun: Pronoun) -> Bool {
    let (a, b) = (mentions[candidate], mentions[index])
    guard a.sentence == b.sentence else { return pronoun.isReflexive }
    let tree = trees[a.sentence]
    let isPossessive = tree.tokens[b.head].relation.full == "nmod:poss"
    if pronoun.isReflexive {
      return tree.clause(of: a.head) != tree.clause(of: b.head)
    }
    if isPossessive { return tree.dominates(a.head, b.head) && a.tokens.contains(b.head) }
    if a.role == .modifier, !tree.dominates(a.head, b.head) { return false }
    // "For Acme, the challenge is that it …"
    if a.role == .oblique, b.role == .subject, a.head < b.head { return false }
    let verbA = tree.tokens[a.head].head
    let verbB = tree.tokens[b.head].head
    return verbA == verbB || tree.dominates(a.head, b.head)
  }

  /// How good an antecedent is: near, subject, named, often spoken of.
  private func score(_ candidate: Int, _ index: Int, _ pronoun: Pronoun) -> Int {
    let (a, b) = (mentions[candidate], mentions[index])
    let distance = b.sentence - a.sentence
    var score = 30 - (distance == 0 ? 0 : 4 + 8 * distance)
    switch a.role {
    case .subject: score += 8
    case .object: score += 3
    case .oblique: score += 1
    case .modifier: score -= 2
    }
    if a.role == b.role { score += 2 }
    switch a.kind {
    case .name: score += 3
    case .pronoun: score += 4
    case .nominal: if a.definiteness == .bare { score -= 4 }
    }
    score += min(size(of: candidate), 4)
    if pronoun.isAnimate == false {
      if kind(of: candidate) == .organization { score += 4 }
      if kind(of: candidate) == nil { score -= 3 }
    }
    if pronoun.isPlural, pronoun.isAnimate == nil {
      if kind(of: candidate) == .person { score += 3 }
      if a.number == .either { score -= 5 }
    }
    if distance == 0 {
      // In one sentence, the nearer subject of a clause above.
      let tree = trees[a.sentence]
      if tree.dominates(tree.clause(of: a.head), b.head) { score += 3 }
    }
    if a.isCoordinated, !pronoun.isPlural { score -= 2 }
    if a.quotation != b.quotation, b.quotation != nil { score -= 4 }
    return score
  }
}
