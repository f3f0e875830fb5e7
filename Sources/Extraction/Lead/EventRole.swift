/// What a thing does in an event: it is the subject of "kill", or stands behind "fall off".
///
/// A passive subject is an object and an agent a subject, so that one event gives one role however it is
/// told: "the mayor was shot by a man" and "a man shot the mayor".
public struct EventRole: Hashable, Sendable, Comparable {
  /// The lemma of the verb, in lower case.
  public let verb: String
  /// `subject`, `object`, `receiver`, or the preposition before the thing.
  public let part: String

  /// Creates a role.
  public init(verb: String, part: String) {
    self.verb = verb
    self.part = part
  }

  /// The doer of a verb.
  public static func subject(_ verb: String) -> EventRole { EventRole(verb: verb, part: "subject") }
  /// What a verb is done to.
  public static func object(_ verb: String) -> EventRole { EventRole(verb: verb, part: "object") }

  /// By verb, then by part.
  public static func < (a: EventRole, b: EventRole) -> Bool {
    a.verb != b.verb ? a.verb < b.verb : a.part < b.part
  }

  /// The roles that a noun may tell of: a "driver" drives, a "nominee" was nominated, a person who is a
  /// "host" hosts.
  ///
  /// English forms agent nouns with *-er* and *-or* and nouns of what is done to somebody with *-ee*; the
  /// verbs are guesses, so a role among them tells something only beside one that a text gives.
  ///
  /// - Parameters:
  ///   - noun: The lemma, in lower case.
  ///   - isPerson: Whether it is known to speak of a person.
  /// - Returns: The roles, in no order.
  public static func told(by noun: String, isPerson: Bool) -> [EventRole] {
    var roles = isPerson ? [subject(noun)] : []
    let letters = Array(noun.utf8)
    guard letters.count > 4 else { return roles }
    let stem = String(noun.dropLast(2))
    if noun.hasSuffix("er") || noun.hasSuffix("or") {
      roles += [subject(stem), subject(stem + "e")]
      // "runner": the last letter of "run" is doubled.
      if letters[letters.count - 3] == letters[letters.count - 4] {
        roles.append(subject(String(stem.dropLast())))
      }
    } else if noun.hasSuffix("ee") {
      roles += [object(stem), object(stem + "e"), object(stem + "ate")]
    }
    return roles
  }
}
