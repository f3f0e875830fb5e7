public import GraphModel

/// Writes comma-separated values (RFC 4180) or tab-separated ones: a table of edges, or of nodes.
///
/// The columns `source`, `target`, `type`, `label`, `weight` and `id` are those that Gephi looks
/// for. A cell that a spreadsheet would run as a formula gets an apostrophe before it. The text is
/// UTF-8 without a byte order mark. Lines of a CSV file end in CR LF; a TSV file has no quotation
/// marks, so tabs and line ends in cells become spaces.
public struct CSVWriter: StatementWriter {
  /// Which table to write.
  public enum Table: String, Hashable, Sendable, CaseIterable {
    /// One row a statement.
    case statements
    /// One row an entity, and one a literal object.
    case nodes
  }

  /// What stands between cells.
  public enum Separator: String, Hashable, Sendable, CaseIterable {
    case comma
    case tab
  }

  private let table: Table
  private let separator: Separator

  /// Creates a writer of a table.
  public init(_ table: Table = .statements, separator: Separator = .comma) {
    self.table = table
    self.separator = separator
  }

  /// Attributes that other columns hold already.
  private static let edgeColumns = Columns(
    EdgeRecord.attributes, without: ["label", "interaction", "edge_id", "weight"])
  private static let nodeColumns = Columns(
    NodeRecord.attributes, without: ["label", "name", "entity_id"])

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let records = GraphRecords(source, options)
    var rows = CSVRows(out: ByteWriter(to: sink), separator: separator)
    switch table {
    case .statements: try Self.edges(records, to: &rows)
    case .nodes: try Self.nodes(records, to: &rows)
    }
    try rows.out.flush()
    return rows.loss
  }

  private static func edges(
    _ records: GraphRecords<some StatementSource>, to rows: inout CSVRows
  ) throws {
    rows.header(
      ["id", "source", "target", "type", "label", "weight", "source_label", "target_label"]
        + edgeColumns.names + ["value", "datatype", "unit", "cue"])
    try records.forEachEdge { edge in
      let content = edge.statement.content
      let target: (label: String, literal: Literal?)
      switch content.object {
      case .entity(let id): target = (try records.source.shownEntity(id).label, nil)
      case .literal(let literal): target = (literal.shownText, literal)
      }
      rows.cell(edge.id)
      rows.cell(edge.source)
      rows.cell(edge.target)
      rows.cell("Directed")
      rows.cell(edge.label)
      rows.cell(edge.statement.evidence.count)
      rows.cell(try records.source.shownEntity(content.subject).label)
      rows.cell(target.label)
      rows.cells(edgeColumns, edge.values)
      rows.cell(target.literal?.value)
      rows.cell(target.literal?.shortDatatype)
      rows.cell(target.literal?.unit)
      rows.cell(target.literal?.cue)
      rows.endRow()
      try rows.out.checkpoint()
    }
  }

  private static func nodes(
    _ records: GraphRecords<some StatementSource>, to rows: inout CSVRows
  ) throws {
    let hasPlaces = records.picture != nil
    rows.header(["id", "label"] + nodeColumns.names + (hasPlaces ? ["x", "y"] : []))
    try records.forEachNode { node in
      rows.cell(node.id)
      rows.cell(node.label)
      rows.cells(nodeColumns, node.values)
      if hasPlaces {
        rows.cell(decimal: node.place?.x)
        rows.cell(decimal: node.place?.y)
      }
      rows.endRow()
      try rows.out.checkpoint()
    }
  }
}

/// Some of the attributes, as columns.
struct Columns: Sendable {
  /// Their names.
  let names: [String]
  /// Their places among all attributes.
  let indices: [Int]

  init(_ attributes: [GraphAttribute], without left: Set<String>) {
    indices = attributes.indices.filter { !left.contains(attributes[$0].name) }
    names = indices.map { attributes[$0].name }
  }
}

/// Rows and cells of a CSV or TSV file.
struct CSVRows {
  var out: ByteWriter
  var loss = ExportLoss()
  private let separator: UInt8
  private let isTabbed: Bool
  /// Whether a program reads the file, that takes a cell as it stands.
  private let isForProgram: Bool
  private var isRowStart = true

  init(out: ByteWriter, separator: CSVWriter.Separator = .comma, isForProgram: Bool = false) {
    self.out = out
    self.separator = separator == .comma ? UInt8(ascii: ",") : 0x09
    self.isForProgram = isForProgram
    isTabbed = separator == .tab
  }

  /// Writes the values that have a column.
  mutating func cells(_ columns: Columns, _ values: [AttributeValue?]) {
    for index in columns.indices { cell(values[index]) }
  }

  /// Writes a value; nothing between its separators if there is none.
  mutating func cell(_ value: AttributeValue?) {
    switch value {
    case nil: separate()
    case .text(let text): cell(text)
    case .integer(let number): cell(number)
    case .share(let share): cell(share: share)
    case .truth(let truth): cell(truth ? "true" : "false")
    case .list(let texts): cell(texts.joined(separator: "; "))
    }
  }

  mutating func cell(decimal number: Float?) {
    separate()
    if let number { out.decimal(number) }
  }

  mutating func header(_ names: [String]) {
    for name in names { cell(name) }
    endRow()
  }

  mutating func cell(_ text: String?) {
    separate()
    guard var text, !text.isEmpty else { return }
    let (isFormula, needsQuotes) = text.withUTF8 { Self.inspect($0) }
    guard !isTabbed else { return tabbed(text, isFormula: isFormula) }
    if needsQuotes { out.byte(UInt8(ascii: "\"")) }
    if isFormula, !isForProgram {
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

  /// Writes the cell of a TSV file.
  private mutating func tabbed(_ text: String, isFormula: Bool) {
    if isFormula {
      out.byte(UInt8(ascii: "'"))
      loss.add(.protectedCells)
    }
    var replaced = 0
    out.escaped(text) {
      $0 == 0x09 || $0 == 0x0a || $0 == 0x0d
    } _: { out, _ in
      out.byte(0x20)
      replaced += 1
    }
    loss.add(.replacedCharacters, replaced)
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
    out.raw(isTabbed ? "\n" : "\r\n")
    isRowStart = true
  }

  private mutating func separate() {
    if !isRowStart { out.byte(separator) }
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
