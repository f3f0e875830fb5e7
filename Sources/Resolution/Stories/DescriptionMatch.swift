import Extraction

/// The descriptions of two things that agree best.
struct DescriptionMatch {
  let a: Description
  let b: Description
  /// The modifiers that both have, and those that one has alone.
  let shared: Int
  let extra: Int
  /// Whether the modifiers of one are among the other's.
  let isContained: Bool

  init(_ a: Description, _ b: Description) {
    self.a = a
    self.b = b
    shared = a.modifiers.sharedCount(with: b.modifiers)
    extra = a.modifiers.count + b.modifiers.count - 2 * shared
    isContained = shared == min(a.modifiers.count, b.modifiers.count)
  }

  /// The best match under a head; both lists hold one with that head.
  static func best(_ a: [Description], _ b: [Description], head: String) -> DescriptionMatch {
    var best: DescriptionMatch?
    for one in a where one.head == head {
      for other in b where other.head == head {
        let match = DescriptionMatch(one, other)
        if best.map({ match.rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = match }
      }
    }
    return best ?? DescriptionMatch(.none, .none)
  }

  /// What makes a match better, the most telling first; smaller is better.
  private var rank: [Int] {
    let complements =
      a.complements.count + b.complements.count
      - 2 * a.complements.sharedCount(with: b.complements)
    return [
      extra == 0 ? 0 : 1, isContained ? 0 : 1, -shared, extra, a.number == b.number ? 0 : 1,
      complements,
    ]
  }
}

extension Description {
  /// Whether a number tells how many are meant.
  var isCounted: Bool { modifiers.contains(where: Self.isNumber) }

  /// The modifiers that are numbers: "23" of "23 pirates".
  var numbers: [String] { modifiers.filter(Self.isNumber) }

  private static func isNumber(_ word: String) -> Bool {
    counts.contains(word) || word.startsWithDigit
  }

  fileprivate static let none = Description(head: "", modifiers: [], number: .unknown)
}
