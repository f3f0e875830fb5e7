/// Text attributes for a terminal (ECMA-48, select graphic rendition).
enum Style: String {
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case blue = "34"
  case cyan = "36"
  case marked = "1;33"

  /// The text in this style, or as it is where there is no colour.
  func callAsFunction(_ text: String, _ console: Console) -> String {
    console.color ? "\u{1b}[\(rawValue)m\(text)\u{1b}[0m" : text
  }
}

/// Names and words from documents, made safe for a terminal.
enum Printable {
  /// The text on one line, with control characters (escape sequences too) as spaces.
  static func line(_ text: String) -> String {
    var result = ""
    var space = false
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
      if isControl || scalar == " " {
        space = !result.isEmpty
      } else {
        if space { result += " " }
        space = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text on one line, cut to a number of characters with an ellipsis.
  static func line(_ text: String, limit: Int) -> String {
    let whole = line(text)
    guard whole.count > limit, limit > 1 else { return whole }
    return String(whole.prefix(limit - 1)) + "…"
  }
}

/// Rows of text: aligned columns on a terminal, tabs between them elsewhere.
struct Table {
  private var rows: [[String]] = []

  /// Adds a row.
  mutating func add(_ cells: String...) { rows.append(cells.map { Printable.line($0) }) }

  /// Writes the rows.
  func write(to console: Console) {
    guard console.isTerminal else {
      for row in rows { console.line(row.joined(separator: "\t")) }
      return
    }
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: min(widths[column], 48) - min(cell.count, 48) + 2)
        }
      }
      console.line(line)
    }
  }
}
