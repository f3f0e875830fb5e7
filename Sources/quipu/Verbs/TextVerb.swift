import GraphFormats
import Indexer

/// The verb `quipu text FILE`.
enum TextVerb {
  static let verb = Verb(
    name: "text", summary: "Show the clean text that is read from files",
    details: "Of an archive, a mailbox, a table or a feed, the text of each document in it.",
    examples: ["quipu text page.html", "quipu text --json page.html", "quipu text mail.mbox"],
    arguments: [ArgumentSyntax(name: "FILE", maximum: .max)]
  ) { invocation throws(CommandError) in
    var (files, failed) = Inputs.read(invocation.arguments.arguments)
    let reader = try Inputs.reader()
    for file in files {
      failed += reader.forEachText(of: file) { clean in
        if invocation.json {
          try? invocation.console.jsonObject { json in
            json.field("document", clean.name)
            json.field("title", clean.title)
            json.field("date", clean.date)
            json.field("language", clean.language)
            json.field("text", String(decoding: clean.text, as: UTF8.self))
          }
        } else {
          invocation.console.bytes(clean.text)
          if clean.text.last != 0x0a { invocation.console.line() }
        }
      }
    }
    return Inputs.report(failed, found: true, invocation.console)
  }
}
