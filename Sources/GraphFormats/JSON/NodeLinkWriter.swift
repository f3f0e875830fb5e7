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
    try json.object { json in
      json.field("directed", true)
      json.field("multigraph", true)
      json.object("graph") { $0.field("title", options.title) }
      try json.objects("nodes", of: records.forEachNode) { json, node in
        json.field("id", node.id)
        json.fields(NodeRecord.attributes, node.values)
        if let place = node.place {
          json.field("x", place.x)
          json.field("y", place.y)
        }
      }
      try json.objects("edges", of: records.forEachEdge) { json, edge in
        json.field("source", edge.source)
        json.field("target", edge.target)
        json.field("key", edge.id)
        json.fields(EdgeRecord.attributes, edge.values)
      }
    }
    json.endLine()
    try json.flush()
    return ExportLoss()
  }
}
