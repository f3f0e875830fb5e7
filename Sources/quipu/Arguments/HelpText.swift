/// The help that the command prints, made from its syntax.
enum HelpText {
  /// The help of the whole command.
  static func overview(_ verbs: [Verb]) -> String {
    var text = """
      Quipu turns a folder of documents into a knowledge graph in which every statement
      can show the sentence it came from.

      Usage: quipu VERB [options] …

      Verbs:

      """
    text += table(verbs.map { ($0.name, $0.summary) })
    text += """

      Start:    quipu build FOLDER, then quipu find NAME, quipu show NAME
      Help:     quipu VERB --help
      Version:  quipu --version

      """
    return text
  }

  /// The help of one verb.
  static func verb(_ verb: Verb) -> String {
    var text = verb.summary + "\n\nUsage: " + usage(verb) + "\n"
    if !verb.details.isEmpty { text += "\n" + verb.details + "\n" }
    text += "\nOptions:\n" + table((verb.options + commonOptions).map(row))
    text += verb.examples.count == 1 ? "\nExample:\n" : "\nExamples:\n"
    for example in verb.examples { text += "  " + example + "\n" }
    return text
  }

  /// The line that shows a verb's form.
  static func usage(_ verb: Verb) -> String {
    var text = "quipu \(verb.name) [options]"
    for argument in verb.arguments {
      let many = argument.maximum > 1 ? "…" : ""
      text += argument.minimum == 0 ? " [\(argument.name)\(many)]" : " \(argument.name)\(many)"
    }
    return text
  }

  /// An option as it is typed, and its help.
  static func row(_ option: OptionSyntax) -> (String, String) {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.value.map { " " + $0 } ?? ""
    let choices = option.choices.isEmpty ? "" : " (\(option.choices.joined(separator: ", ")))"
    return (short + "--" + option.long + value, option.help + choices)
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  " + $0 + String(repeating: " ", count: width - $0.count + 2) + $1 + "\n" }
      .joined()
  }
}
