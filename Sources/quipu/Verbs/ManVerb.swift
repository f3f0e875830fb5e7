/// The verb `quipu man`.
enum ManVerb {
  static let verb = Verb(
    name: "man", summary: "Print the manual page",
    examples: ["quipu man > quipu.1", "quipu man | man -l -"]
  ) { invocation throws(CommandError) in
    let page = ManPage.page(QuipuCommand.verbs, version: QuipuCommand.version)
    invocation.console.bytes(Array(page.utf8))
    return .success
  }
}
