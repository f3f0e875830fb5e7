public import GraphModel

/// Writes the language of Graphviz.
///
/// There are no default attributes, because Gephi's reader loses all nodes where they stand.
/// What is not asserted is dashed, what is denied is red. Graphviz refuses strings of more than
/// 16,384 bytes, so longer ones are cut.
public struct DOTWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Attributes that mean something else to Graphviz.
  private static let otherwiseUsed: Set<String> = ["label", "weight", "edge_id", "interaction"]

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var out = ByteWriter(to: sink)
    var loss = ExportLoss()
    out.raw("digraph ")
    out.dot(options.title, &loss)
    out.raw(" {\n")
    try records.forEachNode { node in
      out.raw("  ")
      out.dot(node.id, &loss)
      out.raw(" [label=")
      out.dot(node.label, &loss)
      // Names are read on the ground, so it is light.
      let color = Palette.color(types: node.types)
      out.raw(", color=\"\(color.hex)\", fillcolor=\"\(color.tint.hex)\", style=\"filled\"")
      if node.isLiteral { out.raw(", shape=\"box\"") }
      out.dot(
        NodeRecord.attributes, node.values, without: Self.otherwiseUsed.union(["name"]), &loss)
      out.raw("];\n")
      try out.checkpoint()
    }
    try records.forEachEdge { edge in
      out.raw("  ")
      out.dot(edge.source, &loss)
      out.raw(" -> ")
      out.dot(edge.target, &loss)
      out.raw(" [id=")
      out.dot(edge.id, &loss)
      out.raw(", label=")
      out.dot(edge.label, &loss)
      if let first = edge.statement.evidence.first {
        out.raw(", tooltip=")
        out.dot(first.quote, &loss)
      }
      if !edge.isAsserted { out.raw(", style=\"dashed\"") }
      let color = Palette.color(of: edge).hex
      out.raw(", color=\"\(color)\"")
      if color != Palette.edge.hex { out.raw(", fontcolor=\"\(color)\"") }
      out.dot(EdgeRecord.attributes, edge.values, without: Self.otherwiseUsed, &loss)
      out.raw("];\n")
      try out.checkpoint()
    }
    out.raw("}\n")
    try out.flush()
    return loss
  }
}

extension ByteWriter {
  /// The longest string, in bytes before escaping, that Graphviz surely reads.
  private static let longestDOT = 8000

  /// Appends the attributes that have a value.
  fileprivate mutating func dot(
    _ attributes: [GraphAttribute], _ values: [AttributeValue?], without left: Set<String>,
    _ loss: inout ExportLoss
  ) {
    for (attribute, value) in zip(attributes, values) {
      guard let value, !left.contains(attribute.name) else { continue }
      raw(", ")
      raw(attribute.name)
      byte(UInt8(ascii: "="))
      dot(value.text, &loss)
    }
  }

  /// Appends a quoted string of DOT; characters without a shape become spaces.
  fileprivate mutating func dot(_ text: String, _ loss: inout ExportLoss) {
    var text = text
    if text.utf8.count > Self.longestDOT {
      // Not within a character.
      var end = text.utf8.index(text.startIndex, offsetBy: Self.longestDOT)
      while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
      text = text[..<end] + "…"
      loss.add(.shortenedTexts)
    }
    var replaced = 0
    byte(UInt8(ascii: "\""))
    escaped(text) { byte in
      byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    } _: { out, byte in
      switch byte {
      case UInt8(ascii: "\""): out.raw("\\\"")
      case UInt8(ascii: "\\"): out.raw("\\\\")
      case 0x0a: out.raw("\\n")
      default:
        out.byte(0x20)
        if byte != 0x09 { replaced += 1 }
      }
    }
    byte(UInt8(ascii: "\""))
    loss.add(.replacedCharacters, replaced)
  }
}
