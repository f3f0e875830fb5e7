public import Extraction
import GraphModel

/// How a phrase without a name describes a thing: "the big flat market place" has the head `place`
/// and the modifiers `big`, `flat`, `market`.
public struct Description: Hashable, Sendable, Comparable {
  /// The lemma of the head, in lower case.
  public let head: String
  /// The folded words between determiner and head, sorted, each once.
  public let modifiers: [String]
  /// The folded content words behind the head, sorted, each once.
  public let complements: [String]
  /// Singular or plural.
  public let number: Mention.Number
  /// Whether the thing is said to be somebody's: "her innocence", "Ruth’s innocence".
  public let isPossessed: Bool
  /// Whether it is said to be the speaker's own: "our correspondent".
  public let isSpeakers: Bool
  /// Whether the phrase speaks of something known: "the robber".
  public let isDefinite: Bool
  /// Whether the phrase brings in something new: "a robber", "another bank".
  public let isIndefinite: Bool

  /// Creates a description.
  public init(
    head: String, modifiers: [String], complements: [String] = [], number: Mention.Number,
    isPossessed: Bool = false, isSpeakers: Bool = false, isDefinite: Bool = false,
    isIndefinite: Bool = false
  ) {
    self.head = head
    self.modifiers = Set(modifiers).sorted()
    self.complements = Set(complements).sorted()
    self.number = number
    self.isPossessed = isPossessed
    self.isSpeakers = isSpeakers
    self.isDefinite = isDefinite
    self.isIndefinite = isIndefinite
  }

  /// The description that a mention gives, whose core has these folded words; `nil` if it is no
  /// nominal, or says too little.
  init?(_ mention: Mention, words: [String]) {
    guard mention.kind == .nominal, !mention.headLemma.isEmpty,
      !NameTables.indefinites.contains(mention.headLemma), let place = mention.head(in: words)
    else { return nil }
    let first = mention.text.firstWordLowercased
    self.init(
      head: mention.headLemma,
      modifiers: words[..<place].filter {
        !NameTables.determiners.contains($0) || Self.counts.contains($0)
      },
      complements: Self.complements(of: mention, core: words, head: place),
      number: mention.number,
      isPossessed: Self.possessives.contains(first) || Self.isPossessed(mention.text),
      isSpeakers: Self.speakers.contains(first),
      isDefinite: Self.definites.contains(first),
      isIndefinite: Self.introducers.contains(first))
  }

  /// The content words of the phrase behind its head; none if the core's words are not in it.
  private static func complements(of mention: Mention, core: [String], head: Int) -> [String] {
    let words = mention.text == mention.core ? core : NameTokens(mention.text).words
    let last = words.count - core.count
    guard last >= 0,
      let start = (0...last).first(where: { words[$0...].starts(with: core) })
    else { return [] }
    let rest = words[(start + head + 1)...]
    // "Number two" is not number one: behind the head a number tells things apart.
    if rest.count == 1 { return Array(rest) }
    return rest.filter {
      !NameTables.determiners.contains($0) && !NameTables.functionWords.contains($0)
    }
  }

  /// Numbers, which tell "six delegates" from other delegates.
  static let counts: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// Words that phrases for new things begin with.
  static let introducers: Set<String> = [
    "a", "an", "another", "any", "no", "some", "what", "which",
  ]

  private static let possessives: Set<String> = [
    "my", "your", "his", "her", "its", "our", "their",
  ]

  private static let definites: Set<String> = ["the", "this", "that"]
  private static let speakers: Set<String> = ["my", "our"]

  /// Whether a possessive stands in a phrase: "Ruth’s ", "the dogs’ ".
  private static func isPossessed(_ text: String) -> Bool {
    var (earlier, last): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    for scalar in text.unicodeScalars {
      let letter = scalar == "\u{2019}" ? "'" : scalar
      if letter == " ", (earlier, last) == ("'", "s") || (earlier, last) == ("s", "'") {
        return true
      }
      (earlier, last) = (last, letter)
    }
    return false
  }

  /// Whether one thing may bear both: one head and number, and the modifiers of the one among the
  /// other's.
  ///
  /// "The young driver" and "the driver" agree, "the first driver" and "the second" do not.
  func agrees(with other: Description) -> Bool {
    guard head == other.head, number == other.number else { return false }
    let (small, large) =
      modifiers.count < other.modifiers.count
      ? (modifiers, other.modifiers) : (other.modifiers, modifiers)
    return Set(small).isSubset(of: large)
      && Set(large).subtracting(small).isDisjoint(with: Self.contrasts)
  }

  /// Modifiers of what is another thing than the one spoken of: "a similar fire".
  private static let contrasts: Set<String> = [
    "another", "different", "earlier", "other", "previous", "separate", "similar",
  ]

  /// By head, number, possession, newness, modifiers and complements.
  public static func < (a: Description, b: Description) -> Bool {
    if a.head != b.head { return a.head < b.head }
    if a.number != b.number { return a.number.rawValue < b.number.rawValue }
    if a.isPossessed != b.isPossessed { return b.isPossessed }
    if a.isSpeakers != b.isSpeakers { return b.isSpeakers }
    if a.isDefinite != b.isDefinite { return b.isDefinite }
    if a.isIndefinite != b.isIndefinite { return b.isIndefinite }
    if a.modifiers != b.modifiers { return a.modifiers.lexicographicallyPrecedes(b.modifiers) }
    return a.complements.lexicographicallyPrecedes(b.complements)
  }
}

extension Mention {
  /// What the forms of the head begin with: its lemma without the last two bytes.
  var headStem: Substring.UTF8View {
    headLemma.utf8.prefix(max(2, headLemma.utf8.count - 2))
  }

  /// The place of the head among some words: the first that begins as the lemma does.
  fileprivate func head(in words: [String]) -> Int? {
    let stem = headStem
    return words.firstIndex { $0.utf8.starts(with: stem) }
  }
}

extension String {
  /// Whether the first letter is a figure: "23", "2nd".
  var startsWithDigit: Bool { utf8.first.map { (0x30...0x39).contains($0) } ?? false }

  /// The letters before the first space, in lower case.
  var firstWordLowercased: String {
    let word = utf8.prefix { $0 != UInt8(ascii: " ") }
    return Substring(word).lowercased()
  }
}
