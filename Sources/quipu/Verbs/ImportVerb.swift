import Glibc
import GraphFormats
import GraphModel
import GraphStore

/// The verb `quipu import FILE…`.
enum ImportVerb {
  static let verb = Verb(
    name: "import", summary: "Take RDF, or lists of known names, from files into the store",
    details: """
      Formats: \(RDFFormat.allCases.map(\.rawValue).joined(separator: ", ")). The ending of a file decides
      unless --format does; - is standard input. All the files are taken, or nothing is: the first
      place that breaks the rules of its format ends the import. What is there already is not doubled.
      Statements that name no graph go to the graph of --graph. Without it they go to the default
      graph if the store has no documents, and else to a graph named after the file. Blank nodes of
      different files stay different. --compact then writes all RDF of the store anew, tightly.

      With --names, or if all files end in .tsv, the files are one list of known names: a table with
      a line a thing (identifier, class, names, parted by tabs; a first line may name the columns id,
      type, name, aliases, country), RDF with labels, or the files SDN.CSV, ALT.CSV and ADD.CSV of
      OFAC's list of sanctions. Every build then links entities to what is in the list, where names,
      class and countries leave little doubt (a score of 0.9, and nothing else in the list near
      it); what is less sure waits in quipu review. A list of one name replaces the former;
      quipu remove --names takes it out.
      """,
    examples: [
      "quipu import people.ttl", "quipu import --graph https://example.org/sanctions list.nt",
      "zcat dump.nq.gz | quipu import --format nquads --memory 4096 -",
      "quipu import companies.tsv", "quipu import --names ofac sdn.csv alt.csv add.csv",
    ],
    options: [
      .value("graph", "g", "IRI", "the graph for statements that name none"),
      .value("format", "f", "FORMAT", "the format of the files"),
      .value("base", nil, "IRI", "what relative IRIs are resolved against (default: the file)"),
      .value("names", "n", "LIST", "take the files as the list of known names of this name"),
      .value("memory", nil, "MB", "the memory that sorting may take (default 1024)"),
      .flag("compact", nil, "write all RDF of the store anew afterwards"),
    ],
    arguments: [ArgumentSyntax(name: "FILE", minimum: 0, maximum: .max)]
  ) { invocation throws(CommandError) in
    if KnownNamesImport.isMeant(invocation) { return try KnownNamesImport.run(invocation) }
    let files = invocation.arguments.arguments
    let compacts = invocation.arguments.flags.contains("compact")
    guard !files.isEmpty || compacts else {
      throw .usage(.missingArgument("FILE", verb: "import"))
    }
    let path = invocation.storeToMake
    let inputs = try files.map { (file) throws(CommandError) in try input(file, invocation) }
    let memory = try invocation.number("memory", default: 1_024)
    let graph = invocation.arguments.value("graph").map { Subject.iri(IRI($0)) }
    let store = try reading { try GraphStore.open(at: path, access: .readWrite) }
    if !inputs.isEmpty {
      let report = try reading { () throws -> LoadReport in
        let hasDocuments = try !store.snapshot().isWithoutDocuments
        if graph == nil, !hasDocuments { try store.write { try ImportedGraph.mark($0) } }
        return try store.load(memory: memory << 20) { loader in
          for input in inputs {
            loader.graph = graph ?? (hasDocuments ? input.name.map { .iri($0) } : nil)
            loader.blankScope = input.scope
            try input.read(into: loader)
          }
        }
      }
      invocation.console.say(
        "\(report.taken) statements read, \(report.added) new · \(report.quads) in the store")
    }
    if compacts { try reading { try store.compactQuads(memory: memory << 20) } }
    return .success
  }

  private static func input(
    _ file: String, _ invocation: Invocation
  ) throws(CommandError) -> Input {
    let names = RDFFormat.allCases.map(\.rawValue)
    let format: RDFFormat
    if let name = invocation.arguments.value("format") {
      format = try RDFFormat.named(name)
    } else {
      guard file != "-" else { throw .usage(.missingArgument("--format FORMAT", verb: "import")) }
      let ending = file.lastIndex(of: ".").map { String(file[file.index(after: $0)...]) } ?? ""
      guard let known = RDFFormat(fileExtension: ending) else {
        throw .unknownFormat(ending, choices: names, suggestion: nil)
      }
      format = known
    }
    let whole = file.hasPrefix("/") ? file : invocation.workingFolder + "/" + file
    let place = file == "-" ? nil : IRI("file://" + encoded(whole))
    let base = invocation.arguments.value("base").map { IRI($0) } ?? place
    return Input(file: file, format: format, base: base, name: place)
  }

  private static func encoded(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .map { PercentEncoding.encoded(String($0)) }.joined(separator: "/")
  }

  /// A file to read.
  private struct Input {
    let file: String
    let format: RDFFormat
    let base: IRI?
    /// The graph that its statements go to beside documents; standard input has a name too.
    let name: IRI?

    init(file: String, format: RDFFormat, base: IRI?, name: IRI?) {
      self.file = file
      self.format = format
      self.base = base
      self.name = name ?? IRI("urn:quipu:standard-input")
    }

    /// What makes the blank nodes of this file its own, the same each time it is read.
    var scope: String { StableHash.hex((name?.value ?? "").utf8, digits: 8) + "-" }

    func read(into loader: QuadLoader) throws {
      let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw CommandError.unreadable(path: file, code: errno) }
      defer { if descriptor != STDIN_FILENO { close(descriptor) } }
      do {
        _ = try format.reader(RDFReadingOptions(base: base))
          .read(DescriptorSource(descriptor), into: loader)
      } catch let error as SyntaxError {
        throw CommandError.badRDF(error, file: file == "-" ? "standard input" : file)
      } catch InputError.system(let code) {
        throw CommandError.unreadable(path: file, code: code)
      }
    }
  }
}

extension GraphSnapshot {
  /// Whether no document was ever built here, so that the default graph is free for imports.
  fileprivate var isWithoutDocuments: Bool {
    get throws { try counts.documents == 0 }
  }
}

/// What was imported into the default graph, which belongs to the documents once there are some.
enum ImportedGraph {
  /// The key under which a store notes that it is so.
  static let key = "imported"
  /// Where it goes then.
  static let name = IRI("urn:quipu:imported")

  /// Says that the default graph is what was imported, and describes no statements.
  static func mark(_ transaction: WriteTransaction) throws {
    try transaction.setMetadata(key, [1])
    try transaction.setMetadata(WriteTransaction.describedKey, [1])
  }
}
