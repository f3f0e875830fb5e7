import GraphModel

/// Triples: subjects with their predicates and objects.
extension QueryParser {
  /// Whether a triple may start at the token.
  var atTriples: Bool {
    switch token.kind {
    case .variable, .iri, .prefixedName, .blankNode, .openBracket, .openParenthesis, .integer,
      .decimal, .double, .string, .longString, .openReified, .openTripleTerm:
      true
    case .word: at("TRUE") || at("FALSE")
    default: false
    }
  }

  /// Takes one subject with all that is said of it.
  mutating func triplesSameSubject() throws(QuerySyntaxError) {
    let (subject, isComplete) = try graphNode(.term)
    if isComplete, !atVerb { return }
    try propertyList(of: subject)
  }

  /// Takes a node, and tells whether it says something by itself.
  private mutating func graphNode(
    _ expectation: QuerySyntaxError.Expectation
  ) throws(QuerySyntaxError) -> (node: TermPattern, isComplete: Bool) {
    switch token.kind {
    case .openReified: return (try reifiedTriple(), true)
    case .openTripleTerm: return (try tripleTerm(), false)
    case .openParenthesis:
      let start = token
      try advance()
      if try take(.closeParenthesis) { return (.term(.iri(Self.nilList)), false) }
      return (try collection(from: start), true)
    case .openBracket:
      let start = token
      try advance()
      let node = try blankNode(at: start)
      if try take(.closeBracket) { return (node, false) }
      try nested { (parser) throws(QuerySyntaxError) in try parser.propertyList(of: node) }
      try require(.closeBracket, .closeBracket)
      return (node, true)
    default:
      guard let term = try takeSimpleTerm() else { throw expected(expectation) }
      return (term, false)
    }
  }

  private mutating func collection(from start: Token) throws(QuerySyntaxError) -> TermPattern {
    try nested { (parser) throws(QuerySyntaxError) in
      let head = try parser.blankNode(at: start)
      var cell = head
      while true {
        let (item, _) = try parser.graphNode(.object)
        parser.add(cell, .term(.iri(Self.first)), item)
        if try parser.take(.closeParenthesis) { break }
        let next = try parser.blankNode(at: start)
        parser.add(cell, .term(.iri(Self.rest)), next)
        cell = next
      }
      parser.add(cell, .term(.iri(Self.rest)), .term(.iri(Self.nilList)))
      return head
    }
  }

  private var atVerb: Bool {
    switch token.kind {
    case .variable, .iri, .prefixedName: true
    case .word: atRDFType
    case .caret, .not, .openParenthesis: mode == .pattern
    default: false
    }
  }

  /// Takes predicates with their objects, at least one.
  private mutating func propertyList(of subject: TermPattern) throws(QuerySyntaxError) {
    try predicateObjects(of: subject)
    while try take(.semicolon) {
      if atVerb { try predicateObjects(of: subject) }
    }
  }

  private mutating func predicateObjects(of subject: TermPattern) throws(QuerySyntaxError) {
    guard mode == .pattern, !at(.variable) else {
      let predicate = try simpleVerb()
      return try objects(of: subject, predicate: predicate, path: nil)
    }
    let path = try path()
    if case .link(let iri) = path {
      try objects(of: subject, predicate: .term(.iri(iri)), path: nil)
    } else {
      try objects(of: subject, predicate: nil, path: path)
    }
  }

  private mutating func objects(
    of subject: TermPattern, predicate: TermPattern?, path: PropertyPath?
  ) throws(QuerySyntaxError) {
    repeat {
      let (object, _) = try graphNode(.object)
      if let predicate {
        add(subject, predicate, object)
        if at(.tilde) || at(.openAnnotation) {
          try annotations(on: TriplePattern(subject, predicate, object))
        }
      } else if let path {
        block.paths.append((subject, path, object))
        if at(.tilde) || at(.openAnnotation) { throw error(.misplacedPath) }
      }
    } while try take(.comma)
  }

  /// Takes `~ r` and `{| … |}` after a triple.
  private mutating func annotations(on triple: TriplePattern) throws(QuerySyntaxError) {
    var current: TermPattern?
    while true {
      if at(.tilde) {
        let reifier = try reifier()
        reify(triple, by: reifier)
        current = reifier
      } else if at(.openAnnotation) {
        let start = token
        try advance()
        let reifier: TermPattern
        if let current {
          reifier = current
        } else {
          reifier = try blankNode(at: start)
          reify(triple, by: reifier)
        }
        try nested { (parser) throws(QuerySyntaxError) in try parser.propertyList(of: reifier) }
        try require(.closeAnnotation, .closeAnnotation)
        current = nil
      } else {
        return
      }
    }
  }

  private mutating func add(
    _ subject: TermPattern, _ predicate: TermPattern, _ object: TermPattern
  ) {
    block.triples.append(TriplePattern(subject, predicate, object))
  }

  private static let first = IRI(RDF.namespace + "first")
  private static let rest = IRI(RDF.namespace + "rest")
  private static let nilList = IRI(RDF.namespace + "nil")
}
