public import GraphModel

/// Writes the JSON that graphology and sigma.js import.
///
/// No attribute is called `type`: sigma takes that for the program that draws the node.
public struct GraphologyWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var json = JSONWriter(to: sink)
    json.beginObject()
    json.key("attributes")
    json.beginObject()
    json.field("name", options.title)
    json.endObject()
    json.key("options")
    json.beginObject()
    json.field("type", "directed")
    json.field("multi", true)
    json.field("allowSelfLoops", true)
    json.endObject()
    json.key("nodes")
    json.beginArray()
    try records.forEachNode { node in
      json.beginObject()
      json.field("key", node.id)
      json.key("attributes")
      json.beginObject()
      json.fields(NodeRecord.attributes, node.values)
      if let place = node.place {
        json.field("x", place.x)
        // sigma's y axis points up.
        json.field("y", -place.y)
        json.field("size", node.size)
      }
      json.field("color", Palette.color(types: node.types).hex)
      json.endObject()
      json.endObject()
      try json.checkpoint()
    }
    json.endArray()
    json.key("edges")
    json.beginArray()
    try records.forEachEdge { edge in
      json.beginObject()
      json.field("key", edge.id)
      json.field("source", edge.source)
      json.field("target", edge.target)
      json.key("attributes")
      json.beginObject()
      json.fields(EdgeRecord.attributes, edge.values)
      json.field("color", Palette.color(of: edge).hex)
      json.endObject()
      json.endObject()
      try json.checkpoint()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    try json.flush()
    return ExportLoss()
  }
}
