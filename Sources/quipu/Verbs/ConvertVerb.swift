import Glibc
import GraphFormats
import GraphModel

/// The verb `quipu convert`.
enum ConvertVerb {
  /// How many problems are told one by one.
  private static let problemLimit = 100

  static let verb = Verb(
    name: "convert", summary: "Turn RDF from one format into another",
    details: """
      Formats: \(RDFFormat.allCases.map(\.rawValue).joined(separator: ", ")). The endings of IN and OUT decide
      unless --from and --to do. Files of any size are converted as they are read. What breaks the
      rules is told with its line and column and left out; the rest comes out all the same, and the
      exit code is then 2.
      """,
    examples: [
      "quipu convert graph.ttl -o graph.nt", "quipu convert dump.nq -o dump.trig --pretty",
      "quipu convert graph.jsonld --to nquads --canonical | sha256sum",
      "curl -s https://example.org/data | quipu convert --from turtle --to nquads",
    ],
    options: [
      .value("output", "o", "OUT", "the file to write (default: standard output)"),
      .value("from", nil, "FORMAT", "the format of IN"),
      .value("to", nil, "FORMAT", "the format of OUT"),
      .value("base", nil, "IRI", "what relative IRIs are resolved against (default: IN's place)"),
      .flag("pretty", nil, "gather Turtle and TriG by subject, with brackets and lists"),
      .flag(
        "canonical", nil,
        "N-Quads or N-Triples as RDFC-1.0 has them: equal graphs give equal bytes, however their blank nodes were labelled"
      ),
    ],
    arguments: [ArgumentSyntax(name: "IN", minimum: 0)]
  ) { invocation throws(CommandError) in
    let arguments = invocation.arguments
    let path = arguments.arguments.first ?? "-"
    let output = arguments.value("output") ?? "-"
    var writing = RDFWritingOptions()
    writing.isPretty = arguments.flags.contains("pretty")
    writing.isCanonicalDataset = arguments.flags.contains("canonical")
    let conversion = RDFConversion(
      from: try format("from", of: path, invocation), to: try format("to", of: output, invocation),
      writing: writing, base: arguments.value("base").map { IRI($0) } ?? place(of: path, invocation)
    )
    guard !writing.isCanonicalDataset || conversion.to.isByLine else {
      throw .notCanonical(conversion.to.rawValue)
    }
    let input = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { if input != STDIN_FILENO { close(input) } }
    let name = path == "-" ? "standard input" : path
    var told = 0
    let console = invocation.console
    func convert(to sink: some ByteSink) throws -> RDFConversion.Outcome {
      do {
        return try conversion.run(DescriptorSource(input), to: sink) { error in
          told += 1
          if told <= problemLimit { console.complain(SyntaxErrorText.describe(error, in: name)) }
        }
      } catch InputError.system(let code) {
        throw CommandError.unreadable(path: name, code: code)
      } catch let error as CanonicalizationError {
        throw CommandError.canonicalization(error, file: name)
      }
    }
    let outcome: RDFConversion.Outcome
    if output == "-" {
      outcome = try toStandardOutput { try convert(to: DescriptorSink(STDOUT_FILENO)) }
    } else {
      outcome = try FileOutput.write(to: output) { try convert(to: $0) }
    }
    return tell(outcome, conversion, name, console)
  }

  /// Runs writes to standard output, whose errors become the command's.
  private static func toStandardOutput<Result>(_ body: () throws -> Result) throws(CommandError)
    -> Result
  {
    do {
      return try body()
    } catch OutputError.system(let code) {
      throw .unwritable(path: "standard output", code: code)
    } catch {
      return try reading { throw error }
    }
  }

  private static func tell(
    _ outcome: RDFConversion.Outcome, _ conversion: RDFConversion, _ name: String,
    _ console: Console
  ) -> ExitCode {
    if outcome.droppedQuads > 0 {
      console.say(
        "quipu: \(outcome.droppedQuads) statements of named graphs were left out, which \(conversion.to.rawValue) cannot hold. Keep them with: --to trig"
      )
    }
    if outcome.repairedIRIs > 0 {
      console.say(
        "quipu: \(outcome.repairedIRIs) IRIs with characters that no IRI may hold were percent-encoded"
      )
    }
    if outcome.unwritableQuads > 0 {
      console.say(
        "quipu: \(outcome.unwritableQuads) statements that \(conversion.to.rawValue) cannot say were left out"
      )
    }
    if outcome.replacedCharacters > 0 {
      console.say(
        "quipu: \(outcome.replacedCharacters) characters that \(conversion.to.rawValue) forbids became U+FFFD"
      )
    }
    guard outcome.problems > 0 else { return .success }
    if outcome.problems > problemLimit {
      console.complain("quipu: and \(outcome.problems - problemLimit) more problems in \(name)")
    }
    return .failure
  }

  private static func format(
    _ option: String, of path: String, _ invocation: Invocation
  ) throws(CommandError) -> RDFFormat {
    let names = RDFFormat.allCases.map(\.rawValue)
    if let name = invocation.arguments.value(option) { return try RDFFormat.named(name) }
    guard path != "-" else {
      throw .usage(.missingArgument("--\(option) FORMAT", verb: "convert"))
    }
    let ending = path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? ""
    guard let format = RDFFormat(fileExtension: ending) else {
      throw .unknownFormat(ending, choices: names, suggestion: nil)
    }
    return format
  }

  /// The `file:` IRI of a path; standard input has none.
  private static func place(of path: String, _ invocation: Invocation) -> IRI? {
    guard path != "-" else { return nil }
    let whole = path.hasPrefix("/") ? path : invocation.workingFolder + "/" + path
    var text = "file://"
    for byte in whole.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte & 0xdf)
        || "/-._~".utf8.contains(byte)
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + String(byte >> 4, radix: 16) + String(byte & 0xf, radix: 16)
      }
    }
    return IRI(text)
  }
}

extension RDFFormat {
  /// The format that a user names.
  static func named(_ name: String) throws(CommandError) -> RDFFormat {
    if let format = RDFFormat(name: name) { return format }
    let names = allCases.map(\.rawValue)
    throw .unknownFormat(
      name, choices: names, suggestion: Spelling.nearest(to: name, among: names))
  }
}
