import GraphModel

/// Property paths (grammar rules `Path` to `PathOneInPropertySet`).
extension QueryParser {
  mutating func path() throws(QuerySyntaxError) -> PropertyPath {
    var parts = [try pathSequence()]
    while try take(.pipe) { parts.append(try pathSequence()) }
    return parts.count == 1 ? parts[0] : .alternative(parts)
  }

  private mutating func pathSequence() throws(QuerySyntaxError) -> PropertyPath {
    var parts = [try pathElement()]
    while try take(.slash) { parts.append(try pathElement()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func pathElement() throws(QuerySyntaxError) -> PropertyPath {
    let isInverse = try take(.caret)
    var path = try pathPrimary()
    switch token.kind {
    case .question: path = .zeroOrOne(path)
    case .star: path = .zeroOrMore(path)
    case .plus: path = .oneOrMore(path)
    default: return isInverse ? .inverse(path) : path
    }
    try advance()
    return isInverse ? .inverse(path) : path
  }

  private mutating func pathPrimary() throws(QuerySyntaxError) -> PropertyPath {
    if atRDFType { return .link(try takeRDFType()) }
    switch token.kind {
    case .not:
      try advance()
      return try negatedSet()
    case .openParenthesis:
      return try nested { (parser) throws(QuerySyntaxError) in
        try parser.advance()
        let path = try parser.path()
        try parser.require(.closeParenthesis, .closeParenthesis)
        return path
      }
    default: return .link(try requireIRI(.path))
    }
  }

  private mutating func negatedSet() throws(QuerySyntaxError) -> PropertyPath {
    var forward: [IRI] = []
    var backward: [IRI] = []
    func member(_ parser: inout QueryParser) throws(QuerySyntaxError) {
      let isInverse = try parser.take(.caret)
      let iri = parser.atRDFType ? try parser.takeRDFType() : try parser.requireIRI(.path)
      if isInverse { backward.append(iri) } else { forward.append(iri) }
    }
    if try take(.openParenthesis) {
      if try take(.closeParenthesis) { return .negated(forward: [], backward: nil) }
      try member(&self)
      while try take(.pipe) { try member(&self) }
      try require(.closeParenthesis, .closeParenthesis)
    } else {
      try member(&self)
    }
    let walksForward = !forward.isEmpty || backward.isEmpty
    return .negated(
      forward: walksForward ? forward : nil, backward: backward.isEmpty ? nil : backward)
  }
}
