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
    let file = cresources_schema()
    let bytes = UnsafeBufferPointer(start: file.start, count: file.count)
    return try load(turtle: Array(bytes))
  }
}
