import GraphModel

/// A list of known names as lines of cells parted by tabs.
struct TabTable {
  private let file: String
  private let rows: [(line: Int, cells: [String])]
  private let columns: [Column]

  /// What a column holds.
  private enum Column: Hashable {
    case identifier
    case type
    case names
    case countries
    case other

    init(_ word: String) {
      self =
        switch word {
        case "id", "iri", "identifier": .identifier
        case "type", "class": .type
        case "name", "names", "label", "alias", "aliases", "alt": .names
        case "country", "countries", "nationality": .countries
        default: .other
        }
    }
  }

  /// Reads the lines and, if there is one, the header.
  init(_ text: String, file: String) throws(GazetteerProblem) {
    self.file = file
    var rows: [(line: Int, cells: [String])] = []
    for (number, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      rows.append((number + 1, cells.map(Self.trimmed)))
    }
    let header = rows.first?.cells.map { $0.lowercased() } ?? []
    guard header.contains("id") || header.contains("iri") else {
      self.rows = rows
      columns = [.identifier, .type]
      return
    }
    self.rows = Array(rows.dropFirst())
    columns = header.map(Column.init)
    guard columns.contains(.names) else {
      throw .noColumn(file: file, "name", columns: header)
    }
  }

  /// The things that the lines tell of.
  func things(base: String) throws(GazetteerProblem) -> [KnownThing] {
    var things: [KnownThing] = []
    for (line, cells) in rows {
      var (identifier, type) = ("", "")
      var names: [String] = []
      var countries: [String] = []
      for (place, cell) in cells.enumerated() {
        switch place < columns.count ? columns[place] : .names {
        case .identifier: identifier = cell
        case .type: type = cell
        case .names: names += Self.parts(cell)
        case .countries: countries += Self.parts(cell)
        case .other: break
        }
      }
      guard let id = GazetteerReader.iri(identifier, base: base) else {
        throw .badIdentifier(file: file, line: line, identifier)
      }
      guard
        let thing = KnownThing(
          id: id, type: GazetteerReader.type(type), names: names, countries: countries)
      else { throw .noName(file: file, line: line) }
      things.append(thing)
    }
    return things
  }

  private static func parts(_ cell: String) -> [String] {
    cell.split(separator: "|").map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ cell: Substring) -> String {
    var cell = cell
    while let first = cell.first, first.isWhitespace { cell.removeFirst() }
    while let last = cell.last, last.isWhitespace { cell.removeLast() }
    return String(cell)
  }
}
