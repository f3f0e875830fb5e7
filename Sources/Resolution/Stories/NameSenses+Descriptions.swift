import Extraction

extension NameSenses {
  /// Joins what documents of one story describe by the same noun, the likeliest pairs first.
  ///
  /// Two things with names are never joined by a description, nor do classes or genders that differ
  /// meet. What two documents call by a bare concept alone stays the concept. Things without a name
  /// that several documents share are joined only if most of those tell one story with each other:
  /// else "the government" would lead from story to story.
  mutating func linkDescriptions(_ pairs: [StoryIndex.Pair]) {
    var described: [Int: [String: [Int]]] = [:]
    for d in Set(pairs.flatMap { [$0.first, $0.second] }) { described[d] = describedByHead(in: d) }
    var links: [DescriptionLink] = []
    for pair in pairs {
      links += likely(pair, described[pair.first] ?? [:], described[pair.second] ?? [:])
    }
    links.sort()
    var tellers = StoryTellers(pairs)
    var told = ToldModifiers()
    var hasName = namedRoots()
    for link in links {
      let x = sense(of: link.first.local, in: link.first.document)
      let y = sense(of: link.second.local, in: link.second.document)
      let isNamed = (hasName.contains(root(of: x)), hasName.contains(root(of: y)))
      guard !(isNamed.0 && isNamed.1) else { continue }
      let isUnnamed = !isNamed.0 && !isNamed.1
      let a = (thing: root(of: x), document: link.first.document)
      let b = (thing: root(of: y), document: link.second.document)
      let first = (thing: a.thing, local: local(link.first))
      let second = (thing: b.thing, local: local(link.second))
      guard a.thing != b.thing, !isUnnamed || tellers.agree(a, b),
        link.isKnownAgain || told.agree(first, second, head: link.head),
        join(x, y, because: .storyDescription)
      else { continue }
      told.join(first, second, as: root(of: x))
      if isUnnamed { tellers.join(a, b, as: root(of: x)) } else { hasName.insert(root(of: x)) }
    }
  }

  /// The roots of the entities that have a name.
  mutating func namedRoots() -> Set<Int> {
    var roots: Set<Int> = []
    for s in 0..<firstUnnamed { roots.insert(root(of: s)) }
    return roots
  }

  /// The thing that an occurrence is of.
  func local(_ occurrence: Occurrence) -> LocalEntity {
    documents[occurrence.document].resolution.entities[occurrence.local]
  }

  /// The things of a document by the heads that describe them.
  private func describedByHead(in document: Int) -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    for (l, entity) in documents[document].resolution.entities.enumerated() {
      for head in Set(entity.descriptions.map(\.head)) { result[head, default: []].append(l) }
    }
    return result
  }

  /// Of more things of one noun than these in a document, none is known again in another.
  private static var crowd: Int { 8 }

  /// The things of two documents that are likely one, each with the likeliest partner alone: of two
  /// that the one document keeps apart, the other's thing is one at most.
  private func likely(
    _ pair: StoryIndex.Pair, _ a: [String: [Int]], _ b: [String: [Int]]
  ) -> [DescriptionLink] {
    var likely: [DescriptionLink] = []
    var seen: Set<[Int]> = []
    for head in a.keys.sorted() {
      guard let others = b[head], let own = a[head], max(own.count, others.count) <= Self.crowd
      else { continue }
      for first in own {
        for second in others where canMeet(first, second, in: pair) {
          guard seen.insert([first, second]).inserted else { continue }
          let described = DescribedPair(
            documents[pair.first].resolution.entities[first],
            documents[pair.second].resolution.entities[second],
            head: head, crowd: (own.count, others.count), story: pair)
          guard described.isLikely else { continue }
          likely.append(
            DescriptionLink(
              first: Occurrence(document: pair.first, local: first),
              second: Occurrence(document: pair.second, local: second),
              head: head, score: described.score, extra: described.extra,
              isKnownAgain: described.isKnownAgain))
        }
      }
    }
    likely.sort()
    var (taken, others) = (Set<Int>(), Set<Int>())
    return likely.filter { link in
      guard !taken.contains(link.first.local), !others.contains(link.second.local) else {
        return false
      }
      taken.insert(link.first.local)
      others.insert(link.second.local)
      return true
    }
  }

  private func canMeet(_ a: Int, _ b: Int, in pair: StoryIndex.Pair) -> Bool {
    let x = documents[pair.first].resolution.entities[a]
    let y = documents[pair.second].resolution.entities[b]
    if x.isNamed && y.isNamed { return false }
    if !x.isNamed && !y.isNamed && x.scope == .corpus && y.scope == .corpus { return false }
    return x.agreesInKind(with: y)
  }
}

/// Two things of different documents that their descriptions make one.
private struct DescriptionLink: Comparable {
  let first: NameSenses.Occurrence
  let second: NameSenses.Occurrence
  /// The noun by which both go.
  let head: String
  let score: Double
  /// How many modifiers one of the two has alone.
  let extra: Int
  /// Whether both documents speak of the one of that noun that their story has.
  let isKnownAgain: Bool

  private var place: [Int] {
    [extra, first.document, second.document, first.local, second.local]
  }

  static func == (a: DescriptionLink, b: DescriptionLink) -> Bool {
    a.score == b.score && a.place == b.place
  }

  /// The likelier first, then the more alike in words; then in the order of documents.
  static func < (a: DescriptionLink, b: DescriptionLink) -> Bool {
    a.score != b.score ? a.score > b.score : a.place.lexicographicallyPrecedes(b.place)
  }
}
