import Extraction
import GraphModel

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
  init(_ readings: MentionReadings) {
    let mentions = readings.mentions
    let spellings = Set(
      mentions.indices.lazy.filter { readings.isProperName[$0] }.map { mentions[$0].core })
    var clusters: [Cluster] = []
    var indexOfKey: [String: Int] = [:]
    for i in mentions.indices {
      // A tagger may miss a name once that it sees elsewhere in the document.
      let isMissedName = mentions[i].kind == .nominal && spellings.contains(mentions[i].core)
      guard readings.isProperName[i] || isMissedName else { continue }
      let type = isMissedName ? nil : readings.types[i]
      let form = NameForm(mentions[i].core, type: type)
      guard !form.key.isEmpty else { continue }
      let gender = form.gender == .unknown ? mentions[i].gender : form.gender
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
    joinModels(of: clusters)
    joinShortenings(of: clusters, mentions: mentions)
    joinBracketed(clusters, mentions)
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

  /// Joins the names of a make that tell different parts of it: "Boeing 787" and "787 Dreamliner", unless two of one
  /// designation contradict each other.
  private mutating func joinModels(of clusters: [Cluster]) {
    var same: [String: [(index: Int, model: NameForm.Model)]] = [:]
    for (i, cluster) in clusters.enumerated() {
      if let model = cluster.form.model { same[model.designation, default: []].append((i, model)) }
    }
    for group in same.values where group.count > 1 {
      guard group.allSatisfy({ one in group.allSatisfy { one.model.agrees(with: $0.model) } })
      else {
        continue
      }
      for other in group.dropFirst() { sets.union(group[0].index, other.index) }
    }
  }

  /// Joins short names with the only fuller one that they can stand for; where there are several,
  /// the coreference chain of each mention decides.
  private mutating func joinShortenings(of clusters: [Cluster], mentions: [Mention]) {
    var chainsOfRoot: [Int: Set<Int>] = [:]
    for (i, cluster) in clusters.enumerated() where cluster.form.words.count > 1 {
      chainsOfRoot[sets.find(i), default: []].formUnion(cluster.mentions.map { mentions[$0].chain })
    }
    let index = ShorteningIndex(clusters.map(\.form))
    for (i, short) in clusters.enumerated() {
      let candidates = index.candidates(for: short.form).filter { j in
        i != j && Self.agree(short, clusters[j])
          && short.form.shortening(of: clusters[j].form) != nil
          && !isNamedBefore(short, clusters[j], mentions)
      }
      let roots = Set(candidates.map { sets.find($0) }).sorted()
      if roots.count == 1 {
        sets.union(i, roots[0])
      } else if roots.count > 1 {
        let main = mainRoot(among: roots, clusters, gender: short.gender)
        for mention in short.mentions {
          let told = roots.filter {
            chainsOfRoot[$0, default: []].contains(mentions[mention].chain)
          }
          let root = told.count == 1 ? told[0] : main
          if let root, let index = candidates.first(where: { sets.find($0) == root }) {
            clusterOfMention[mention] = index
          }
        }
      } else {
        joinMistakenPerson(i, in: clusters, index)
      }
    }
  }

  /// Whether a short form of a given name ("Ray" for a Raymond) stands before the full name, which it cannot take
  /// up; it may be a title.
  private func isNamedBefore(_ short: Cluster, _ full: Cluster, _ mentions: [Mention]) -> Bool {
    guard short.form.style == .person, full.form.words.first != short.form.words.first,
      NameTables.nicknames[short.form.words[0]] != nil,
      !full.form.familyNames.contains(short.form.words[0])
    else { return false }
    let first = short.mentions.map { mentions[$0].span }.min()
    let named = full.mentions.map { mentions[$0].span }.min()
    return first.flatMap { first in named.map { first < $0 } } ?? false
  }

  /// Of several things, the one that the document names three times as often as the others together; where
  /// a title tells the gender, it must be known to have that.
  private mutating func mainRoot(
    among roots: [Int], _ clusters: [Cluster], gender: Mention.Gender
  ) -> Int? {
    var counts: [Int: Int] = [:]
    for i in clusters.indices where clusters[i].form.words.count > 1 {
      let root = sets.find(i)
      if roots.contains(root) { counts[root, default: 0] += clusters[i].count }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      gender == .unknown
        || clusters.indices.contains(where: {
          sets.find($0) == best.key && clusters[$0].gender == gender
        })
    else { return nil }
    let others = counts.values.reduce(0, +) - best.value
    return best.value >= 3 * others ? best.key : nil
  }

  /// Joins a name with the letters that the text sets in brackets behind it: "Singapore Airlines (SIA)".
  private mutating func joinBracketed(_ clusters: [Cluster], _ mentions: [Mention]) {
    let named = clusterOfMention.keys.sorted { (mentions[$0].span, $0) < (mentions[$1].span, $1) }
    for (place, i) in named.enumerated() {
      guard let letters = clusterOfMention[i], clusters[letters].form.isAcronym,
        clusters[letters].form.words.count == 1
      else { continue }
      for j in named[..<place].suffix(2) where Self.isBeside(mentions[j], mentions[i]) {
        guard let full = clusterOfMention[j], clusters[full].form.style == .other,
          clusters[letters].type == nil || clusters[full].type == nil
            || clusters[full].type == clusters[letters].type,
          clusters[full].form.known == nil, clusters[letters].form.known == nil,
          clusters[full].form.isAbbreviated(by: clusters[letters].form.words[0])
        else { continue }
        sets.union(full, letters)
      }
    }
  }

  /// Whether nothing but a bracket stands between the words of one name and another.
  private static func isBeside(_ name: Mention, _ letters: Mention) -> Bool {
    guard name.sentence == letters.sentence else { return false }
    let gap = letters.span.start - name.span.end
    if gap >= 0 { return (1...3).contains(gap) }
    guard name.text.hasPrefix(name.core) else { return false }
    let rest = name.text.dropFirst(name.core.count).drop { $0 == " " }
    return rest.first == "(" && rest.dropFirst().drop { $0 == " " }.hasPrefix(letters.core)
  }

  /// Joins a single word that was taken for a person with the company that it begins the name of:
  /// "Megvii" with "Megvii Technology Ltd.".
  private mutating func joinMistakenPerson(
    _ i: Int, in clusters: [Cluster], _ index: ShorteningIndex
  ) {
    let short = clusters[i]
    guard short.form.style == .person, short.form.words.count == 1, !short.form.hasTitle,
      short.gender == .unknown || short.gender == .neuter
    else { return }
    let form = NameForm(short.form.words[0], type: nil)
    let roots = Set(
      index.candidates(for: form).filter {
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
