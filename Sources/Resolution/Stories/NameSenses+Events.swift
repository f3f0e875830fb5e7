import Extraction

extension NameSenses {
  /// Joins what documents that report the same events call by one noun, or say the same of, the likeliest
  /// pairs first.
  ///
  /// Of two things that one document keeps apart, a third is one at most, and a name never meets another.
  mutating func linkEvents() {
    let pairs = EventIndex.pairs(documents.map(\.resolution.lead))
    guard !pairs.isEmpty else { return }
    linkEventNames(pairs)
    var leading: [Int: [(local: Int, thing: EventThing)]] = [:]
    for d in Set(pairs.flatMap { [$0.first, $0.second] }) { leading[d] = self.leading(in: d) }
    var links: [EventLink] = []
    for pair in pairs {
      links += likely(pair, leading[pair.first] ?? [], leading[pair.second] ?? [])
    }
    links.sort()
    var tellers = documentsOfThings()
    var told = ToldModifiers()
    var hasName = namedRoots()
    for link in links {
      let x = sense(of: link.first.local, in: link.first.document)
      let y = sense(of: link.second.local, in: link.second.document)
      let a = (thing: root(of: x), local: local(link.first))
      let b = (thing: root(of: y), local: local(link.second))
      let first = tellers[a.thing] ?? [link.first.document]
      let second = tellers[b.thing] ?? [link.second.document]
      let isNamed = (hasName.contains(a.thing), hasName.contains(b.thing))
      guard a.thing != b.thing, !(isNamed.0 && isNamed.1), first.isDisjoint(with: second),
        told.agree(a, b), join(x, y, because: .sameEvents)
      else { continue }
      let one = root(of: x)
      told.join(a, b, as: one)
      tellers[a.thing] = nil
      tellers[b.thing] = nil
      tellers[one] = first.union(second)
      if isNamed.0 || isNamed.1 { hasName.insert(one) }
    }
  }

  /// The documents that speak of each entity which has a sense, under its root.
  private mutating func documentsOfThings() -> [Int: Set<Int>] {
    var result: [Int: Set<Int>] = [:]
    for s in senses.indices {
      result[root(of: s), default: []].formUnion(senses[s].occurrences.map(\.document))
    }
    return result
  }

  /// The things that a document begins with.
  private func leading(in document: Int) -> [(local: Int, thing: EventThing)] {
    let entities = documents[document].resolution.entities
    return entities.indices.filter { entities[$0].isInLead }.map { ($0, EventThing(entities[$0])) }
  }

  private func likely(
    _ pair: EventIndex.Pair, _ a: [(local: Int, thing: EventThing)],
    _ b: [(local: Int, thing: EventThing)]
  ) -> [EventLink] {
    var links: [EventLink] = []
    for (first, x) in a {
      for (second, y) in b {
        // "Human rights" are one everywhere; "robbers" are those of the event.
        guard
          x.entity.isNamed || y.entity.isNamed || x.entity.scope != .corpus
            || y.entity.scope != .corpus || x.entity.type != nil && y.entity.type != nil,
          let score = EventPair(x, y, likelihood: pair.likelihood).score
        else { continue }
        links.append(
          EventLink(
            first: Occurrence(document: pair.first, local: first),
            second: Occurrence(document: pair.second, local: second), score: score))
      }
    }
    return links
  }
}

/// Two things of documents that report the same events.
private struct EventLink: Comparable {
  let first: NameSenses.Occurrence
  let second: NameSenses.Occurrence
  let score: Double

  private var place: [Int] { [first.document, second.document, first.local, second.local] }

  static func == (a: EventLink, b: EventLink) -> Bool {
    a.score == b.score && a.place == b.place
  }

  /// The likelier first; then in the order of documents.
  static func < (a: EventLink, b: EventLink) -> Bool {
    a.score != b.score ? a.score > b.score : a.place.lexicographicallyPrecedes(b.place)
  }
}
