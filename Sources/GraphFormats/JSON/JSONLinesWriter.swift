public import GraphModel

/// Writes a statement a line, as JSON; the shape's version is 1.
///
/// The order of keys is fixed. What a statement does not have is left out, except for lists.
public struct JSONLinesWriter: StatementWriter {
  /// The version that every line names as `schema`.
  public static let schemaVersion = 1

  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    var json = JSONWriter(to: sink)
    try source.forEachStatement { statement in
      try Self.line(of: statement, from: source, options: options, to: &json)
      try json.checkpoint()
    }
    try json.flush()
    return ExportLoss()
  }

  /// Writes one statement and ends its line.
  ///
  /// - Parameters:
  ///   - statement: What to write.
  ///   - source: Where its entities and documents are found.
  ///   - options: Which statements count as asserted.
  ///   - input: The number of the input line that it comes from, from 0, if lines are documents.
  ///   - json: Where it goes.
  /// - Throws: What the source throws.
  public static func line(
    of statement: Statement, from source: some StatementSource, options: ExportOptions,
    input: Int? = nil, to json: inout JSONWriter
  ) throws {
    let content = statement.content
    json.beginObject()
    json.field("schema", schemaVersion)
    json.field("line", input)
    json.field("id", statement.id.value)
    let first = statement.evidence.first
    json.key("subject")
    try entity(content.subject, mention: first?.subject, from: source, to: &json)
    json.key("predicate")
    json.beginObject()
    json.field("id", content.predicate.id)
    json.field("label", content.predicate.label)
    json.field("text", first?.predicateText)
    json.endObject()
    json.key("object")
    switch content.object {
    case .entity(let id): try entity(id, mention: first?.object, from: source, to: &json)
    case .literal(let literal): value(literal, mention: first?.object, to: &json)
    }
    json.field("polarity", content.polarity.rawValue)
    json.field("certainty", content.certainty.rawValue)
    json.field("asserted", options.assertion.covers(statement))
    try circumstances(of: content, from: source, to: &json)
    json.key("confidence")
    json.share(statement.confidence)
    json.key("evidence")
    json.beginArray()
    for (number, piece) in statement.evidence.enumerated() {
      // The first piece's mentions stand in subject, predicate and object.
      try evidence(piece, from: source, withMentions: number > 0, to: &json)
    }
    json.endArray()
    json.endObject()
    json.endLine()
  }

  private static func entity(
    _ id: EntityID, mention: MentionText?, from source: some StatementSource,
    to json: inout JSONWriter
  ) throws {
    let entity = try source.shownEntity(id)
    json.beginObject()
    json.field("id", id.value)
    json.field("label", entity.label)
    json.field("types", entity.types)
    json.field("aliases", entity.aliases)
    words(mention, to: &json)
    json.endObject()
  }

  private static func value(
    _ literal: Literal, mention: MentionText?, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.field("value", literal.value)
    json.field("datatype", literal.shortDatatype)
    json.field("unit", literal.unit)
    json.field("cue", literal.cue)
    if mention == nil { json.field("text", literal.text) }
    words(mention, to: &json)
    json.endObject()
  }

  private static func words(_ mention: MentionText?, to json: inout JSONWriter) {
    json.field("text", mention?.text)
    json.field("start", mention?.span.start)
    json.field("end", mention?.span.end)
  }

  private static func circumstances(
    of content: Statement.Content, from source: some StatementSource, to json: inout JSONWriter
  ) throws {
    if let speaker = content.speaker {
      let entity = try source.shownEntity(speaker)
      json.key("speaker")
      json.beginObject()
      if entity.isNamed { json.field("id", speaker.value) }
      json.field("label", entity.label)
      json.endObject()
    }
    if let time = content.time {
      json.key("time")
      json.beginObject()
      json.field("start", time.start)
      json.field("end", time.end)
      json.field("text", time.text)
      json.endObject()
    }
    guard !content.qualifiers.isEmpty else { return }
    json.key("qualifiers")
    try qualifiers(of: content, from: source, to: &json)
  }

  /// Writes the qualifiers as an array.
  static func qualifiers(
    of content: Statement.Content, from source: some StatementSource, to json: inout JSONWriter
  ) throws {
    json.beginArray()
    for qualifier in content.qualifiers {
      json.beginObject()
      json.field("role", qualifier.role)
      switch qualifier.value {
      case .entity(let id):
        json.field("id", id.value)
        json.field("label", try source.shownEntity(id).label)
      case .literal(let literal):
        json.field("value", literal.value)
        json.field("datatype", literal.shortDatatype)
        json.field("unit", literal.unit)
        json.field("cue", literal.cue)
      }
      json.field("text", qualifier.text)
      json.endObject()
    }
    json.endArray()
  }

  /// Writes a piece of evidence as an object, with the words for subject, predicate and object if
  /// asked for.
  static func evidence(
    _ piece: Evidence, from source: some StatementSource, withMentions: Bool,
    to json: inout JSONWriter
  ) throws {
    json.beginObject()
    json.field("document", try source.documentName(piece.document))
    json.field("sentence", piece.sentence)
    json.field("start", piece.span.start)
    json.field("end", piece.span.end)
    json.field("quote", piece.quote)
    json.field("rule", piece.rule)
    if withMentions {
      json.field("predicate", piece.predicateText)
      for (key, mention) in [("subject", piece.subject), ("object", piece.object)] {
        guard let mention else { continue }
        json.key(key)
        json.beginObject()
        words(mention, to: &json)
        json.endObject()
      }
    }
    json.endObject()
  }
}
