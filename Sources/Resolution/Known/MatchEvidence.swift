import GraphModel

/// What speaks for an entity being a known thing.
///
/// The score is ``NameMatcher``'s chance for the two names that are most alike, lessened by what
/// makes a name worth less:
///
/// | | factor |
/// | --- | --- |
/// | the list ties the thing to countries, and the entity's documents speak of none of them | 0.85 |
/// | the list tells no country, and the name is a person's of two words | 0.97 |
/// | a single word, written otherwise than in the list ("PRIMA", "Prima") | 0.8 |
/// | a single word of a person, or of fewer than four letters | 0.6 |
/// | letters that stand for a name ("BNC") | 0.65 |
/// | a person's name of two words that is not the first of the list, or begins with "Abu" | 0.88 |
/// | a word is spelled otherwise in more than a fifth of its letters | 0.85 |
/// | the entity's class is not known | 0.85 |
/// | the list tells no class | 0.95 |
///
/// Different classes are no evidence at all, nor are names with a word that more than a quarter of the
/// letters set apart from its like: sound alone ("New IRA", "new year") tells nothing here.
struct MatchEvidence {
  /// From 0 to 1.
  let score: Double

  /// Weighs the names of an entity against those of a thing; `nil` if they cannot be one.
  init?(names: [String], of entity: Entity, _ thing: KnownThing, countries: Set<String>) {
    let type = entity.types.first == EntityType.thing ? nil : entity.types.first
    if let type, let other = thing.type, type != other { return nil }
    let isPerson = (type ?? thing.type) == EntityType.person
    var best = 0.0
    for one in names {
      for (place, other) in thing.names.enumerated() {
        let spelling = Self.spelling(of: one, other, isPerson: isPerson)
        guard spelling >= 0.75 else { continue }
        var chance = NameMatcher.score(one, other, isPerson: isPerson)
        guard chance > best else { continue }
        if spelling < 0.8 { chance *= 0.85 }
        if isPerson, Self.isByname(one, other, isFirst: place == 0) { chance *= 0.88 }
        best = max(best, chance * Self.weight(of: one, other, isPerson: isPerson))
      }
    }
    guard best > 0 else { return nil }
    if type == nil { best *= 0.85 } else if thing.type == nil { best *= 0.95 }
    let isFar =
      !thing.countries.isEmpty
      && !thing.countries.contains { country in
        CountryName.keys(in: country).contains { countries.contains($0) }
      }
    if isFar {
      best *= 0.85
    } else if thing.countries.isEmpty, isPerson, !names.contains(where: { Self.length($0) > 2 }) {
      best *= 0.97
    }
    score = best
  }

  private static func length(_ name: String) -> Int {
    NameWords(name, isPerson: true).words.count
  }

  /// The share of letters in which the words of the shorter name equal their likes in the other, for
  /// the word that is least like any.
  private static func spelling(of one: String, _ other: String, isPerson: Bool) -> Double {
    let (a, b) = (NameWords(one, isPerson: isPerson), NameWords(other, isPerson: isPerson))
    if a.joined == b.joined { return 1 }
    let (short, long) = a.words.count <= b.words.count ? (a.words, b.words) : (b.words, a.words)
    return short.map { word in
      long.map { like in
        1 - Double(EditDistance.alignment(word, like)) / Double(max(word.count, like.count, 1))
      }.max() ?? 0
    }.min() ?? 0
  }

  /// Whether what two names of a person have in common may be anybody's: two words of another name
  /// than the first, or "Abu" and a word.
  private static func isByname(_ one: String, _ other: String, isFirst: Bool) -> Bool {
    let words = [one, other].map { NameWords($0, isPerson: true).words }
    let shortest = words.map(\.count).min() ?? 0
    let isAbu = words.contains {
      $0.count == 2 && ["abu", "umm"].contains(String(decoding: $0[0], as: UTF8.self))
    }
    return isAbu || shortest <= 2 && !isFirst
  }

  /// What the spelling of two names that are alike makes them worth.
  private static func weight(of one: String, _ other: String, isPerson: Bool) -> Double {
    let words = (NameWords(one, isPerson: isPerson), NameWords(other, isPerson: isPerson))
    guard min(words.0.words.count, words.1.words.count) == 1 else { return 1 }
    if isPerson || min(words.0.joined.count, words.1.joined.count) < 4 { return 0.6 }
    if NameForm(one, type: nil).isAcronym, words.0.joined.count <= 5 { return 0.65 }
    return Self.isSpelledAlike(one, other) ? 1 : 0.8
  }

  /// Whether a word of one name stands in the other with the same capitals, or both are more than
  /// that word: a legal form beside it tells enough.
  private static func isSpelledAlike(_ one: String, _ other: String) -> Bool {
    let pieces = Set(other.split(separator: " "))
    return one.split(separator: " ").contains { $0.utf8.count > 3 && pieces.contains($0) }
  }
}
