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
    try json.object { json in
      json.object("attributes") { $0.field("name", options.title) }
      json.object("options") { json in
        json.field("type", "directed")
        json.field("multi", true)
        json.field("allowSelfLoops", true)
      }
      try json.objects("nodes", of: records.forEachNode) { json, node in
        json.field("key", node.id)
        json.object("attributes") { json in
          json.fields(NodeRecord.attributes, node.values)
          if let place = node.place {
            json.field("x", place.x)
            // sigma's y axis points up.
            json.field("y", -place.y)
            json.field("size", node.size)
          }
          json.field("color", Palette.color(types: node.types).hex)
        }
      }
      try json.objects("edges", of: records.forEachEdge) { json, edge in
        json.field("key", edge.id)
        json.field("source", edge.source)
        json.field("target", edge.target)
        json.object("attributes") { json in
          json.fields(EdgeRecord.attributes, edge.values)
          json.field("color", Palette.color(of: edge).hex)
        }
      }
    }
    json.endLine()
    try json.flush()
    return ExportLoss()
  }
}
