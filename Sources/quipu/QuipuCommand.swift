import Glibc

/// The command.
@main
struct QuipuCommand {
  /// The version that `--version` prints.
  static let version = "0.1.0"

  /// Every verb, in the order of the help.
  static let verbs: [Verb] = [
    BuildVerb.verb, TriplesVerb.verb, AnnotateVerb.verb, TextVerb.verb, FindVerb.verb,
    ShowVerb.verb, QueryVerb.verb, UpdateVerb.verb, PathVerb.verb, WhyVerb.verb, ClaimsVerb.verb,
    SearchVerb.verb,
    StatsVerb.verb, StatusVerb.verb, VerifyVerb.verb, RemoveVerb.verb, MergeVerb.verb,
    SplitVerb.verb,
    UndoVerb.verb, ReviewVerb.verb, SchemaVerb.verb, EvalVerb.verb, ExportVerb.verb,
    ConvertVerb.verb, ImportVerb.verb,
    CompletionsVerb.verb, ManVerb.verb,
  ]

  static func main() {
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Does what was typed, and tells how it ended.
  private static func run(_ words: [String]) -> ExitCode {
    let console = Console(color: "auto", quiet: false)
    guard let name = words.first, name != "--help", name != "-h", name != "help" || words.count > 1
    else {
      console.bytes(Array(HelpText.overview(verbs).utf8))
      console.flush()
      return words.isEmpty ? .failure : .success
    }
    if name == "--version" {
      console.line("quipu \(version)")
      console.flush()
      return .success
    }
    let asksHelp = name == "help"
    let wanted = asksHelp ? words[1] : name
    guard let verb = verbs.first(where: { $0.name == wanted }) else {
      let near = Spelling.nearest(to: wanted, among: verbs.map(\.name))
      return fail(.usage(.unknownVerb(wanted, suggestion: near)), console)
    }
    do throws(UsageError) {
      let arguments = try ParsedArguments(asksHelp ? ["--help"] : words.dropFirst(), verb: verb)
      return run(verb, arguments)
    } catch {
      return fail(.usage(error), console)
    }
  }

  private static func run(_ verb: Verb, _ arguments: ParsedArguments) -> ExitCode {
    let console = Console(
      color: arguments.value("color") ?? "auto", quiet: arguments.flags.contains("quiet"))
    defer { console.flush() }
    guard !arguments.flags.contains("help") else {
      console.bytes(Array(HelpText.verb(verb).utf8))
      return .success
    }
    do throws(CommandError) {
      return try verb.run(Invocation(arguments: arguments, console: console))
    } catch {
      return fail(error, console)
    }
  }

  private static func fail(_ error: CommandError, _ console: Console) -> ExitCode {
    console.complain("quipu: " + ErrorText.describe(error))
    return .failure
  }
}
