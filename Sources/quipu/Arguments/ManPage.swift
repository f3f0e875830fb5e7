/// The manual page, in the macros of man(7), made from the command's syntax.
enum ManPage {
  /// The page for section 1.
  static func page(_ verbs: [Verb], version: String) -> String {
    var text = """
      .TH QUIPU 1 "" "quipu \(version)" "User Commands"
      .SH NAME
      quipu \\- a knowledge graph from documents, each statement with its sentence
      .SH SYNOPSIS
      .B quipu
      .I VERB
      [options] ...
      .SH DESCRIPTION
      Quipu reads a folder of documents and keeps a graph of what they state. Every statement can
      show the sentence that it came from. Nothing leaves the machine, and the same input gives the
      same graph.
      .PP
      A store is a folder. It is .quipu in the working folder or in one above it, unless
      .B \\-\\-store
      or the environment variable
      .B QUIPU_STORE
      names another.
      .SH VERBS

      """
    for verb in verbs {
      text += ".SS \(escaped(HelpText.usage(verb)))\n\(escaped(verb.summary)).\n"
      if !verb.details.isEmpty { text += ".PP\n\(escaped(verb.details))\n" }
      for option in verb.options {
        let (form, help) = HelpText.row(option)
        text += ".TP\n.B \(escaped(trimmed(form)))\n\(escaped(help))\n"
      }
      for example in verb.examples { text += ".PP\n.EX\n\(escaped(example))\n.EE\n" }
    }
    text += ".SH OPTIONS OF EVERY VERB\n"
    for option in commonOptions {
      let (form, help) = HelpText.row(option)
      text += ".TP\n.B \(escaped(trimmed(form)))\n\(escaped(help))\n"
    }
    text += """
      .SH EXIT STATUS
      0 if something was found or done, 1 if nothing was found, 2 after an error, also when only one
      of several documents could not be read.
      .SH ENVIRONMENT
      .TP
      .B QUIPU_STORE
      the store, if
      .B \\-\\-store
      is not given
      .TP
      .B NO_COLOR
      no colour, whatever the terminal

      """
    return text
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " })
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "." where result.isEmpty || result.last == "\n": result += "\\&."
      case "'" where result.isEmpty || result.last == "\n": result += "\\&'"
      case "…": result += "..."
      default: result.append(character)
      }
    }
    return result
  }
}
