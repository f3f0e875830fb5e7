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
    json.beginObject()
    json.field("format_version", "1.0")
    json.field("generated_by", "quipu")
    json.field("target_cytoscapejs_version", "~3.2")
    json.key("data")
    json.beginObject()
    json.field("name", options.title)
    json.field("shared_name", options.title)
    json.endObject()
    json.key("elements")
    json.beginObject()
    json.key("nodes")
    json.beginArray()
    try records.forEachNode { node in
      json.beginObject()
      json.key("data")
      json.beginObject()
      json.field("id", node.id)
      json.fields(NodeRecord.attributes, node.values)
      json.endObject()
      if let place = node.place {
        json.key("position")
        json.beginObject()
        json.field("x", place.x)
        json.field("y", place.y)
        json.endObject()
      }
      json.endObject()
      try json.checkpoint()
    }
    json.endArray()
    json.key("edges")
    json.beginArray()
    try records.forEachEdge { edge in
      json.beginObject()
      json.key("data")
      json.beginObject()
      json.field("id", edge.id)
      json.field("source", edge.source)
      json.field("target", edge.target)
      json.fields(EdgeRecord.attributes, edge.values)
      json.endObject()
      json.endObject()
      try json.checkpoint()
    }
    json.endArray()
    json.endObject()
    json.endObject()
    json.endLine()
    try json.flush()
    return ExportLoss()
  }
}
