public import GraphModel

/// Writes GraphML that the common graph tools read alike.
///
/// One directed edge a statement, with a unique identifier that is data as well, because some
/// readers drop it. A literal object becomes a node of its own of kind `Literal`, so that every
/// statement is an edge. Nodes carry `labels` and edges `label` first, as Neo4j's APOC wants;
/// `name` and `interaction` are for Cytoscape, `label` and `weight` for Gephi. Nodes come before
/// edges, so the statements are walked twice.
public struct GraphMLWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    var xml = GraphMLElements(out: ByteWriter(to: sink))
    xml.head(title: options.title)
    try source.forEachEntity { entity in
      xml.node(entity)
      try xml.out.checkpoint()
    }
    try source.forEachStatement { statement in
      guard case .literal(let literal) = statement.content.object else { return }
      xml.node(literal, of: statement)
      try xml.out.checkpoint()
    }
    try source.forEachStatement { statement in
      let speaker = try statement.content.speaker.map { try source.shownEntity($0).label }
      let document = try statement.evidence.first.map { try source.documentName($0.document) }
      xml.edge(
        statement, isAsserted: options.assertion.covers(statement), speaker: speaker,
        document: document)
      try xml.out.checkpoint()
    }
    xml.out.raw("  </graph>\n</graphml>\n")
    try xml.out.flush()
    return xml.loss
  }
}

/// The elements of a GraphML file.
struct GraphMLElements {
  var out: ByteWriter
  var loss = ExportLoss()

  init(out: ByteWriter) { self.out = out }

  /// The keys of nodes: identifier, name, type.
  private static let nodeKeys: [(id: String, name: String, type: String)] = [
    ("labels", "labels", "string"), ("n_label", "label", "string"), ("n_name", "name", "string"),
    ("n_kind", "kind", "string"), ("n_type", "entity_type", "string"),
    ("n_types", "types", "string"), ("n_aliases", "aliases", "string"),
    ("n_named", "named", "boolean"), ("n_id", "entity_id", "string"),
    ("n_value", "value", "string"), ("n_datatype", "datatype", "string"),
    ("n_unit", "unit", "string"),
  ]

  /// The keys of edges: identifier, name, type.
  private static let edgeKeys: [(id: String, name: String, type: String)] = [
    ("label", "label", "string"), ("e_interaction", "interaction", "string"),
    ("e_id", "edge_id", "string"), ("e_predicate", "predicate", "string"),
    ("e_polarity", "polarity", "string"), ("e_certainty", "certainty", "string"),
    ("e_asserted", "asserted", "boolean"), ("e_confidence", "confidence", "double"),
    ("e_weight", "weight", "double"), ("e_speaker", "speaker", "string"),
    ("e_time_start", "time_start", "string"), ("e_time_end", "time_end", "string"),
    ("e_time_text", "time_text", "string"), ("e_qualifiers", "qualifiers", "string"),
    ("e_document", "document", "string"), ("e_sentence", "sentence", "int"),
    ("e_start", "start", "int"), ("e_end", "end", "int"), ("e_quote", "quote", "string"),
    ("e_rule", "rule", "string"), ("e_evidence", "evidence_count", "int"),
  ]

  mutating func head(title: String) {
    out.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">

      """)
    for key in Self.nodeKeys { self.key(key, on: "node") }
    for key in Self.edgeKeys { self.key(key, on: "edge") }
    key(("g_title", "title", "string"), on: "graph")
    out.raw("  <graph id=\"G\" edgedefault=\"directed\">\n    ")
    data("g_title", title)
    out.raw("\n")
  }

  mutating func node(_ entity: Entity) {
    open("node", entity.id.value)
    out.raw(">")
    dataStart("labels")
    out.raw(":Entity")
    for type in entity.types {
      out.byte(UInt8(ascii: ":"))
      text(type)
    }
    dataEnd()
    data("n_label", entity.label)
    data("n_name", entity.label)
    data("n_kind", "Entity")
    data("n_type", entity.types.first)
    data("n_types", entity.types.joined(separator: "; "))
    if !entity.aliases.isEmpty { data("n_aliases", entity.aliases.joined(separator: "; ")) }
    data("n_named", entity.isNamed ? "true" : "false")
    data("n_id", entity.id.value)
    out.raw("</node>\n")
  }

  mutating func node(_ literal: Literal, of statement: Statement) {
    open("node", statement.valueNodeID)
    out.raw(">")
    data("labels", ":Literal")
    data("n_label", literal.shownText)
    data("n_name", literal.shownText)
    data("n_kind", "Literal")
    data("n_type", "Literal")
    data("n_value", literal.value)
    data("n_datatype", literal.shortDatatype)
    data("n_unit", literal.unit)
    out.raw("</node>\n")
  }

  mutating func edge(
    _ statement: Statement, isAsserted: Bool, speaker: String?, document: String?
  ) {
    let content = statement.content
    open("edge", statement.id.value)
    out.raw(" source=\"")
    out.nameToken(content.subject.value)
    out.raw("\" target=\"")
    switch content.object {
    case .entity(let id): out.nameToken(id.value)
    case .literal: out.nameToken(statement.valueNodeID)
    }
    out.raw("\">")
    let label = statement.markedLabel
    data("label", label)
    data("e_interaction", label)
    data("e_id", statement.id.value)
    data("e_predicate", content.predicate.id)
    data("e_polarity", content.polarity.rawValue)
    data("e_certainty", content.certainty.rawValue)
    data("e_asserted", isAsserted ? "true" : "false")
    dataStart("e_confidence")
    out.share(statement.confidence)
    dataEnd()
    dataStart("e_weight")
    out.integer(statement.evidence.count)
    out.raw(".0")
    dataEnd()
    data("e_speaker", speaker)
    data("e_time_start", content.time?.start)
    data("e_time_end", content.time?.end)
    data("e_time_text", content.time?.text)
    if !content.qualifiers.isEmpty { data("e_qualifiers", statement.qualifierWords) }
    if let first = statement.evidence.first { evidence(first, document: document) }
    data("e_evidence", statement.evidence.count)
    out.raw("</edge>\n")
    loss.add(.furtherEvidence, statement.furtherEvidenceCount)
    loss.add(.qualifiers, content.qualifiers.count)
  }

  private mutating func evidence(_ piece: Evidence, document: String?) {
    data("e_document", document)
    data("e_sentence", piece.sentence)
    data("e_start", piece.span.start)
    data("e_end", piece.span.end)
    data("e_quote", piece.quote)
    data("e_rule", piece.rule)
    if piece.subject != nil || piece.object != nil { loss.add(.mentionPlaces) }
  }

  private mutating func key(_ key: (id: String, name: String, type: String), on element: String) {
    out.raw("  <key id=\"")
    out.raw(key.id)
    out.raw("\" for=\"")
    out.raw(element)
    out.raw("\" attr.name=\"")
    out.raw(key.name)
    out.raw("\" attr.type=\"")
    out.raw(key.type)
    out.raw("\"/>\n")
  }

  private mutating func open(_ element: String, _ id: String) {
    out.raw("    <")
    out.raw(element)
    out.raw(" id=\"")
    out.nameToken(id)
    out.byte(UInt8(ascii: "\""))
  }

  private mutating func data(_ key: String, _ value: String?) {
    guard let value else { return }
    dataStart(key)
    text(value)
    dataEnd()
  }

  private mutating func data(_ key: String, _ value: Int) {
    dataStart(key)
    out.integer(value)
    dataEnd()
  }

  private mutating func dataStart(_ key: String) {
    out.raw("<data key=\"")
    out.raw(key)
    out.raw("\">")
  }

  private mutating func dataEnd() { out.raw("</data>") }

  private mutating func text(_ text: String) { loss.add(.replacedCharacters, out.xml(text)) }
}
