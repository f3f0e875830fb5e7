import Extraction

/// The name mentions of one document, grouped by agreement of the names.
struct NameClusters {
  private var clusterOfMention: [Int: Int] = [:]
  private var sets: DisjointSets

  /// One different name: what it looks like and how it is used in the document.
  private struct Cluster {
    var form: NameForm
    var type: String?
    var gender: Mention.Gender = .unknown
    var mentions: [Int] = []
    var count: Int { mentions.count }
  }

  /// Groups the names among some mentions.
  init(_ mentions: [Mention]) {
    let spellings = Set(mentions.lazy.filter(\.isProperName).map(\.core))
    var clusters: [Cluster] = []
    var indexOfKey: [String: Int] = [:]
    for (i, mention) in mentions.enumerated() {
      // A tagger may miss a name once that it sees elsewhere in the document.
      let isMissedName = mention.kind == .nominal && spellings.contains(mention.core)
      guard mention.isProperName || isMissedName else { continue }
      let type = isMissedName ? nil : mention.nameType
      let form = NameForm(mention.core, type: type)
      guard !form.key.isEmpty else { continue }
      let gender = form.gender == .unknown ? mention.gender : form.gender
      let key = (type ?? "") + "\u{1}" + form.key
      let index = indexOfKey[key, default: clusters.count]
      if index == clusters.count {
        indexOfKey[key] = index
        clusters.append(Cluster(form: form, type: type))
      }
      clusters[index].mentions.append(i)
      if clusters[index].gender == .unknown { clusters[index].gender = gender }
      clusterOfMention[i] = index
    }
    sets = DisjointSets(count: clusters.count)
    joinClasses(of: clusters)
    joinShortenings(of: clusters, mentions: mentions)
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
      sameWords[cluster.form.anyClassKey, default: []].append(i)
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

  /// Joins short names with the only fuller one that they can stand for; where there are several,
  /// the coreference chain of each mention decides.
  private mutating func joinShortenings(of clusters: [Cluster], mentions: [Mention]) {
    var chainsOfRoot: [Int: Set<Int>] = [:]
    for (i, cluster) in clusters.enumerated() where cluster.form.words.count > 1 {
      chainsOfRoot[sets.find(i), default: []].formUnion(cluster.mentions.map { mentions[$0].chain })
    }
    for (i, short) in clusters.enumerated() {
      let candidates = clusters.indices.filter { j in
        i != j && Self.agree(short, clusters[j])
          && short.form.shortening(of: clusters[j].form) != nil
      }
      let roots = Set(candidates.map { sets.find($0) }).sorted()
      if roots.count == 1 {
        sets.union(i, roots[0])
      } else if roots.count > 1 {
        for mention in short.mentions where mentions[mention].chain >= 0 {
          let told = roots.filter {
            chainsOfRoot[$0, default: []].contains(mentions[mention].chain)
          }
          if told.count == 1, let index = candidates.first(where: { sets.find($0) == told[0] }) {
            clusterOfMention[mention] = index
          }
        }
      } else {
        joinMistakenPerson(i, in: clusters)
      }
    }
  }

  /// Joins a single word that was taken for a person with the company that it begins the name of:
  /// "Megvii" with "Megvii Technology Ltd.".
  private mutating func joinMistakenPerson(_ i: Int, in clusters: [Cluster]) {
    let short = clusters[i]
    guard short.form.style == .person, short.form.words.count == 1, !short.form.hasTitle,
      short.gender == .unknown || short.gender == .neuter
    else { return }
    let form = NameForm(short.form.words[0], type: nil)
    let roots = Set(
      clusters.indices.filter {
        clusters[$0].type == EntityType.organization
          && (form.key == clusters[$0].form.key
            || form.shortening(of: clusters[$0].form) == .tellingPart)
      }.map { sets.find($0) })
    if roots.count == 1, let root = roots.first { sets.union(i, root) }
  }

  private static func agree(_ a: Cluster, _ b: Cluster) -> Bool {
    let sameType = a.type == nil || b.type == nil || a.type == b.type
    let sameGender = a.gender == .unknown || b.gender == .unknown || a.gender == b.gender
    return sameType && (a.form.style == .other || sameGender)
  }
}

extension Unicode.Scalar {
  /// Whether it is the sign of a currency; ASCII is not looked up.
  fileprivate var isCurrency: Bool {
    isASCII ? self == "$" : properties.generalCategory == .currencySymbol
  }

  /// Whether it is a digit or a letter that is not small; ASCII is not looked up.
  fileprivate var isCapitalOrDigit: Bool {
    if isASCII { return ("A"..."Z").contains(self) || ("0"..."9").contains(self) }
    return !properties.isLowercase && (properties.isAlphabetic || properties.numericType != nil)
  }
}

extension Mention {
  /// Whether it names a thing; a title alone, or the adjective or people of a country, does not.
  var isProperName: Bool {
    guard kind == .name else { return false }
    var hasCapital = false
    for scalar in core.unicodeScalars {
      if scalar.isCurrency { return false }
      hasCapital = hasCapital || scalar.isCapitalOrDigit
    }
    guard hasCapital else { return false }
    let words = NameTokens(core).words
    guard words.count == 1 else { return true }
    let isTitle = NameTables.titles.contains(words[0]) && (type == nil || type == EntityType.person)
    return !isTitle && !KnownName.isDemonym(words[0])
  }

  /// The class of a name, with the known countries and bodies put right.
  var nameType: String? {
    if let known = KnownName.named(NameTokens(core).joined, written: core),
      type != EntityType.person
    {
      return known.type
    }
    return type
  }
}
