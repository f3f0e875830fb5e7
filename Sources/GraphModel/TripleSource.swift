/// The number by which a source knows a term; equal numbers are equal terms.
@frozen
public struct TermID: Hashable, Sendable, Comparable {
  /// The number.
  public let rawValue: UInt64

  /// Creates an identifier from its number.
  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Whether one number is less than another.
  @inlinable
  public static func < (a: TermID, b: TermID) -> Bool { a.rawValue < b.rawValue }
}

/// A triple of term numbers, and which statement it stands for.
public struct EncodedTriple: Hashable, Sendable {
  /// The subject's number.
  public let subject: TermID
  /// The predicate's number.
  public let predicate: TermID
  /// The object's number.
  public let object: TermID
  /// The number of the statement: its place in the order of statement identifiers.
  public let statement: UInt32

  /// Creates an encoded triple.
  public init(subject: TermID, predicate: TermID, object: TermID, statement: UInt32) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.statement = statement
  }
}

/// Triples whose terms are interned, so that joins compare numbers; where the query engine and
/// the store meet.
public protocol TripleSource {
  /// The number of a term, or `nil` if no triple has it.
  func id(of term: Term) throws -> TermID?
  /// The term of a number, or `nil` if no term has it.
  func term(of id: TermID) throws -> Term?
  /// Calls the closure with each triple that matches, until it returns `false`.
  ///
  /// A `nil` place matches anything. The order is that of the index used: SPO, POS or OSP,
  /// whichever has the bound places first.
  func scan(
    subject: TermID?, predicate: TermID?, object: TermID?, _ body: (EncodedTriple) throws -> Bool
  ) throws
}
