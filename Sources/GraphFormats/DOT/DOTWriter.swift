public import GraphModel

/// Writes the language of Graphviz.
///
/// There are no default attributes, because Gephi's reader loses all nodes where they stand.
/// What is not asserted is dashed, what is denied is red.
public struct DOTWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    var out = ByteWriter(to: sink)
    var loss = ExportLoss()
    out.raw("digraph ")
    out.dot(options.title)
    out.raw(" {\n")
    try source.forEachEntity { entity in
      out.raw("  ")
      out.dot(entity.id.value)
      out.raw(" [label=")
      loss.add(.replacedCharacters, out.dot(entity.label))
      out.raw(", type=")
      out.dot(entity.types.joined(separator: "; "))
      out.raw("];\n")
      loss.add(.aliases, entity.aliases.count)
      try out.checkpoint()
    }
    try source.forEachStatement { statement in
      guard case .literal(let literal) = statement.content.object else { return }
      out.raw("  ")
      out.dot(statement.valueNodeID)
      out.raw(" [label=")
      loss.add(.replacedCharacters, out.dot(literal.shownText))
      out.raw(", type=\"Literal\", shape=\"box\"];\n")
      try out.checkpoint()
    }
    try source.forEachStatement { statement in
      let content = statement.content
      out.raw("  ")
      out.dot(content.subject.value)
      out.raw(" -> ")
      switch content.object {
      case .entity(let id): out.dot(id.value)
      case .literal: out.dot(statement.valueNodeID)
      }
      out.raw(" [id=")
      out.dot(statement.id.value)
      out.raw(", label=")
      out.dot(statement.markedLabel)
      out.raw(", confidence=")
      out.share(statement.confidence)
      if let first = statement.evidence.first {
        out.raw(", document=")
        out.dot(try source.documentName(first.document))
        out.raw(", tooltip=")
        loss.add(.replacedCharacters, out.dot(first.quote))
      }
      if !options.assertion.covers(statement) { out.raw(", style=\"dashed\"") }
      if content.polarity == .negative { out.raw(", color=\"#b00020\"") }
      out.raw("];\n")
      loss.add(.furtherEvidence, statement.furtherEvidenceCount)
      loss.add(.qualifiers, content.qualifiers.count)
      try out.checkpoint()
    }
    out.raw("}\n")
    try out.flush()
    return loss
  }
}

extension ByteWriter {
  /// Appends a quoted string of DOT; characters without a shape become spaces.
  ///
  /// - Returns: The number of characters replaced.
  @discardableResult
  mutating func dot(_ text: String) -> Int {
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
    return replaced
  }
}
