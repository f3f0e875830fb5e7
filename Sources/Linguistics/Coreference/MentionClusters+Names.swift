/// The passes over names: equal names, parts of names, acronyms.
extension MentionClusters {
  /// What is known of a cluster of names while the pass runs.
  private struct NamedCluster {
    let mention: Int
    var kind: NameSpan.Kind?
    /// The names without titles and legal forms.
    var forms: [[String]]
    /// The names as written, in small letters.
    var written: Set<String>
    /// The last mention.
    var last: Int
    var gender: Gender?
    /// The words that stood behind a title of surnames.
    var surnames: Set<String>
  }

  /// Joins names in order of the text: each goes to the most recent cluster that it fits.
  ///
  /// A surname alone goes to the person of that name who is most spoken of; two full names that differ never
  /// meet, though they share a surname.
  mutating func joinNames() {
    var clusters: [NamedCluster] = []
    var index = NameIndex()
    let places = placeWords()
    for i in mentions.indices where mentions[i].kind == .name {
      let mention = mentions[i]
      let core = NameComparison.core(mention.nameWords, mention.nameKind)
      let written = mention.nameWords.joined(separator: " ")
      let isCapitals = trees[mention.sentence].tokens[mention.tokens.lowerBound].form.utf8
        .allSatisfy { SentenceStarters.isCapital($0) || $0 == 0x2e }
      var best: Int?
      var bestRank = 0
      for c in index.clusters(near: core) {
        let cluster = clusters[c]
        let rank = rank(mention, core, written, isCapitals, cluster, places)
        guard rank > 0,
          best == nil || rank > bestRank
            || rank == bestRank && isBetterKnown(cluster, than: clusters[best ?? c], by: core)
        else { continue }
        best = c
        bestRank = rank
      }
      guard let best else {
        clusters.append(
          NamedCluster(
            mention: i, kind: mention.nameKind, forms: [core], written: [written], last: i,
            gender: mention.gender, surnames: mention.isSurname ? Set(core.suffix(1)) : []))
        index.add(core, to: clusters.count - 1)
        continue
      }
      join(clusters[best].mention, i)
      clusters[best].last = i
      if mention.isSurname, core.count == 1 { clusters[best].surnames.formUnion(core) }
      clusters[best].written.insert(written)
      clusters[best].gender = clusters[best].gender ?? mention.gender
      clusters[best].kind = clusters[best].kind ?? mention.nameKind
      if !clusters[best].forms.contains(core) {
        clusters[best].forms.append(core)
        index.add(core, to: best)
      }
    }
  }

  /// Whether a name is rather taken up for one thing than for another: a word alone for the person that is more
  /// spoken of or was named first, so that a daughter does not take over her father's name; else for the more
  /// recent.
  private func isBetterKnown(
    _ cluster: NamedCluster, than other: NamedCluster, by core: [String]
  ) -> Bool {
    if core.count == 1, cluster.kind == .person, other.kind == .person {
      let (a, b) = (size(of: cluster.mention), size(of: other.mention))
      return a == b ? cluster.mention < other.mention : a > b
    }
    return cluster.last > other.last
  }

  /// The words of place names and other words that do not tell a company.
  private func placeWords() -> Set<String> {
    var words = Self.commonWords
    for mention in mentions where mention.nameKind == .place { words.formUnion(mention.nameWords) }
    return words
  }

  private static let commonWords: Set<String> = [
    "bank", "national", "american", "chinese", "china", "european", "international", "new",
    "united",
    "first", "general", "global", "university", "department", "ministry", "committee", "party",
    "court", "police", "house", "north", "south", "east", "west", "central", "royal", "state",
    "federal", "research", "security", "defense", "defence", "institute", "center", "centre",
    "association", "union", "world", "digital", "group", "commission", "council", "british",
    "german", "french", "japanese", "korean", "indian", "russian", "club", "city", "school",
    "college", "news", "times", "post", "street", "air", "airlines", "media", "capital",
  ]

  /// How well a name fits a cluster: 3 the same, 2 an acronym or full name, 1 a part; 0 not.
  private func rank(
    _ mention: MentionCandidate, _ core: [String], _ written: String, _ isCapitals: Bool,
    _ cluster: NamedCluster, _ places: Set<String>
  ) -> Int {
    let isPerson = mention.nameKind == .person
    let make = NameComparison.designation(in: core)
    guard cluster.forms.contains(where: { NameComparison.designation(in: $0) == make }) else {
      return 0
    }
    if let gender = mention.gender, let other = cluster.gender, gender != other { return 0 }
    if isPerson || cluster.kind == .person {
      guard mention.nameKind == cluster.kind || mention.nameKind == nil || cluster.kind == nil
      else {
        // One word that a tagger took now for a person, now for a body.
        return core.count == 1 && cluster.forms.contains(core) ? 1 : 0
      }
      let full = cluster.forms.filter { $0.count > 1 }
      if core.count == 1 {
        // "Mr Lee" is nobody whose first name is Lee.
        if mention.isSurname, !full.isEmpty, !full.contains(where: { $0.last == core.last }) {
          return 0
        }
        // A word alone: any cluster with a full name that has it first or last.
        if full.contains(where: { NameComparison.persons(core, $0) }) {
          return full.contains { $0.last == core.last } ? 2 : 1
        }
        return full.isEmpty && cluster.forms.contains(core) ? 2 : 0
      }
      if let first = core.first, core.last != first, cluster.surnames.contains(first) { return 0 }
      let forms = full.isEmpty ? cluster.forms : full
      guard forms.allSatisfy({ NameComparison.persons(core, $0) }) else { return 0 }
      return forms.contains(core) ? 3 : 2
    }
    if cluster.written.contains(written) || cluster.forms.contains(core) {
      return sharesKind(mention.nameKind, cluster.kind) ? 3 : 2
    }
    guard sharesKind(mention.nameKind, cluster.kind), mention.nameKind != .place,
      cluster.kind != .place
    else { return 0 }
    if core.count == 1, isCapitals,
      cluster.forms.contains(where: { NameComparison.isAcronym(core[0], of: $0) })
    {
      return 2
    }
    if core.count > 1,
      cluster.forms.contains(where: { form in
        form.count == 1 && form[0].utf8.count <= 6 && NameComparison.isAcronym(form[0], of: core)
      })
    {
      return 2
    }
    if core.count == 1, NameSpelling.modelNumber(core[0]) != nil,
      cluster.forms.contains(where: { $0.contains(core[0]) })
    {
      return 1
    }
    // "Orion Mini" is another product than the Orion.
    if mention.nameKind == nil,
      cluster.forms.allSatisfy({ $0.starts(with: core) || core.starts(with: $0) })
    {
      return 0
    }
    let isCommon: (String) -> Bool = { places.contains($0) }
    return cluster.forms.contains {
      NameComparison.others(core, $0, common: isCommon)
    } ? 1 : 0
  }

  private func sharesKind(_ left: NameSpan.Kind?, _ right: NameSpan.Kind?) -> Bool {
    left == right
  }
}

/// Finds the clusters that share a word with a name, or stand for its letters.
private struct NameIndex {
  private var clusters: [String: [Int]] = [:]

  /// Notes a name of a cluster.
  mutating func add(_ name: [String], to cluster: Int) {
    for key in Set(name + NameComparison.initials(of: name))
    where clusters[key]?.last != cluster {
      clusters[key, default: []].append(cluster)
    }
  }

  /// The clusters that may be of the same thing as a name, by age.
  func clusters(near name: [String]) -> [Int] {
    var found = Set<Int>()
    for key in name + NameComparison.initials(of: name) { found.formUnion(clusters[key] ?? []) }
    if name.count == 1 { found.formUnion(clusters[name[0].filter { $0 != "." }] ?? []) }
    return found.sorted()
  }
}
