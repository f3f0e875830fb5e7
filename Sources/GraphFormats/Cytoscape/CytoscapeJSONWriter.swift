public import GraphModel

/// Writes the JSON of Cytoscape and cytoscape.js (`.cyjs`).
public struct CytoscapeJSONWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var json = JSONWriter(to: sink)
    try json.object { json in
      json.field("format_version", "1.0")
      json.field("generated_by", "quipu")
      json.field("target_cytoscapejs_version", "~3.2")
      json.object("data") { json in
        json.field("name", options.title)
        json.field("shared_name", options.title)
      }
      try json.object("elements") { json in
        try json.objects("nodes", of: records.forEachNode) { json, node in
          json.object("data") { json in
            json.field("id", node.id)
            json.fields(NodeRecord.attributes, node.values)
          }
          guard let place = node.place else { return }
          json.object("position") { json in
            json.field("x", place.x)
            json.field("y", place.y)
          }
        }
        try json.objects("edges", of: records.forEachEdge) { json, edge in
          json.object("data") { json in
            json.field("id", edge.id)
            json.field("source", edge.source)
            json.field("target", edge.target)
            json.fields(EdgeRecord.attributes, edge.values)
          }
        }
      }
    }
    json.endLine()
    try json.flush()
    return ExportLoss()
  }
}
