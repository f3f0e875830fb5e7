import GraphModel

/// Two names side by side: which words answer which, and what that tells.
struct NamePair: Sendable {
  /// What is weighed, in the order of ``features``.
  static let featureNames = [
    "whole", "wholeEdits", "matched", "least", "contradictions", "contradicted", "surplus",
    "surplusShare", "misspelt", "edits", "worst", "turned", "turnedPatronymic", "acronym",
    "equal", "sameWords", "foreignScript", "numbersDiffer", "legalFormsDiffer", "contained",
    "single", "short", "firstEqual", "lastEqual", "initials", "otherCharacters", "respelt",
    "constant",
  ]

  /// The values of the features.
  let features: [Double]

  /// Compares two names of persons, or of other things.
  ///
  /// O(*n m*) in their lengths.
  init(_ first: String, _ second: String, isPerson: Bool) {
    let a = NameWords(first, isPerson: isPerson)
    let b = NameWords(second, isPerson: isPerson)
    let alignment = WordAlignment(a.words, b.words)
    let (lengthA, lengthB) = (a.joined.count, b.joined.count)
    let rests = (
      alignment.restOfFirst.reduce(0) { $0 + a.words[$1].count },
      alignment.restOfSecond.reduce(0) { $0 + b.words[$1].count }
    )
    let edits = EditDistance.alignment(a.joined, b.joined)
    var matched = 0.0
    var least = alignment.pairs.isEmpty ? 0.0 : 1.0
    var misspelt = 0
    var wordEdits = 0
    var worst = 0.0
    var initials = 0
    var respelt = 0
    for pair in alignment.pairs {
      let (x, y) = (a.words[pair.first], b.words[pair.second])
      matched += Double(x.count + y.count) * pair.similarity
      least = min(least, pair.similarity)
      guard pair.similarity < 1 else { continue }
      if min(x.count, y.count) > 2, WordSimilarity.skeleton(x) == WordSimilarity.skeleton(y) {
        respelt += 1
        continue
      }
      misspelt += 1
      let distance = EditDistance.alignment(x, y)
      wordEdits += distance
      worst = max(worst, Double(distance) / Double(max(x.count, y.count)))
      if (x.count == 1) != (y.count == 1) { initials += 1 }
    }
    let rest = (alignment.restOfFirst.count, alignment.restOfSecond.count)
    let hasPatronymic = a.words.contains(where: Self.isSon) && b.words.contains(where: Self.isSon)
    let foreign = (Self.isForeign(a.joined), Self.isForeign(b.joined))
    let isEqual = a.joined == b.joined
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    features = [
      WordSimilarity.of(a.joined, b.joined),
      Double(min(edits, 6)),
      matched / Double(max(1, lengthA + lengthB)),
      least,
      Double(min(rest.0, rest.1, 2)),
      Double(min(rests.0, rests.1)) / Double(max(1, min(lengthA, lengthB))),
      Double(min(abs(rest.0 - rest.1), 3)),
      Double(abs(rests.0 - rests.1)) / Double(max(1, max(lengthA, lengthB))),
      Double(min(misspelt, 3)),
      Double(min(wordEdits, 5)),
      worst,
      flag(alignment.isTurned),
      flag(alignment.isTurned && hasPatronymic),
      flag(Self.isAcronym(a.words, of: b.words) || Self.isAcronym(b.words, of: a.words)),
      flag(isEqual),
      flag(Self.sorted(a.words) == Self.sorted(b.words)),
      flag(foreign.0 || foreign.1),
      flag(Self.numbers(a.words) != Self.numbers(b.words)),
      flag(!a.legalForms.isEmpty && !b.legalForms.isEmpty && a.legalForms != b.legalForms),
      flag(rest.0 == 0 || rest.1 == 0),
      flag(min(a.words.count, b.words.count) == 1),
      flag(min(lengthA, lengthB) <= 4),
      flag(a.words.first == b.words.first && !a.words.isEmpty),
      flag(a.words.last == b.words.last && !a.words.isEmpty),
      Double(min(initials, 2)),
      flag(foreign.0 && foreign.1 && !isEqual),
      Double(min(respelt, 3)),
      1,
    ]
  }

  /// Whether both names hold numbers, and not the same ones.
  static func haveOtherNumbers(_ first: String, _ second: String) -> Bool {
    let (a, b) = (digits(of: first), digits(of: second))
    return !a.isEmpty && !b.isEmpty && a != b
  }

  /// The runs of digits in a name, sorted.
  private static func digits(of name: String) -> [[UInt8]] {
    sorted(name.utf8.split { !(0x30...0x39).contains($0) }.map(Array.init))
  }

  private static func isSon(_ word: [UInt8]) -> Bool {
    ["bin", "ben", "ibn"].contains { word.elementsEqual($0.utf8) }
  }

  /// Whether it holds letters that were not made Latin ones.
  private static func isForeign(_ name: [UInt8]) -> Bool { name.contains { $0 >= 0xCD } }

  private static func sorted(_ words: [[UInt8]]) -> [[UInt8]] {
    words.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func numbers(_ words: [[UInt8]]) -> [[UInt8]] {
    sorted(words.filter { $0.allSatisfy { (0x30...0x39).contains($0) } })
  }

  private static func isAcronym(_ short: [[UInt8]], of full: [[UInt8]]) -> Bool {
    guard let first = short.first, short.count <= 2, (2...6).contains(first.count), full.count > 1
    else { return false }
    return first == full.compactMap(\.first)
  }
}

/// Which words of one name answer which words of another.
private struct WordAlignment {
  struct Pair {
    let first: Int
    let second: Int
    let similarity: Double
  }

  private(set) var pairs: [Pair] = []
  private(set) var restOfFirst: [Int] = []
  private(set) var restOfSecond: [Int] = []

  /// Two words answer each other from this similarity on.
  private static let floor = 0.55
  /// What an initial that answers a word counts.
  private static let initial = 0.8

  /// Pairs words, the most alike first; then letters that stand for words.
  init(_ a: [[UInt8]], _ b: [[UInt8]]) {
    var all: [Pair] = []
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() {
        let similarity = WordSimilarity.of(x, y)
        let isInitial = x.count == 1 || y.count == 1
        if similarity == 1 || (similarity >= Self.floor && !isInitial) {
          all.append(Pair(first: i, second: j, similarity: similarity))
        } else if isInitial, x.first == y.first {
          all.append(Pair(first: i, second: j, similarity: Self.initial))
        }
      }
    }
    all.sort { x, y in
      if x.similarity != y.similarity { return x.similarity > y.similarity }
      let (p, q) = (abs(x.first - x.second), abs(y.first - y.second))
      return (p, x.first, x.second) < (q, y.first, y.second)
    }
    var (usedA, usedB) = (Set<Int>(), Set<Int>())
    for pair in all where !usedA.contains(pair.first) && !usedB.contains(pair.second) {
      usedA.insert(pair.first)
      usedB.insert(pair.second)
      pairs.append(pair)
    }
    pairs.sort { $0.first < $1.first }
    restOfFirst = a.indices.filter { !usedA.contains($0) }
    restOfSecond = b.indices.filter { !usedB.contains($0) }
  }

  /// Whether the words stand in another order.
  var isTurned: Bool { zip(pairs, pairs.dropFirst()).contains { $0.second > $1.second } }
}
