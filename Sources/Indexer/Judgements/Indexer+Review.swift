public import GraphModel
import GraphStore
import Resolution

/// Two entities that a person may be asked about.
public struct ReviewPair: Hashable, Sendable {
  /// The one.
  public let first: Entity
  /// The other.
  public let second: Entity
  /// The chance that they are one, by their names, from 0 to 1.
  public let score: Double
}

extension Indexer {
  /// Pairs of named entities that may be one and were not judged yet, the likeliest first.
  ///
  /// Looks at the graph alone, not at what was read of the documents.
  public func reviewPairs(limit: Int) throws(IndexerError) -> [ReviewPair] {
    let store = try open(.readOnly)
    let snapshot = try Self.translating { try store.snapshot() }
    var entities: [Entity] = []
    try Self.translating { try snapshot.forEachEntity { entities.append($0) } }
    let judged = JudgedPairs(try JudgementJournal(snapshot).inForce, among: entities)
    let found = ReviewFinder.candidates(among: entities, limit: limit) {
      judged.contains($0, $1)
    }
    return found.map {
      ReviewPair(first: entities[$0.first], second: entities[$0.second], score: $0.score)
    }
  }
}

/// The pairs of entities that were judged, found again by identifier, present or former, and by name.
private struct JudgedPairs {
  private var pairs: Set<UInt64> = []

  init(_ judgements: [Judgement], among entities: [Entity]) {
    guard !judgements.isEmpty else { return }
    var byID: [EntityID: [Int]] = [:]
    var byName: [Identity: [Int]] = [:]
    for (place, entity) in entities.enumerated() {
      for id in [entity.id] + entity.formerIDs { byID[id, default: []].append(place) }
      for name in Identity.names(of: entity) { byName[name, default: []].append(place) }
    }
    for judgement in judgements {
      let sides = [judgement.first, judgement.second].map { side in
        Set(
          (byID[side.id] ?? [])
            + side.identities.flatMap { byName[$0.withoutDistinction] ?? [] })
      }
      for a in sides[0] { for b in sides[1] where a != b { pairs.insert(Self.key(a, b)) } }
    }
  }

  func contains(_ a: Int, _ b: Int) -> Bool { pairs.contains(Self.key(a, b)) }

  private static func key(_ a: Int, _ b: Int) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }
}
