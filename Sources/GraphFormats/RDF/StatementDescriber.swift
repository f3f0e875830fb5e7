import GraphModel

/// Describes a graph of statements in RDF.
///
/// A statement is an `rdf:Statement` with its parts, or what the profile has instead, and a plain
/// triple too if it is asserted. What is shared by statements is written once: a term when it is first used, a place in a
/// document likewise. For that the describer keeps eight bytes for each place, each asserted
/// triple and each term seen.
struct StatementDescriber<Output: RDFOutput> {
  var output: Output
  var loss = ExportLoss()
  let profile: RDFProfile
  private var seen: Set<UInt64> = []

  init(_ output: Output, profile: RDFProfile = .rdf11) {
    self.output = output
    self.profile = profile
  }

  mutating func write(_ source: some StatementSource, _ options: ExportOptions) throws {
    output.head()
    declareOwnTerms()
    try source.forEachDocument { document in
      if profile != .plain { describe(document) }
      try output.checkpoint()
    }
    try source.forEachEntity { entity in
      for type in entity.types { declareClass(type) }
      describe(entity)
      try output.checkpoint()
    }
    try source.forEachStatement { statement in
      let isAsserted = options.assertion.covers(statement)
      if profile == .plain, !isAsserted { return loss.add(.unassertedStatements) }
      output.graph(nil)
      declare(statement.content.predicate)
      for part in parts(of: statement) {
        if output.hasGraphs { output.graph(part.evidence.first?.document.value) }
        describe(part, isAsserted: isAsserted)
      }
      try output.checkpoint()
    }
    output.graph(nil)
    try output.finish()
  }

  /// The statement as each document gives it, or as it is where there are no named graphs.
  private func parts(of statement: Statement) -> [Statement] {
    guard output.hasGraphs else { return [statement] }
    var parts: [Statement] = []
    var rest = statement.evidence[...]
    while let first = rest.first {
      let pieces = rest.prefix { $0.document == first.document }
      parts.append(
        Statement(
          statement.content, confidence: statement.confidence, from: first,
          Array(pieces.dropFirst())))
      rest = rest.dropFirst(pieces.count)
    }
    return parts
  }

  /// Whether this is the first time that these words are seen together.
  mutating func isNew(_ words: String...) -> Bool {
    var hash = StableHash()
    for word in words { hash.combine(field: word) }
    return seen.insert(hash.value).inserted
  }

  /// Counts a name that is no IRI as it stands, at the place that describes it.
  mutating func noteRepair(of name: String) {
    if !ByteWriter.isWholeIRI(name) { loss.add(.repairedNames) }
  }

  private mutating func describe(_ document: SourceDocument) {
    noteRepair(of: document.id.value)
    output.begin(document.id.value)
    output.property("rdf:type", is: "schema:DigitalDocument")
    output.resource("prov:Entity")
    if let title = document.title { output.property("dcterms:title", text: title) }
    output.property("dcterms:identifier", text: document.name)
    if let date = document.date {
      output.property("dcterms:issued")
      output.literal(date, datatype: Self.dateType(date))
    }
    output.property("dcterms:language", text: document.language)
    output.property("schema:sha256", text: document.contentHash)
    output.end()
  }

  private mutating func describe(_ entity: Entity) {
    noteRepair(of: entity.id.value)
    let tellsMatches = profile != .plain && !entity.exactMatches.isEmpty
    if tellsMatches { declareMatchTerms() }
    output.begin(entity.id.value)
    if let first = entity.types.first {
      output.property("rdf:type", is: "q:" + first)
      for type in entity.types.dropFirst() { output.resource("q:" + type) }
    }
    output.property("rdfs:label", text: entity.label)
    if !entity.aliases.isEmpty {
      output.property("skos:altLabel")
      for alias in entity.aliases { output.literal(alias, datatype: nil) }
    }
    if let first = entity.formerIDs.first {
      output.property("owl:sameAs", is: first.value)
      for id in entity.formerIDs.dropFirst() { output.resource(id.value) }
    }
    if let first = entity.exactMatches.first {
      output.property("skos:exactMatch", is: first.target)
      for match in entity.exactMatches.dropFirst() { output.resource(match.target) }
      if tellsMatches { describe(entity.exactMatches, of: entity) }
    }
    output.end()
  }

  /// Tells of each match with a known thing how sure it is.
  private mutating func describe(_ matches: [ExactMatch], of entity: Entity) {
    output.property("q:match")
    for (number, match) in matches.enumerated() {
      output.beginBlank("m\(number)-" + entity.id.value.dropFirst(2))
      output.property("rdf:type", is: "q:Match")
      output.property("q:target", is: match.target)
      output.property("rdfs:label", text: match.label)
      output.property("q:list", text: match.list)
      output.property("q:confidence")
      output.share(match.score)
      output.endBlank()
    }
  }

  private mutating func describe(_ statement: Statement, isAsserted: Bool) {
    guard profile != .plain else {
      assert(statement)
      describeValue(of: statement)
      return loss.add(.evidence, statement.evidence.count)
    }
    for piece in statement.evidence { describePlace(of: piece) }
    let content = statement.content
    switch profile {
    case .rdf12:
      output.beginReifier(
        statement.id.value, of: content.subject.value, content.predicate.id, object(of: statement),
        isAsserted: isAsserted && isNewTriple(statement))
      output.property("rdf:type", is: "q:Statement")
    case .owl where isAsserted: describeAxiom(statement, "owl:Axiom", "owl:annotated")
    default: describeAxiom(statement, "rdf:Statement", "rdf:")
    }
    output.property("q:polarity", is: "q:" + content.polarity.rawValue)
    output.property("q:certainty", is: "q:" + content.certainty.rawValue)
    output.property("q:confidence")
    output.share(statement.confidence)
    if let speaker = content.speaker { output.property("prov:wasAttributedTo", is: speaker.value) }
    if let time = content.time { describe(time) }
    describe(content.qualifiers, of: statement)
    sources(of: statement)
    output.end()
    describeValue(of: statement)
    for piece in statement.evidence where piece.subject != nil || piece.object != nil {
      loss.add(.mentionPlaces)
    }
    if isAsserted, profile != .rdf12 { assert(statement) }
  }

  /// Starts the description of a statement by its parts, as RDF or OWL name them.
  private mutating func describeAxiom(_ statement: Statement, _ type: String, _ parts: String) {
    let isOWL = type == "owl:Axiom"
    output.begin(statement.id.value)
    output.property("rdf:type", is: type)
    output.resource("q:Statement")
    output.property(parts + (isOWL ? "Source" : "subject"), is: statement.content.subject.value)
    output.property(parts + (isOWL ? "Property" : "predicate"), is: statement.content.predicate.id)
    output.property(parts + (isOWL ? "Target" : "object"))
    output.value(object(of: statement))
  }

  /// Describes the node for an object that is an amount or a quantity.
  private mutating func describeValue(of statement: Statement) {
    guard case .literal(let literal) = statement.content.object, Self.needsNode(literal) else {
      return
    }
    output.begin(valueName(of: statement))
    parts(of: literal)
    output.end()
  }

  private mutating func describe(_ time: StatementTime) {
    if let start = time.start {
      output.property("schema:startDate")
      output.literal(start, datatype: Self.dateType(start))
    }
    if let end = time.end {
      output.property("schema:endDate")
      output.literal(end, datatype: Self.dateType(end))
    }
    if !time.text.isEmpty { output.property("q:timeText", text: time.text) }
  }

  private mutating func describe(_ qualifiers: [Qualifier], of statement: Statement) {
    guard !qualifiers.isEmpty else { return }
    output.property("q:qualifier")
    // A statement in several graphs has blank nodes of its own in each.
    let graph =
      output.hasGraphs ? statement.evidence.first.map { "-" + $0.document.value.dropFirst(2) } : nil
    for (number, qualifier) in qualifiers.enumerated() {
      let label = "q\(number)-" + statement.id.value.dropFirst(2) + (graph ?? "")
      output.beginBlank(label)
      output.property("rdf:type", is: "q:Qualifier")
      output.property("q:role", text: qualifier.role)
      output.property("rdf:value")
      switch qualifier.value {
      case .entity(let id): output.resource(id.value)
      case .literal(let literal):
        if Self.needsNode(literal) {
          output.beginBlank("v" + label)
          parts(of: literal)
          output.endBlank()
        } else {
          output.literal(literal.value, datatype: Self.datatype(of: literal))
        }
      }
      output.property("rdfs:label", text: qualifier.text)
      output.endBlank()
    }
  }

  /// Writes where a statement comes from: places, rules and the predicate's words.
  private mutating func sources(of statement: Statement) {
    output.property("prov:wasDerivedFrom")
    for (index, piece) in statement.evidence.enumerated() {
      let isRepeated = statement.evidence[..<index].contains {
        $0.document == piece.document && $0.span == piece.span
      }
      if !isRepeated { output.resource(placeName(of: piece)) }
    }
    output.property("q:rule")
    for rule in Set(statement.evidence.map(\.rule)).sorted() {
      output.literal(rule, datatype: nil)
    }
    let words = Set(statement.evidence.map(\.predicateText)).subtracting([""]).sorted()
    guard !words.isEmpty else { return }
    output.property("q:predicateText")
    for word in words { output.literal(word, datatype: nil) }
  }

  private mutating func assert(_ statement: Statement) {
    guard isNewTriple(statement) else { return }
    output.begin(statement.content.subject.value)
    output.property(statement.content.predicate.id)
    output.value(object(of: statement))
    output.end()
  }

  /// Whether the plain triple was not asserted yet, in this graph.
  private mutating func isNewTriple(_ statement: Statement) -> Bool {
    let content = statement.content
    let graph = output.hasGraphs ? statement.evidence.first?.document.value ?? "" : ""
    let key: String
    switch object(of: statement) {
    case .resource(let name): key = name
    case .literal(let value, let datatype): key = value + "^^" + (datatype ?? "")
    }
    return isNew("triple", content.subject.value, content.predicate.id, key, graph)
  }

  private func object(of statement: Statement) -> RDFValue {
    switch statement.content.object {
    case .entity(let id): .resource(id.value)
    case .literal(let literal) where Self.needsNode(literal): .resource(valueName(of: statement))
    case .literal(let literal):
      .literal(literal.value, datatype: Self.datatype(of: literal))
    }
  }

  /// The name of the node for an object that is an amount or a quantity.
  private func valueName(of statement: Statement) -> String { statement.id.value + "-value" }
}
