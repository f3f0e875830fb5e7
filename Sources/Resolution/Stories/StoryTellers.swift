/// Which documents speak of each thing without a name, and which documents tell one story.
struct StoryTellers {
  private var documentsOfThing: [Int: Set<Int>] = [:]
  private var neighbours: [Int: Set<Int>] = [:]

  /// Collects the pairs of documents that tell one story.
  init(_ pairs: [StoryIndex.Pair]) {
    for pair in pairs {
      neighbours[pair.first, default: []].insert(pair.second)
      neighbours[pair.second, default: []].insert(pair.first)
    }
  }

  /// A thing and a document that speaks of it.
  typealias Teller = (thing: Int, document: Int)

  /// Whether at least half of the pairs of a document of the one thing and another of the other tell
  /// one story (average linkage, Sokal and Michener 1958).
  ///
  /// A thing that was not joined before is that of the document given. O(*n m*) in the documents.
  func agree(_ a: Teller, _ b: Teller) -> Bool {
    let others = documents(of: b)
    var (told, all) = (0, 0)
    for document in documents(of: a) {
      all += others.count - (others.contains(document) ? 1 : 0)
      told += neighbours[document].map { $0.intersection(others).count } ?? 0
    }
    return told * 2 >= all
  }

  /// Notes that two things are one, which has that number from now on.
  mutating func join(_ a: Teller, _ b: Teller, as thing: Int) {
    let all = documents(of: a).union(documents(of: b))
    documentsOfThing[a.thing] = nil
    documentsOfThing[b.thing] = nil
    documentsOfThing[thing] = all
  }

  private func documents(of teller: Teller) -> Set<Int> {
    documentsOfThing[teller.thing] ?? [teller.document]
  }
}
