public import GraphModel

/// What a person decided about the identity of two things.
public struct Judgement: Hashable, Sendable {
  /// The decision.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// They are one thing.
    case same
    /// They are two things, whatever their names say.
    case different
    /// The person could not tell; it is not asked again.
    case unsure
    /// The mentions in some documents are another thing than those elsewhere.
    case apart
  }

  /// One side: the thing as the person saw it, and what it is known by.
  public struct Side: Hashable, Sendable {
    /// The identifier that it had.
    public let id: EntityID
    /// The name that it had.
    public let label: String
    /// What it was known by; never empty.
    public let identities: [Identity]

    /// Creates a side.
    public init(id: EntityID, label: String, identities: [Identity]) {
      self.id = id
      self.label = label
      self.identities = identities
    }
  }

  /// Its number, by which it can be undone; from 1.
  public let number: Int
  /// The decision.
  public let verdict: Verdict
  /// The one thing.
  public let first: Side
  /// The other; for ``Verdict/apart`` the same.
  public let second: Side
  /// For ``Verdict/apart``, the documents that speak of the other thing; sorted.
  public let documents: [DocumentID]

  /// Creates a judgement.
  public init(
    number: Int, verdict: Verdict, first: Side, second: Side, documents: [DocumentID] = []
  ) {
    self.number = number
    self.verdict = verdict
    self.first = first
    self.second = second
    self.documents = documents.sorted()
  }
}

/// The judgements in force, read as constraints on which identities may be one.
///
/// Of two that contradict each other about a pair, the later holds. That things are different binds
/// more than that they are the same: a chain of "same" never joins what was kept apart.
struct IdentityConstraints: Sendable {
  /// Pairs that are two things.
  private(set) var different: [(Identity, Identity)] = []
  /// Pairs that are one thing, in the order of the judgements, with the number of each.
  private(set) var same: [(first: Identity, second: Identity, number: Int)] = []
  /// Names whose mentions in some documents are another thing.
  private(set) var apart: [(identity: Identity, documents: [DocumentID])] = []
  /// Every identity that some judgement speaks of.
  private(set) var judged: Set<Identity> = []

  private struct Pair: Hashable {
    let first: Identity
    let second: Identity
  }

  /// Reads judgements, in the order of their numbers.
  init(_ judgements: [Judgement]) {
    var latest: [Pair: Judgement] = [:]
    for judgement in judgements.sorted(by: { $0.number < $1.number }) {
      judged.formUnion(judgement.first.identities)
      judged.formUnion(judgement.second.identities)
      if judgement.verdict == .apart {
        for identity in judgement.first.identities {
          apart.append((identity, judgement.documents))
        }
        continue
      }
      for one in judgement.first.identities {
        for other in judgement.second.identities where one != other {
          latest[Pair(first: min(one, other), second: max(one, other))] = judgement
        }
      }
    }
    let pairs = latest.sorted {
      ($0.value.number, $0.key.first, $0.key.second)
        < ($1.value.number, $1.key.first, $1.key.second)
    }
    for (pair, judgement) in pairs {
      switch judgement.verdict {
      case .same: same.append((pair.first, pair.second, judgement.number))
      case .different: different.append((pair.first, pair.second))
      case .unsure, .apart: break
      }
    }
  }
}
