public import GraphModel

/// Updates.
extension QueryParser {
  mutating func update() throws(QuerySyntaxError) -> Update {
    var operations: [UpdateOperation] = []
    while true {
      try prologue()
      if at(.end) { return Update(operations) }
      operations.append(try operation())
      guard try take(.semicolon) else {
        guard at(.end) else { throw expected(.end) }
        return Update(operations)
      }
    }
  }

  private mutating func operation() throws(QuerySyntaxError) -> UpdateOperation {
    variables = VariableTable()
    names = [[:]]
    labels.open.removeAll()
    labels.closed.removeAll()
    labels.anonymous = 0
    if try take("LOAD") {
      let silent = try take("SILENT")
      let source = try requireIRI()
      guard try take("INTO") else { return .load(source, into: nil, silent: silent) }
      try require("GRAPH", .graphKeyword)
      return .load(source, into: try requireIRI(), silent: silent)
    }
    if try take("CLEAR") {
      let silent = try take("SILENT")
      return .clear(try graphTarget(), silent: silent)
    }
    if try take("DROP") {
      let silent = try take("SILENT")
      return .drop(try graphTarget(), silent: silent)
    }
    if try take("CREATE") {
      let silent = try take("SILENT")
      try require("GRAPH", .graphKeyword)
      return .create(try requireIRI(), silent: silent)
    }
    if at("ADD") || at("MOVE") || at("COPY") { return try transfer() }
    return try change()
  }

  private mutating func transfer() throws(QuerySyntaxError) -> UpdateOperation {
    let verb = text(of: token).uppercased()
    try advance()
    let silent = try take("SILENT")
    let source = try graphOrDefault()
    try require("TO", .toKeyword)
    let target = try graphOrDefault()
    switch verb {
    case "ADD": return .add(from: source, to: target, silent: silent)
    case "MOVE": return .move(from: source, to: target, silent: silent)
    default: return .copy(from: source, to: target, silent: silent)
    }
  }

  private mutating func graphOrDefault() throws(QuerySyntaxError) -> IRI? {
    if try take("DEFAULT") { return nil }
    _ = try take("GRAPH")
    return try requireIRI(.graphOrDefault)
  }

  private mutating func graphTarget() throws(QuerySyntaxError) -> UpdateOperation.GraphTarget {
    if try take("DEFAULT") { return .defaultGraph }
    if try take("NAMED") { return .named }
    if try take("ALL") { return .all }
    try require("GRAPH", .graphTarget)
    return .graph(try requireIRI())
  }

  /// Takes `INSERT`, `DELETE` and `WITH` in all their forms.
  private mutating func change() throws(QuerySyntaxError) -> UpdateOperation {
    var with: IRI?
    if try take("WITH") {
      with = try requireIRI()
      guard at("DELETE") || at("INSERT") else { throw expected(.modifyTail) }
    }
    var deletions: [QuadTemplate] = []
    var insertions: [QuadTemplate] = []
    if try take("DELETE") {
      if with == nil, try take("DATA") { return .deleteData(try data(.deletedData)) }
      if with == nil, try take("WHERE") { return try deleteWhere() }
      deletions = try quads(.deletion, with: with)
      if try take("INSERT") { insertions = try quads(.template, with: with) }
    } else if try take("INSERT") {
      if with == nil, try take("DATA") { return .insertData(try data(.data)) }
      insertions = try quads(.template, with: with)
    } else {
      throw expected(.update)
    }
    var dataset = try dataset("USING")
    if dataset == DatasetClause(), let with { dataset.defaultGraphs = [with] }
    try require("WHERE", .modifyTail)
    let body = try group()
    return .modify(
      Modification(
        deletions: deletions, insertions: insertions, pattern: body.pattern, dataset: dataset,
        variables: variables, base: base))
  }

  private mutating func deleteWhere() throws(QuerySyntaxError) -> UpdateOperation {
    let templates = try quads(.deletion, with: nil)
    var body = GroupPattern()
    var place = 0
    while place < templates.count {
      let graph = templates[place].graph
      var end = place
      while end < templates.count, templates[end].graph == graph { end += 1 }
      let triples = Pattern.triples(templates[place..<end].map(\.triple))
      body.join(graph.map { .graph($0, triples) } ?? triples, height: 2)
      place = end
    }
    return .modify(
      Modification(
        deletions: templates, insertions: [], pattern: body.pattern, dataset: DatasetClause(),
        variables: variables, base: base))
  }

  /// Takes the quads of `INSERT DATA` or `DELETE DATA`.
  private mutating func data(_ mode: TripleMode) throws(QuerySyntaxError) -> [Quad] {
    let place = token
    let templates = try quads(mode, with: nil)
    labels.earlierData.formUnion(labels.template)
    labels.template.removeAll()
    var quads: [Quad] = []
    quads.reserveCapacity(templates.count)
    for template in templates {
      guard let triple = Triple(fixed: template.triple, blanks: true) else {
        throw error(.expected(.term, found: .text("literal"), similar: []), at: place)
      }
      var graph: Subject?
      if case .iri(let iri) = template.graph { graph = .iri(iri) }
      quads.append(Quad(triple, graph: graph))
    }
    return quads
  }

  /// Takes `{ … }` with triples and `GRAPH` blocks.
  private mutating func quads(
    _ mode: TripleMode, with graph: IRI?
  ) throws(QuerySyntaxError) -> [QuadTemplate] {
    try require(.openBrace, .openBrace)
    self.mode = mode
    var quads: [QuadTemplate] = []
    let standard = graph.map(NamePattern.iri)
    try triples()
    moveTriples(to: standard, &quads)
    while try take("GRAPH") {
      let name = try namePattern()
      try require(.openBrace, .openBrace)
      try triples()
      moveTriples(to: name, &quads)
      try require(.closeBrace, .dotOrClose)
      _ = try take(.dot)
      try triples()
      moveTriples(to: standard, &quads)
    }
    self.mode = .pattern
    if mode == .template { labels.template.removeAll() }
    try require(.closeBrace, .dotOrClose)
    return quads
  }

  private mutating func moveTriples(to graph: NamePattern?, _ quads: inout [QuadTemplate]) {
    quads += block.triples.map { QuadTemplate($0, graph: graph) }
    block = TripleBlock()
  }
}

extension Update {
  /// Reads an update.
  ///
  /// - Parameters:
  ///   - text: SPARQL 1.1 or 1.2 Update in UTF-8.
  ///   - base: What relative IRIs are resolved against until the update says `BASE`.
  ///   - prefixes: Prefixes that need no declaration.
  /// - Throws: ``QuerySyntaxError`` at the first place that breaks the rules.
  public init(
    _ text: [UInt8], base: IRI? = nil, prefixes: [Prefix] = []
  ) throws(QuerySyntaxError) {
    var parser = try QueryParser(text, base: base, prefixes: prefixes)
    self = try parser.update()
  }

  /// Reads an update.
  public init(
    _ text: String, base: IRI? = nil, prefixes: [Prefix] = []
  ) throws(QuerySyntaxError) {
    try self.init(Array(text.utf8), base: base, prefixes: prefixes)
  }
}
