/// An absolute IRI, as RFC 3987 defines it.
public struct IRI: Hashable, Sendable, Comparable {
  /// The text of the IRI, without angle brackets.
  public let value: String

  /// Creates an IRI from text that the caller knows to be absolute and valid.
  public init(_ value: String) { self.value = value }

  /// Whether one IRI comes before another in the order of their UTF-8 bytes.
  public static func < (a: IRI, b: IRI) -> Bool {
    a.value.utf8.lexicographicallyPrecedes(b.value.utf8)
  }
}
