/// The mentions of a document and which of them are joined.
struct MentionClusters {
  let mentions: [MentionCandidate]
  let trees: SentenceTrees
  /// The cluster of each mention: the index of its first mention.
  private(set) var clusterOf: [Int]
  /// The mentions of each cluster under the index of its first.
  private(set) var members: [Int: [Int]]
  /// What is known of each cluster, under the index of its first mention.
  private var summaries: [ClusterSummary]
  /// The mentions of each sentence that others may refer to.
  let ofSentence: [[Int]]
  /// The pronouns whose antecedent hardly leads the next best.
  var tentative: Set<Int> = []

  init(_ mentions: [MentionCandidate], trees: SentenceTrees) {
    self.mentions = mentions
    self.trees = trees
    clusterOf = Array(mentions.indices)
    members = Dictionary(uniqueKeysWithValues: mentions.indices.map { ($0, [$0]) })
    summaries = mentions.map { ClusterSummary($0, trees[$0.sentence]) }
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
    guard first != second, let moved = members.removeValue(forKey: second) else { return }
    for mention in moved { clusterOf[mention] = first }
    members[first, default: []].append(contentsOf: moved)
    summaries[first].add(summaries[second])
  }

  /// The mentions of a mention's cluster, in order.
  func cluster(of mention: Int) -> [Int] {
    (members[clusterOf[mention]] ?? [mention]).sorted()
  }

  // MARK: - What a cluster is

  /// What the mentions of a mention's cluster tell.
  func summary(of mention: Int) -> ClusterSummary { summaries[clusterOf[mention]] }

  /// What most names of a cluster say it is, else what its nouns say.
  func kind(of mention: Int) -> NameSpan.Kind? { summaries[clusterOf[mention]].kind }

  /// The gender that a cluster's mentions tell.
  func gender(of mention: Int) -> Gender? { summaries[clusterOf[mention]].gender }

  /// Whether a cluster may be spoken of in the singular or the plural.
  func agreesInNumber(_ mention: Int, plural: Bool) -> Bool {
    summaries[clusterOf[mention]].agreesInNumber(plural: plural)
  }

  /// Whether a name stands for the thing.
  func isNamed(_ mention: Int) -> Bool { summaries[clusterOf[mention]].isNamed }

  /// The number of mentions of the thing.
  func size(of mention: Int) -> Int { summaries[clusterOf[mention]].count }

  /// Whether one phrase stands inside the other, or shares its words.
  func overlap(_ left: Int, _ right: Int) -> Bool {
    mentions[left].sentence == mentions[right].sentence
      && mentions[left].tokens.overlaps(mentions[right].tokens)
  }

  // MARK: - Result

  /// The chains, by first mention.
  func chains() -> [CoreferenceChain] {
    members.keys.sorted().map { key in
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
