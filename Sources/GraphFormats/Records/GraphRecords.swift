import GraphModel

/// A graph as nodes and edges: entities, then literal objects; then statements.
struct GraphRecords<Source: StatementSource> {
  let source: Source
  let options: ExportOptions
  let picture: GraphPicture?

  init(_ source: Source, _ options: ExportOptions) {
    self.source = source
    self.options = options
    picture = options.picture
  }

  /// Calls the closure with each node: entities by identifier, then literals by statement.
  func forEachNode(_ body: (NodeRecord) throws -> Void) throws {
    try source.forEachEntity { try body(NodeRecord($0, in: picture)) }
    try source.forEachStatement { statement in
      guard case .literal(let literal) = statement.content.object else { return }
      try body(NodeRecord(literal, of: statement, in: picture))
    }
  }

  /// Calls the closure with each edge, by identifier.
  func forEachEdge(_ body: (EdgeRecord) throws -> Void) throws {
    try source.forEachStatement { try body(EdgeRecord($0, from: source, options: options)) }
  }
}
