import GraphFormats
import Indexer

/// Writes what the reader saw in a document as a line of JSON.
enum AnnotationJSON {
  /// Writes the line.
  static func write(_ annotation: Annotation, to console: Console) throws {
    try console.jsonObject { json in
      json.field("document", annotation.document)
      json.field("title", annotation.title)
      json.field("date", annotation.date)
      json.field("language", annotation.language)
      json.field("text", annotation.text)
      list("sentences", annotation.sentences, &json) { sentence, json in
        json.field("start", sentence.start)
        json.field("end", sentence.end)
        list("tokens", sentence.tokens, &json, token)
      }
      list("mentions", annotation.mentions, &json) { mention, json in
        json.field("start", mention.start)
        json.field("end", mention.end)
        json.field("type", mention.type)
        json.field("kind", mention.kind)
        json.field("entity", mention.entity)
      }
      list("times", annotation.times, &json) { time, json in
        json.field("start", time.start)
        json.field("end", time.end)
        json.field("value", time.value)
        json.field("type", time.type)
      }
      list("amounts", annotation.amounts, &json) { amount, json in
        json.field("start", amount.start)
        json.field("end", amount.end)
        json.field("value", amount.value)
        json.field("upper", amount.upper)
        json.field("unit", amount.unit)
        json.field("cue", amount.cue)
      }
    }
  }

  private static func token(_ token: Annotation.Token, _ json: inout JSONWriter) {
    json.field("start", token.start)
    json.field("end", token.end)
    json.field("text", token.text)
    json.field("lemma", token.lemma)
    json.field("upos", token.upos)
    json.field("xpos", token.xpos)
    json.field("head", token.head)
    json.field("deprel", token.deprel)
  }

  private static func list<Item>(
    _ name: String, _ items: [Item], _ json: inout JSONWriter,
    _ body: (Item, inout JSONWriter) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for item in items {
      json.beginObject()
      body(item, &json)
      json.endObject()
    }
    json.endArray()
  }
}

/// Writes what the reader saw in a document for a person.
enum AnnotationText {
  /// Writes a word a line, with tabs, and a blank line after each sentence.
  static func write(_ annotation: Annotation, to console: Console) {
    console.line("# document = \(Printable.line(annotation.document))")
    if let title = annotation.title { console.line("# title = \(Printable.line(title))") }
    if let date = annotation.date { console.line("# date = \(date)") }
    for sentence in annotation.sentences {
      console.line()
      for (index, token) in sentence.tokens.enumerated() {
        let marks = annotation.mentions.filter { $0.start == token.start }.map(\.entity)
        let times = annotation.times.filter { $0.start == token.start }.map { $0.value ?? "?" }
        let amounts = annotation.amounts.filter { $0.start == token.start }.map {
          $0.value + ($0.unit.map { " " + $0 } ?? "")
        }
        let notes = (marks + times + amounts).joined(separator: " | ")
        console.line(
          "\(index + 1)\t\(Printable.line(token.text))\t\(token.lemma)\t\(token.upos)\t"
            + "\(token.head + 1)\t\(token.deprel)" + (notes.isEmpty ? "" : "\t\(notes)"))
      }
    }
    console.line()
  }
}
