import GraphModel
import SPARQL

/// Reads tables of tab- or comma-separated values.
enum ResultText {
  /// Terms in SPARQL's form, a column a variable.
  static func tabSeparated(_ text: String) throws -> SolutionTable {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    let cells = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let variables = (cells.first ?? []).map { String($0.dropFirst()) }
    let rows = try cells.dropFirst().map { row in
      try row.map { $0.isEmpty ? nil : try term(String($0)) }
    }
    return SolutionTable(variables: variables, rows: Array(rows))
  }

  /// Reads a term as a query would.
  private static func term(_ text: String) throws -> Term {
    if text.hasPrefix("_:") { return .blank(String(text.dropFirst(2))) }
    let query = try Query("ASK { VALUES ?x { \(text) } }")
    guard case .values(_, let rows) = query.pattern, let term = rows.first?.first ?? nil else {
      throw ResultJSON.Malformed()
    }
    return term
  }

  /// Texts, a column a variable.
  static func commaSeparated(_ text: String) -> (names: [String], rows: [[String]]) {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted {
        if scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
          cell.unicodeScalars.append(scalar)
          index += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.unicodeScalars.append(scalar)
        }
      } else {
        switch scalar {
        case "\"": isQuoted = true
        case ",":
          row.append(cell)
          cell = ""
        case "\r": break
        case "\n":
          rows.append(row + [cell])
          (row, cell) = ([], "")
        default: cell.unicodeScalars.append(scalar)
        }
      }
      index += 1
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [cell]) }
    return (rows.first ?? [], Array(rows.dropFirst()))
  }
}
