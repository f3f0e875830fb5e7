/// The mentions of a document and which of them are joined.
struct MentionClusters {
  let mentions: [MentionCandidate]
  let trees: [SentenceTree]
  /// The cluster of each mention: the index of its first mention.
  private(set) var clusterOf: [Int]
  /// The mentions of each cluster, in order, under the index of its first.
  private(set) var members: [Int: [Int]]
  /// The mentions of each sentence.
  let ofSentence: [[Int]]

  init(_ mentions: [MentionCandidate], trees: [SentenceTree]) {
    self.mentions = mentions
    self.trees = trees
    clusterOf = Array(mentions.indices)
    members = Dictionary(uniqueKeysWithValues: mentions.indices.map { ($0, [$0]) })
    var ofSentence = [[Int]](repeating: [], count: trees.count)
    for (i, mention) in mentions.enumerated() { ofSentence[mention.sentence].append(i) }
    self.ofSentence = ofSentence
  }

  /// Joins the clusters of two mentions.
  mutating func join(_ left: Int, _ right: Int) {
    let first = min(clusterOf[left], clusterOf[right])
    let second = max(clusterOf[left], clusterOf[right])
    guard first != second, let moved = members[second], let kept = members[first] else { return }
    for mention in moved { clusterOf[mention] = first }
    members[first] = (kept + moved).sorted()
    members[second] = nil
  }

  /// The mentions of a mention's cluster, in order.
  func cluster(of mention: Int) -> [Int] { members[clusterOf[mention]] ?? [mention] }

  // MARK: - What a cluster is

  /// What most names of a cluster say it is, else what its nouns say.
  func kind(of mention: Int) -> NameSpan.Kind? {
    var votes: [NameSpan.Kind: Int] = [:]
    for member in cluster(of: mention) {
      guard let kind = mentions[member].nameKind else { continue }
      let weight: Int
      switch mentions[member].kind {
      // One word alone is the least sure.
      case .name: weight = mentions[member].nameWords.count > 1 ? 100 : 10
      case .nominal: weight = mentions[member].appositionTo != nil ? 25 : 1
      case .pronoun: weight = 1
      }
      votes[kind, default: 0] += weight
    }
    return NameSpan.Kind.allCases.filter { votes[$0] != nil }
      .max { (votes[$0] ?? 0, $1.rawValue) < (votes[$1] ?? 0, $0.rawValue) }
  }

  /// The gender that a cluster's mentions tell.
  func gender(of mention: Int) -> Gender? {
    for member in cluster(of: mention) {
      if let gender = mentions[member].gender { return gender }
    }
    return nil
  }

  /// Whether a cluster may be spoken of in the singular or the plural.
  func agreesInNumber(_ mention: Int, plural: Bool) -> Bool {
    for member in cluster(of: mention) where mentions[member].kind != .pronoun {
      switch mentions[member].number {
      case .either: continue
      case .singular: if plural { return false }
      case .plural: if !plural { return false }
      }
    }
    return true
  }

  func isNamed(_ mention: Int) -> Bool {
    cluster(of: mention).contains { mentions[$0].kind == .name }
  }

  /// Whether one phrase stands inside the other, or shares its words.
  func overlap(_ left: Int, _ right: Int) -> Bool {
    mentions[left].sentence == mentions[right].sentence
      && mentions[left].tokens.overlaps(mentions[right].tokens)
  }

  // MARK: - Result

  /// The chains, by first mention.
  func chains() -> [CoreferenceChain] {
    members.keys.sorted().map { key in
      let mentions = (members[key] ?? []).map { index in
        let mention = self.mentions[index]
        return CoreferenceChain.Mention(
          sentence: mention.sentence, tokens: mention.tokens, head: mention.head,
          kind: mention.kind)
      }
      return CoreferenceChain(mentions: mentions, kind: kind(of: key))
    }
  }
}
