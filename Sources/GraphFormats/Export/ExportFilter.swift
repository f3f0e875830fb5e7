public import GraphModel

/// Which part of a graph is wanted; a part that is `nil` or empty does not restrict.
public struct ExportFilter: Hashable, Sendable {
  /// Local names of classes: every entity that a statement joins must have one of them.
  public var types: Set<String> = []
  /// Identifiers, local names or labels of predicates: `q:owns`, `owns`, `invested in`.
  public var predicates: Set<String> = []
  /// The least confidence, in 0...1.
  public var minimumConfidence: Double = 0
  /// The certainties wanted.
  public var certainties: Set<Certainty> = []
  /// The polarities wanted.
  public var polarities: Set<Polarity> = []
  /// The first date wanted (`2018`, `2018-05`, `2018-05-03`); what has no date is left out.
  public var from: String?
  /// The last date wanted, to the end of the year or month that it names.
  public var to: String?
  /// The documents wanted; evidence from others is left out.
  public var documents: Set<DocumentID> = []
  /// The entity whose surroundings are wanted.
  public var center: EntityID?
  /// How many steps from the center, from 1.
  public var depth: Int = 1
  /// The entities that a statement may join; `nil` is all.
  public var members: Set<EntityID>?

  /// Creates a filter that lets everything pass.
  public init() {}

  /// Whether everything passes.
  public var isEmpty: Bool { self == ExportFilter() }
}

/// The part of a graph that a filter lets pass, as a graph of its own.
///
/// An entity belongs to it if a statement that passes speaks of it, as subject, object, speaker
/// or qualifier; a document if it gives evidence. Both sets are found in one walk over the
/// statements when the value is made, and one more for each step from the center; they are what
/// memory grows by.
public struct FilteredSource<Base: StatementSource>: StatementSource {
  private let base: Base
  private let filter: ExportFilter
  /// The entities within less than the wanted number of steps; `nil` without a center.
  private let inner: Set<EntityID>?
  private var entities: Set<EntityID> = []
  private var documents: Set<DocumentID> = []
  /// The number of statements that pass.
  public private(set) var statementCount = 0

  /// Creates the filtered graph.
  ///
  /// - Throws: What the base throws.
  /// - Complexity: O(*s* · (*d* + 1)) for *s* statements and *d* steps from a center.
  public init(_ base: Base, _ filter: ExportFilter) throws {
    self.base = base
    self.filter = filter
    inner = try filter.center.map { try Self.surroundings(of: $0, in: base, filter) }
    var entities: Set<EntityID> = []
    var documents: Set<DocumentID> = []
    var count = 0
    try forEachStatement { statement in
      count += 1
      entities.formUnion(statement.content.entities)
      for piece in statement.evidence { documents.insert(piece.document) }
    }
    self.entities = entities
    self.documents = documents
    statementCount = count
  }

  /// Calls the closure with each document that gives evidence, by name.
  public func forEachDocument(_ body: (SourceDocument) throws -> Void) throws {
    try base.forEachDocument { if documents.contains($0.id) { try body($0) } }
  }

  /// Calls the closure with each entity that a statement speaks of, by identifier.
  public func forEachEntity(_ body: (Entity) throws -> Void) throws {
    try base.forEachEntity { if entities.contains($0.id) { try body($0) } }
  }

  /// Calls the closure with each statement that passes, by identifier.
  public func forEachStatement(_ body: (Statement) throws -> Void) throws {
    try base.forEachStatement { statement in
      guard try filter.admits(statement, in: base), isNear(statement),
        let kept = filter.withWantedEvidence(statement)
      else { return }
      try body(kept)
    }
  }

  /// The entity with this identifier, or `nil` if it is not in the part.
  public func entity(_ id: EntityID) throws -> Entity? {
    entities.contains(id) ? try base.entity(id) : nil
  }

  /// The document with this identifier, or `nil` if it is not in the part.
  public func document(_ id: DocumentID) throws -> SourceDocument? {
    documents.contains(id) ? try base.document(id) : nil
  }

  private func isNear(_ statement: Statement) -> Bool {
    guard let inner else { return true }
    return statement.content.ends.contains { inner.contains($0) }
  }

  /// The entities that are fewer steps from the center than wanted.
  private static func surroundings(
    of center: EntityID, in base: Base, _ filter: ExportFilter
  ) throws -> Set<EntityID> {
    var inner: Set<EntityID> = [center]
    for _ in 1..<max(filter.depth, 1) {
      var next = inner
      try base.forEachStatement { statement in
        let ends = statement.content.ends
        guard ends.contains(where: { inner.contains($0) }),
          try filter.admits(statement, in: base), filter.withWantedEvidence(statement) != nil
        else { return }
        next.formUnion(ends)
      }
      if next.count == inner.count { break }
      inner = next
    }
    return inner
  }
}

extension ExportFilter {
  /// Whether a statement passes, evidence and center aside.
  fileprivate func admits(_ statement: Statement, in base: some StatementSource) throws -> Bool {
    let content = statement.content
    guard statement.confidence >= minimumConfidence,
      certainties.isEmpty || certainties.contains(content.certainty),
      polarities.isEmpty || polarities.contains(content.polarity),
      predicates.isEmpty || names(of: content.predicate).contains(where: predicates.contains),
      admits(content.time), members.map({ content.ends.allSatisfy($0.contains) }) ?? true
    else { return false }
    guard !types.isEmpty else { return true }
    return try content.ends.allSatisfy { id in
      try base.entity(id)?.types.contains(where: types.contains) ?? false
    }
  }

  private func names(of predicate: Predicate) -> [String] {
    [predicate.id, String(predicate.id.dropFirst(2)), predicate.label]
  }

  /// Dates are compared as text, missing months and days filled so as to include them.
  private func admits(_ time: StatementTime?) -> Bool {
    guard from != nil || to != nil else { return true }
    guard let time, let start = time.start ?? time.end, let end = time.end ?? time.start else {
      return false
    }
    if let from, end + "-99-99" < from { return false }
    if let to, start > to + "-99-99" { return false }
    return true
  }

  /// The statement with the evidence that is wanted, or `nil` if none is.
  fileprivate func withWantedEvidence(_ statement: Statement) -> Statement? {
    guard !documents.isEmpty else { return statement }
    let wanted = statement.evidence.filter { documents.contains($0.document) }
    guard let first = wanted.first else { return nil }
    return Statement(
      statement.content, confidence: statement.confidence, from: first, Array(wanted.dropFirst()))
  }
}

extension Statement.Content {
  /// The entities that the statement joins.
  var ends: [EntityID] {
    if case .entity(let id) = object { return [subject, id] }
    return [subject]
  }

  /// All entities that the statement speaks of.
  var entities: [EntityID] {
    var all = ends
    if let speaker { all.append(speaker) }
    for qualifier in qualifiers {
      if case .entity(let id) = qualifier.value { all.append(id) }
    }
    return all
  }
}
