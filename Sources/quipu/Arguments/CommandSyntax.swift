/// One option of the command or of a verb: `--limit N`, `-o FILE`.
struct OptionSyntax: Sendable {
  /// The name after two hyphens.
  var long: String
  /// The letter after one hyphen.
  var short: Character?
  /// What the value is called in the help, or `nil` for a switch.
  var value: String?
  /// The values allowed; empty allows any.
  var choices: [String] = []
  /// Whether it may be given several times.
  var repeats = false
  /// What it does, in a few words.
  var help: String

  /// A switch without a value.
  static func flag(_ long: String, _ short: Character? = nil, _ help: String) -> OptionSyntax {
    OptionSyntax(long: long, short: short, help: help)
  }

  /// An option with a value.
  static func value(
    _ long: String, _ short: Character? = nil, _ value: String, _ help: String,
    choices: [String] = [], repeats: Bool = false
  ) -> OptionSyntax {
    OptionSyntax(
      long: long, short: short, value: value, choices: choices, repeats: repeats, help: help)
  }
}

/// An argument that is told by its place.
struct ArgumentSyntax: Sendable {
  /// What it is called in the help: `ENTITY`.
  var name: String
  /// How many there must be at least.
  var minimum = 1
  /// How many there may be at most.
  var maximum = 1
}

/// A verb of the command: its words, its help, and what it does.
struct Verb: Sendable {
  /// The word to type.
  var name: String
  /// What it does, in one line.
  var summary: String
  /// More words for the help, in lines of at most 80 characters.
  var details = ""
  /// Commands that show it at work.
  var examples: [String]
  /// Its options, without the ones that every verb has.
  var options: [OptionSyntax] = []
  /// Its arguments.
  var arguments: [ArgumentSyntax] = []
  /// Does it.
  var run: @Sendable (Invocation) throws(CommandError) -> ExitCode
}

/// The numbers that the command ends with.
enum ExitCode: Int32, Sendable {
  /// Something was found or done.
  case success = 0
  /// Nothing was found.
  case nothing = 1
  /// There was an error, perhaps with one of several documents.
  case failure = 2
}

/// The options that every verb has.
let commonOptions: [OptionSyntax] = [
  .value("store", nil, "FOLDER", "the store (default: .quipu here or in a folder above)"),
  .flag("json", nil, "JSON Lines instead of text"),
  .value("color", nil, "WHEN", "colour in text", choices: ["auto", "always", "never"]),
  .flag("quiet", "q", "no talk on standard error but errors"),
  .flag("help", "h", "show this help"),
]
