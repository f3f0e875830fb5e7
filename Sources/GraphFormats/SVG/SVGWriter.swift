public import GraphModel

/// Draws the graph: the most important entities, their names, and the statements between them.
///
/// A drawing that can be read holds some two hundred entities; the others are counted as left out.
/// What is not a fact is dashed. An edge's words and sentence show when the pointer is on it.
public struct SVGWriter: StatementWriter {
  private let limit: Int

  /// Creates a writer that draws at most this many entities.
  public init(limit: Int = 220) { self.limit = limit }

  /// Writes the drawing.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let picture = try options.picture ?? GraphPicture(of: source)
    var drawing = try SVGDrawing(source, picture, options, limit: limit)
    try drawing.write(to: sink)
    return drawing.loss
  }
}

/// A drawing's parts and where they go.
private struct SVGDrawing {
  var loss = ExportLoss()

  private struct Line {
    var from: Int
    var to: Int
    var label: String
    var quote: String
    var isAsserted: Bool
    var isDenied: Bool
  }

  private struct Box {
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float

    func meets(_ other: Box) -> Bool {
      left < other.right && right > other.left && top < other.bottom && bottom > other.top
    }
  }

  private let title: String
  private var nodes: [(entity: Entity, x: Float, y: Float, radius: Float)] = []
  private var lines: [Line] = []
  private static let width: Float = 1600

  init(
    _ source: some StatementSource, _ picture: GraphPicture, _ options: ExportOptions, limit: Int
  ) throws {
    title = options.title
    var index: [EntityID: Int] = [:]
    for number in picture.core.prefix(limit) {
      let id = picture.id(of: Int(number))
      guard let entity = try source.entity(id) else { continue }
      index[id] = nodes.count
      let place = picture.place(of: Int(number))
      nodes.append((entity, place.x, place.y, picture.radius(of: Int(number))))
    }
    var left = 0
    try source.forEachStatement { statement in
      guard case .entity(let object) = statement.content.object,
        let from = index[statement.content.subject], let to = index[object], from != to
      else {
        left += 1
        return
      }
      lines.append(
        Line(
          from: from, to: to, label: statement.markedLabel,
          quote: statement.evidence.first?.quote ?? "",
          isAsserted: options.assertion.covers(statement),
          isDenied: statement.content.polarity == .negative))
    }
    loss.add(.undrawnStatements, left)
    loss.add(.undrawnEntities, picture.count - nodes.count)
  }

  mutating func write(to sink: some ByteSink) throws {
    let bounds = Box(
      left: nodes.map(\.x).min() ?? 0, top: nodes.map(\.y).min() ?? 0,
      right: nodes.map(\.x).max() ?? 1, bottom: nodes.map(\.y).max() ?? 1)
    let margin: Float = 90
    let across = max(bounds.right - bounds.left, 1)
    let down = max(bounds.bottom - bounds.top, 1)
    let scale = min((Self.width - 2 * margin) / across, 1000 / down, 2.5)
    let height = down * scale + 2 * margin + 40
    let shift = (Self.width - across * scale) / 2
    for index in nodes.indices {
      nodes[index].x = (nodes[index].x - bounds.left) * scale + shift
      nodes[index].y = (nodes[index].y - bounds.top) * scale + margin + 30
    }
    var out = ByteWriter(to: sink)
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 \(Int(height))\" ")
    out.raw("font-family=\"system-ui, 'Noto Sans', sans-serif\" role=\"img\">\n<title>")
    text(title, &out)
    out.raw("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fafaf7\"/>\n")
    out.raw("<g fill=\"none\" stroke-width=\"1.2\">\n")
    for line in lines {
      write(line, &out)
      try out.checkpoint()
    }
    out.raw("</g>\n<g stroke=\"#fafaf7\" stroke-width=\"1.5\">\n")
    for node in nodes {
      out.raw("<circle cx=\"")
      out.decimal(node.x)
      out.raw("\" cy=\"")
      out.decimal(node.y)
      out.raw("\" r=\"")
      out.decimal(node.radius)
      out.raw("\" fill=\"\(Palette.color(types: node.entity.types).hex)\"><title>")
      text(node.entity.label, &out)
      out.raw("</title></circle>\n")
      try out.checkpoint()
    }
    out.raw(
      "</g>\n<g fill=\"#1b1d22\" stroke=\"#fafaf7\" stroke-width=\"3\" paint-order=\"stroke\" ")
    out.raw("stroke-linejoin=\"round\" dominant-baseline=\"middle\">\n")
    labels(&out)
    out.raw("</g>\n")
    legend(&out)
    out.raw("</svg>\n")
    try out.flush()
  }

  private mutating func write(_ line: Line, _ out: inout ByteWriter) {
    let (a, b) = (nodes[line.from], nodes[line.to])
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    out.raw("<path d=\"M")
    out.decimal(a.x)
    out.byte(0x20)
    out.decimal(a.y)
    // A slight bow keeps edges there and back apart.
    out.raw("Q")
    out.decimal((a.x + b.x) / 2 - dy * 0.08)
    out.byte(0x20)
    out.decimal((a.y + b.y) / 2 + dx * 0.08)
    out.byte(0x20)
    out.decimal(b.x)
    out.byte(0x20)
    out.decimal(b.y)
    let color = line.isDenied ? Palette.denied : line.isAsserted ? Palette.edge : Palette.claim
    out.raw("\" stroke=\"\(color.hex)\" stroke-opacity=\"0.6\"")
    if !line.isAsserted { out.raw(" stroke-dasharray=\"5 4\"") }
    out.raw("><title>")
    text(a.entity.label + " " + line.label + " " + b.entity.label + "\n" + line.quote, &out)
    out.raw("</title></path>\n")
  }

  /// How many entities are so important that their names may cover the nodes of others.
  private static let foremost = 15

  /// Names that cover no other name and no node, the most important first: to the right of their
  /// nodes, to the left, below, above, where there is room first.
  private mutating func labels(_ out: inout ByteWriter) {
    let reaches = nodes.map { node in
      let reach = node.radius - 1
      return Box(
        left: node.x - reach, top: node.y - reach, right: node.x + reach, bottom: node.y + reach)
    }
    var taken = Array(reaches.prefix(Self.foremost))
    let others = reaches.dropFirst(Self.foremost)
    for (number, node) in nodes.enumerated() {
      let size = 12 + min(node.radius / 5, 5)
      let label = node.entity.label
      let shown = label.count > 36 ? label.prefix(35) + "…" : label[...]
      let width = Float(shown.count) * size * 0.56
      let gap = node.radius + 4
      let places: [(anchor: String, x: Float, y: Float, left: Float)] = [
        ("start", node.x + gap, node.y, node.x + gap),
        ("end", node.x - gap, node.y, node.x - gap - width),
        ("middle", node.x, node.y + gap + size * 0.6, node.x - width / 2),
        ("middle", node.x, node.y - gap - size * 0.6, node.x - width / 2),
      ]
      func box(_ place: (anchor: String, x: Float, y: Float, left: Float)) -> Box {
        Box(
          left: place.left - 2, top: place.y - size * 0.65, right: place.left + width,
          bottom: place.y + size * 0.65)
      }
      func isFree(_ place: (anchor: String, x: Float, y: Float, left: Float)) -> Bool {
        let box = box(place)
        return box.left > 0 && box.right < Self.width && !taken.contains(where: box.meets)
      }
      let free = places.filter(isFree)
      let best = free.first { !others.contains(where: box($0).meets) }
      guard let place = best ?? (number < Self.foremost ? free.first : nil) else { continue }
      taken.append(box(place))
      out.raw("<text x=\"")
      out.decimal(place.x)
      out.raw("\" y=\"")
      out.decimal(place.y)
      out.raw("\" text-anchor=\"\(place.anchor)\" font-size=\"")
      out.decimal(size)
      out.raw(node.radius > 12 ? "\" font-weight=\"600\">" : "\">")
      text(String(shown), &out)
      out.raw("</text>\n")
    }
  }

  private mutating func legend(_ out: inout ByteWriter) {
    out.raw("<g font-size=\"14\" fill=\"#1b1d22\" dominant-baseline=\"middle\">\n")
    out.raw("<text x=\"30\" y=\"34\" font-size=\"20\" font-weight=\"600\">")
    text(title, &out)
    out.raw("</text>\n")
    var x = 36
    let shown = Palette.families.filter { family in
      nodes.contains { node in
        Palette.families.first { node.entity.types.contains($0.name) }?.name == family.name
      }
    }
    for family in shown {
      out.raw("<circle cx=\"\(x)\" cy=\"62\" r=\"6\" fill=\"\(family.color.hex)\"/>")
      out.raw("<text x=\"\(x + 12)\" y=\"62\">")
      text(family.name, &out)
      out.raw("</text>\n")
      x += 40 + family.name.count * 8
    }
    out.raw(
      "<line x1=\"\(x)\" y1=\"62\" x2=\"\(x + 30)\" y2=\"62\" stroke=\"\(Palette.claim.hex)\" ")
    out.raw("stroke-width=\"2\" stroke-dasharray=\"5 4\"/>")
    out.raw("<text x=\"\(x + 38)\" y=\"62\">claims: not facts</text>\n</g>\n")
  }

  private mutating func text(_ text: String, _ out: inout ByteWriter) {
    loss.add(.replacedCharacters, out.xml(text))
  }
}
