public import GraphModel

/// Writes the node-link JSON that networkx and d3 read.
public struct NodeLinkWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var json = JSONWriter(to: sink)
    json.beginObject()
    json.field("directed", true)
    json.field("multigraph", true)
    json.key("graph")
    json.beginObject()
    json.field("title", options.title)
    json.endObject()
    json.key("nodes")
    json.beginArray()
    try records.forEachNode { node in
      json.beginObject()
      json.field("id", node.id)
      json.fields(NodeRecord.attributes, node.values)
      if let place = node.place {
        json.field("x", place.x)
        json.field("y", place.y)
      }
      json.endObject()
      try json.checkpoint()
    }
    json.endArray()
    json.key("edges")
    json.beginArray()
    try records.forEachEdge { edge in
      json.beginObject()
      json.field("source", edge.source)
      json.field("target", edge.target)
      json.field("key", edge.id)
      json.fields(EdgeRecord.attributes, edge.values)
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
