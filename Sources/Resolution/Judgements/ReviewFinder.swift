public import GraphModel

/// Finds pairs of entities that may be one, for a person to judge; the likeliest first.
///
/// Two named entities of agreeing class meet if a word of their names begins alike or their
/// initials are the other's name. What meets is weighed by ``NameMatcher`` over all their names; a
/// pair that shares documents weighs less, for a text that names two things rarely means one.
/// Near-linear: a word that more than ``crowd`` entities have brings nobody together.
public struct ReviewFinder: Sendable {
  /// Two entities that may be one.
  public struct Candidate: Hashable, Sendable {
    /// The place of the one in the list of entities.
    public let first: Int
    /// The place of the other; greater.
    public let second: Int
    /// The chance that they are one, by their names, from 0 to 1.
    public let score: Double
  }

  private static let crowd = 60
  private static let floor = 0.3

  /// The pairs of a list of entities whose names score at least 0.3, the likeliest first.
  ///
  /// - Parameters:
  ///   - entities: The entities; unnamed ones are passed over.
  ///   - limit: How many pairs are returned at most.
  ///   - isJudged: Whether a pair of places was judged already.
  /// - Returns: The pairs.
  public static func candidates(
    among entities: [Entity], limit: Int, isJudged: (Int, Int) -> Bool
  ) -> [Candidate] {
    var blocks: [String: [Int]] = [:]
    for (place, entity) in entities.enumerated() where entity.isNamed {
      for key in keys(of: entity) { blocks[key, default: []].append(place) }
    }
    var met: Set<UInt64> = []
    for (_, block) in blocks where block.count > 1 && block.count <= crowd {
      for (i, a) in block.enumerated() {
        for b in block[(i + 1)...] { met.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) }
      }
    }
    var result: [Candidate] = []
    for pair in met {
      let (a, b) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      guard agree(entities[a], entities[b]), !isJudged(a, b) else { continue }
      let score = score(entities[a], entities[b])
      if score >= floor { result.append(Candidate(first: a, second: b, score: score)) }
    }
    result.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
    return Array(result.prefix(limit))
  }

  /// The best score of a name of one with a name of the other; no more than eight names of each, and
  /// of people no family name alone if both are known in full.
  private static func score(_ a: Entity, _ b: Entity) -> Double {
    let isPerson = a.types.contains(EntityType.person) || b.types.contains(EntityType.person)
    var names = [a, b].map { Array(([$0.label] + $0.aliases).prefix(8)) }
    if isPerson {
      // Two people known in full are told apart by that, and not made one by a family name.
      let full = names.map { $0.filter { NameWords($0, isPerson: true).words.count > 1 } }
      if full.allSatisfy({ !$0.isEmpty }) { names = full }
    }
    var best = 0.0
    for one in names[0] {
      for other in names[1] {
        best = max(best, NameMatcher.score(one, other, isPerson: isPerson))
      }
    }
    return best
  }

  private static func agree(_ a: Entity, _ b: Entity) -> Bool {
    !Set(a.types).isDisjoint(with: b.types) || a.types == [EntityType.thing]
      || b.types == [EntityType.thing]
  }

  /// What brings an entity together with others: the beginnings and consonants of its words.
  private static func keys(of entity: Entity) -> Set<String> {
    let isPerson = entity.types.contains(EntityType.person)
    var keys: Set<String> = []
    for name in ([entity.label] + entity.aliases).prefix(8) {
      let words = NameWords(name, isPerson: isPerson)
      for word in words.words where word.count > 2 {
        keys.insert("w" + String(decoding: word.prefix(5), as: UTF8.self))
        keys.insert("s" + String(decoding: WordSimilarity.skeleton(word), as: UTF8.self))
      }
      if words.words.count > 1 {
        keys.insert("i" + String(decoding: words.words.compactMap(\.first), as: UTF8.self))
      } else if (2...6).contains(words.joined.count) {
        keys.insert("i" + String(decoding: words.joined, as: UTF8.self))
      }
    }
    return keys
  }
}
