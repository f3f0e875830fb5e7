/// The identifier of an entity, written with its prefix: `e:sensetime-group-ltd-4f1c2a`.
///
/// It derives from the entity's type and canonical name alone, never from reading order.
public struct EntityID: Hashable, Sendable, Comparable {
  /// The identifier with its prefix `e:`.
  public let value: String

  /// Creates an identifier from its written form.
  public init(_ value: String) { self.value = value }

  /// Whether one identifier comes before another in the order of their bytes.
  public static func < (a: EntityID, b: EntityID) -> Bool { a.value < b.value }
}

/// The identifier of a statement, written with its prefix: `s:` and sixteen hexadecimal digits.
///
/// It derives from the statement's content (not its evidence or confidence).
public struct StatementID: Hashable, Sendable, Comparable {
  /// The identifier with its prefix `s:`.
  public let value: String

  /// Creates an identifier from its written form.
  public init(_ value: String) { self.value = value }

  /// Whether one identifier comes before another in the order of their bytes.
  public static func < (a: StatementID, b: StatementID) -> Bool { a.value < b.value }
}

/// The identifier of a document, written with its prefix: `d:` and twelve hexadecimal digits.
///
/// It derives from the document's name (its path as the store knows it).
public struct DocumentID: Hashable, Sendable, Comparable {
  /// The identifier with its prefix `d:`.
  public let value: String

  /// Creates an identifier from its written form.
  public init(_ value: String) { self.value = value }

  /// Creates the identifier of the document with this name.
  public init(name: String) { value = "d:" + StableHash.hex(name.utf8, digits: 12) }

  /// Whether one identifier comes before another in the order of their bytes.
  public static func < (a: DocumentID, b: DocumentID) -> Bool { a.value < b.value }
}
