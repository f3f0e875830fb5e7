import Glibc
import GraphFormats
import GraphModel
import GraphStore
import SPARQL

/// The verb `quipu update`.
enum UpdateVerb {
  static let verb = Verb(
    name: "update", summary: "Change the named graphs of the store with SPARQL Update",
    details: """
      SPARQL 1.1 and 1.2 Update. Named graphs are yours; the default graph tells what the
      documents say and cannot be changed, only read. All operations are carried out, or none:
      they are on disk when the command ends. LOAD reads local files (file:///…).
      """,
    examples: [
      "quipu update 'INSERT DATA { GRAPH <urn:notes> { e:acme rdfs:comment \"ours\" } }'",
      "quipu update -f changes.ru", "quipu update 'DROP GRAPH <urn:notes>'",
    ],
    options: [
      .value("file", "f", "FILE", "the file with the update (- for standard input)"),
      .value("timeout", nil, "SECONDS", "stop a pattern that takes longer"),
      .value("memory", nil, "MB", "the memory that a pattern's tables may take (default 2048)"),
      .flag("service", nil, "let SERVICE ask other computers over http and https"),
    ],
    arguments: [ArgumentSyntax(name: "UPDATE", minimum: 0, maximum: .max)]
  ) { invocation throws(CommandError) in
    guard let text = try SPARQLText(invocation) else {
      throw .usage(.missingArgument("UPDATE", verb: "update"))
    }
    let update = try text.update()
    let options = try SPARQLRun.options(invocation)
    let path = try invocation.store()
    return try answering {
      let store = try GraphStore.open(at: path, access: .readWrite)
      let changes = try changes(of: update, options, in: store)
      invocation.console.say("quipu: \(changes.added) added, \(changes.removed) removed")
      return .success
    }
  }

  /// Carries an update out and tells how many quads were given to be added and removed.
  private static func changes(
    of update: Update, _ options: QueryOptions, in store: GraphStore
  ) throws -> (added: Int, removed: Int) {
    while true {
      var options = options
      options.functions = EvidenceFunctions(try GraphDescription.upToDate(store))
      let changes = try store.write { transaction -> (added: Int, removed: Int)? in
        // Statements that changed meanwhile must be described first.
        guard try transaction.metadata(WriteTransaction.describedKey) != nil else { return nil }
        let target = StoreUpdateTarget(transaction)
        try update.run(on: target, options: options, load: load)
        return (target.added, target.removed)
      }
      if let changes { return changes }
    }
  }

  /// The triples of a local file.
  private static func load(_ iri: IRI) throws -> [Triple] {
    let prefix = "file://"
    guard iri.value.hasPrefix(prefix) else { throw UpdateError.loadForbidden(iri) }
    let path = decoded(iri.value.dropFirst(prefix.utf8.count))
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    let format = RDFFormat(fileExtension: ending) ?? .turtle
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandError.unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    let collector = QuadCollector()
    _ = try format.reader(RDFReadingOptions(base: iri))
      .read(DescriptorSource(descriptor), into: collector)
    return collector.quads.map(\.triple)
  }

  /// A path with its percent escapes replaced.
  private static func decoded(_ path: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
