import Extraction

/// What all documents together say of each thing that descriptions joined, by the noun that they use.
///
/// "The exchange" may be the German or the London one, but no thing is both.
struct ToldModifiers {
  private var ofThing: [Int: [String: Set<String>]] = [:]

  /// Whether what is said of two things with a noun goes together: one says all that the other does, or
  /// of persons, who are told of in many ways, both say some of it.
  ///
  /// - Parameters:
  ///   - a: The one thing, and what a document says of it.
  ///   - b: The other.
  ///   - head: The noun.
  /// - Returns: Whether they may be one.
  func agree(
    _ a: (thing: Int, local: LocalEntity), _ b: (thing: Int, local: LocalEntity), head: String
  )
    -> Bool
  {
    agree(told(a, head), told(b, head), isPerson: a.local.type == EntityType.person)
  }

  /// Whether what is said of two things goes together under every noun that both go by.
  func agree(_ a: (thing: Int, local: LocalEntity), _ b: (thing: Int, local: LocalEntity)) -> Bool {
    let (first, second) = (
      ofThing[a.thing] ?? Self.told(a.local), ofThing[b.thing] ?? Self.told(b.local)
    )
    return first.allSatisfy { head, words in
      second[head].map { agree(words, $0, isPerson: a.local.type == EntityType.person) } ?? true
    }
  }

  private func agree(_ a: Set<String>, _ b: Set<String>, isPerson: Bool) -> Bool {
    a.isSubset(of: b) || b.isSubset(of: a) || isPerson && !a.isDisjoint(with: b)
  }

  /// Notes that two things are one, which has that number from now on.
  mutating func join(
    _ a: (thing: Int, local: LocalEntity), _ b: (thing: Int, local: LocalEntity), as thing: Int
  ) {
    var all = ofThing.removeValue(forKey: a.thing) ?? Self.told(a.local)
    all.merge(ofThing.removeValue(forKey: b.thing) ?? Self.told(b.local)) { $0.union($1) }
    ofThing[thing] = all
  }

  private func told(_ one: (thing: Int, local: LocalEntity), _ head: String) -> Set<String> {
    (ofThing[one.thing] ?? Self.told(one.local))[head] ?? []
  }

  private static func told(_ local: LocalEntity) -> [String: Set<String>] {
    local.descriptions.reduce(into: [:]) { $0[$1.head, default: []].formUnion($1.modifiers) }
  }
}
