/// A thing that a list of known names tells of: an entry of a gazetteer or a register.
public struct KnownThing: Hashable, Sendable {
  /// Its IRI.
  public let id: String
  /// Local name of its class (`Person`, `Organization`, `Place`), or `nil` if the list does not tell
  /// or tells another.
  public let type: String?
  /// Its names, the one to show first; never empty.
  public let names: [String]
  /// The countries that the list ties it to, as the list names them; sorted.
  public let countries: [String]

  /// Creates a thing; `nil` if it has no name.
  public init?(id: String, type: String?, names: [String], countries: [String] = []) {
    var seen: Set<String> = []
    let kept = names.filter { !$0.isEmpty && seen.insert($0).inserted }
    guard !kept.isEmpty, !id.isEmpty else { return nil }
    self.id = id
    self.type = type
    self.names = kept
    self.countries = Set(countries).subtracting([""]).sorted()
  }
}

/// A list of known things: a gazetteer, a register, a list of sanctions.
public struct Gazetteer: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its things by IRI, each once; what two entries of one IRI tell is put together.
  public let things: [KnownThing]

  /// Creates a list.
  public init(name: String, things: [KnownThing]) {
    self.name = name
    var byID: [String: KnownThing] = [:]
    for thing in things {
      guard let known = byID[thing.id] else {
        byID[thing.id] = thing
        continue
      }
      byID[thing.id] = KnownThing(
        id: thing.id, type: known.type ?? thing.type, names: known.names + thing.names,
        countries: known.countries + thing.countries)
    }
    self.things = byID.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}

/// A known thing that an entity was recognised as.
public struct ExactMatch: Hashable, Sendable {
  /// The IRI of the known thing.
  public let target: String
  /// Its name in the list.
  public let label: String
  /// The list.
  public let list: String
  /// How sure it is, from 0 to 1, in steps of a thousandth.
  public let score: Double

  /// Creates a match; the score is rounded to thousandths.
  public init(target: String, label: String, list: String, score: Double) {
    self.target = target
    self.label = label
    self.list = list
    self.score = (score * 1000).rounded() / 1000
  }
}
