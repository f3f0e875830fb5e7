/// Shell scripts that complete verbs and options, made from the command's syntax.
enum Completions {
  /// The shells that there is a script for.
  static let shells = ["bash", "zsh", "fish"]

  /// The script for a shell of ``shells``.
  static func script(for shell: String, verbs: [Verb]) -> String {
    switch shell {
    case "zsh": zsh(verbs)
    case "fish": fish(verbs)
    default: bash(verbs)
    }
  }

  private static func options(of verb: Verb) -> [OptionSyntax] { verb.options + commonOptions }

  private static func bash(_ verbs: [Verb]) -> String {
    var text = """
      _quipu() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W '\(verbs.map(\.name).joined(separator: " ")) --help --version' -- "$cur"))
          return
        fi
        case ${COMP_WORDS[1]} in

      """
    for verb in verbs {
      for option in options(of: verb) where !option.choices.isEmpty {
        text += "  \(verb.name)) [ \"$prev\" = --\(option.long) ] && "
        text += "words='\(option.choices.joined(separator: " "))';;&\n"
      }
      let names = options(of: verb).map { "--" + $0.long }.joined(separator: " ")
      text += "  \(verb.name)) [ -z \"$words\" ] && [[ $cur == -* ]] && words='\(names)';;\n"
    }
    text += """
        esac
        if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$cur"))
        else COMPREPLY=($(compgen -f -- "$cur")); fi
      }
      complete -o filenames -F _quipu quipu

      """
    return text
  }

  private static func zsh(_ verbs: [Verb]) -> String {
    func quoted(_ text: String) -> String {
      text.filter { !"'[]:".contains($0) }
    }
    var text = "#compdef quipu\n_quipu() {\n  local -a verbs\n  if (( CURRENT == 2 )); then\n"
    text +=
      "    verbs=(\(verbs.map { "'\($0.name):\(quoted($0.summary))'" }.joined(separator: " ")))\n"
    text += "    _describe verb verbs\n    return\n  fi\n  case ${words[2]} in\n"
    for verb in verbs {
      text += "  \(verb.name)) _arguments"
      for option in options(of: verb) {
        let value =
          option.value.map { name in
            option.choices.isEmpty
              ? ":\(name):_files" : ":\(name):(\(option.choices.joined(separator: " ")))"
          } ?? ""
        text += " \\\n    '--\(option.long)\(option.value == nil ? "" : "=")"
        text += "[\(quoted(option.help))]\(value)'"
      }
      text += " \\\n    '*:file:_files' ;;\n"
    }
    return text + "  esac\n}\n_quipu \"$@\"\n"
  }

  private static func fish(_ verbs: [Verb]) -> String {
    func quoted(_ text: String) -> String {
      text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
    }
    var text = ""
    for verb in verbs {
      text += "complete -c quipu -n __fish_use_subcommand -a \(verb.name) "
      text += "-d '\(quoted(verb.summary))'\n"
      for option in options(of: verb) {
        text += "complete -c quipu -n '__fish_seen_subcommand_from \(verb.name)' -l \(option.long)"
        if let short = option.short { text += " -s \(short)" }
        if option.value != nil { text += " -r" }
        if !option.choices.isEmpty { text += " -f -a '\(option.choices.joined(separator: " "))'" }
        text += " -d '\(quoted(option.help))'\n"
      }
    }
    return text
  }
}
