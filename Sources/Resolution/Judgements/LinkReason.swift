public import GraphModel

/// Why two names were taken for one thing.
public enum LinkReason: Hashable, Sendable {
  /// A person said so, in the judgement of this number.
  case judgement(Int)
  /// A document uses the short name for the thing that it names in full.
  case usedFor(DocumentID)
  /// The one is the initials of the other.
  case initials
  /// The one is the telling part of the other, and they stand in the same company.
  case shortName
  /// A family name alone, of the only person in the same company who has it.
  case familyName
  /// A family name alone in several documents that speak of the same things.
  case sharedCompany
  /// A name of two words in the other order, family name first, in the same company.
  case turnedName
  /// The longer name ends in the shorter, and the documents tell one story.
  case storyName
  /// The same description, in documents that tell one story.
  case storyDescription
  /// The same description or deeds, in documents that report the same events.
  case sameEvents
  /// The same name, once with no class known.
  case unknownClass
  /// The same name, read rarely as a thing of another class.
  case rareClass
  /// The name of an organisation, once read as a person's.
  case mistakenClass
}

/// A joint between two things that became one.
public struct IdentityLink: Hashable, Sendable {
  /// The one.
  public let first: Identity
  /// The other.
  public let second: Identity
  /// The name of the one, as a document writes it.
  public let firstName: String
  /// The name of the other.
  public let secondName: String
  /// Why they were joined.
  public let reason: LinkReason

  /// Creates a joint.
  public init(
    first: Identity, second: Identity, firstName: String, secondName: String, reason: LinkReason
  ) {
    self.first = first
    self.second = second
    self.firstName = firstName
    self.secondName = secondName
    self.reason = reason
  }
}
