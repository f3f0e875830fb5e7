internal import CResources
import GraphFormats
import GraphModel

extension Schema {
  /// Reads a vocabulary from a Turtle file's bytes.
  ///
  /// - Parameters:
  ///   - turtle: The bytes of the file.
  ///   - file: Its name, which errors in patterns repeat.
  /// - Returns: The vocabulary.
  /// - Throws: ``SchemaError`` at the first fault.
  /// - Complexity: O(*n* log *n*) in the length of the file.
  public static func load(turtle: [UInt8], file: String? = nil) throws(SchemaError) -> Schema {
    let triples: [Triple]
    do {
      triples = try TurtleReader.read(turtle)
    } catch {
      throw .syntax(error)
    }
    return try Schema(triples: triples, source: turtle, file: file)
  }

  /// Reads the vocabulary that is part of the program, `schema/quipu.ttl`.
  public static func embedded() throws(SchemaError) -> Schema {
    try load(turtle: embeddedSource)
  }

  /// The Turtle text of the vocabulary that is part of the program.
  public static var embeddedSource: [UInt8] {
    let file = cresources_schema()
    return Array(UnsafeBufferPointer(start: file.start, count: file.count))
  }

  /// Where a quoted text stands in a vocabulary's Turtle text, behind its opening quotation mark.
  ///
  /// - Returns: `nil` if it is nowhere written so.
  /// - Complexity: O(*n*) in the length of the text.
  public static func position(ofQuoted text: String, in source: [UInt8]) -> SourcePosition? {
    SourceLocator(source).position(ofQuoted: text)
  }
}
