/// The verb `quipu completions SHELL`.
enum CompletionsVerb {
  static let verb = Verb(
    name: "completions", summary: "Print the script that completes verbs in a shell",
    examples: ["quipu completions bash > ~/.local/share/bash-completion/completions/quipu"],
    arguments: [ArgumentSyntax(name: "SHELL")]
  ) { invocation throws(CommandError) in
    let shell = invocation.arguments.arguments[0]
    guard Completions.shells.contains(shell) else {
      throw .usage(
        .invalidChoice(
          shell, option: "SHELL", choices: Completions.shells,
          suggestion: Spelling.nearest(to: shell, among: Completions.shells)))
    }
    invocation.console.bytes(Array(Completions.script(for: shell, verbs: QuipuCommand.verbs).utf8))
    return .success
  }
}
