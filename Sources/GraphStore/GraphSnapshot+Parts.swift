public import GraphModel

extension GraphSnapshot {
  /// A part of the graph, by its number from 0 of how many: some of the statements, in their order;
  /// documents and entities go with the first part.
  ///
  /// A predicate has the label that it has in the first of all statements, so that the parts call
  /// it the same.
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
    let start = total * number / count
    // What a predicate is called is for the first of all statements with it to say.
    var labels: [String: String] = [:]
    try snapshot.forEachStatement(in: 0..<start) { statement in
      let predicate = statement.content.predicate
      if labels[predicate.id] == nil { labels[predicate.id] = predicate.label }
    }
    try snapshot.forEachStatement(in: start..<total * (number + 1) / count) { statement in
      let predicate = statement.content.predicate
      if let label = labels[predicate.id], !label.utf8.elementsEqual(predicate.label.utf8) {
        try body(statement.calling(Predicate(id: predicate.id, label: label)))
      } else {
        try body(statement)
      }
    }
  }

  func entity(_ id: EntityID) throws -> Entity? { try snapshot.entity(id) }
  func document(_ id: DocumentID) throws -> SourceDocument? { try snapshot.document(id) }
}

extension Statement {
  /// The statement with its predicate called otherwise.
  fileprivate func calling(_ predicate: Predicate) -> Statement {
    var content = content
    content.predicate = predicate
    return Statement(
      content, confidence: confidence, from: evidence[0], Array(evidence.dropFirst()))
  }
}
