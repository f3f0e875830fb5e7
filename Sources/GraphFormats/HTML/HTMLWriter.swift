import CResources
public import GraphModel

/// Writes a page that shows the graph: one file, no network, every statement with its sentences.
///
/// The page holds the graph as JSON and the program that draws it (`HTML/Page/`, embedded in the
/// binary). Its content security policy forbids it to load or send anything. Memory grows with the
/// number of entities and documents (the places that statements refer to them by), not with that
/// of statements.
public struct HTMLWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the page.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    var page = ByteWriter(to: sink)
    page.raw(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:">
      <meta name="generator" content="quipu">
      <title>Quipu</title>
      <style>

      """)
    page.embedded(cresources_page_style())
    page.raw("</style>\n</head>\n")
    page.embedded(cresources_page_body())
    page.raw("<script id=\"data\" type=\"application/json\">\n")
    try page.flush()
    try writeData(source, options, to: sink)
    page.raw("</script>\n<script>\n")
    page.embedded(cresources_page_script())
    page.raw("</script>\n</body>\n</html>\n")
    try page.flush()
    return ExportLoss()
  }

  private func writeData(
    _ source: some StatementSource, _ options: ExportOptions, to sink: some ByteSink
  ) throws {
    var json = JSONWriter(to: sink, isMarkupSafe: true)
    var documents: [DocumentID: Int] = [:]
    var entities: [EntityID: Int] = [:]
    json.beginObject()
    json.field("title", options.title)
    json.key("documents")
    json.beginArray()
    try source.forEachDocument { document in
      documents[document.id] = documents.count
      json.beginObject()
      json.field("name", document.name)
      json.field("title", document.title)
      json.field("date", document.date)
      json.endObject()
      try json.checkpoint()
    }
    json.endArray()
    json.key("entities")
    json.beginArray()
    try source.forEachEntity { entity in
      entities[entity.id] = entities.count
      json.beginObject()
      json.field("id", entity.id.value)
      json.field("label", entity.label)
      json.field("types", entity.types)
      json.field("aliases", entity.aliases)
      json.field("named", entity.isNamed)
      json.endObject()
      try json.checkpoint()
    }
    json.endArray()
    json.key("statements")
    json.beginArray()
    try source.forEachStatement { statement in
      guard let subject = entities[statement.content.subject] else { return }
      var row = StatementRow(statement, subject: subject, options.assertion)
      row.entities = entities
      row.documents = documents
      try row.write(from: source, to: &json)
      try json.checkpoint()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    try json.flush()
  }
}

/// A statement as the page's program reads it: entities and documents by number.
private struct StatementRow {
  let statement: Statement
  let subject: Int
  let isAsserted: Bool
  var entities: [EntityID: Int] = [:]
  var documents: [DocumentID: Int] = [:]

  init(_ statement: Statement, subject: Int, _ assertion: Assertion) {
    self.statement = statement
    self.subject = subject
    isAsserted = assertion.covers(statement)
  }

  func write(from source: some StatementSource, to json: inout JSONWriter) throws {
    let content = statement.content
    json.beginObject()
    json.field("id", statement.id.value)
    json.field("s", subject)
    json.field("p", content.predicate.id)
    json.field("label", content.predicate.label)
    switch content.object {
    case .entity(let id): json.field("o", entities[id])
    case .literal(let literal) where literal.datatype == XSD.boolean: json.field("value", true)
    case .literal(let literal): json.field("value", literal.shownText)
    }
    json.field("asserted", isAsserted)
    json.field("polarity", content.polarity.rawValue)
    json.field("certainty", content.certainty.rawValue)
    json.field("speaker", content.speaker.flatMap { entities[$0] })
    json.field("time", content.time?.text)
    if !content.qualifiers.isEmpty {
      json.key("qualifiers")
      json.beginArray()
      for qualifier in content.qualifiers {
        json.beginArray()
        json.value(qualifier.role)
        json.value(qualifier.text)
        json.endArray()
      }
      json.endArray()
    }
    json.key("confidence")
    json.share(statement.confidence)
    json.key("evidence")
    json.beginArray()
    for evidence in statement.evidence { write(evidence, to: &json) }
    json.endArray()
    json.endObject()
  }

  private func write(_ evidence: Evidence, to json: inout JSONWriter) {
    json.beginObject()
    json.field("d", documents[evidence.document])
    json.field("n", evidence.sentence)
    json.field("quote", evidence.quote)
    write("so", evidence.subject, in: evidence.span, to: &json)
    write("oo", evidence.object, in: evidence.span, to: &json)
    json.endObject()
  }

  /// Writes where a mention stands in the quote, in code points, if it stands in it.
  private func write(
    _ key: String, _ mention: MentionText?, in quote: TextSpan, to json: inout JSONWriter
  ) {
    guard let span = mention?.span, span.start >= quote.start, span.end <= quote.end else { return }
    json.key(key)
    json.beginArray()
    json.value(span.start - quote.start)
    json.value(span.end - quote.start)
    json.endArray()
  }
}

extension ByteWriter {
  /// Writes a file that is embedded in the binary.
  fileprivate mutating func embedded(_ file: cresources_file) {
    raw(UnsafeBufferPointer(start: file.start, count: file.count))
  }
}
