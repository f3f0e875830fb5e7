public import GraphModel

/// Writes GraphML that the common graph tools read alike, or with yEd's drawing.
///
/// One directed edge a statement, with a unique identifier that is data as well, because some
/// readers drop it. A literal object becomes a node of its own of kind `Literal`, so that every
/// statement is an edge. Nodes carry `labels` and edges `label` first, as Neo4j's APOC wants;
/// `name` and `interaction` are for Cytoscape, `label` and `weight` for Gephi. Nodes come before
/// edges, so the statements are walked twice.
public struct GraphMLWriter: StatementWriter {
  /// Which readers a file is for.
  public enum Profile: String, Hashable, Sendable, CaseIterable {
    /// All tools; places are data, if a picture is given.
    case universal
    /// yEd, whose drawing elements some other tools refuse.
    case yEd
  }

  private let profile: Profile

  /// Creates a writer.
  public init(_ profile: Profile = .universal) { self.profile = profile }

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var xml = GraphMLElements(
      out: ByteWriter(to: sink), profile: profile, hasPlaces: options.picture != nil)
    xml.head(title: options.title)
    try records.forEachNode { node in
      xml.node(node)
      try xml.out.checkpoint()
    }
    try records.forEachEdge { edge in
      xml.edge(edge)
      try xml.out.checkpoint()
    }
    xml.out.raw("  </graph>\n</graphml>\n")
    try xml.out.flush()
    return xml.loss
  }
}

/// The elements of a GraphML file.
struct GraphMLElements {
  var out: ByteWriter
  var loss = ExportLoss()
  private let profile: GraphMLWriter.Profile
  private let hasPlaces: Bool

  init(out: ByteWriter, profile: GraphMLWriter.Profile, hasPlaces: Bool) {
    self.out = out
    self.profile = profile
    self.hasPlaces = hasPlaces
  }

  /// The identifiers of the attributes' keys: `n_label`, and `label` for edges' first.
  private static let nodeKeys = NodeRecord.attributes.map { "n_" + $0.name }
  private static let edgeKeys = EdgeRecord.attributes.map { attribute in
    attribute.name == "label" ? "label" : "e_" + attribute.name
  }

  mutating func head(title: String) {
    let schema =
      profile == .yEd
      ? "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"
      : "http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd"
    out.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      """)
    if profile == .yEd { out.raw(" xmlns:y=\"http://www.yworks.com/xml/graphml\"") }
    out.raw(
      " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \(schema)\">\n")
    key("labels", on: "node", name: "labels", type: "string")
    for (id, attribute) in zip(Self.nodeKeys, NodeRecord.attributes) {
      key(id, on: "node", name: attribute.name, type: Self.type(of: attribute.kind))
    }
    if hasPlaces, profile == .universal {
      for name in ["x", "y", "size"] { key("n_" + name, on: "node", name: name, type: "double") }
    }
    for (id, attribute) in zip(Self.edgeKeys, EdgeRecord.attributes) {
      key(id, on: "edge", name: attribute.name, type: Self.type(of: attribute.kind))
    }
    if profile == .yEd {
      out.raw("  <key id=\"n_graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n")
      out.raw("  <key id=\"e_graphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n")
    }
    key("g_title", on: "graph", name: "title", type: "string")
    out.raw("  <graph id=\"G\" edgedefault=\"directed\">\n    ")
    data("g_title", title)
    out.raw("\n")
  }

  private static func type(of kind: GraphAttribute.Kind) -> String {
    switch kind {
    case .text, .list: "string"
    case .integer: "int"
    case .real: "double"
    case .truth: "boolean"
    }
  }

  mutating func node(_ node: NodeRecord) {
    out.raw("    <node id=\"")
    out.nameToken(node.id)
    out.raw("\">")
    dataStart("labels")
    if !node.isLiteral { out.raw(":Entity") }
    for type in node.types {
      out.byte(UInt8(ascii: ":"))
      text(type)
    }
    dataEnd()
    values(Self.nodeKeys, node.values)
    if let place = node.place, profile == .universal {
      data("n_x", place.x)
      data("n_y", place.y)
      data("n_size", 2 * node.size)
    }
    if profile == .yEd { drawing(of: node) }
    out.raw("</node>\n")
  }

  mutating func edge(_ edge: EdgeRecord) {
    out.raw("    <edge id=\"")
    out.nameToken(edge.id)
    out.raw("\" source=\"")
    out.nameToken(edge.source)
    out.raw("\" target=\"")
    out.nameToken(edge.target)
    out.raw("\">")
    values(Self.edgeKeys, edge.values)
    if profile == .yEd { drawing(of: edge) }
    out.raw("</edge>\n")
  }

  private mutating func values(_ keys: [String], _ values: [AttributeValue?]) {
    for (key, value) in zip(keys, values) {
      guard let value else { continue }
      dataStart(key)
      switch value {
      case .text(let text): self.text(text)
      case .integer(let number): out.integer(number)
      case .share(let share): out.share(share)
      case .truth(let truth): out.raw(truth ? "true" : "false")
      case .list(let texts):
        for (index, text) in texts.enumerated() {
          if index > 0 { out.raw("; ") }
          self.text(text)
        }
      }
      dataEnd()
    }
  }

  /// How yEd draws a node: a box as wide as its label, in the colour of its type.
  private mutating func drawing(of node: NodeRecord) {
    let width = Float(min(max(node.label.count, 4), 40)) * 7 + 16
    let place = node.place ?? (0, 0)
    dataStart("n_graphics")
    out.raw("<y:ShapeNode><y:Geometry height=\"28.0\" width=\"")
    out.decimal(width)
    out.raw("\" x=\"")
    // Boxes are wider than the circles that the picture was made for.
    out.decimal(place.x * 3 - width / 2)
    out.raw("\" y=\"")
    out.decimal(place.y * 2 - 14)
    out.raw("\"/><y:Fill color=\"")
    out.raw(Palette.color(types: node.types).hex)
    out.raw(
      "\" transparent=\"false\"/><y:BorderStyle color=\"#FFFFFF\" type=\"line\" width=\"1.0\"/>")
    out.raw("<y:NodeLabel textColor=\"")
    out.raw(node.isLiteral ? "#1B1D22" : "#FFFFFF")
    out.raw("\">")
    text(node.label)
    out.raw("</y:NodeLabel><y:Shape type=\"roundrectangle\"/></y:ShapeNode>")
    dataEnd()
  }

  /// How yEd draws an edge: dashed if the statement is not a fact.
  private mutating func drawing(of edge: EdgeRecord) {
    dataStart("e_graphics")
    out.raw("<y:PolyLineEdge><y:Path sx=\"0.0\" sy=\"0.0\" tx=\"0.0\" ty=\"0.0\"/>")
    out.raw("<y:LineStyle color=\"")
    out.raw(Palette.color(of: edge).hex)
    out.raw("\" type=\"")
    out.raw(edge.isAsserted ? "line" : "dashed")
    out.raw("\" width=\"1.0\"/><y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>")
    text(edge.label)
    out.raw("</y:EdgeLabel><y:BendStyle smoothed=\"false\"/></y:PolyLineEdge>")
    dataEnd()
  }

  private mutating func key(_ id: String, on element: String, name: String, type: String) {
    out.raw("  <key id=\"")
    out.raw(id)
    out.raw("\" for=\"")
    out.raw(element)
    out.raw("\" attr.name=\"")
    out.raw(name)
    out.raw("\" attr.type=\"")
    out.raw(type)
    out.raw("\"/>\n")
  }

  private mutating func data(_ key: String, _ value: String) {
    dataStart(key)
    text(value)
    dataEnd()
  }

  private mutating func data(_ key: String, _ value: Float) {
    dataStart(key)
    out.decimal(value)
    dataEnd()
  }

  private mutating func dataStart(_ key: String) {
    out.raw("<data key=\"")
    out.raw(key)
    out.raw("\">")
  }

  private mutating func dataEnd() { out.raw("</data>") }

  private mutating func text(_ text: String) { loss.add(.replacedCharacters, out.xml(text)) }
}
