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
    try json.object { json in
      try json.objects("nodes", of: records.forEachNode) { json, node in
        json.field("id", numbers[node.id])
        if let place = node.place {
          json.field("x", place.x)
          json.field("y", place.y)
        }
        json.object("v") { $0.fields(NodeRecord.attributes, node.values) }
      }
    }
    var number = 0
    try json.object { json in
      try json.objects("edges", of: records.forEachEdge) { json, edge in
        json.field("id", number)
        json.field("s", numbers[edge.source])
        json.field("t", numbers[edge.target])
        json.object("v") { $0.fields(EdgeRecord.attributes, edge.values) }
        number += 1
      }
    }
    Self.style(&json, types: types.sorted())
    json.object { json in
      json.array("status") { json in
        json.object { json in
          json.field("success", true)
          json.field("error", "")
        }
      }
    }
    json.endArray()
    json.endLine()
    try json.flush()
    return ExportLoss()
  }

  private static func shownType(_ node: NodeRecord) -> String {
    node.isLiteral ? "Literal" : node.types.first ?? "Thing"
  }

  private static func head(_ json: inout JSONWriter, title: String, nodes: Int, edges: Int) {
    let counts = [
      ("attributeDeclarations", 1), ("networkAttributes", 1), ("nodes", nodes), ("edges", edges),
      ("visualProperties", 1),
    ]
    json.object { json in
      json.array("metaData") { json in
        for (name, count) in counts {
          json.object { json in
            json.field("name", name)
            json.field("elementCount", count)
          }
        }
      }
    }
    json.object { json in
      json.array("attributeDeclarations") { json in
        json.object { json in
          declarations(&json, "networkAttributes", [GraphAttribute("name")])
          declarations(&json, "nodes", NodeRecord.attributes)
          declarations(&json, "edges", EdgeRecord.attributes)
        }
      }
    }
    json.object { json in
      json.array("networkAttributes") { json in
        json.object { $0.field("name", title) }
      }
    }
  }

  private static func declarations(
    _ json: inout JSONWriter, _ name: String, _ attributes: [GraphAttribute]
  ) {
    json.object(name) { json in
      for attribute in attributes {
        let type =
          switch attribute.kind {
          case .text: "string"
          case .integer: "integer"
          case .real: "double"
          case .truth: "boolean"
          case .list: "list_of_string"
          }
        json.object(attribute.name) { $0.field("d", type) }
      }
    }
  }

  /// Labels, colours by type, and dashes for what is not a fact.
  private static func style(_ json: inout JSONWriter, types: [String]) {
    json.object { json in
      json.array("visualProperties") { json in
        json.object { json in
          json.object("default", defaults)
          json.object("nodeMapping") { json in
            passthrough(&json, "NODE_LABEL", of: "label")
            let colors = types.map { ($0, Palette.color(types: [$0]).hex) }
            discrete(&json, "NODE_BACKGROUND_COLOR", of: "entity_type", type: "string", colors) {
              $0.field("v", $1)
            }
          }
          json.object("edgeMapping") { json in
            passthrough(&json, "EDGE_LABEL", of: "interaction")
            let styles = [(true, "solid"), (false, "dashed")]
            discrete(&json, "EDGE_LINE_STYLE", of: "asserted", type: "boolean", styles) {
              $0.field("v", $1)
            }
          }
        }
      }
    }
  }

  private static func defaults(_ json: inout JSONWriter) {
    for (element, values) in [
      ("network", [("NETWORK_BACKGROUND_COLOR", "#FFFFFF")]),
      ("node", [("NODE_SHAPE", "ellipse"), ("NODE_BACKGROUND_COLOR", Palette.grey.hex)]),
      ("edge", [("EDGE_TARGET_ARROW_SHAPE", "triangle"), ("EDGE_LINE_COLOR", Palette.edge.hex)]),
    ] {
      json.object(element) { json in
        for (name, value) in values { json.field(name, value) }
      }
    }
  }

  private static func passthrough(_ json: inout JSONWriter, _ name: String, of attribute: String) {
    json.object(name) { json in
      json.field("type", "PASSTHROUGH")
      json.object("definition") { json in
        json.field("attribute", attribute)
        json.field("type", "string")
      }
    }
  }

  /// A property that each value of an attribute has a value for.
  private static func discrete<Value>(
    _ json: inout JSONWriter, _ name: String, of attribute: String, type: String,
    _ map: [(Value, String)], _ write: (inout JSONWriter, Value) -> Void
  ) {
    json.object(name) { json in
      json.field("type", "DISCRETE")
      json.object("definition") { json in
        json.field("attribute", attribute)
        json.field("type", type)
        json.array("map") { json in
          for (value, shown) in map {
            json.object { json in
              write(&json, value)
              json.field("vp", shown)
            }
          }
        }
      }
    }
  }
}
