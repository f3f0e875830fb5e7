import Extraction
import GraphModel

extension NameSenses {
  /// Joins what documents that tell one story call by a shorter name or describe in the same words:
  /// "Red Sox" and "Boston Red Sox", "Vance" and "Petra Vance", "the driver" and "the young driver".
  ///
  /// A story names a thing in full once and speaks of few things of a kind, so what would not do
  /// between any two documents does there.
  mutating func linkStories() {
    let pairs = StoryIndex.pairs(storyTerms()).map { pair in
      var pair = pair
      pair.lead = DocumentLead.similarity(
        documents[pair.first].resolution.leadWords, documents[pair.second].resolution.leadWords)
      return pair
    }
    let told = Set(pairs.flatMap { [$0.first, $0.second] })
    var names: [Int: [String: [Int]]] = [:]
    var persons: [Int: [String: [Int]]] = [:]
    var bodies: [Int: Set<String>] = [:]
    for d in told {
      names[d] = namesByLastWord(of: d)
      bodies[d] = namesOfBodies(in: d)
      persons[d] = personsByFamilyName(of: d)
    }
    var fullest: [Int: [String]] = [:]
    for pair in pairs {
      linkStoryNames(names[pair.first] ?? [:], names[pair.second] ?? [:], fullest: &fullest) {
        bodies[pair.first]?.contains($0) ?? false || bodies[pair.second]?.contains($0) ?? false
      }
      linkStoryPersons(persons[pair.first] ?? [:], persons[pair.second] ?? [:])
    }
    linkEvents()
    linkDescriptions(pairs)
  }

  /// How often each document names each entity and uses each head noun, by numbers for both.
  private mutating func storyTerms() -> [[Int: Int]] {
    var numberOfHead: [String: Int] = [:]
    var terms: [[Int: Int]] = []
    for (d, document) in documents.enumerated() {
      var row: [Int: Int] = [:]
      for (l, entity) in document.resolution.entities.enumerated() {
        let sense = senseOfLocal[d][l]
        if entity.isNamed, sense >= 0 {
          row[root(of: sense), default: 0] += entity.names.values.reduce(0, +)
        }
        for head in Set(entity.descriptions.map(\.head)) {
          let number = numberOfHead[head, default: -1 - numberOfHead.count]
          numberOfHead[head] = number
          row[number, default: 0] += 1
        }
      }
      terms.append(row)
    }
    return terms
  }

  // MARK: Names

  /// The named senses of a document by class and last word; persons are left to their family names.
  private func namesByLastWord(of document: Int) -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    for sense in Set(senseOfLocal[document]).sorted() where sense >= 0 {
      let one = senses[sense]
      guard !one.isUnnamed, one.form.style == .other, one.form.known == nil,
        let last = one.form.words.last, one.type != EntityType.place, last.utf8.count > 2
      else { continue }
      result[(one.type ?? "") + "\u{1}" + last, default: []].append(sense)
    }
    return result
  }

  /// Joins the names of two documents; `fullest` holds the words of the longest name of each entity
  /// that was joined, so that "London Marathon" and "York Marathon" never meet in "the Marathon".
  private mutating func linkStoryNames(
    _ a: [String: [Int]], _ b: [String: [Int]], fullest: inout [Int: [String]],
    isBody: (String) -> Bool
  ) {
    for key in a.keys.sorted() {
      guard let others = b[key] else { continue }
      // Alone of its kind: all that end in this word in both documents are two things at most.
      let roots = Set(((a[key] ?? []) + others).map { root(of: $0) })
      guard roots.count == 2 else { continue }
      for first in a[key] ?? [] {
        for second in others where isStoryName(first, second, isBody) {
          let longest = [first, second].map { fullest[root(of: $0)] ?? senses[$0].form.words }
            .sorted { $0.count < $1.count }
          guard longest[1].suffix(longest[0].count) == longest[0][...] else { continue }
          if join(first, second, because: .storyName) { fullest[root(of: first)] = longest[1] }
        }
      }
    }
  }

  /// The organisations that a document names, in joined folded form.
  private func namesOfBodies(in document: Int) -> Set<String> {
    var result: Set<String> = []
    for sense in senseOfLocal[document]
    where sense >= 0 && senses[sense].type == EntityType.organization {
      result.insert(senses[sense].form.words.joined())
    }
    return result
  }

  /// Whether one name ends in the other, which has two words at least, for "Events" may be any; a
  /// body is known by one word after that of its city, country or people ("Leeds Harriers"), a
  /// product by one word after that of its maker ("Lumenix Photon").
  private func isStoryName(_ a: Int, _ b: Int, _ isBody: (String) -> Bool) -> Bool {
    let (short, full) =
      senses[a].form.words.count < senses[b].form.words.count
      ? (senses[a], senses[b]) : (senses[b], senses[a])
    let words = short.form.words
    let rest = full.form.words.dropLast(words.count)
    // "The Journey of Ann Lee" is not Ann Lee.
    // A name four times as common is a thing of its own: "Labour Party", not "Leeds Labour Party".
    guard full.form.words.suffix(words.count) == words[...], let last = rest.last,
      !NameTables.passedOver.contains(last),
      short.occurrences.count < 4 * full.occurrences.count
    else { return false }
    if words.count > 1 || short.form.tellsModel { return true }
    return short.type == EntityType.organization
      ? Self.isHome(rest.joined()) : short.type == nil && isBody(rest.joined())
  }

  /// Whether a name in joined folded form is that of a city, a country or a people.
  private static func isHome(_ name: String) -> Bool {
    PlaceTable.embedded.isCity(name) || PlaceTable.embedded.country(ofRegion: name) != nil
      || KnownName.isDemonym(name)
  }
}
