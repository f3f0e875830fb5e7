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
  public func reviewPairs(limit: Int) throws(IndexerError) -> [ReviewPair] {
    let session = try JudgementSession(self, access: .readOnly)
    var judged: [Identity: Set<Identity>] = [:]
    for judgement in session.judgements {
      for one in judgement.first.identities {
        for other in judgement.second.identities {
          judged[one, default: []].insert(other)
          judged[other, default: []].insert(one)
        }
      }
    }
    let snapshot = try Self.translating { try open(.readOnly).snapshot() }
    var entities: [Entity] = []
    try Self.translating { try snapshot.forEachEntity { entities.append($0) } }
    var identities: [EntityID: [Identity]] = [:]
    for (entity, known) in zip(session.resolution.entities, session.resolution.identities) {
      identities[entity.id] = known
    }
    let found = ReviewFinder.candidates(among: entities, limit: limit) { a, b in
      let others = Set(identities[entities[b].id] ?? [])
      return (identities[entities[a].id] ?? []).contains {
        !(judged[$0]?.isDisjoint(with: others) ?? true)
      }
    }
    return found.map {
      ReviewPair(first: entities[$0.first], second: entities[$0.second], score: $0.score)
    }
  }
}
