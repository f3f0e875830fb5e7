import GraphModel

/// Datatypes that take one byte; their place in the list, plus one, is on disk and never changes.
private let knownDatatypes: [IRI] = [
  XSD.string, XSD.boolean, XSD.integer, XSD.decimal, XSD.date, XSD.gYear, XSD.gYearMonth,
]

/// The bits of the byte that a statement starts with.
private enum Flag {
  static let negative: UInt8 = 1
  static let speaker: UInt8 = 2
  static let time: UInt8 = 4
  static let qualifiers: UInt8 = 8
  static let certaintyShift: UInt8 = 4
}

extension ByteWriter {
  /// Appends a statement with its evidence; the identifier follows from the content.
  mutating func statement(_ statement: Statement) {
    let content = statement.content
    var flags: UInt8 = content.polarity == .negative ? Flag.negative : 0
    if content.speaker != nil { flags |= Flag.speaker }
    if content.time != nil { flags |= Flag.time }
    if !content.qualifiers.isEmpty { flags |= Flag.qualifiers }
    flags |= Certainty.code(content.certainty) << Flag.certaintyShift
    byte(flags)
    double(statement.confidence)
    text(content.subject.value)
    text(content.predicate.id)
    text(content.predicate.label)
    object(content.object)
    if let speaker = content.speaker { text(speaker.value) }
    if let time = content.time {
      text(time.start)
      text(time.end)
      text(time.text)
    }
    if !content.qualifiers.isEmpty {
      number(content.qualifiers.count)
      for qualifier in content.qualifiers {
        text(qualifier.role)
        object(qualifier.value)
        text(qualifier.text)
      }
    }
    number(statement.evidence.count)
    for piece in statement.evidence { evidence(piece) }
  }

  private mutating func object(_ object: StatementObject) {
    switch object {
    case .entity(let id):
      byte(0)
      text(id.value)
    case .literal(let literal):
      byte(1)
      text(literal.value)
      if let place = knownDatatypes.firstIndex(of: literal.datatype) {
        byte(UInt8(place + 1))
      } else {
        byte(0)
        text(literal.datatype.value)
      }
      text(literal.unit)
      text(literal.text)
      text(literal.cue)
    }
  }

  private mutating func evidence(_ piece: Evidence) {
    document(piece.document)
    number(piece.sentence)
    span(piece.span)
    text(piece.quote)
    text(piece.rule)
    mention(piece.subject)
    mention(piece.object)
    text(piece.predicateText)
  }

  private mutating func span(_ span: TextSpan) {
    number(span.start)
    number(span.end - span.start)
  }

  private mutating func mention(_ mention: MentionText?) {
    byte(mention == nil ? 0 : 1)
    guard let mention else { return }
    text(mention.text)
    span(mention.span)
  }
}

extension ByteReader {
  /// Reads a statement with its evidence.
  mutating func statement() throws(EncodingFault) -> Statement {
    let flags = try byte()
    guard let certainty = Certainty.of(code: flags >> Flag.certaintyShift) else { throw .number }
    let confidence = try double()
    let subject = EntityID(try text())
    let predicate = Predicate(id: try text(), label: try text())
    var content = Statement.Content(
      subject: subject, predicate: predicate, object: try object(),
      polarity: flags & Flag.negative == 0 ? .positive : .negative, certainty: certainty)
    if flags & Flag.speaker != 0 { content.speaker = EntityID(try text()) }
    if flags & Flag.time != 0 {
      content.time = StatementTime(
        start: try optionalText(), end: try optionalText(), text: try text())
    }
    if flags & Flag.qualifiers != 0 {
      for _ in 0..<(try count()) {
        content.qualifiers.append(
          Qualifier(role: try text(), value: try object(), text: try text()))
      }
    }
    let total = try count()
    guard total > 0 else { throw .number }
    let first = try evidence()
    var rest: [Evidence] = []
    for _ in 1..<total { rest.append(try evidence()) }
    return Statement(content, confidence: confidence, from: first, rest)
  }

  private mutating func object() throws(EncodingFault) -> StatementObject {
    guard try flag() else { return .entity(EntityID(try text())) }
    let value = try text()
    let code = Int(try byte())
    guard code <= knownDatatypes.count else { throw .number }
    let datatype = code == 0 ? IRI(try text()) : knownDatatypes[code - 1]
    return .literal(
      Literal(
        value: value, datatype: datatype, unit: try optionalText(), text: try text(),
        cue: try optionalText()))
  }

  private mutating func evidence() throws(EncodingFault) -> Evidence {
    Evidence(
      document: try document(), sentence: try number(), span: try span(), quote: try text(),
      rule: try text(), subject: try mention(), object: try mention(), predicateText: try text())
  }

  private mutating func span() throws(EncodingFault) -> TextSpan {
    let start = try number()
    let (end, overflow) = start.addingReportingOverflow(try number())
    guard start >= 0, !overflow, start < end, let span = TextSpan(start..<end) else {
      throw .number
    }
    return span
  }

  private mutating func mention() throws(EncodingFault) -> MentionText? {
    guard try flag() else { return nil }
    return MentionText(text: try text(), span: try span())
  }
}

extension Certainty {
  /// The number on disk, which never changes.
  fileprivate static func code(_ certainty: Certainty) -> UInt8 {
    switch certainty {
    case .certain: 0
    case .probable: 1
    case .possible: 2
    case .unknown: 3
    }
  }

  fileprivate static func of(code: UInt8) -> Certainty? {
    switch code {
    case 0: .certain
    case 1: .probable
    case 2: .possible
    case 3: .unknown
    default: nil
    }
  }
}
