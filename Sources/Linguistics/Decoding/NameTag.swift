/// A tag of the begin-inside-outside scheme.
enum NameTag: Hashable, Sendable {
  case outside
  case begin(NameSpan.Kind)
  case inside(NameSpan.Kind)

  private static let kinds: [(String, NameSpan.Kind)] = [
    ("PER", .person), ("ORG", .organization), ("LOC", .place),
  ]

  /// Reads `O`, `B-PER`, `I-ORG` and the like.
  init?(_ text: String) {
    if text == "O" {
      self = .outside
      return
    }
    guard let kind = Self.kinds.first(where: { text.dropFirst(2) == $0.0 })?.1 else { return nil }
    switch text.prefix(2) {
    case "B-": self = .begin(kind)
    case "I-": self = .inside(kind)
    default: return nil
    }
  }

  /// `PER`, `ORG` or `LOC`.
  static func abbreviation(_ kind: NameSpan.Kind) -> String {
    switch kind {
    case .person: "PER"
    case .organization: "ORG"
    case .place: "LOC"
    }
  }

  /// Whether the tag may stand after another; `nil` is the start of the sentence.
  func mayFollow(_ previous: NameTag?) -> Bool {
    guard case .inside(let kind) = self else { return true }
    return previous == .begin(kind) || previous == .inside(kind)
  }
}
