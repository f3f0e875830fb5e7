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
      try list("sentences", annotation.sentences, &json) { sentence, json in
        json.field("start", sentence.start)
        json.field("end", sentence.end)
        try list("tokens", sentence.tokens, &json, token)
      }
      try list("mentions", annotation.mentions, &json) { mention, json in
        json.field("start", mention.start)
        json.field("end", mention.end)
        json.field("type", mention.type)
        json.field("kind", mention.kind)
        json.field("entity", mention.entity)
      }
      try list("times", annotation.times, &json) { time, json in
        json.field("start", time.start)
        json.field("end", time.end)
        json.field("value", time.value)
        json.field("type", time.type)
      }
      try list("amounts", annotation.amounts, &json) { amount, json in
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

  /// Writes a list, and hands its bytes on as it goes: the line of a long document is never whole in memory.
  private static func list<Items: Sequence>(
    _ name: String, _ items: Items, _ json: inout JSONWriter,
    _ body: (Items.Element, inout JSONWriter) throws -> Void
  ) throws {
    json.key(name)
    json.beginArray()
    for item in items {
      json.beginObject()
      try body(item, &json)
      json.endObject()
      try json.checkpoint()
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
    var mentions = Walk(annotation.mentions, \.start)
    var times = Walk(annotation.times, \.start)
    var amounts = Walk(annotation.amounts, \.start)
    for sentence in annotation.sentences {
      console.line()
      for (index, token) in sentence.tokens.enumerated() {
        let marks = mentions.items(at: token.start).map(\.entity)
        let values = times.items(at: token.start).map { $0.value ?? "?" }
        let numbers = amounts.items(at: token.start).map {
          $0.value + ($0.unit.map { " " + $0 } ?? "")
        }
        let notes = (marks + values + numbers).joined(separator: " | ")
        console.line(
          "\(index + 1)\t\(Printable.line(token.text))\t\(token.lemma)\t\(token.upos)\t"
            + "\(token.head + 1)\t\(token.deprel)" + (notes.isEmpty ? "" : "\t\(notes)"))
      }
    }
    console.line()
  }

  /// Goes through things in order of their places, as far as is asked for.
  private struct Walk<Item> {
    private let items: [Item]
    private let start: (Item) -> Int
    private var next = 0

    /// Begins with the first thing; they are in order of their starts.
    init(_ items: [Item], _ start: @escaping (Item) -> Int) {
      self.items = items
      self.start = start
    }

    /// The things that begin at a place; places are asked for in order.
    mutating func items(at place: Int) -> ArraySlice<Item> {
      while next < items.count, start(items[next]) < place { next += 1 }
      return items[next...].prefix { start($0) == place }
    }
  }
}
