import GraphModel

/// Describes a graph of statements in RDF 1.1.
///
/// A statement is an `rdf:Statement` with its parts, and a plain triple too if it is asserted.
/// What is shared by statements is written once: a term when it is first used, a place in a
/// document likewise. For that the describer keeps eight bytes for each place, each asserted
/// triple and each term seen.
struct StatementDescriber<Output: RDFOutput> {
  var output: Output
  var loss = ExportLoss()
  private var seen: Set<UInt64> = []

  init(_ output: Output) { self.output = output }

  mutating func write(_ source: some StatementSource, _ options: ExportOptions) throws {
    output.head()
    declareOwnTerms()
    try source.forEachDocument { document in
      describe(document)
      try output.out.checkpoint()
    }
    try source.forEachEntity { entity in
      for type in entity.types { declareClass(type) }
      describe(entity)
      try output.out.checkpoint()
    }
    try source.forEachStatement { statement in
      declare(statement.content.predicate)
      for piece in statement.evidence { describePlace(of: piece) }
      describe(statement)
      if options.assertion.covers(statement) { assert(statement) }
      try output.out.checkpoint()
    }
    try output.out.flush()
  }

  /// Whether this is the first time that these words are seen together.
  mutating func isNew(_ words: String...) -> Bool {
    var hash = StableHash()
    for word in words { hash.combine(field: word) }
    return seen.insert(hash.value).inserted
  }

  private mutating func describe(_ document: SourceDocument) {
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
    output.end()
  }

  private mutating func describe(_ statement: Statement) {
    let content = statement.content
    output.begin(statement.id.value)
    output.property("rdf:type", is: "rdf:Statement")
    output.resource("q:Statement")
    output.property("rdf:subject", is: content.subject.value)
    output.property("rdf:predicate", is: content.predicate.id)
    output.property("rdf:object")
    object(of: statement)
    output.property("q:polarity", is: "q:" + content.polarity.rawValue)
    output.property("q:certainty", is: "q:" + content.certainty.rawValue)
    output.property("q:confidence")
    output.share(statement.confidence)
    if let speaker = content.speaker { output.property("prov:wasAttributedTo", is: speaker.value) }
    if let time = content.time { describe(time) }
    describe(content.qualifiers, of: statement)
    sources(of: statement)
    output.end()
    if case .literal(let literal) = content.object, Self.needsNode(literal) {
      output.begin(valueName(of: statement))
      parts(of: literal)
      output.end()
    }
    for piece in statement.evidence where piece.subject != nil || piece.object != nil {
      loss.add(.mentionPlaces)
    }
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
    for (number, qualifier) in qualifiers.enumerated() {
      let label = "q\(number)-" + statement.id.value.dropFirst(2)
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
    let content = statement.content
    let key: String
    switch content.object {
    case .entity(let id): key = id.value
    case .literal(let literal):
      key =
        Self.needsNode(literal)
        ? valueName(of: statement) : literal.value + "^^" + literal.datatype.value
    }
    guard isNew("triple", content.subject.value, content.predicate.id, key) else { return }
    output.begin(content.subject.value)
    output.property(content.predicate.id)
    object(of: statement)
    output.end()
  }

  private mutating func object(of statement: Statement) {
    switch statement.content.object {
    case .entity(let id): output.resource(id.value)
    case .literal(let literal) where Self.needsNode(literal):
      output.resource(valueName(of: statement))
    case .literal(let literal):
      output.literal(literal.value, datatype: Self.datatype(of: literal))
    }
  }

  /// The name of the node for an object that is an amount or a quantity.
  private func valueName(of statement: Statement) -> String { statement.id.value + "-value" }
}
