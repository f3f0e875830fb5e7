import GraphModel

/// The graph as the page's program reads it: columns of numbers, and each text once.
///
/// Sentences come by document and place, statements by the sentence of their first piece of
/// evidence: so neighbouring numbers differ little and compress well. Columns that grow are
/// written as differences. A sentence is the quote of a piece of evidence. Words that stand in
/// one (values, qualifiers, the names of unnamed things) are written as their place in it.
struct PageData {
  /// What the page does not hold.
  private(set) var loss = ExportLoss()
  private let title: String
  private let picture: GraphPicture
  private var documents: [SourceDocument] = []
  private var entities: [Entity] = []
  private var sentences: [PageSentence] = []
  private var statements: [PageStatement] = []
  private var predicates = Numbering<Predicate>()
  private var values = Numbering<String>()

  /// A quote of a document.
  private struct PageSentence {
    let document: Int
    let evidence: Evidence
  }

  /// A statement and the numbers of its parts.
  private struct PageStatement {
    let statement: Statement
    let subject: Int
    let object: Int
    let predicate: Int
    let speaker: Int?
    let isAsserted: Bool
    var evidence: [Int]
  }

  /// A place in a document, to find equal quotes.
  private struct Place: Hashable {
    let document: Int
    let start: Int
    let end: Int
  }

  init(
    _ source: some StatementSource, _ picture: GraphPicture, _ options: ExportOptions
  ) throws {
    title = options.title
    self.picture = picture
    var documentNumbers: [DocumentID: Int] = [:]
    try source.forEachDocument { document in
      documentNumbers[document.id] = documents.count
      documents.append(document)
    }
    try source.forEachEntity { entities.append($0) }
    var kept: [Statement] = []
    var places: [Place: Int] = [:]
    try source.forEachStatement { statement in
      kept.append(statement)
      for piece in statement.evidence {
        guard let document = documentNumbers[piece.document] else { continue }
        let place = Place(document: document, start: piece.span.start, end: piece.span.end)
        guard places[place] == nil else { continue }
        places[place] = sentences.count
        sentences.append(PageSentence(document: document, evidence: piece))
      }
    }
    sentences.sort {
      ($0.document, $0.evidence.span.start, $0.evidence.span.end)
        < ($1.document, $1.evidence.span.start, $1.evidence.span.end)
    }
    for (number, sentence) in sentences.enumerated() {
      let span = sentence.evidence.span
      places[Place(document: sentence.document, start: span.start, end: span.end)] = number
    }
    for statement in kept {
      let evidence = statement.evidence.compactMap { piece in
        documentNumbers[piece.document].flatMap {
          places[Place(document: $0, start: piece.span.start, end: piece.span.end)]
        }
      }
      add(statement, evidence, options)
    }
    statements.sort {
      ($0.evidence.first ?? 0, $0.subject, $0.statement.id)
        < ($1.evidence.first ?? 0, $1.subject, $1.statement.id)
    }
  }

  private mutating func add(_ statement: Statement, _ evidence: [Int], _ options: ExportOptions) {
    let content = statement.content
    guard let subject = picture.number(of: content.subject),
      evidence.count == statement.evidence.count
    else { return }
    let object: Int
    switch content.object {
    case .entity(let id): object = picture.number(of: id) ?? -1
    // A clause without an object.
    case .literal(let literal) where literal.datatype == XSD.boolean: object = -1
    // A value whose words are the first sentence's words for the object, as most are.
    case .literal(let literal) where statement.evidence.first?.inside?.text == literal.shownText:
      object = -2
    case .literal(let literal): object = -3 - values.number(of: literal.shownText)
    }
    statements.append(
      PageStatement(
        statement: statement, subject: subject, object: object,
        predicate: predicates.number(of: content.predicate),
        speaker: content.speaker.flatMap { picture.number(of: $0) },
        isAsserted: options.assertion.covers(statement), evidence: evidence))
  }

  /// The whole as JSON.
  func json() throws -> [UInt8] {
    let sink = MemorySink()
    var json = JSONWriter(to: sink)
    json.beginObject()
    json.field("title", title)
    json.key("documents")
    json.beginArray()
    for document in documents {
      json.beginArray()
      json.value(document.name)
      json.value(document.title ?? "")
      json.value(document.date ?? "")
      json.endArray()
    }
    json.endArray()
    json.key("predicates")
    json.beginArray()
    for predicate in predicates.items {
      json.beginArray()
      json.value(predicate.label)
      // An open predicate's identifier can be told from a plain ASCII label.
      if predicate.id != "p:" + Slug.make(predicate.label) || !predicate.label.isASCII {
        json.value(predicate.id)
      }
      json.endArray()
    }
    json.endArray()
    json.field("values", values.items)
    writeEntities(to: &json)
    writeSentences(to: &json)
    json.key("statements")
    json.beginObject()
    writeStatements(to: &json)
    writeEvidence(to: &json)
    writeCircumstances(to: &json)
    json.endObject()
    json.endObject()
    try json.flush()
    return sink.bytes
  }

  private func writeEntities(to json: inout JSONWriter) {
    var types = Numbering<[String]>()
    let typeNumbers = entities.map { types.number(of: $0.types) }
    json.key("types")
    json.beginArray()
    for list in types.items {
      json.beginArray()
      for name in list { json.value(name) }
      json.endArray()
    }
    json.endArray()
    json.field("communities", picture.communityCount)
    json.key("entities")
    json.beginObject()
    let places = labelPlaces()
    json.field("label", entities.indices.map { places[$0] == nil ? entities[$0].label : "" })
    let placed = entities.indices.filter { places[$0] != nil }
    json.field("labelAt", Self.steps(placed))
    json.field("labelOf", placed.compactMap { places[$0] })
    json.field("id", entities.map(Self.shortID))
    json.field("type", typeNumbers)
    json.field("named", entities.map { $0.isNamed ? 1 : 0 })
    let numbers = entities.indices
    json.field("x", numbers.map { Self.whole(picture.place(of: $0).x) })
    json.field("y", numbers.map { Self.whole(picture.place(of: $0).y) })
    json.field("radius", numbers.map { Self.whole(picture.radius(of: $0)) })
    json.field("rank", numbers.map { Int((picture.rank(of: $0) * 1000).rounded()) })
    json.field("community", numbers.map { picture.community(of: $0) })
    let others = numbers.filter { !entities[$0].aliases.isEmpty }
    json.field("aliasAt", Self.steps(others))
    json.key("aliases")
    json.beginArray()
    for index in others {
      json.beginArray()
      for alias in entities[index].aliases { json.value(alias) }
      json.endArray()
    }
    json.endArray()
    json.endObject()
  }

  /// For unnamed things whose name is the words for a subject or object: twice the number of the
  /// piece of evidence, and one more if they are the object's.
  private func labelPlaces() -> [Int: Int] {
    var places: [Int: Int] = [:]
    var number = 0
    for row in statements {
      for piece in row.statement.evidence {
        for (side, index) in [row.subject, row.object].enumerated() where index >= 0 {
          guard !entities[index].isNamed, places[index] == nil,
            piece.words(side == 0 ? piece.subject : piece.object)?.text == entities[index].label
          else { continue }
          places[index] = 2 * number + side
        }
        number += 1
      }
    }
    return places
  }

  private func writeSentences(to json: inout JSONWriter) {
    json.key("sentences")
    json.beginObject()
    json.field("document", Self.steps(sentences.map(\.document)))
    json.field("number", sentences.map(\.evidence.sentence))
    json.field("text", sentences.map(\.evidence.quote))
    json.endObject()
  }

  private func writeStatements(to json: inout JSONWriter) {
    json.field("s", Self.steps(statements.map(\.subject)))
    json.field("p", statements.map(\.predicate))
    json.field("o", statements.map(\.object))
    json.field(
      "flags",
      statements.map { row in
        let content = row.statement.content
        let certainty = Certainty.allCases.firstIndex(of: content.certainty) ?? 0
        return (content.polarity == .negative ? 1 : 0) | certainty << 1 | (row.isAsserted ? 8 : 0)
      })
    json.field("confidence", statements.map { Int(($0.statement.confidence * 100).rounded()) })
    json.field("count", statements.map(\.evidence.count))
  }

  private func writeEvidence(to json: inout JSONWriter) {
    let pieces = statements.flatMap(\.statement.evidence)
    json.field("sentence", Self.steps(statements.flatMap(\.evidence)))
    for (name, mention) in [("subject", \Evidence.subject), ("object", \Evidence.object)] {
      let spans = pieces.map { piece -> (start: Int, length: Int) in
        // Where the mention stands in the quote, in code points, if it stands in it.
        guard let span = piece.words(piece[keyPath: mention])?.span else { return (0, 0) }
        return (span.start - piece.span.start, span.end - span.start)
      }
      json.field(name + "Start", spans.map(\.start))
      json.field(name + "Length", spans.map(\.length))
    }
  }

  private func writeCircumstances(to json: inout JSONWriter) {
    let spoken = statements.indices.filter { statements[$0].speaker != nil }
    json.field("speakerAt", Self.steps(spoken))
    json.field("speaker", spoken.compactMap { statements[$0].speaker })
    let timed = statements.indices.filter { statements[$0].statement.content.time != nil }
    json.field("timeAt", Self.steps(timed))
    json.key("time")
    json.beginArray()
    for time in timed.lazy.compactMap({ statements[$0].statement.content.time }) {
      json.beginArray()
      json.value(time.start ?? "")
      json.value(time.end ?? "")
      json.value(time.text)
      json.endArray()
    }
    json.endArray()
    let qualified = statements.indices.filter {
      !statements[$0].statement.content.qualifiers.isEmpty
    }
    json.field("qualifierAt", Self.steps(qualified))
    var roles = Numbering<String>()
    let qualifiers = qualified.flatMap { index in
      let statement = statements[index].statement
      return statement.content.qualifiers.map { qualifier in
        (
          role: roles.number(of: qualifier.role), text: qualifier.text,
          place: statement.evidence.first.flatMap { Self.place(of: qualifier.text, in: $0.quote) }
        )
      }
    }
    json.field(
      "qualifierCount", qualified.map { statements[$0].statement.content.qualifiers.count })
    json.field("roles", roles.items)
    json.field("role", qualifiers.map(\.role))
    json.field("wordsStart", qualifiers.map { $0.place?.start ?? -1 })
    json.field("wordsLength", qualifiers.map { $0.place?.length ?? 0 })
    json.field("words", qualifiers.filter { $0.place == nil }.map(\.text))
  }

  /// Where some words stand in a sentence, in code points.
  private static func place(
    of words: String, in sentence: String
  ) -> (start: Int, length: Int)? {
    let words = Array(words.unicodeScalars)
    let text = Array(sentence.unicodeScalars)
    guard let first = words.first, words.count <= text.count else { return nil }
    for start in 0...text.count - words.count where text[start] == first {
      if text[start..<start + words.count].elementsEqual(words) { return (start, words.count) }
    }
    return nil
  }

  /// What of an identifier cannot be told from a plain ASCII label: its last part; else all of it.
  ///
  /// Unnamed things, which nobody links to, have none.
  private static func shortID(_ entity: Entity) -> String {
    let id = entity.id.value
    guard entity.isNamed else { return "" }
    guard entity.label.isASCII else { return id }
    let start = "e:" + Slug.make(entity.label) + "-"
    guard id.hasPrefix(start), id.count > start.count else { return id }
    let rest = String(id.dropFirst(start.count))
    return rest.hasPrefix("e:") ? id : rest
  }

  private static func whole(_ value: Float) -> Int {
    Int(min(max(value, -1e9), 1e9).rounded())
  }

  /// The differences between neighbours, the first from 0.
  private static func steps(_ numbers: [Int]) -> [Int] {
    var last = 0
    return numbers.map { number in
      defer { last = number }
      return number - last
    }
  }
}

/// Items in the order in which they first came, with their numbers.
private struct Numbering<Item: Hashable> {
  private(set) var items: [Item] = []
  private var numbers: [Item: Int] = [:]

  mutating func number(of item: Item) -> Int {
    if let number = numbers[item] { return number }
    numbers[item] = items.count
    items.append(item)
    return items.count - 1
  }
}

extension Evidence {
  /// A mention, if it stands in the quote.
  fileprivate func words(_ mention: MentionText?) -> MentionText? {
    guard let mention, mention.span.start >= span.start, mention.span.end <= span.end else {
      return nil
    }
    return mention
  }

  /// The words for the object, if they stand in the quote.
  fileprivate var inside: MentionText? { words(object) }
}

extension String {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension JSONWriter {
  /// Writes a member whose value is an array of whole numbers.
  fileprivate mutating func field(_ name: String, _ numbers: [Int]) {
    key(name)
    beginArray()
    for number in numbers { value(number) }
    endArray()
  }
}
