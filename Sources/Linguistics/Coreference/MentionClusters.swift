/// The mentions of a document and which of them are joined.
struct MentionClusters {
  let mentions: [MentionCandidate]
  let trees: SentenceTrees
  /// The cluster of each mention: the index of its first mention.
  private(set) var clusterOf: [Int]
  /// The mentions, in order, of each cluster of several under the index of its first.
  private var members: [Int: [Int]] = [:]
  /// What is known of each cluster of several, under the index of its first mention.
  ///
  /// Most mentions of a text stay alone; what they tell is worked out when it is asked for.
  private var summaries: [Int: ClusterSummary] = [:]
  /// The mentions of each sentence that others may refer to.
  let ofSentence: [[Int]]
  /// The pronouns whose antecedent hardly leads the next best.
  var tentative: Set<Int> = []

  init(_ mentions: [MentionCandidate], trees: SentenceTrees) {
    self.mentions = mentions
    self.trees = trees
    clusterOf = Array(mentions.indices)
    var ofSentence = [[Int]](repeating: [], count: trees.count)
    for (i, mention) in mentions.enumerated() where !mention.isBackground {
      ofSentence[mention.sentence].append(i)
    }
    self.ofSentence = ofSentence
  }

  /// Joins the clusters of two mentions.
  mutating func join(_ left: Int, _ right: Int) {
    let first = min(clusterOf[left], clusterOf[right])
    let second = max(clusterOf[left], clusterOf[right])
    guard first != second else { return }
    let other = summary(of: second)
    summaries[second] = nil
    let alone = mentions[first]
    summaries[first, default: ClusterSummary(alone, trees[alone.sentence])].add(other)
    let moved = members.removeValue(forKey: second) ?? [second]
    for mention in moved { clusterOf[mention] = first }
    members[first, default: [first]].append(contentsOf: moved)
    if let end = members[first]?.dropLast(moved.count).last, end > moved[0] {
      members[first]?.sort()
    }
  }

  /// The mentions of a mention's cluster, in order.
  func cluster(of mention: Int) -> [Int] { members[clusterOf[mention]] ?? [mention] }

  // MARK: - What a cluster is

  /// What the mentions of a mention's cluster tell.
  func summary(of mention: Int) -> ClusterSummary {
    let first = clusterOf[mention]
    return summaries[first] ?? ClusterSummary(mentions[first], trees[mentions[first].sentence])
  }

  /// What most names of a cluster say it is, else what its nouns say.
  func kind(of mention: Int) -> NameSpan.Kind? {
    let first = clusterOf[mention]
    guard let summary = summaries[first] else { return mentions[first].nameKind }
    return summary.kind
  }

  /// The gender that a cluster's mentions tell.
  func gender(of mention: Int) -> Gender? {
    let first = clusterOf[mention]
    guard let summary = summaries[first] else { return mentions[first].gender }
    return summary.gender
  }

  /// Whether a cluster may be spoken of in the singular or the plural.
  func agreesInNumber(_ mention: Int, plural: Bool) -> Bool {
    let first = clusterOf[mention]
    if let summary = summaries[first] { return summary.agreesInNumber(plural: plural) }
    let alone = mentions[first]
    return alone.kind == .pronoun || alone.number != (plural ? .singular : .plural)
  }

  /// Whether a name stands for the thing.
  func isNamed(_ mention: Int) -> Bool {
    let first = clusterOf[mention]
    return summaries[first]?.isNamed ?? (mentions[first].kind == .name)
  }

  /// The number of mentions of the thing.
  func size(of mention: Int) -> Int { members[clusterOf[mention]]?.count ?? 1 }

  /// Whether one phrase stands inside the other, or shares its words.
  func overlap(_ left: Int, _ right: Int) -> Bool {
    mentions[left].sentence == mentions[right].sentence
      && mentions[left].tokens.overlaps(mentions[right].tokens)
  }

  // MARK: - Result

  /// The chains, by first mention.
  func chains() -> [CoreferenceChain] {
    clusterOf.indices.filter { clusterOf[$0] == $0 }.map { key in
      let mentions = cluster(of: key).map { index in
        let mention = self.mentions[index]
        return CoreferenceChain.Mention(
          sentence: mention.sentence, tokens: mention.tokens, extent: mention.extent,
          head: mention.head, kind: mention.kind, isTentative: tentative.contains(index))
      }
      return CoreferenceChain(mentions: mentions, kind: kind(of: key))
    }
  }
}
