import GraphModel
import SPARQL

/// Solutions in columns for a person to read: names with their prefixes, texts without quotes.
struct SolutionTable {
  private let prefixes: [Prefix]
  private let variables: [String]
  private var rows: [[String]] = []

  init(_ prefixes: [Prefix], _ variables: [String]) {
    // The longest namespace that fits is the best name.
    self.prefixes = prefixes.sorted {
      ($1.iri.value.utf8.count, $0.label) < ($0.iri.value.utf8.count, $1.label)
    }
    self.variables = variables
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Takes solutions, at most so many, and tells whether those were all.
  mutating func fill(from solutions: Solutions, limit: Int) throws -> Bool {
    while let batch = try solutions.next() {
      for row in 0..<batch.count {
        guard rows.count < limit else { return false }
        rows.append(
          try batch.columns.map { column in try solutions.term(of: column[row]).map(text) ?? "" })
      }
    }
    return true
  }

  func write(to console: Console) {
    var widths = variables.map { $0.count + 1 }
    for row in rows {
      for (place, cell) in row.enumerated() { widths[place] = max(widths[place], cell.count) }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (place, cell) in cells.enumerated() {
        text += cell
        guard place < cells.count - 1 else { break }
        text += String(repeating: " ", count: widths[place] - cell.count + 2)
      }
      return text
    }
    if !variables.isEmpty {
      console.line(Style.dim(line(variables.map { "?" + $0 }), console))
    }
    for row in rows { console.line(line(row)) }
  }

  private func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri):
      for prefix in prefixes where iri.value.hasPrefix(prefix.iri.value) {
        let local = iri.value.dropFirst(prefix.iri.value.count)
        return Printable.line("\(prefix.label):\(local)", limit: 80)
      }
      return Printable.line("<\(iri.value)>", limit: 120)
    case .blank(let label): return Printable.line("_:" + label)
    case .literal(let value, _), .directional(let value, _, _):
      return Printable.line(value, limit: 120)
    case .text(let value, let language):
      return Printable.line(value, limit: 120) + (language.hasPrefix("en") ? "" : "@" + language)
    case .triple(let triple):
      let parts = [Term(triple.subject), .iri(triple.predicate), triple.object].map(text)
      return "<<( " + parts.joined(separator: " ") + " )>>"
    }
  }
}
