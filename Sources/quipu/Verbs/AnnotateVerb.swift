import GraphFormats
import Indexer

/// The verb `quipu annotate FILE…`.
enum AnnotateVerb {
  static let verb = Verb(
    name: "annotate", summary: "Show what the reader sees: sentences, tree, names, dates, amounts",
    details: """
      Text output is a word a line: number, word, lemma, part of speech, head, relation, and the
      entity that a phrase refers to. With --json a document is a line. With --pretokenized the
      input is CoNLL-U, whose words are kept, and so is the output.
      """,
    examples: [
      "quipu annotate article.txt", "quipu annotate --json a.txt b.txt",
      "quipu annotate --pretokenized conllu gold.conllu",
    ],
    options: [
      .value(
        "pretokenized", nil, "FORMAT", "the input has its words already", choices: ["conllu"])
    ],
    arguments: [ArgumentSyntax(name: "FILE", maximum: .max)]
  ) { invocation throws(CommandError) in
    let (files, unread) = Inputs.read(invocation.arguments.arguments)
    let reader = try Inputs.reader()
    if invocation.arguments.value("pretokenized") != nil {
      for file in files {
        do throws(IndexerError) {
          invocation.console.bytes(try reader.annotateCoNLLU(file.bytes))
        } catch {
          throw .annotation("\(Printable.line(file.name)): \(ErrorText.describe(.indexer(error)))")
        }
      }
      return Inputs.report(unread, found: true, invocation.console)
    }
    var isFound = false
    let failed = try reader.annotate(files) { annotation throws(CommandError) in
      isFound = true
      if invocation.json {
        try reading { try AnnotationJSON.write(annotation, to: invocation.console) }
      } else {
        AnnotationText.write(annotation, to: invocation.console)
      }
    }
    return Inputs.report(unread + failed, found: isFound, invocation.console)
  }
}
