import GraphModel

/// Terms of triples: variables, IRIs, literals, blank nodes, triple terms and reified triples.
extension QueryParser {
  /// Takes a variable, IRI, literal or blank node with a label or `[]`.
  mutating func takeSimpleTerm() throws(QuerySyntaxError) -> TermPattern? {
    switch token.kind {
    case .variable:
      guard mode.allowsVariables else { throw misplacedVariable() }
      return .variable(try requireVariable())
    case .blankNode: return try labelledBlankNode()
    case .openBracket:
      let bracket = token
      try advance()
      try require(.closeBracket, .closeBracket)
      return try blankNode(at: bracket)
    default:
      if let iri = try takeIRI() { return .term(.iri(iri)) }
      if let literal = try takeLiteral() { return .term(literal) }
      return nil
    }
  }

  mutating func labelledBlankNode() throws(QuerySyntaxError) -> TermPattern {
    let label = lexer.text((token.start + 2)..<token.end)
    guard mode.allowsBlankNodes else { throw error(.misplacedBlankNode) }
    guard mode == .pattern else {
      if mode == .data, labels.earlierData.contains(label) {
        throw error(.blankNodeReused(label))
      }
      labels.template.insert(label)
      try advance()
      return .term(.blank(label))
    }
    if let known = labels.open[label] {
      try advance()
      return .variable(known)
    }
    guard !labels.closed.contains(label) else { throw error(.blankNodeReused(label)) }
    try advance()
    let variable = variables.add()
    labels.open[label] = variable
    return .variable(variable)
  }

  /// A blank node without a label.
  mutating func blankNode(at place: Token) throws(QuerySyntaxError) -> TermPattern {
    guard mode.allowsBlankNodes else { throw error(.misplacedBlankNode, at: place) }
    guard mode != .pattern else { return .variable(variables.add()) }
    // No label of a text starts with a dot.
    labels.anonymous += 1
    return .term(.blank(".\(labels.anonymous)"))
  }

  /// Takes a predicate that is no path: a variable, an IRI or `a`.
  mutating func simpleVerb() throws(QuerySyntaxError) -> TermPattern {
    if atRDFType { return .term(.iri(try takeRDFType())) }
    if at(.variable) {
      guard mode.allowsVariables else { throw misplacedVariable() }
      return .variable(try requireVariable())
    }
    return .term(.iri(try requireIRI(.verb)))
  }

  /// Whether the token is `a`, the only keyword whose case counts.
  var atRDFType: Bool {
    token.kind == .word && token.end == token.start + 1
      && lexer.bytes[token.start] == UInt8(ascii: "a")
  }

  mutating func takeRDFType() throws(QuerySyntaxError) -> IRI {
    try advance()
    return RDF.type
  }

  /// Takes `<<( s p o )>>`.
  mutating func tripleTerm() throws(QuerySyntaxError) -> TermPattern {
    try nested { (parser) throws(QuerySyntaxError) in
      try parser.advance()
      let subject = try parser.tripleTermPart(.term)
      let predicate = try parser.simpleVerb()
      let object = try parser.tripleTermPart(.object)
      try parser.require(.closeTripleTerm, .closeTripleTerm)
      return TermPattern(TriplePattern(subject, predicate, object))
    }
  }

  /// Takes `<< s p o ~ r >>`, adds the triple that says what `r` reifies, and gives `r`.
  mutating func reifiedTriple() throws(QuerySyntaxError) -> TermPattern {
    try nested { (parser) throws(QuerySyntaxError) in
      let start = parser.token
      try parser.advance()
      let subject = try parser.reifiedPart(.term)
      let predicate = try parser.simpleVerb()
      let object = try parser.reifiedPart(.object)
      let triple = TriplePattern(subject, predicate, object)
      let reifier: TermPattern
      if parser.at(.tilde) {
        reifier = try parser.reifier()
      } else {
        reifier = try parser.blankNode(at: start)
      }
      try parser.require(.closeReified, .closeReified)
      parser.reify(triple, by: reifier)
      return reifier
    }
  }

  private mutating func reifiedPart(
    _ expectation: QuerySyntaxError.Expectation
  ) throws(QuerySyntaxError) -> TermPattern {
    if at(.openReified) { return try reifiedTriple() }
    return try tripleTermPart(expectation)
  }

  /// Takes a term of a triple term; one as a subject is allowed and matches nothing.
  private mutating func tripleTermPart(
    _ expectation: QuerySyntaxError.Expectation
  ) throws(QuerySyntaxError) -> TermPattern {
    if at(.openTripleTerm) { return try tripleTerm() }
    guard let term = try takeSimpleTerm() else { throw expected(expectation) }
    return term
  }

  /// Takes `~ r`, or `~` alone for a new blank node.
  mutating func reifier() throws(QuerySyntaxError) -> TermPattern {
    let tilde = token
    try advance()
    switch token.kind {
    case .variable, .blankNode, .openBracket, .iri, .prefixedName:
      guard let term = try takeSimpleTerm() else { throw expected(.term) }
      return term
    default: return try blankNode(at: tilde)
    }
  }

  /// Adds the triple that says what a reifier reifies.
  mutating func reify(_ triple: TriplePattern, by reifier: TermPattern) {
    block.triples.append(
      TriplePattern(reifier, .term(.iri(Self.reifies)), TermPattern(triple)))
  }

  private static let reifies = IRI(RDF.namespace + "reifies")
}

extension TermPattern {
  /// A triple term: a plain term if all of it is fixed.
  init(_ triple: TriplePattern) {
    if let fixed = Triple(fixed: triple, blanks: false) {
      self = .term(.triple(fixed))
    } else {
      self = .triple(triple)
    }
  }
}

extension Triple {
  /// The triple of a pattern without variables, or `nil` if there are some or it is no RDF triple.
  ///
  /// With `blanks` false, blank nodes count as variables: they are made anew for each solution.
  init?(fixed pattern: TriplePattern, blanks: Bool) {
    guard case .term(let subjectTerm) = pattern.subject,
      case .term(.iri(let predicate)) = pattern.predicate,
      let object = Term(fixed: pattern.object, blanks: blanks)
    else { return nil }
    switch subjectTerm {
    case .iri(let iri): self.init(.iri(iri), predicate, object)
    case .blank(let label) where blanks: self.init(.blank(label), predicate, object)
    default: return nil
    }
  }
}

extension Term {
  fileprivate init?(fixed pattern: TermPattern, blanks: Bool) {
    switch pattern {
    case .variable: return nil
    case .term(.blank) where !blanks: return nil
    case .term(let term): self = term
    case .triple(let inner):
      guard let triple = Triple(fixed: inner, blanks: blanks) else { return nil }
      self = .triple(triple)
    }
  }
}
