public import GraphModel

/// Writes comma-separated values (RFC 4180): a table of statements, or one of their ends.
///
/// The columns `source`, `target`, `type`, `label`, `weight` and `id` are those that Gephi looks
/// for. A cell that a spreadsheet would run as a formula gets an apostrophe before it. Lines end
/// in CR LF; the text is UTF-8 without a byte order mark.
public struct CSVWriter: StatementWriter {
  /// Which table to write.
  public enum Table: String, Hashable, Sendable, CaseIterable {
    /// One row a statement.
    case statements
    /// One row an entity, and one a literal object.
    case nodes
  }

  private let table: Table

  /// Creates a writer of a table.
  public init(_ table: Table = .statements) { self.table = table }

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    var rows = CSVRows(out: ByteWriter(to: sink))
    switch table {
    case .statements: try Self.statements(source, options, to: &rows)
    case .nodes: try Self.nodes(source, to: &rows)
    }
    try rows.out.flush()
    return rows.loss
  }

  private static func statements(
    _ source: some StatementSource, _ options: ExportOptions, to rows: inout CSVRows
  ) throws {
    rows.header([
      "id", "source", "target", "type", "label", "weight", "source_label", "target_label",
      "predicate", "value", "datatype", "unit", "polarity", "certainty", "asserted", "confidence",
      "speaker", "time_start", "time_end", "time_text", "qualifiers", "document", "sentence",
      "start", "end", "quote", "rule", "evidence_count",
    ])
    try source.forEachStatement { statement in
      let content = statement.content
      let target: (id: String, label: String, literal: Literal?)
      switch content.object {
      case .entity(let id): target = (id.value, try source.shownEntity(id).label, nil)
      case .literal(let literal): target = (statement.valueNodeID, literal.shownText, literal)
      }
      rows.cell(statement.id.value)
      rows.cell(content.subject.value)
      rows.cell(target.id)
      rows.cell("Directed")
      rows.cell(statement.markedLabel)
      rows.cell(statement.evidence.count)
      rows.cell(try source.shownEntity(content.subject).label)
      rows.cell(target.label)
      rows.cell(content.predicate.id)
      rows.cell(target.literal?.value)
      rows.cell(target.literal?.shortDatatype)
      rows.cell(target.literal?.unit)
      rows.cell(content.polarity.rawValue)
      rows.cell(content.certainty.rawValue)
      rows.cell(options.assertion.covers(statement) ? "true" : "false")
      rows.cell(share: statement.confidence)
      rows.cell(try content.speaker.map { try source.shownEntity($0).label })
      rows.cell(content.time?.start)
      rows.cell(content.time?.end)
      rows.cell(content.time?.text)
      rows.cell(statement.qualifierWords)
      let first = statement.evidence.first
      rows.cell(try first.map { try source.documentName($0.document) })
      rows.cell(first?.sentence)
      rows.cell(first?.span.start)
      rows.cell(first?.span.end)
      rows.cell(first?.quote)
      rows.cell(first?.rule)
      rows.cell(statement.evidence.count)
      rows.endRow()
      rows.loss.add(.furtherEvidence, statement.furtherEvidenceCount)
      rows.loss.add(.qualifiers, content.qualifiers.count)
      if first?.subject != nil || first?.object != nil { rows.loss.add(.mentionPlaces) }
      try rows.out.checkpoint()
    }
  }

  private static func nodes(_ source: some StatementSource, to rows: inout CSVRows) throws {
    rows.header(["id", "label", "kind", "types", "aliases", "named", "value", "datatype", "unit"])
    try source.forEachEntity { entity in
      rows.cell(entity.id.value)
      rows.cell(entity.label)
      rows.cell("Entity")
      rows.cell(entity.types.joined(separator: "; "))
      rows.cell(entity.aliases.joined(separator: "; "))
      rows.cell(entity.isNamed ? "true" : "false")
      for _ in 0..<3 { rows.cell("") }
      rows.endRow()
      try rows.out.checkpoint()
    }
    try source.forEachStatement { statement in
      guard case .literal(let literal) = statement.content.object else { return }
      rows.cell(statement.valueNodeID)
      rows.cell(literal.shownText)
      rows.cell("Literal")
      for _ in 0..<3 { rows.cell("") }
      rows.cell(literal.value)
      rows.cell(literal.shortDatatype)
      rows.cell(literal.unit)
      rows.endRow()
      try rows.out.checkpoint()
    }
  }
}

/// Rows and cells of a CSV file.
struct CSVRows {
  var out: ByteWriter
  var loss = ExportLoss()
  private var isRowStart = true

  init(out: ByteWriter) { self.out = out }

  mutating func header(_ names: [String]) {
    for name in names { cell(name) }
    endRow()
  }

  mutating func cell(_ text: String?) {
    separate()
    guard var text, !text.isEmpty else { return }
    let (isFormula, needsQuotes) = text.withUTF8 { Self.inspect($0) }
    if needsQuotes { out.byte(UInt8(ascii: "\"")) }
    if isFormula {
      out.byte(UInt8(ascii: "'"))
      loss.add(.protectedCells)
    }
    out.escaped(text) {
      $0 == UInt8(ascii: "\"")
    } _: { out, _ in
      out.raw("\"\"")
    }
    if needsQuotes { out.byte(UInt8(ascii: "\"")) }
  }

  mutating func cell(_ number: Int?) {
    separate()
    if let number { out.integer(number) }
  }

  mutating func cell(share: Double) {
    separate()
    out.share(share)
  }

  mutating func endRow() {
    out.raw("\r\n")
    isRowStart = true
  }

  private mutating func separate() {
    if !isRowStart { out.byte(UInt8(ascii: ",")) }
    isRowStart = false
  }

  /// Whether a spreadsheet would run the cell, and whether it must stand in quotation marks.
  ///
  /// A sign before digits alone is a number and harmless.
  private static func inspect(_ bytes: UnsafeBufferPointer<UInt8>) -> (Bool, Bool) {
    var needsQuotes = bytes[0] == 0x20 || bytes[bytes.count - 1] == 0x20
    var isNumber = bytes.count > 1
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0a, 0x0d: needsQuotes = true
      default: break
      }
      if index > 0, !byte.isDigit, byte != UInt8(ascii: ".") { isNumber = false }
    }
    switch bytes[0] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0d, 0x0a: return (true, needsQuotes)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return (!isNumber, needsQuotes)
    // Full-width signs, which spreadsheets take for the plain ones.
    case 0xef where bytes.count > 2 && bytes[1] == 0xbc:
      return ([0x8b, 0x8d, 0x9d, 0xa0].contains(bytes[2]), needsQuotes)
    default: return (false, needsQuotes)
    }
  }
}
