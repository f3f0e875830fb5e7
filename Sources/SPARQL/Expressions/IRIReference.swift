import GraphModel

/// What the function `IRI` makes of a text.
enum IRIReference {
  /// Whether no character stands in the text that an IRI never has.
  static func isWellFormed(_ text: String) -> Bool { text.utf8.allSatisfy(IRIText.isAllowed) }

  /// The IRI that a text means beside a base, or `nil` if it means none.
  static func resolve(_ text: String, against base: String?) -> String? {
    guard isWellFormed(text) else { return nil }
    return IRI(text, relativeTo: base.map { IRI($0) })?.value
  }
}
