public import GraphModel
import GraphStore
import Resolution

/// Why two names were joined: one step of an explanation.
public struct IdentityStep: Hashable, Sendable {
  /// What a step rests on.
  public enum Ground: Hashable, Sendable {
    /// A person's judgement, by its number.
    case judgement(Int)
    /// A document that uses the short name for the thing that it names in full.
    case document(String)
    /// The one is the initials of the other.
    case initials
    /// The one is the telling part of the other, in the same company.
    case shortName
    /// A family name alone, of the only person in the same company who has it.
    case familyName
    /// A family name alone, in documents that speak of the same things.
    case sharedCompany
    /// A name of two words in the other order, family name first, in the same company.
    case turnedName
    /// The longer name ends in the shorter, and the documents tell one story.
    case storyName
    /// The same description, in documents that tell one story.
    case storyDescription
    /// The same description or deeds, in documents that report the same events.
    case sameEvents
    /// The same name, read once as a thing of another class or of none.
    case sameName
  }

  /// The one name.
  public let first: String
  /// The other.
  public let second: String
  /// What the step rests on.
  public let ground: Ground
}

extension Indexer {
  /// The steps by which one name of an entity was joined with another.
  ///
  /// - Parameters:
  ///   - entity: The entity that both names are of.
  ///   - first: The one name, as in a document.
  ///   - second: The other.
  /// - Returns: The fewest steps from one to the other; none if titles, legal forms and spelling are
  ///   all that sets the names apart; `nil` if the entity was not joined from both.
  /// - Throws: ``IndexerError/unknownEntity(_:)``.
  public func explain(
    _ entity: EntityID, _ first: String, _ second: String
  ) throws(IndexerError) -> [IdentityStep]? {
    let session = try JudgementSession(self, access: .readOnly)
    guard let place = session.place(of: entity) else { throw .unknownEntity(entity) }
    let identities = session.resolution.identities[place]
    let starts = identities.filter { $0.isNamed(first) }
    let goals = Set(identities.filter { $0.isNamed(second) })
    guard !starts.isEmpty, !goals.isEmpty else { return nil }
    guard goals.isDisjoint(with: starts) else { return [] }
    let members = Set(identities)
    let links = session.resolution.links.filter { members.contains($0.first) }
    return Self.shortest(links, from: starts, to: goals)?.map { link, isForward in
      IdentityStep(
        first: isForward ? link.firstName : link.secondName,
        second: isForward ? link.secondName : link.firstName,
        ground: Self.ground(link.reason, session))
    }
  }

  /// A shortest way along links, each with whether it is taken from its first to its second end.
  private static func shortest(
    _ links: [IdentityLink], from starts: [Identity], to goals: Set<Identity>
  ) -> [(IdentityLink, Bool)]? {
    var ways: [Identity: [(IdentityLink, Bool)]] = [:]
    for start in starts { ways[start] = [] }
    var frontier = starts
    while !frontier.isEmpty {
      var next: [Identity] = []
      for identity in frontier {
        if goals.contains(identity) { return ways[identity] }
        for link in links {
          for (from, to, isForward) in [
            (link.first, link.second, true), (link.second, link.first, false),
          ] where from == identity && ways[to] == nil {
            ways[to] = (ways[identity] ?? []) + [(link, isForward)]
            next.append(to)
          }
        }
      }
      frontier = next
    }
    return nil
  }

  private static func ground(_ reason: LinkReason, _ session: JudgementSession)
    -> IdentityStep.Ground
  {
    switch reason {
    case .judgement(let number): .judgement(number)
    case .usedFor(let document): .document(session.name(of: document))
    case .initials: .initials
    case .shortName: .shortName
    case .familyName: .familyName
    case .sharedCompany: .sharedCompany
    case .turnedName: .turnedName
    case .storyName: .storyName
    case .storyDescription: .storyDescription
    case .sameEvents: .sameEvents
    case .unknownClass, .rareClass, .mistakenClass: .sameName
    }
  }
}
