import GraphModel

/// Shows statements to a person, with the names of the things in them.
struct StatementText {
  private let source: any StatementSource
  private let console: Console
  private var labels: [EntityID: String] = [:]

  /// Creates a printer over the graph that the statements are from.
  init(_ source: any StatementSource, _ console: Console) {
    self.source = source
    self.console = console
  }

  /// The name of an entity, on one line.
  mutating func label(_ id: EntityID) throws -> String {
    if let known = labels[id] { return known }
    let label = Printable.line(try source.entity(id)?.label ?? id.value, limit: 80)
    labels[id] = label
    return label
  }

  /// The words for a thing or a value.
  mutating func object(_ object: StatementObject) throws -> String {
    switch object {
    case .entity(let id): try label(id)
    case .literal(let literal): Printable.line(StatementText.literal(literal), limit: 120)
    }
  }

  /// The words for a value: as the text has them, with the number if they do not show it.
  static func literal(_ literal: Literal) -> String {
    guard let unit = literal.unit else {
      return literal.text.isEmpty ? literal.value : literal.text
    }
    let value = "\(literal.value) \(unit)"
    return literal.text.isEmpty ? value : "\(literal.text) (\(value))"
  }

  /// A statement on one line: what it says, when, how sure, and its identifier.
  mutating func line(_ statement: Statement) throws -> String {
    let content = statement.content
    var text = Style.bold(try label(content.subject), console)
    text += " " + Style.cyan(StatementText.predicate(content), console)
    if case .literal(let literal) = content.object, literal.datatype == XSD.boolean {
    } else {
      text += " " + Style.bold(try object(content.object), console)
    }
    text += try circumstances(content)
    return text + "  " + Style.dim(statement.id.value, console)
  }

  /// What a statement says besides subject, predicate and object, with a space before it.
  mutating func circumstances(_ content: Statement.Content) throws -> String {
    var notes: [String] = []
    if let time = content.time { notes.append(StatementText.time(time)) }
    for qualifier in content.qualifiers {
      notes.append("\(Printable.line(qualifier.role)): \(try object(qualifier.value))")
    }
    var text = notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")"
    if content.polarity == .negative { text += " " + Style.red("[denied]", console) }
    if content.certainty != .certain {
      text += " " + Style.yellow("[\(content.certainty.rawValue)]", console)
    }
    if let speaker = content.speaker { text += " — says \(try label(speaker))" }
    return text
  }

  /// The words of a predicate.
  static func predicate(_ content: Statement.Content) -> String {
    Printable.line(content.predicate.label, limit: 80)
  }

  /// The words of a time, with the value that they stand for.
  static func time(_ time: StatementTime) -> String {
    let value =
      switch (time.start, time.end) {
      case (let start?, let end?): start == end ? start : "\(start) to \(end)"
      case (let start?, nil): "from \(start)"
      case (nil, let end?): "until \(end)"
      case (nil, nil): ""
      }
    let words = Printable.line(time.text, limit: 60)
    return value.isEmpty || value == words ? words : "\(words), \(value)"
  }

  /// The quote of a piece of evidence, with the words for subject and object marked.
  func quote(_ evidence: Evidence) -> String {
    let scalars = Array(evidence.quote.unicodeScalars)
    var marks: [(range: Range<Int>, style: Style)] = []
    for (mention, style) in [(evidence.subject, Style.marked), (evidence.object, Style.marked)] {
      guard let span = mention?.span else { continue }
      let start = max(span.start, evidence.span.start) - evidence.span.start
      let end = min(span.end, evidence.span.end) - evidence.span.start
      if start < end, end <= scalars.count,
        !marks.contains(where: { $0.range.overlaps(start..<end) })
      {
        marks.append((start..<end, style))
      }
    }
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
    var text = ""
    var place = 0
    for mark in marks {
      text += Self.string(scalars[place..<mark.range.lowerBound])
      text += mark.style(Self.string(scalars[mark.range]), console)
      place = mark.range.upperBound
    }
    return text + Self.string(scalars[place...])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in scalars {
      let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
      text.unicodeScalars.append(isControl ? " " : scalar)
    }
    return text
  }
}
