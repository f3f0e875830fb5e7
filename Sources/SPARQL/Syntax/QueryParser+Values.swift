import GraphModel

/// Inline data.
extension QueryParser {
  /// Takes the variables and rows after `VALUES`.
  mutating func dataBlock() throws(QuerySyntaxError) -> ([Variable], [[Term?]]) {
    var columns: [Variable] = []
    var rows: [[Term?]] = []
    if at(.variable) {
      columns.append(try requireVariable())
      try require(.openBrace, .openBrace)
      while try !take(.closeBrace) { rows.append([try dataValue()]) }
      return (columns, rows)
    }
    try require(.openParenthesis, .variable)
    while at(.variable) {
      let place = token
      let variable = try requireVariable()
      guard !columns.contains(variable) else {
        throw error(.duplicateVariable(name(variable)), at: place)
      }
      columns.append(variable)
    }
    try require(.closeParenthesis, .variable)
    try require(.openBrace, .openBrace)
    while try !take(.closeBrace) {
      let start = token
      try require(.openParenthesis, .openParenthesis)
      var row: [Term?] = []
      row.reserveCapacity(columns.count)
      while try !take(.closeParenthesis) { row.append(try dataValue()) }
      guard row.count == columns.count else {
        throw error(.valueCount(expected: columns.count, found: row.count), at: start)
      }
      rows.append(row)
    }
    return (columns, rows)
  }

  private mutating func dataValue() throws(QuerySyntaxError) -> Term? {
    if try take("UNDEF") { return nil }
    guard let term = try dataTerm() else { throw expected(.value) }
    return term
  }

  private mutating func dataTerm() throws(QuerySyntaxError) -> Term? {
    if at(.openTripleTerm) { return .triple(try dataTriple()) }
    if let iri = try takeIRI() { return .iri(iri) }
    return try takeLiteral()
  }

  private mutating func dataTriple() throws(QuerySyntaxError) -> Triple {
    try nested { (parser) throws(QuerySyntaxError) in
      try parser.advance()
      let subject = try parser.requireIRI()
      let predicate =
        parser.atRDFType ? try parser.takeRDFType() : try parser.requireIRI(.verb)
      guard let object = try parser.dataTerm() else { throw parser.expected(.object) }
      try parser.require(.closeTripleTerm, .closeTripleTerm)
      return Triple(.iri(subject), predicate, object)
    }
  }
}
