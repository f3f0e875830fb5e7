import GraphFormats
import GraphModel
import GraphStore

extension Console: ByteSink {
  /// Takes bytes of data.
  func write(_ bytes: UnsafeRawBufferPointer) { self.bytes(bytes) }

  /// Writes one line of JSON.
  func json(_ body: (inout JSONWriter) throws -> Void) throws {
    var writer = JSONWriter(to: self)
    try body(&writer)
    writer.endLine()
    try writer.flush()
  }

  /// Writes an object on a line of its own; every object begins with the shape's version.
  func jsonObject(_ body: (inout JSONWriter) throws -> Void) throws {
    try json { writer in
      writer.beginObject()
      writer.field("schema", JSONLinesWriter.schemaVersion)
      try body(&writer)
      writer.endObject()
    }
  }

  /// Writes an entity on a line.
  func json(_ entity: Entity, statements: Int? = nil) throws {
    try jsonObject { writer in
      writer.field("id", entity.id.value)
      writer.field("label", entity.label)
      writer.field("types", entity.types)
      writer.field("aliases", entity.aliases)
      writer.field("named", entity.isNamed)
      if !entity.exactMatches.isEmpty { Self.matches(entity.exactMatches, &writer) }
      writer.field("statements", statements)
    }
  }

  private static func matches(_ matches: [ExactMatch], _ writer: inout JSONWriter) {
    writer.key("exactMatches")
    writer.beginArray()
    for match in matches {
      writer.beginObject()
      writer.field("target", match.target)
      writer.field("label", match.label)
      writer.field("list", match.list)
      writer.field("percent", Int((match.score * 100).rounded()))
      writer.endObject()
    }
    writer.endArray()
  }

  /// Writes a statement on a line, in the shape of `quipu export -f jsonl`.
  func json(
    _ statement: Statement, from source: some StatementSource, line: Int? = nil
  ) throws {
    var writer = JSONWriter(to: self)
    try JSONLinesWriter.line(
      of: statement, from: source, options: ExportOptions(), input: line, to: &writer)
    try writer.flush()
  }
}
