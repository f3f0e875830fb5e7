import GraphFormats
import GraphModel
import GraphStore
import Indexer

/// `quipu import` of a list of known names.
enum KnownNamesImport {
  /// Whether the verb was given a list of names: it was told so, or every file is a table.
  static func isMeant(_ invocation: Invocation) -> Bool {
    let files = invocation.arguments.arguments
    return invocation.arguments.value("names") != nil
      || !files.isEmpty && files.allSatisfy { ending(of: $0) == "tsv" }
  }

  /// Takes the files' names into the store, in place of the list of that name.
  static func run(_ invocation: Invocation) throws(CommandError) -> ExitCode {
    let paths = invocation.arguments.arguments
    guard let first = paths.first else { throw .usage(.missingArgument("FILE", verb: "import")) }
    let list = invocation.arguments.value("names") ?? stem(of: first)
    let store = invocation.storeToMake
    var tables: [GazetteerReader.File] = []
    var things: [KnownThing] = []
    for path in paths {
      let file: InputFile
      do throws(FailureReason) {
        file = try InputFile(path: path)
      } catch {
        throw .unusableInput(BuildFailure(name: path, reason: error))
      }
      if let format = try format(of: path, invocation) {
        things += try labels(in: file, format, base: invocation.arguments.value("base"))
      } else {
        tables.append(GazetteerReader.File(name: path, bytes: file.bytes))
      }
    }
    if !tables.isEmpty {
      do throws(GazetteerProblem) {
        things +=
          try GazetteerReader.read(
            tables, list: list, base: invocation.arguments.value("base")
          ).things
      } catch {
        throw .badNames(error)
      }
    }
    guard !things.isEmpty else { throw .badNames(.empty(file: first)) }
    let gazetteer = Gazetteer(name: list, things: things)
    let summary = try indexing { () throws(IndexerError) in
      try Indexer(store: store).importNames(gazetteer)
    }
    invocation.console.say(
      "\(Printable.line(list)): \(summary.things) things, \(summary.names) names · "
        + "\(summary.linked) linked, \(summary.proposed) to review")
    return .success
  }

  /// The syntax of a file of RDF, or `nil` for a table.
  private static func format(
    of path: String, _ invocation: Invocation
  ) throws(CommandError) -> RDFFormat? {
    guard let name = invocation.arguments.value("format") else {
      return RDFFormat(fileExtension: ending(of: path))
    }
    return try RDFFormat.named(name)
  }

  private static func labels(
    in file: InputFile, _ format: RDFFormat, base: String?
  ) throws(CommandError) -> [KnownThing] {
    let collector = LabelCollector()
    do {
      _ = try format.reader(RDFReadingOptions(base: base.map { IRI($0) }))
        .read(MemorySource(file.bytes), into: collector)
    } catch let error as SyntaxError {
      throw .badRDF(error, file: file.name)
    } catch {
      throw .unexpected(String(describing: error))
    }
    return collector.things()
  }

  private static func ending(of path: String) -> String {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
