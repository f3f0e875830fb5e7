public import GraphModel

extension GraphSnapshot {
  /// A part of the graph, by its number from 0 of how many: some of the statements, in their order;
  /// documents and entities go with the first part.
  public func part(_ number: Int, of count: Int) -> some StatementSource {
    GraphPart(snapshot: self, number: number, count: count)
  }
}

private struct GraphPart: StatementSource {
  let snapshot: GraphSnapshot
  let number: Int
  let count: Int

  func forEachDocument(_ body: (SourceDocument) throws -> Void) throws {
    if number == 0 { try snapshot.forEachDocument(body) }
  }

  func forEachEntity(_ body: (Entity) throws -> Void) throws {
    if number == 0 { try snapshot.forEachEntity(body) }
  }

  func forEachStatement(_ body: (Statement) throws -> Void) throws {
    let total = try snapshot.counts.statements
    let ordinals = total * number / count..<total * (number + 1) / count
    try snapshot.forEachStatement(in: ordinals, body)
  }

  func entity(_ id: EntityID) throws -> Entity? { try snapshot.entity(id) }
  func document(_ id: DocumentID) throws -> SourceDocument? { try snapshot.document(id) }
}
