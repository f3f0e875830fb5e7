public import GraphModel

/// Writes GEXF 1.3, Gephi's own format, with times, kinds of edges and the drawing.
///
/// Gephi merges edges between the same two nodes unless their kinds differ. So the kind is the
/// predicate, with a number where the same two entities have a further statement of it: every
/// statement stays an edge of its own. Times become spells, in days; the text's own precision
/// stays in the attributes. Memory grows with the number of different pairs.
public struct GEXFWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var hasTimes = false
    try source.forEachStatement { hasTimes = hasTimes || Self.spell(of: $0) != nil }
    var xml = GEXFElements(out: ByteWriter(to: sink))
    xml.head(title: options.title, hasTimes: hasTimes)
    try records.forEachNode { node in
      xml.node(node)
      try xml.out.checkpoint()
    }
    xml.out.raw("    </nodes>\n    <edges>\n")
    var kinds: [UInt64: Int32] = [:]
    try records.forEachEdge { edge in
      let kind = edge.statement.content.predicate.label
      var hash = StableHash()
      for part in [edge.source, edge.target, kind] { hash.combine(field: part) }
      let number = kinds[hash.value, default: 0] + 1
      kinds[hash.value] = number
      xml.edge(edge, kind: number == 1 ? kind : "\(kind) (\(number))")
      try xml.out.checkpoint()
    }
    xml.out.raw("    </edges>\n  </graph>\n</gexf>\n")
    try xml.out.flush()
    return xml.loss
  }

  /// The days in which a statement held, if they are known.
  static func spell(of statement: Statement) -> (start: String?, end: String?)? {
    let time = statement.content.time
    let start = time?.start.flatMap { DayRange($0)?.first }
    let end = time?.end.flatMap { DayRange($0)?.last }
    guard start != nil || end != nil else { return nil }
    if let start, let end, end < start { return (start, nil) }
    return (start, end)
  }
}

/// The elements of a GEXF file.
private struct GEXFElements {
  var out: ByteWriter
  var loss = ExportLoss()

  init(out: ByteWriter) { self.out = out }

  mutating func head(title: String, hasTimes: Bool) {
    out.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
        <meta><creator>quipu</creator><description>
      """)
    text(title)
    out.raw("</description></meta>\n  <graph defaultedgetype=\"directed\" mode=\"")
    out.raw(
      hasTimes
        ? "dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n" : "static\">\n")
    attributes("node", NodeRecord.attributes)
    attributes("edge", EdgeRecord.attributes)
    out.raw("    <nodes>\n")
  }

  private mutating func attributes(_ element: String, _ attributes: [GraphAttribute]) {
    out.raw("    <attributes class=\"\(element)\" mode=\"static\">\n")
    for attribute in attributes where !Self.isOwn(attribute.name) {
      let type =
        switch attribute.kind {
        case .text: "string"
        case .integer: "integer"
        case .real: "double"
        case .truth: "boolean"
        case .list: "liststring"
        }
      out.raw("      <attribute id=\"\(attribute.name)\" title=\"\(attribute.name)\" ")
      out.raw("type=\"\(type)\"/>\n")
    }
    out.raw("    </attributes>\n")
  }

  /// Whether the format has a place of its own for an attribute.
  private static func isOwn(_ name: String) -> Bool { name == "label" || name == "weight" }

  mutating func node(_ node: NodeRecord) {
    out.raw("      <node id=\"")
    text(node.id)
    out.raw("\" label=\"")
    text(node.label)
    out.raw("\">")
    values(NodeRecord.attributes, node.values)
    let color = Palette.color(types: node.types)
    out.raw("<viz:color r=\"\(color.red)\" g=\"\(color.green)\" b=\"\(color.blue)\"/>")
    if let place = node.place {
      out.raw("<viz:position x=\"")
      out.decimal(place.x)
      // Gephi's y axis points up.
      out.raw("\" y=\"")
      out.decimal(-place.y)
      out.raw("\"/>")
    }
    out.raw("<viz:size value=\"")
    out.decimal(2 * node.size)
    out.raw("\"/></node>\n")
  }

  mutating func edge(_ edge: EdgeRecord, kind: String) {
    out.raw("      <edge id=\"")
    text(edge.id)
    out.raw("\" source=\"")
    text(edge.source)
    out.raw("\" target=\"")
    text(edge.target)
    out.raw("\" label=\"")
    text(edge.label)
    out.raw("\" kind=\"")
    text(kind)
    out.raw("\" weight=\"\(edge.statement.evidence.count).0\">")
    values(EdgeRecord.attributes, edge.values)
    if let spell = GEXFWriter.spell(of: edge.statement) {
      out.raw("<spells><spell")
      if let start = spell.start { out.raw(" start=\"\(start)\"") }
      if let end = spell.end { out.raw(" end=\"\(end)\"") }
      out.raw("/></spells>")
    }
    let color = Palette.color(of: edge)
    out.raw("<viz:color r=\"\(color.red)\" g=\"\(color.green)\" b=\"\(color.blue)\"/>")
    out.raw("<viz:shape value=\"")
    out.raw(edge.isAsserted ? "solid" : "dashed")
    out.raw("\"/></edge>\n")
  }

  private mutating func values(_ attributes: [GraphAttribute], _ values: [AttributeValue?]) {
    out.raw("<attvalues>")
    for (attribute, value) in zip(attributes, values) {
      guard let value, !Self.isOwn(attribute.name) else { continue }
      out.raw("<attvalue for=\"")
      out.raw(attribute.name)
      out.raw("\" value=\"")
      switch value {
      case .text(let text): self.text(text)
      case .integer(let number): out.integer(number)
      case .share(let share): out.share(share)
      case .truth(let truth): out.raw(truth ? "true" : "false")
      case .list(let texts): list(texts)
      }
      out.raw("\"/>")
    }
    out.raw("</attvalues>")
  }

  /// A list as Gephi reads it: `["a", "b"]`.
  private mutating func list(_ texts: [String]) {
    out.byte(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { out.raw(", ") }
      var quoted = "\""
      for character in text.unicodeScalars {
        if character == "\"" || character == "\\" { quoted += "\\" }
        quoted.unicodeScalars.append(character)
      }
      self.text(quoted + "\"")
    }
    out.byte(UInt8(ascii: "]"))
  }

  private mutating func text(_ text: String) { loss.add(.replacedCharacters, out.xml(text)) }
}
