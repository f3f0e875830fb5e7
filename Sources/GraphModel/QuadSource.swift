/// A quad of term numbers.
@frozen
public struct EncodedQuad: Hashable, Sendable {
  /// The subject's number.
  public var subject: TermID
  /// The predicate's number.
  public var predicate: TermID
  /// The object's number.
  public var object: TermID
  /// The graph's number, or ``TermID/defaultGraph``.
  public var graph: TermID

  /// Creates an encoded quad.
  @inlinable
  public init(
    _ subject: TermID, _ predicate: TermID, _ object: TermID, graph: TermID = .defaultGraph
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
  }
}

extension TermID {
  /// The number that stands for the default graph; no term has it.
  @inlinable public static var defaultGraph: TermID { TermID(rawValue: 0) }
}

/// An order in which a source can give quads: the places in the order in which they are compared.
@frozen
public enum QuadOrder: UInt8, Hashable, Sendable, CaseIterable {
  case spog, posg, ospg, psog, opsg, sopg, gspo, gpos, gosp
}

/// A run of quads, a column a place.
@frozen
public struct QuadBatch: Sendable {
  /// The subjects' numbers.
  public var subjects: [UInt64] = []
  /// The predicates' numbers.
  public var predicates: [UInt64] = []
  /// The objects' numbers.
  public var objects: [UInt64] = []
  /// The graphs' numbers.
  public var graphs: [UInt64] = []

  /// Creates an empty run.
  @inlinable
  public init() {}

  /// How many quads there are.
  @inlinable public var count: Int { subjects.count }

  /// Forgets all quads and keeps the room.
  @inlinable
  public mutating func removeAll() {
    subjects.removeAll(keepingCapacity: true)
    predicates.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    graphs.removeAll(keepingCapacity: true)
  }
}

/// A place in an ordered run of quads, which only moves forward.
public protocol QuadCursor: AnyObject {
  /// Appends the next quads to a run, at most `limit`, and tells how many; 0 is the end.
  func next(into batch: inout QuadBatch, limit: Int) throws -> Int
  /// Moves forward to the first quad that is not before `key` in the cursor's order.
  func seek(to key: EncodedQuad) throws
  /// Appends the first quads of the next runs, and how many quads each run has; at most `limit`.
  ///
  /// All quads of a run have the same first places of the order, as many as `places`; two runs that
  /// follow each other may have them too.
  ///
  /// - Returns: How many runs were appended; 0 is the end.
  func nextRuns(
    into batch: inout QuadBatch, counts: inout [UInt64], limit: Int, places: Int
  ) throws -> Int
}

extension QuadCursor {
  /// Each quad as a run of its own.
  public func nextRuns(
    into batch: inout QuadBatch, counts: inout [UInt64], limit: Int, places: Int
  ) throws -> Int {
    let count = try next(into: &batch, limit: limit)
    counts.append(contentsOf: repeatElement(1, count: count))
    return count
  }
}

/// Reads the texts of terms as UTF-8, for one thread; quickest in the order of their numbers.
public protocol TermTexts: AnyObject {
  /// Calls the closure with a term's text: an IRI, or a literal's lexical form; and with whether the
  /// term is a string, an `xsd:string` or one with a language.
  ///
  /// - Returns: Whether it was called: not for a term that has no text, or is soon made of its number.
  func read(_ id: TermID, _ body: (UnsafeBufferPointer<UInt8>, _ isString: Bool) -> Void) throws
    -> Bool
}

/// Quads whose terms are interned, in several orders: where the query engine and the store meet.
///
/// Values that fit are inside their number (see `TermID+Inline.swift`), so that a comparison
/// needs no dictionary. A source does not change while it is read.
public protocol QuadSource {
  /// The number of a term, or `nil` if nothing here has it; a value that fits always has one.
  func id(of term: Term) throws -> TermID?
  /// The term of a number, or `nil` if no term has it.
  func term(of id: TermID) throws -> Term?
  /// What reads texts of terms without making strings, or `nil` if there is nothing such.
  func texts() -> (any TermTexts)?
  /// The same quads for use by several threads at once, or `nil` if there is no such thing.
  var shared: (any QuadSource & Sendable)? { get }
  /// Where the quads that a cursor would give may be cut into pieces of about `size` quads: the
  /// first quad of each piece but the first, in order. No cut parts quads that differ in the last
  /// place of the order alone. Need not be known: then there are no cuts.
  func cuts(_ order: QuadOrder, key: EncodedQuad, bound: Int, size: Int) throws -> [EncodedQuad]
  /// The orders that ``cursor(_:key:bound:)`` can give without sorting.
  var orders: [QuadOrder] { get }
  /// A cursor over the quads whose first `bound` places in this order equal those of `key`.
  ///
  /// With `bound` 0 it gives every quad of every graph.
  func cursor(_ order: QuadOrder, key: EncodedQuad, bound: Int) throws -> any QuadCursor
  /// About how many quads that cursor would give; exact for small counts.
  func estimate(_ order: QuadOrder, key: EncodedQuad, bound: Int) throws -> UInt64
  /// The triple inside a triple term's number, as a quad of the default graph.
  func tripleTerm(of id: TermID) throws -> EncodedQuad?
  /// The number of a triple term by its parts, or `nil` if nothing here has it.
  func tripleTermID(_ triple: EncodedQuad) throws -> TermID?
  /// A cursor over triple terms by what is inside: each as a quad whose graph is the term's number.
  ///
  /// The orders are `spog`, `posg` and `ospg`.
  func tripleTerms(_ order: QuadOrder, key: EncodedQuad, bound: Int) throws -> any QuadCursor
  /// What is known of the whole: counts per predicate.
  func statistics() throws -> QuadStatistics
}

extension QuadSource {
  /// Nothing but the terms themselves.
  public func texts() -> (any TermTexts)? { nil }

  /// One piece.
  public func cuts(
    _ order: QuadOrder, key: EncodedQuad, bound: Int, size: Int
  ) throws -> [EncodedQuad] { [] }

  /// One thread alone.
  public var shared: (any QuadSource & Sendable)? { nil }
}

/// Counts by which a query is planned.
public struct QuadStatistics: Sendable, Hashable {
  /// Counts of one predicate.
  public struct Predicate: Sendable, Hashable {
    /// How many quads have it.
    public var quads: UInt64
    /// How many different subjects they have.
    public var subjects: UInt64
    /// How many different objects they have.
    public var objects: UInt64

    /// Creates counts.
    public init(quads: UInt64, subjects: UInt64, objects: UInt64) {
      self.quads = quads
      self.subjects = subjects
      self.objects = objects
    }
  }

  /// Subjects that have exactly the same predicates, by which stars are estimated.
  public struct CharacteristicSet: Sendable, Hashable {
    /// The predicates, in the order of their numbers.
    public var predicates: [TermID]
    /// How many subjects have exactly these.
    public var subjects: UInt64
    /// How many quads they have with each of the predicates, in the same order.
    public var quads: [UInt64]

    /// Creates a set.
    public init(predicates: [TermID], subjects: UInt64, quads: [UInt64]) {
      self.predicates = predicates
      self.subjects = subjects
      self.quads = quads
    }
  }

  /// How many quads there are in all graphs.
  public var quads: UInt64
  /// How many different subjects there are.
  public var subjects: UInt64
  /// How many different objects there are.
  public var objects: UInt64
  /// The graphs with names.
  public var graphs: [TermID]
  /// The counts by predicate.
  public var predicates: [TermID: Predicate]
  /// The most frequent characteristic sets, the first the one with most subjects; not all of them
  /// need be here.
  public var characteristicSets: [CharacteristicSet]

  /// Creates counts.
  public init(
    quads: UInt64 = 0, subjects: UInt64 = 0, objects: UInt64 = 0, graphs: [TermID] = [],
    predicates: [TermID: Predicate] = [:], characteristicSets: [CharacteristicSet] = []
  ) {
    self.quads = quads
    self.subjects = subjects
    self.objects = objects
    self.graphs = graphs
    self.predicates = predicates
    self.characteristicSets = characteristicSets
  }
}
