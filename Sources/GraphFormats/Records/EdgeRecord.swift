import GraphModel

/// A statement as graph formats write it: an edge from its subject to its object.
///
/// The attributes hold everything that the statement says and all of its evidence. The first piece
/// has attributes of its own, so that a tool can sort and filter by them; all pieces together, and
/// the qualifiers' values, come as JSON texts.
struct EdgeRecord: Sendable {
  /// The identifier: `s:…`.
  let id: String
  /// The node that it leaves.
  let source: String
  /// The node that it enters.
  let target: String
  /// The predicate's words, marked where the statement is not a fact.
  let label: String
  /// Whether it counts as a fact.
  let isAsserted: Bool
  /// The statement.
  let statement: Statement
  /// The values of ``attributes``, `nil` where there is none.
  let values: [AttributeValue?]

  /// The attributes of edges, the same for all formats.
  static let attributes: [GraphAttribute] = [
    GraphAttribute("label"), GraphAttribute("interaction"), GraphAttribute("edge_id"),
    GraphAttribute("predicate"), GraphAttribute("polarity"), GraphAttribute("certainty"),
    GraphAttribute("asserted", .truth), GraphAttribute("confidence", .real),
    GraphAttribute("weight", .real), GraphAttribute("speaker"), GraphAttribute("speaker_id"),
    GraphAttribute("time_start"), GraphAttribute("time_end"), GraphAttribute("time_text"),
    GraphAttribute("qualifiers"), GraphAttribute("qualifier_values"), GraphAttribute("document"),
    GraphAttribute("document_title"), GraphAttribute("document_date"),
    GraphAttribute("sentence", .integer), GraphAttribute("start", .integer),
    GraphAttribute("end", .integer), GraphAttribute("quote"), GraphAttribute("rule"),
    GraphAttribute("predicate_text"), GraphAttribute("subject_text"),
    GraphAttribute("subject_start", .integer), GraphAttribute("subject_end", .integer),
    GraphAttribute("object_text"), GraphAttribute("object_start", .integer),
    GraphAttribute("object_end", .integer), GraphAttribute("evidence_count", .integer),
    GraphAttribute("further_evidence"),
  ]

  /// The record of a statement.
  init(
    _ statement: Statement, from source: some StatementSource, options: ExportOptions
  ) throws {
    let content = statement.content
    self.statement = statement
    id = statement.id.value
    self.source = content.subject.value
    switch content.object {
    case .entity(let id): target = id.value
    case .literal: target = statement.valueNodeID
    }
    label = statement.markedLabel
    isAsserted = options.assertion.covers(statement)
    var values: [AttributeValue?] = [
      .text(label), .text(label), .text(id), .text(content.predicate.id),
      .text(content.polarity.rawValue), .text(content.certainty.rawValue), .truth(isAsserted),
      .share(statement.confidence), .integer(statement.evidence.count),
      try content.speaker.map { .text(try source.shownEntity($0).label) },
      content.speaker.map { .text($0.value) },
      content.time?.start.map { .text($0) }, content.time?.end.map { .text($0) },
      content.time.map { .text($0.text) },
    ]
    values.reserveCapacity(Self.attributes.count)
    if content.qualifiers.isEmpty {
      values += [nil, nil]
    } else {
      values.append(.text(statement.qualifierWords))
      values.append(.text(try EvidenceJSON.qualifiers(content, from: source)))
    }
    if let first = statement.evidence.first {
      let document = try source.document(first.document)
      values += [
        .text(document?.name ?? first.document.value), document?.title.map { .text($0) },
        document?.date.map { .text($0) }, .integer(first.sentence), .integer(first.span.start),
        .integer(first.span.end), .text(first.quote), .text(first.rule),
        .text(first.predicateText), first.subject.map { .text($0.text) },
        first.subject.map { .integer($0.span.start) }, first.subject.map { .integer($0.span.end) },
        first.object.map { .text($0.text) }, first.object.map { .integer($0.span.start) },
        first.object.map { .integer($0.span.end) },
      ]
    }
    values.append(.integer(statement.evidence.count))
    values.append(
      statement.evidence.count > 1
        ? .text(try EvidenceJSON.further(statement.evidence.dropFirst(), from: source)) : nil)
    self.values = values
  }
}

/// Evidence and qualifiers as JSON texts, for formats whose attributes hold no structures.
enum EvidenceJSON {
  /// Pieces of evidence as an array of objects.
  static func further(
    _ evidence: some Collection<Evidence>, from source: some StatementSource
  ) throws -> String {
    let sink = MemorySink()
    var json = JSONWriter(to: sink)
    json.beginArray()
    for piece in evidence {
      try JSONLinesWriter.evidence(piece, from: source, withMentions: true, to: &json)
    }
    json.endArray()
    try json.flush()
    return sink.text
  }

  /// The qualifiers as an array of objects.
  static func qualifiers(
    _ content: Statement.Content, from source: some StatementSource
  ) throws -> String {
    let sink = MemorySink()
    var json = JSONWriter(to: sink)
    try JSONLinesWriter.qualifiers(of: content, from: source, to: &json)
    try json.flush()
    return sink.text
  }
}
