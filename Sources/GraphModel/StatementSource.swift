/// A graph of statements that can be read: a snapshot of a store, or a value in memory.
///
/// Everything comes in one order that does not depend on how the graph was made: documents by
/// name, entities and statements by identifier. A closure that throws ends the walk.
public protocol StatementSource {
  /// Calls the closure with each document, by name.
  func forEachDocument(_ body: (SourceDocument) throws -> Void) throws
  /// Calls the closure with each entity, by identifier.
  func forEachEntity(_ body: (Entity) throws -> Void) throws
  /// Calls the closure with each statement, by identifier.
  func forEachStatement(_ body: (Statement) throws -> Void) throws
  /// The entity with this identifier, or `nil`.
  func entity(_ id: EntityID) throws -> Entity?
  /// The document with this identifier, or `nil`.
  func document(_ id: DocumentID) throws -> SourceDocument?
}

/// A graph of statements in memory.
public struct StatementGraph: StatementSource, Sendable {
  /// The documents, by name.
  public let documents: [SourceDocument]
  /// The entities, by identifier.
  public let entities: [Entity]
  /// The statements, by identifier.
  public let statements: [Statement]
  private let entityIndex: [EntityID: Int]
  private let documentIndex: [DocumentID: Int]

  /// Creates a graph; the parts may come in any order, and each identifier once.
  public init(documents: [SourceDocument], entities: [Entity], statements: [Statement]) {
    self.documents = documents.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.entities = entities.sorted { $0.id < $1.id }
    self.statements = statements.sorted { $0.id < $1.id }
    entityIndex = Dictionary(
      self.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    documentIndex = Dictionary(
      self.documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Calls the closure with each document, by name.
  public func forEachDocument(_ body: (SourceDocument) throws -> Void) throws {
    for document in documents { try body(document) }
  }

  /// Calls the closure with each entity, by identifier.
  public func forEachEntity(_ body: (Entity) throws -> Void) throws {
    for entity in entities { try body(entity) }
  }

  /// Calls the closure with each statement, by identifier.
  public func forEachStatement(_ body: (Statement) throws -> Void) throws {
    for statement in statements { try body(statement) }
  }

  /// The entity with this identifier, or `nil`.
  public func entity(_ id: EntityID) -> Entity? { entityIndex[id].map { entities[$0] } }

  /// The document with this identifier, or `nil`.
  public func document(_ id: DocumentID) -> SourceDocument? {
    documentIndex[id].map { documents[$0] }
  }
}
