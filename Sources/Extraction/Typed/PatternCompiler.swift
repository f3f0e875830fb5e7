import Schema

/// Turns the patterns of a vocabulary into numbered ones.
struct PatternCompiler {
  private(set) var lexicon: PatternLexicon
  private let schema: Schema

  init(schema: Schema) {
    self.schema = schema
    lexicon = PatternLexicon(schema: schema)
  }

  /// The pattern of a relation, ready to be matched.
  mutating func compile(_ pattern: Relation.Pattern, of relation: Relation) throws(PatternError)
    -> CompiledPattern
  {
    do {
      let syntax = try PatternParser.parse(pattern.text)
      try checkCaptures(syntax, relation: relation)
      return CompiledPattern(
        relation: relation.name, rule: pattern.rule, root: try node(syntax, relation: relation))
    } catch {
      throw locate(error, in: pattern, of: relation)
    }
  }

  /// The place of a problem in the vocabulary's file, or in the pattern if that is unknown.
  private func locate(_ found: PatternProblem, in pattern: Relation.Pattern, of relation: Relation)
    -> PatternError
  {
    let before = String(decoding: pattern.text.utf8.prefix(found.offset), as: UTF8.self)
    let column = before.unicodeScalars.count
    let start = pattern.position ?? SourcePosition(line: 1, column: 1)
    return PatternError(
      problem: found.problem, relation: relation.name, rule: pattern.rule, file: schema.file,
      position: SourcePosition(line: start.line, column: start.column + column))
  }

  // MARK: Checks

  private func checkCaptures(_ syntax: PatternNode, relation: Relation) throws(PatternProblem) {
    var captures: [PatternNode.Located] = []
    func collect(_ node: PatternNode) {
      if let capture = node.capture { captures.append(capture) }
      for clause in node.clauses { collect(clause.filler) }
    }
    collect(syntax)
    if let pair = captures.first(where: { $0.text == "S&O" }) {
      guard relation.isSymmetric else {
        throw PatternProblem(
          problem: .pairInDirectedRelation(relation.name), offset: pair.offset)
      }
      let others = captures.filter { ["S", "O", "S&O"].contains($0.text) }
      if others.count > 1 {
        throw PatternProblem(
          problem: .captured(others[1].text, times: 2), offset: others[1].offset)
      }
      return
    }
    for name in ["S", "O"] {
      let places = captures.filter { $0.text == name }
      if places.count != 1 {
        throw PatternProblem(
          problem: .captured(name, times: places.count), offset: places.last?.offset ?? 0)
      }
    }
  }

  // MARK: Numbers

  private mutating func node(_ syntax: PatternNode, relation: Relation) throws(PatternProblem)
    -> CompiledPattern.Node
  {
    let capture = syntax.capture.map { Self.capture($0.text) }
    var clauses: [CompiledPattern.Clause] = []
    for clause in syntax.clauses {
      clauses.append(
        CompiledPattern.Clause(
          roles: try clause.roles.map { role throws(PatternProblem) in try self.role(role) },
          mode: clause.mode, filler: try node(clause.filler, relation: relation)))
    }
    return CompiledPattern.Node(
      capture: capture, isTitle: syntax.isTitle,
      test: try test(syntax.test, capture: capture, relation: relation),
      clauses: clauses)
  }

  private static func capture(_ name: String) -> CompiledPattern.Capture {
    switch name {
    case "S": .subject
    case "O": .object
    case "S&O": .pair
    default: .detail(name)
    }
  }

  private mutating func test(
    _ syntax: PatternNode.Test, capture: CompiledPattern.Capture?, relation: Relation
  ) throws(PatternProblem) -> CompiledPattern.Test {
    switch syntax {
    case .any: return .any
    case .words(let kind, let words):
      return .words(kind, words.flatMap { lexicon.sequences(of: $0.text) })
    case .classes(let names, let orUnknown):
      return .classes(try classes(names), orUnknown: orUnknown)
    case .implied:
      let implied: [String]
      switch capture {
      case .subject, .pair: implied = relation.domain
      case .object: implied = relation.range
      case .detail, nil: implied = []
      }
      guard !implied.isEmpty else { return .any }
      var all: PatternLexicon.ClassSet = 0
      for name in implied { all |= lexicon.classBits[name] ?? 0 }
      return .classes(all, orUnknown: false)
    }
  }

  private func classes(_ names: [PatternNode.Located]) throws(PatternProblem)
    -> PatternLexicon.ClassSet
  {
    var all: PatternLexicon.ClassSet = 0
    for name in names {
      guard let bit = lexicon.classBits[name.text] else {
        let suggestion = Schema.suggestion(
          for: name.text, among: schema.classes.map(\.name))
        throw PatternProblem(
          problem: .unknownClass(name.text, suggestion: suggestion), offset: name.offset)
      }
      all |= bit
    }
    return all
  }

  private mutating func role(_ name: PatternNode.Located) throws(PatternProblem) -> PatternRole {
    if let role = PatternRole.named[name.text] { return role }
    if PatternRole.prepositions.contains(name.text) {
      return .preposition(lexicon.number(of: name.text))
    }
    let known = (Array(PatternRole.named.keys) + Array(PatternRole.prepositions)).sorted()
    throw PatternProblem(
      problem: .unknownRole(
        name.text, suggestion: Schema.suggestion(for: name.text, among: known)),
      offset: name.offset)
  }
}
