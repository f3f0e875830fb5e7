public import Extraction
import GraphModel

/// How a phrase without a name describes a thing: "the big flat market place" has the head `place`
/// and the modifiers `big`, `flat`, `market`.
public struct Description: Hashable, Sendable, Comparable {
  /// The lemma of the head, in lower case.
  public let head: String
  /// The folded words between determiner and head, sorted, each once.
  public let modifiers: [String]
  /// Singular or plural.
  public let number: Mention.Number
  /// Whether the thing is said to be somebody's: "her innocence", "Ruth’s innocence".
  public let isPossessed: Bool

  /// Creates a description.
  public init(
    head: String, modifiers: [String], number: Mention.Number, isPossessed: Bool = false
  ) {
    self.head = head
    self.modifiers = Set(modifiers).sorted()
    self.number = number
    self.isPossessed = isPossessed
  }

  /// The description that a mention gives; `nil` if it is no nominal, or says too little.
  init?(_ mention: Mention) {
    guard mention.kind == .nominal, !mention.headLemma.isEmpty,
      !NameTables.indefinites.contains(mention.headLemma)
    else { return nil }
    let words = NameTokens(mention.core).words
    let stem = mention.headLemma.prefix(max(2, mention.headLemma.count - 2))
    guard let place = words.firstIndex(where: { $0.hasPrefix(stem) }) else { return nil }
    self.init(
      head: mention.headLemma,
      modifiers: words[..<place].filter { !NameTables.determiners.contains($0) },
      number: mention.number, isPossessed: Self.isPossessed(mention))
  }

  private static func isPossessed(_ mention: Mention) -> Bool {
    let first = mention.text.prefix { $0 != " " }.lowercased()
    let marks = ["'s ", "\u{2019}s ", "s' ", "s\u{2019} "]
    return ["my", "your", "his", "her", "its", "our", "their"].contains(first)
      || marks.contains { mark in mention.text.utf8.count > 3 && mention.text.contains(mark) }
  }

  /// Whether it tells its thing from others of the kind: one thing, nobody's, and not by head alone.
  var isTelling: Bool { !isPossessed && number != .plural && !modifiers.isEmpty }

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
  }

  /// By head, number, possession and modifiers.
  public static func < (a: Description, b: Description) -> Bool {
    if a.head != b.head { return a.head < b.head }
    if a.number != b.number { return a.number.rawValue < b.number.rawValue }
    if a.isPossessed != b.isPossessed { return b.isPossessed }
    return a.modifiers.lexicographicallyPrecedes(b.modifiers)
  }
}
