import Extraction

/// The name mentions of one document, grouped by agreement of the names.
struct NameClusters {
  private var clusterOfMention: [Int: Int] = [:]
  private var sets: DisjointSets

  /// One different name: what it looks like and how it is used in the document.
  private struct Cluster {
    var form: NameForm
    var type: String?
    var gender: Mention.Gender
    var count: Int
  }

  /// Groups the names among some mentions.
  init(_ mentions: [Mention]) {
    var clusters: [Cluster] = []
    var indexOfKey: [String: Int] = [:]
    for (i, mention) in mentions.enumerated() where mention.isProperName {
      let type = mention.nameType
      let form = NameForm(mention.core, type: type)
      guard !form.key.isEmpty else { continue }
      let gender = form.gender == .unknown ? mention.gender : form.gender
      let key = (type ?? "") + "\u{1}" + form.key
      if let index = indexOfKey[key] {
        clusters[index].count += 1
        if clusters[index].gender == .unknown { clusters[index].gender = gender }
        clusterOfMention[i] = index
      } else {
        indexOfKey[key] = clusters.count
        clusterOfMention[i] = clusters.count
        clusters.append(Cluster(form: form, type: type, gender: gender, count: 1))
      }
    }
    sets = DisjointSets(count: clusters.count)
    joinClasses(of: clusters)
    joinShortenings(of: clusters)
  }

  /// The number of the name that a mention belongs to; `nil` if it is not a name.
  mutating func cluster(of mention: Int) -> Int? {
    guard let cluster = clusterOfMention[mention] else { return nil }
    return sets.find(cluster)
  }

  /// Joins equal names of different classes, unless a rarer class has a good share of the uses.
  ///
  /// A name rarely changes its sense within a document (Gale, Church and Yarowsky 1992), and a
  /// tagger errs now and then; but a city and its football club may share a text.
  private mutating func joinClasses(of clusters: [Cluster]) {
    var sameWords: [String: [Int]] = [:]
    for (i, cluster) in clusters.enumerated() {
      sameWords[cluster.form.words.joined(), default: []].append(i)
    }
    for group in sameWords.values where group.count > 1 {
      let total = group.reduce(0) { $0 + clusters[$1].count }
      let ranked = group.sorted {
        (clusters[$1].type == nil ? 0 : clusters[$1].count, $0)
          < (clusters[$0].type == nil ? 0 : clusters[$0].count, $1)
      }
      for index in ranked.dropFirst() {
        let count = clusters[index].count
        if clusters[index].type == nil || count < 2 || count * 3 < total {
          sets.union(ranked[0], index)
        }
      }
    }
  }

  private mutating func joinShortenings(of clusters: [Cluster]) {
    for (i, short) in clusters.enumerated() {
      var candidates: [Int] = []
      for (j, full) in clusters.enumerated()
      where i != j && Self.agree(short, full) && short.form.shortening(of: full.form) != nil {
        candidates.append(j)
      }
      let roots = Set(candidates.map { sets.find($0) })
      if roots.count == 1, let root = roots.first { sets.union(i, root) }
    }
  }

  private static func agree(_ a: Cluster, _ b: Cluster) -> Bool {
    let sameType = a.type == nil || b.type == nil || a.type == b.type
    let sameGender = a.gender == .unknown || b.gender == .unknown || a.gender == b.gender
    return sameType && (a.form.style == .other || sameGender)
  }
}

extension Mention {
  /// Whether it names a thing; the adjective or people of a country alone does not.
  var isProperName: Bool {
    guard kind == .name else { return false }
    let words = NameTokens(core).words
    return !(words.count == 1 && KnownName.isDemonym(words[0]))
  }

  /// The class of a name, with the known countries and bodies put right.
  var nameType: String? {
    if let known = KnownName.named(NameTokens(core).joined), type != EntityType.person {
      return known.type
    }
    return type
  }
}
