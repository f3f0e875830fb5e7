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

  /// Creates a description.
  public init(head: String, modifiers: [String], number: Mention.Number) {
    self.head = head
    self.modifiers = Set(modifiers).sorted()
    self.number = number
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
      number: mention.number)
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
  }

  /// By head, number and modifiers.
  public static func < (a: Description, b: Description) -> Bool {
    if a.head != b.head { return a.head < b.head }
    if a.number != b.number { return a.number.rawValue < b.number.rawValue }
    return a.modifiers.lexicographicallyPrecedes(b.modifiers)
  }
}
