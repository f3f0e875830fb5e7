public import GraphModel

/// Writes the two tables that `neo4j-admin database import` reads, and how to call it.
///
/// Entities have the label `Entity` and their classes, literal objects `Literal`. The type of a
/// relationship is its predicate in Neo4j's way: `INVESTED_IN`. Properties are typed.
public struct Neo4jWriter: StatementTreeWriter {
  /// Creates a writer.
  public init() {}

  private static let edgeColumns = Columns(EdgeRecord.attributes, without: ["interaction"])
  private static let nodeColumns = Columns(NodeRecord.attributes, without: ["name", "entity_id"])

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to tree: some FileTree
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var loss = ExportLoss()
    try tree.file("nodes.csv") { sink in
      var rows = CSVRows(out: ByteWriter(to: sink), isForProgram: true)
      rows.header(
        [":ID"] + Self.typed(Self.nodeColumns, NodeRecord.attributes)
          + (options.picture == nil ? [] : ["x:double", "y:double"]) + [":LABEL"])
      try records.forEachNode { node in
        rows.cell(node.id)
        Self.cells(Self.nodeColumns, node.values, &rows)
        if options.picture != nil {
          rows.cell(decimal: node.place?.x)
          rows.cell(decimal: node.place?.y)
        }
        rows.cell(
          node.isLiteral
            ? "Literal" : (["Entity"] + node.types.map(Self.name)).joined(separator: ";"))
        rows.endRow()
        try rows.out.checkpoint()
      }
      try rows.out.flush()
      loss.merge(rows.loss)
    }
    try tree.file("relationships.csv") { sink in
      var rows = CSVRows(out: ByteWriter(to: sink), isForProgram: true)
      rows.header(
        [":START_ID", ":END_ID", ":TYPE"] + Self.typed(Self.edgeColumns, EdgeRecord.attributes))
      try records.forEachEdge { edge in
        rows.cell(edge.source)
        rows.cell(edge.target)
        rows.cell(Self.relationshipType(edge.statement.content.predicate))
        Self.cells(Self.edgeColumns, edge.values, &rows)
        rows.endRow()
        try rows.out.checkpoint()
      }
      try rows.out.flush()
      loss.merge(rows.loss)
    }
    try tree.file("import.txt") { sink in
      var out = ByteWriter(to: sink)
      out.raw(
        """
        neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv \\
          --multiline-fields=true --array-delimiter=';' neo4j

        """)
      try out.flush()
    }
    return loss
  }

  private static func typed(_ columns: Columns, _ attributes: [GraphAttribute]) -> [String] {
    columns.indices.map { index in
      let attribute = attributes[index]
      switch attribute.kind {
      case .text: return attribute.name
      case .integer: return attribute.name + ":long"
      case .real: return attribute.name + ":double"
      case .truth: return attribute.name + ":boolean"
      case .list: return attribute.name + ":string[]"
      }
    }
  }

  private static func cells(
    _ columns: Columns, _ values: [AttributeValue?], _ rows: inout CSVRows
  ) {
    for index in columns.indices {
      switch values[index] {
      case .list(let texts):
        // A semicolon would part the text in two.
        let plain = texts.map { text in
          String(text.map { $0 == ";" ? "," : $0 })
        }
        rows.loss.add(.replacedCharacters, zip(texts, plain).count { $0 != $1 })
        rows.cell(plain.joined(separator: ";"))
      case let value: rows.cell(value)
      }
    }
  }

  /// The type of a relationship: capitals with underscores.
  static func relationshipType(_ predicate: Predicate) -> String {
    var result = ""
    var wasLower = false
    for character in predicate.id.dropFirst(2) {
      if character.isUppercase, wasLower { result += "_" }
      wasLower = character.isLowercase
      result += character.isLetter || character.isNumber ? character.uppercased() : "_"
    }
    return result.isEmpty ? "RELATED_TO" : result
  }

  /// A class's name without what a list of labels cannot hold.
  private static func name(_ type: String) -> String {
    String(type.map { $0 == ";" ? "," : $0 })
  }
}
