import GraphModel

/// Group graph patterns.
extension QueryParser {
  /// Takes `{ … }`.
  mutating func group() throws(QuerySyntaxError) -> GroupPattern {
    try require(.openBrace, .openBrace)
    let outer = (block, labels.open, mode)
    labels.closed.formUnion(labels.open.keys)
    (block, labels.open, mode) = (TripleBlock(), [:], .pattern)
    let result = try nested { (parser) throws(QuerySyntaxError) in
      if parser.at("SELECT") { return try parser.subquery() }
      return try parser.groupBody()
    }
    labels.close()
    (block, labels.open, mode) = outer
    try require(.closeBrace, .closeBrace)
    try raise(over: result.fullHeight)
    return result
  }

  private mutating func groupBody() throws(QuerySyntaxError) -> GroupPattern {
    var group = GroupPattern()
    var mayStartTriples = true
    while true {
      if atTriples {
        guard mayStartTriples else { throw expected(.dotOrClose) }
        try triplesSameSubject()
        try endTriples(&group)
        mayStartTriples = try take(.dot)
        continue
      }
      if at(.closeBrace) { return group }
      try element(&group)
      _ = try take(.dot)
      mayStartTriples = true
    }
  }

  /// Moves the triples just read into the group.
  private mutating func endTriples(_ group: inout GroupPattern) throws(QuerySyntaxError) {
    for triple in block.triples { collect(triple, &group.scope) }
    for path in block.paths {
      collect(path.subject, &group.scope)
      collect(path.object, &group.scope)
    }
    guard !block.paths.isEmpty else {
      group.join(block.triples, paths: [], height: 1)
      block.triples.removeAll()
      return
    }
    var translation = PathTranslation(variables: variables)
    var others: [Pattern] = []
    for path in block.paths {
      translation.add(path.subject, path.path, path.object, &block.triples, &others)
    }
    variables = translation.variables
    try raise(over: translation.height)
    group.join(block.triples, paths: others, height: height)
    block = TripleBlock()
  }

  private mutating func element(_ group: inout GroupPattern) throws(QuerySyntaxError) {
    if at(.openBrace) {
      endBlock(&group)
      return try groupOrUnion(&group)
    }
    guard at(.word) else { throw expected(.pattern) }
    if try take("FILTER") {
      let condition = try constraint()
      try raise(over: height)
      group.filter(condition, height: height)
      return
    }
    endBlock(&group)
    if try take("OPTIONAL") {
      try optional(&group)
    } else if try take("MINUS") {
      let right = try self.group()
      group.wrap(height: height) { .minus($0, right.pattern) }
    } else if try take("GRAPH") {
      try graph(&group)
    } else if try take("SERVICE") {
      try service(&group)
    } else if try take("BIND") {
      try bind(&group)
    } else if try take("VALUES") {
      let (columns, rows) = try dataBlock()
      group.join(.values(columns, rows), height: 1)
      group.scope.formUnion(columns)
    } else {
      throw expected(.pattern)
    }
    try raise(over: group.height)
  }

  private mutating func endBlock(_ group: inout GroupPattern) {
    labels.close()
    group.endBlock()
  }

  private mutating func groupOrUnion(_ group: inout GroupPattern) throws(QuerySyntaxError) {
    let first = try self.group()
    group.scope.formUnion(first.scope)
    guard at("UNION") else {
      group.join(first.pattern, height: height)
      return try raise(over: group.height)
    }
    var branches = [first.pattern]
    var highest = height
    while try take("UNION") {
      let branch = try self.group()
      group.scope.formUnion(branch.scope)
      branches.append(branch.pattern)
      highest = max(highest, height)
    }
    group.join(.union(branches), height: highest + 1)
    try raise(over: group.height)
  }

  private mutating func optional(_ group: inout GroupPattern) throws(QuerySyntaxError) {
    let right = try self.group()
    group.scope.formUnion(right.scope)
    group.wrap(height: height) {
      .leftJoin($0, right.unfiltered, condition: right.condition)
    }
  }

  private mutating func graph(_ group: inout GroupPattern) throws(QuerySyntaxError) {
    let name = try namePattern()
    let inner = try self.group()
    group.join(.graph(name, inner.pattern), height: height + 1)
    group.scope.formUnion(inner.scope)
    if case .variable(let variable) = name { group.scope.insert(variable) }
  }

  private mutating func service(_ group: inout GroupPattern) throws(QuerySyntaxError) {
    let isSilent = try take("SILENT")
    let name = try namePattern()
    let start = token.start
    let inner = try self.group()
    var query = base.map { "BASE <\($0.value)>\n" } ?? ""
    for prefix in declared { query += "PREFIX \(prefix.label): <\(prefix.iri.value)>\n" }
    query += "SELECT * " + lexer.text(start..<previousEnd)
    group.join(.service(name, inner.pattern, query: query, silent: isSilent), height: height + 1)
    group.scope.formUnion(inner.scope)
    if case .variable(let variable) = name { group.scope.insert(variable) }
  }

  private mutating func bind(_ group: inout GroupPattern) throws(QuerySyntaxError) {
    try require(.openParenthesis, .openParenthesis)
    let expression = try nested { (parser) throws(QuerySyntaxError) in try parser.expression() }
    let expressionHeight = height
    try require("AS", .asKeyword)
    let place = token
    let variable = try requireVariable()
    guard !group.scope.contains(variable) else {
      throw error(.variableInUse(name(variable)), at: place)
    }
    try require(.closeParenthesis, .closeParenthesis)
    group.wrap(height: expressionHeight) { .extend($0, variable, expression) }
    group.scope.insert(variable)
  }

  /// Adds the variables of a triple that have a name.
  private func collect(_ triple: TriplePattern, _ scope: inout Set<Variable>) {
    collect(triple.subject, &scope)
    collect(triple.predicate, &scope)
    collect(triple.object, &scope)
  }

  private func collect(_ term: TermPattern, _ scope: inout Set<Variable>) {
    switch term {
    case .variable(let variable):
      if variables.name(variable) != nil { scope.insert(variable) }
    case .triple(let triple): collect(triple, &scope)
    case .term: break
    }
  }
}
