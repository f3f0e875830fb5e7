import GraphModel

/// The graph as the page's program reads it: texts as JSON, each once, and columns of numbers.
///
/// Sentences come by document and place, statements by the sentence of their first piece of
/// evidence, entities as they are met there: so neighbouring numbers differ little and compress
/// well. A sentence is the quote of a piece of evidence. Words that stand in one (values, qualifiers,
/// most names) are written as their place in it. `Page/1-data.js` reads all this.
struct PageData {
  let picture: GraphPicture
  private let title: String
  private var documents: [SourceDocument] = []
  private(set) var entities: [Entity] = []
  private(set) var sentences: [PageSentence] = []
  private(set) var statements: [PageStatement] = []
  private(set) var order: PageOrder

  /// A quote of a document.
  struct PageSentence {
    let document: Int
    let evidence: Evidence
  }

  /// A statement and the numbers of its parts.
  struct PageStatement {
    let statement: Statement
    let subject: Int
    let object: PageObject
    let speaker: Int?
    let isAsserted: Bool
    /// The numbers of its sentences, one for each piece of evidence.
    let evidence: [Int]
  }

  /// What a statement is about, and how the page tells it.
  enum PageObject {
    case entity(Int)
    /// A clause without an object.
    case none
    /// A value whose words are the first sentence's words for the object, as most are.
    case words
    case value(String)

    /// The number of the case.
    var kind: Int {
      switch self {
      case .entity: 0
      case .none: 1
      case .words: 2
      case .value: 3
      }
    }
  }

  init(
    _ source: some StatementSource, _ picture: GraphPicture, _ options: ExportOptions
  ) throws {
    title = options.title
    self.picture = picture
    var documentNumbers: [DocumentID: Int] = [:]
    var documents: [SourceDocument] = []
    try source.forEachDocument { document in
      documentNumbers[document.id] = documents.count
      documents.append(document)
    }
    self.documents = documents
    var entities: [Entity] = []
    try source.forEachEntity { entities.append($0) }
    self.entities = entities
    var kept: [Statement] = []
    try source.forEachStatement { kept.append($0) }
    let numbers = PageSentences(kept, documentNumbers)
    sentences = numbers.sentences
    statements = kept.compactMap { statement -> PageStatement? in
      guard let subject = picture.number(of: statement.content.subject),
        let object = Self.object(of: statement, picture)
      else { return nil }
      let evidence = statement.evidence.compactMap { numbers.number(of: $0) }
      guard evidence.count == statement.evidence.count else { return nil }
      return PageStatement(
        statement: statement, subject: subject, object: object,
        speaker: statement.content.speaker.flatMap { picture.number(of: $0) },
        isAsserted: options.assertion.covers(statement), evidence: evidence)
    }
    statements.sort {
      ($0.evidence.first ?? 0, $0.subject, $0.statement.id)
        < ($1.evidence.first ?? 0, $1.subject, $1.statement.id)
    }
    order = PageOrder(
      count: entities.count,
      rows: statements.map { row in
        if case .entity(let object) = row.object { return (row.subject, object, row.speaker) }
        return (row.subject, nil, row.speaker)
      })
  }

  private static func object(of statement: Statement, _ picture: GraphPicture) -> PageObject? {
    switch statement.content.object {
    case .entity(let id): picture.number(of: id).map { .entity($0) }
    case .literal(let literal) where literal.datatype == XSD.boolean: PageObject.none
    case .literal(let literal):
      if let words = statement.evidence.first?.objectWords,
        ExactText.isSame(words, literal.shownText)
      {
        PageObject.words
      } else {
        .value(literal.shownText)
      }
    }
  }

  /// The whole: the texts as JSON, a byte 0, and the columns.
  func packed() throws -> [UInt8] {
    let sink = MemorySink()
    var json = JSONWriter(to: sink)
    var columns = PageColumns()
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
    writeEntities(to: &json, &columns)
    json.field("sentences", sentences.map(\.evidence.quote))
    columns.add("document", growing: sentences.map(\.document))
    columns.add("number", sentenceSteps())
    writeStatements(to: &json, &columns)
    writeEvidence(to: &columns)
    writeCircumstances(to: &json, &columns)
    json.key("columns")
    json.beginArray()
    for (name, count) in columns.index {
      json.beginArray()
      json.value(name)
      json.value(count)
      json.endArray()
    }
    json.endArray()
    json.endObject()
    try json.flush()
    return sink.bytes + [0] + columns.bytes
  }
}

extension PageData {
  /// How far each sentence comes behind the one before, or behind the beginning of its document.
  private func sentenceSteps() -> [Int] {
    sentences.indices.map { index in
      let sentence = sentences[index]
      let isFirst = index == 0 || sentences[index - 1].document != sentence.document
      return sentence.evidence.sentence - (isFirst ? 0 : sentences[index - 1].evidence.sentence)
    }
  }
}

/// The sentences of a graph in the page's order, each once.
private struct PageSentences {
  private(set) var sentences: [PageData.PageSentence] = []
  private let documents: [DocumentID: Int]
  private var numbers: [Place: Int] = [:]

  /// A place in a document, to find equal quotes.
  private struct Place: Hashable {
    let document: DocumentID
    let span: TextSpan
  }

  init(_ statements: [Statement], _ documents: [DocumentID: Int]) {
    self.documents = documents
    for piece in statements.lazy.flatMap(\.evidence) {
      let place = Place(document: piece.document, span: piece.span)
      guard let document = documents[piece.document], numbers[place] == nil else { continue }
      numbers[place] = sentences.count
      sentences.append(PageData.PageSentence(document: document, evidence: piece))
    }
    sentences.sort {
      ($0.document, $0.evidence.span.start, $0.evidence.span.end)
        < ($1.document, $1.evidence.span.start, $1.evidence.span.end)
    }
    for (number, sentence) in sentences.enumerated() {
      let piece = sentence.evidence
      numbers[Place(document: piece.document, span: piece.span)] = number
    }
  }

  func number(of piece: Evidence) -> Int? {
    numbers[Place(document: piece.document, span: piece.span)]
  }
}

/// Items in the order in which they first came, with their numbers.
struct Numbering<Item: Hashable> {
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
  func inQuote(_ mention: MentionText?) -> MentionText? {
    guard let mention, mention.span.start >= span.start, mention.span.end <= span.end else {
      return nil
    }
    return mention
  }

  /// The words for the object, if they stand in the quote.
  fileprivate var objectWords: String? { inQuote(object)?.text }
}
