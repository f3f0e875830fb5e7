import GraphFormats
import GraphModel
import GraphStore

/// The verb `quipu search TEXT`.
enum SearchVerb {
  static let verb = Verb(
    name: "search", summary: "Search the sentences of all documents",
    details:
      "All words must occur; the last may be unfinished. \"Quoted words\" stand side by side.",
    examples: [
      "quipu search initial public offering", "quipu search '\"human rights\"' --limit 5",
    ],
    options: [.value("limit", nil, "N", "show at most N (default 20)")],
    arguments: [ArgumentSyntax(name: "TEXT", maximum: .max)]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let limit = try invocation.number("limit", default: 20)
    let text = invocation.arguments.arguments.joined(separator: " ")
    return try reading {
      let matches = try snapshot.searchSentences(text, limit: limit)
      for match in matches {
        guard let document = try snapshot.document(match.document) else { continue }
        if invocation.json {
          try invocation.console.jsonObject { json in
            json.field("document", document.name)
            json.field("sentence", match.sentence)
            json.field("text", match.text)
            json.key("score")
            json.value((match.score * 1000).rounded() / 1000)
          }
        } else {
          invocation.console.line(
            Style.dim("\(Printable.line(document.name)):\(match.sentence + 1):", invocation.console)
              + " " + Printable.line(match.text))
        }
      }
      return matches.isEmpty ? .nothing : .success
    }
  }
}
