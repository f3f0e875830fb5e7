public import GraphModel
public import GraphStore

/// Something in a store that is not what its documents give.
public enum IntegrityProblem: Hashable, Sendable {
  /// The store is not consistent in itself.
  case store(StoreProblem)
  /// A build was interrupted; the graph is older than the documents. Build again.
  case graphBehind
  /// What is kept of a document cannot be read; build its file again.
  case damagedRecord(document: String)
  /// A statement that the documents give is missing.
  case missingStatement(StatementID)
  /// A statement is stored that the documents do not give.
  case strayStatement(StatementID)
  /// A statement has another content or evidence than the documents give.
  case differentStatement(StatementID)
  /// An entity that the documents give is missing.
  case missingEntity(EntityID)
  /// An entity is stored that the documents do not give.
  case strayEntity(EntityID)
  /// An entity has other names or types than the documents give.
  case differentEntity(EntityID)
}

extension Indexer {
  /// Checks that the store is sound in itself and equals a fresh link of its documents.
  ///
  /// - Returns: What is wrong, in a fixed order; empty for a sound store.
  /// - Complexity: O(*n* log *n*) in the size of the store; the graph is held in memory twice.
  public func verify() throws(IndexerError) -> [IntegrityProblem] {
    let store = try open(.readOnly)
    let snapshot = try Self.translating { try store.snapshot() }
    var problems = try Self.translating { try snapshot.verify().map(IntegrityProblem.store) }
    guard try Self.translating({ try Self.isGraphCurrent(in: snapshot) }) else {
      return problems + [.graphBehind]
    }
    let fresh: LinkedGraph
    do throws(IndexerError) {
      fresh = try Self.link(snapshot)
    } catch {
      guard case .damagedRecord(let name) = error else { throw error }
      return problems + [.damagedRecord(document: name)]
    }
    var entities: [Entity] = []
    var statements: [Statement] = []
    try Self.translating {
      try snapshot.forEachEntity { entities.append($0) }
      try snapshot.forEachStatement { statements.append($0) }
    }
    problems += Self.differences(
      fresh.entities, entities, id: \.id, missing: IntegrityProblem.missingEntity,
      stray: IntegrityProblem.strayEntity, different: IntegrityProblem.differentEntity)
    problems += Self.differences(
      fresh.statements, statements, id: \.id, missing: IntegrityProblem.missingStatement,
      stray: IntegrityProblem.strayStatement, different: IntegrityProblem.differentStatement)
    return problems
  }

  private static func differences<Item: Equatable, ID: Hashable & Comparable>(
    _ expected: [Item], _ found: [Item], id: (Item) -> ID,
    missing: (ID) -> IntegrityProblem, stray: (ID) -> IntegrityProblem,
    different: (ID) -> IntegrityProblem
  ) -> [IntegrityProblem] {
    let first = Dictionary(expected.map { (id($0), $0) }, uniquingKeysWith: { old, _ in old })
    let second = Dictionary(found.map { (id($0), $0) }, uniquingKeysWith: { old, _ in old })
    return Set(first.keys).union(second.keys).sorted().compactMap { id in
      switch (first[id], second[id]) {
      case (.some(let a), .some(let b)): a == b ? nil : different(id)
      case (.some, .none): missing(id)
      default: stray(id)
      }
    }
  }
}
