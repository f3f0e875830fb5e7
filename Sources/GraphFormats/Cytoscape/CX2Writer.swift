public import GraphModel

/// Writes CX2, the exchange format of Cytoscape and NDEx, with a style.
///
/// Nodes and edges have numbers there, so memory grows with the number of entities. The statements
/// are walked three times: the numbers of elements come first.
public struct CX2Writer: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var numbers: [String: Int] = [:]
    var types: Set<String> = []
    try records.forEachNode { node in
      numbers[node.id] = numbers.count
      types.insert(Self.shownType(node))
    }
    var edgeCount = 0
    try source.forEachStatement { _ in edgeCount += 1 }
    var json = JSONWriter(to: sink)
    json.beginArray()
    json.beginObject()
    json.field("CXVersion", "2.0")
    json.field("hasFragments", false)
    json.endObject()
    Self.head(&json, title: options.title, nodes: numbers.count, edges: edgeCount)
    json.beginObject()
    json.key("nodes")
    json.beginArray()
    try records.forEachNode { node in
      json.beginObject()
      json.field("id", numbers[node.id])
      if let place = node.place {
        json.field("x", place.x)
        json.field("y", place.y)
      }
      json.key("v")
      json.beginObject()
      json.fields(NodeRecord.attributes, node.values)
      json.endObject()
      json.endObject()
      try json.checkpoint()
    }
    json.endArray()
    json.endObject()
    json.beginObject()
    json.key("edges")
    json.beginArray()
    var number = 0
    try records.forEachEdge { edge in
      json.beginObject()
      json.field("id", number)
      json.field("s", numbers[edge.source])
      json.field("t", numbers[edge.target])
      json.key("v")
      json.beginObject()
      json.fields(EdgeRecord.attributes, edge.values)
      json.endObject()
      json.endObject()
      number += 1
      try json.checkpoint()
    }
    json.endArray()
    json.endObject()
    Self.style(&json, types: types.sorted())
    json.beginObject()
    json.key("status")
    json.beginArray()
    json.beginObject()
    json.field("success", true)
    json.field("error", "")
    json.endObject()
    json.endArray()
    json.endObject()
    json.endArray()
    json.endLine()
    try json.flush()
    return ExportLoss()
  }

  private static func shownType(_ node: NodeRecord) -> String {
    node.isLiteral ? "Literal" : node.types.first ?? "Thing"
  }

  private static func head(_ json: inout JSONWriter, title: String, nodes: Int, edges: Int) {
    json.beginObject()
    json.key("metaData")
    json.beginArray()
    let counts = [
      ("attributeDeclarations", 1), ("networkAttributes", 1), ("nodes", nodes), ("edges", edges),
      ("visualProperties", 1),
    ]
    for (name, count) in counts {
      json.beginObject()
      json.field("name", name)
      json.field("elementCount", count)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.beginObject()
    json.key("attributeDeclarations")
    json.beginArray()
    json.beginObject()
    declarations(&json, "networkAttributes", [GraphAttribute("name")])
    declarations(&json, "nodes", NodeRecord.attributes)
    declarations(&json, "edges", EdgeRecord.attributes)
    json.endObject()
    json.endArray()
    json.endObject()
    json.beginObject()
    json.key("networkAttributes")
    json.beginArray()
    json.beginObject()
    json.field("name", title)
    json.endObject()
    json.endArray()
    json.endObject()
  }

  private static func declarations(
    _ json: inout JSONWriter, _ name: String, _ attributes: [GraphAttribute]
  ) {
    json.key(name)
    json.beginObject()
    for attribute in attributes {
      json.key(attribute.name)
      json.beginObject()
      let type =
        switch attribute.kind {
        case .text: "string"
        case .integer: "integer"
        case .real: "double"
        case .truth: "boolean"
        case .list: "list_of_string"
        }
      json.field("d", type)
      json.endObject()
    }
    json.endObject()
  }

  /// Labels, colours by type, and dashes for what is not a fact.
  private static func style(_ json: inout JSONWriter, types: [String]) {
    json.beginObject()
    json.key("visualProperties")
    json.beginArray()
    json.beginObject()
    json.key("default")
    json.beginObject()
    for (element, values) in [
      ("network", [("NETWORK_BACKGROUND_COLOR", "#FFFFFF")]),
      ("node", [("NODE_SHAPE", "ellipse"), ("NODE_BACKGROUND_COLOR", Palette.grey.hex)]),
      ("edge", [("EDGE_TARGET_ARROW_SHAPE", "triangle"), ("EDGE_LINE_COLOR", Palette.edge.hex)]),
    ] {
      json.key(element)
      json.beginObject()
      for (name, value) in values { json.field(name, value) }
      json.endObject()
    }
    json.endObject()
    json.key("nodeMapping")
    json.beginObject()
    passthrough(&json, "NODE_LABEL", of: "label")
    json.key("NODE_BACKGROUND_COLOR")
    discrete(&json, of: "entity_type", type: "string") { json in
      for type in types {
        json.beginObject()
        json.field("v", type)
        json.field("vp", Palette.color(types: [type]).hex)
        json.endObject()
      }
    }
    json.endObject()
    json.key("edgeMapping")
    json.beginObject()
    passthrough(&json, "EDGE_LABEL", of: "interaction")
    json.key("EDGE_LINE_STYLE")
    discrete(&json, of: "asserted", type: "boolean") { json in
      for (truth, style) in [(true, "solid"), (false, "dashed")] {
        json.beginObject()
        json.field("v", truth)
        json.field("vp", style)
        json.endObject()
      }
    }
    json.endObject()
    json.endObject()
    json.endArray()
    json.endObject()
  }

  private static func passthrough(_ json: inout JSONWriter, _ name: String, of attribute: String) {
    json.key(name)
    json.beginObject()
    json.field("type", "PASSTHROUGH")
    json.key("definition")
    json.beginObject()
    json.field("attribute", attribute)
    json.field("type", "string")
    json.endObject()
    json.endObject()
  }

  private static func discrete(
    _ json: inout JSONWriter, of attribute: String, type: String,
    _ map: (inout JSONWriter) -> Void
  ) {
    json.beginObject()
    json.field("type", "DISCRETE")
    json.key("definition")
    json.beginObject()
    json.field("attribute", attribute)
    json.field("type", type)
    json.key("map")
    json.beginArray()
    map(&json)
    json.endArray()
    json.endObject()
    json.endObject()
  }
}
