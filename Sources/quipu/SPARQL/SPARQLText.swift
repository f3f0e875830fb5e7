import Glibc
import GraphModel
import GraphStore
import SPARQL

/// A query or update as it was given, and where it came from.
struct SPARQLText {
  let bytes: [UInt8]
  /// The file's name, or `nil` for the command line.
  let file: String?

  /// The text of `-f FILE`, or the arguments; `nil` if neither is given.
  init?(_ invocation: Invocation) throws(CommandError) {
    if let path = invocation.arguments.value("file") {
      bytes = try Self.read(path)
      file = path
    } else {
      let words = invocation.arguments.arguments
      guard !words.isEmpty else { return nil }
      bytes = Array(words.joined(separator: " ").utf8)
      file = nil
    }
  }

  private static func read(_ path: String) throws(CommandError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &room, room.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw .unreadable(path: path, code: errno) }
      bytes += room[..<count]
    }
  }

  /// The prefixes that need no declaration.
  static let prefixes: [Prefix] =
    Quipu.prefixes.map { Prefix($0.prefix, IRI($0.namespace)) } + [
      Prefix("f", IRI(Quipu.functions)),
      Prefix("rdf", IRI(RDF.namespace)),
      Prefix("rdfs", IRI("http://www.w3.org/2000/01/rdf-schema#")),
      Prefix("xsd", IRI(XSD.namespace)),
      Prefix("owl", IRI("http://www.w3.org/2002/07/owl#")),
      Prefix("skos", IRI("http://www.w3.org/2004/02/skos/core#")),
      Prefix("dcterms", IRI("http://purl.org/dc/terms/")),
      Prefix("prov", IRI("http://www.w3.org/ns/prov#")),
      Prefix("oa", IRI("http://www.w3.org/ns/oa#")),
      Prefix("schema", IRI("http://schema.org/")),
      Prefix("foaf", IRI("http://xmlns.com/foaf/0.1/")),
    ]

  func query() throws(CommandError) -> Query {
    do throws(QuerySyntaxError) {
      return try Query(bytes, prefixes: Self.prefixes)
    } catch {
      throw .querySyntax(error, file: file)
    }
  }

  func update() throws(CommandError) -> Update {
    do throws(QuerySyntaxError) {
      return try Update(bytes, prefixes: Self.prefixes)
    } catch {
      throw .querySyntax(error, file: file)
    }
  }
}
