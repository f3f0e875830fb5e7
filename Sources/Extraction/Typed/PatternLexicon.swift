import Schema

/// The words and classes of all patterns, numbered so that a sentence is matched on integers.
struct PatternLexicon: Sendable {
  /// A set of classes, a bit each.
  typealias ClassSet = UInt128

  /// The number of a word of a pattern, in lower case.
  private(set) var words: [String: Int32] = [:]
  /// The bit of each class.
  private(set) var classBits: [String: ClassSet] = [:]
  /// The set of a class and all its superclasses.
  private(set) var ancestry: [String: ClassSet] = [:]
  /// What the head noun of a phrase tells of its class; several words are joined by `_`.
  private(set) var nouns: [Int32: [(words: [Int32], classes: ClassSet)]] = [:]
  /// What a whole name tells of its class.
  private(set) var names: [String: ClassSet] = [:]
  /// What the last word of a name tells of its class.
  private(set) var nameEndings: [String: ClassSet] = [:]
  /// What adjectives stand for.
  private(set) var adjectives: [String: Adjective] = [:]
  /// Modifiers that cancel a wording.
  private(set) var cancelling: Set<Int32> = []

  /// A thing that an adjective stands for: Japan for "Japanese".
  struct Adjective: Sendable {
    var name: String
    var classes: ClassSet
  }

  /// The most classes that a vocabulary may have.
  static let classLimit = 127

  /// Numbers the classes and words of a vocabulary; its classes must be within the limit.
  init(schema: Schema) {
    for (index, entry) in schema.classes.prefix(Self.classLimit).enumerated() {
      classBits[entry.name] = 1 << ClassSet(index)
    }
    for entry in schema.classes {
      var all: ClassSet = 0
      for other in schema.classes where schema.isSubclass(entry.name, of: other.name) {
        all |= classBits[other.name] ?? 0
      }
      ancestry[entry.name] = all
    }
    for entry in schema.classes {
      let all = ancestry[entry.name] ?? 0
      for noun in entry.nouns {
        for sequence in sequences(of: noun) {
          guard let head = sequence.last else { continue }
          nouns[head, default: []].append((sequence, all))
        }
      }
      for name in entry.names { names[name, default: 0] |= all }
      for (adjective, name) in entry.adjectives {
        adjectives[adjective] = Adjective(name: name, classes: all)
      }
      for ending in entry.nameEndings { nameEndings[ending, default: 0] |= all }
    }
    for modifier in schema.cancellingModifiers { cancelling.insert(number(of: modifier)) }
  }

  /// The number of a word, given if it has none.
  mutating func number(of word: String) -> Int32 {
    let key = word.lowercased()
    if let known = words[key] { return known }
    let number = Int32(words.count)
    words[key] = number
    return number
  }

  /// The ways in which a word of a pattern is tokenised: "co-founder" as one token, as one token
  /// without the hyphen, or as three; `chief_executive` as two.
  mutating func sequences(of word: String) -> [[Int32]] {
    let parts = word.split(separator: "_").map(String.init)
    var results: [[String]] = [parts]
    if parts.contains(where: { $0.contains("-") }) {
      results.append(parts.map { $0.filter { $0 != "-" } })
      results.append(
        parts.flatMap { part -> [String] in
          var pieces: [String] = []
          for piece in part.split(separator: "-") {
            if !pieces.isEmpty { pieces.append("-") }
            pieces.append(String(piece))
          }
          return pieces
        })
    }
    var numbered: [[Int32]] = []
    for result in results where !result.isEmpty {
      numbered.append(result.map { number(of: $0) })
    }
    return numbered
  }
}
