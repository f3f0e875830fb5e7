public import GraphModel

/// Writes a folder of Markdown notes that link to each other, as Obsidian and others open it.
///
/// Each entity has a note with what is said of it, sentence by sentence; each document has one with
/// its sentences, which the others link to. Facts, and claims that are none, stand under headings of
/// their own. Unnamed things have notes only if something is said of them. Memory grows with the
/// number of statements.
public struct VaultWriter: StatementTreeWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the graph.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to tree: some FileTree
  ) throws -> ExportLoss {
    let notes = try VaultNotes(source, options)
    var loss = ExportLoss()
    try notes.writeIndex(to: tree, &loss)
    try notes.writeEntities(to: tree, &loss)
    try notes.writeDocuments(to: tree, &loss)
    return loss
  }
}

/// The notes of a vault.
struct VaultNotes<Source: StatementSource> {
  private let source: Source
  private let options: ExportOptions
  private var statements: [Statement] = []
  /// For each entity the statements about it, and those that it is the object of.
  private var about: [EntityID: [Int]] = [:]
  private var toward: [EntityID: [Int]] = [:]
  private var paths: [EntityID: String] = [:]
  private var documentPaths: [DocumentID: String] = [:]

  init(_ source: Source, _ options: ExportOptions) throws {
    self.source = source
    self.options = options
    try source.forEachStatement { statement in
      about[statement.content.subject, default: []].append(statements.count)
      if case .entity(let object) = statement.content.object {
        toward[object, default: []].append(statements.count)
      }
      statements.append(statement)
    }
    var entityNames = NoteNames()
    var thingNames = NoteNames()
    try source.forEachEntity { entity in
      if entity.isNamed {
        paths[entity.id] = "Entities/" + entityNames.name(for: entity.label)
      } else if about[entity.id] != nil {
        paths[entity.id] = "Things/" + thingNames.name(for: entity.label)
      }
    }
    var documentNames = NoteNames()
    try source.forEachDocument { document in
      documentPaths[document.id] =
        "Documents/" + documentNames.name(for: document.title ?? document.name)
    }
  }

  func writeIndex(to tree: some FileTree, _ loss: inout ExportLoss) throws {
    var named: [(count: Int, entity: Entity)] = []
    try source.forEachEntity { entity in
      guard entity.isNamed else { return }
      named.append(((about[entity.id]?.count ?? 0) + (toward[entity.id]?.count ?? 0), entity))
    }
    named.sort { ($1.count, $0.entity.id) < ($0.count, $1.entity.id) }
    try note("Index.md", in: tree, &loss) { note in
      note.line("# " + note.plain(options.title))
      note.line()
      note.line(
        "\(documentPaths.count) documents, \(paths.count) notes on entities, "
          + "\(statements.count) statements. Every statement shows its sentence; what the documents "
          + "deny, hedge or only report stands under *Claims: not facts*.")
      note.line()
      note.line("## Most said of")
      note.line()
      for (count, entity) in named.prefix(50) {
        note.line("- \(link(entity, &note)) (\(count))")
      }
    }
  }

  func writeEntities(to tree: some FileTree, _ loss: inout ExportLoss) throws {
    try source.forEachEntity { entity in
      guard let path = paths[entity.id] else { return }
      try note(path + ".md", in: tree, &loss) { note in
        note.line("---")
        note.line("id: \(note.quoted(entity.id.value))")
        note.line("type: [\(entity.types.map { note.quoted($0) }.joined(separator: ", "))]")
        note.line("aliases: [\(entity.aliases.map { note.quoted($0) }.joined(separator: ", "))]")
        note.line("tags: [\(entity.types.map { note.quoted($0) }.joined(separator: ", "))]")
        note.line("---")
        note.line("# " + note.plain(entity.label))
        let own = (about[entity.id] ?? []).map { statements[$0] }
        try section("Facts", own.filter { options.assertion.covers($0) }, &note)
        try section("Claims: not facts", own.filter { !options.assertion.covers($0) }, &note)
        let others = (toward[entity.id] ?? []).map { statements[$0] }
          .filter { $0.content.subject != entity.id }
        if !others.isEmpty { note.line("\n## Said of others about it\n") }
        for statement in others {
          note.line("- " + (try sentence(statement, &note)))
        }
      }
    }
  }

  private func section(_ title: String, _ statements: [Statement], _ note: inout Note) throws {
    guard !statements.isEmpty else { return }
    note.line("\n## \(title)\n")
    for statement in statements {
      note.line("- " + (try sentence(statement, &note)))
      for piece in statement.evidence {
        note.line(
          "\t- “" + note.plain(piece.quote) + "” — "
            + (try place(of: piece, &note)) + ", " + note.plain(piece.rule))
      }
    }
  }

  /// A statement in words: subject, predicate, object, who says so, when.
  private func sentence(_ statement: Statement, _ note: inout Note) throws -> String {
    let content = statement.content
    var words = link(try source.shownEntity(content.subject), &note)
    words += " **" + note.plain(statement.markedLabel) + "**"
    switch content.object {
    case .entity(let id): words += " " + link(try source.shownEntity(id), &note)
    case .literal(let literal) where literal.datatype != XSD.boolean:
      words += " " + note.plain(literal.shownText)
      if literal.text != literal.value {
        words += " (\(note.plain([literal.value, literal.unit ?? ""].joined(separator: " "))))"
      }
    case .literal: break
    }
    if let time = content.time {
      let dates = [time.start, time.end].compactMap { $0 }
      let range = Set(dates).count > 1 ? dates.joined(separator: " to ") : dates.first ?? ""
      words += "; " + note.plain(time.text) + (range.isEmpty ? "" : " (\(note.plain(range)))")
    }
    for qualifier in content.qualifiers {
      words += "; \(note.plain(qualifier.role)): "
      if case .entity(let id) = qualifier.value {
        words += link(try source.shownEntity(id), &note)
      } else {
        words += note.plain(qualifier.text)
      }
    }
    if let speaker = content.speaker {
      words += "; says " + link(try source.shownEntity(speaker), &note)
    }
    let share = AttributeValue.share(statement.confidence).text
    return words + " · confidence \(share) · \(note.plain(statement.id.value))"
  }

  private func place(of piece: Evidence, _ note: inout Note) throws -> String {
    let name = try source.documentName(piece.document)
    guard let path = documentPaths[piece.document] else { return note.plain(name) }
    return "[[\(path)#^q\(piece.span.start)-\(piece.span.end)|\(note.linkText(name))]], "
      + "sentence \(piece.sentence + 1)"
  }

  private func link(_ entity: Entity, _ note: inout Note) -> String {
    guard let path = paths[entity.id] else { return "*\(note.plain(entity.label))*" }
    return "[[\(path)|\(note.linkText(entity.label))]]"
  }

  func writeDocuments(to tree: some FileTree, _ loss: inout ExportLoss) throws {
    var quotes: [DocumentID: [TextSpan: (sentence: Int, quote: String)]] = [:]
    var places = 0
    for piece in statements.lazy.flatMap(\.evidence) {
      quotes[piece.document, default: [:]][piece.span] = (piece.sentence, piece.quote)
      if piece.subject != nil || piece.object != nil { places += 1 }
    }
    loss.add(.mentionPlaces, places)
    try source.forEachDocument { document in
      guard let path = documentPaths[document.id] else { return }
      try note(path + ".md", in: tree, &loss) { note in
        note.line("---")
        note.line("path: \(note.quoted(document.name))")
        if let date = document.date { note.line("date: \(note.quoted(date))") }
        note.line("language: \(note.quoted(document.language))")
        note.line("sha256: \(note.quoted(document.contentHash))")
        note.line("---")
        note.line("# " + note.plain(document.title ?? document.name))
        let sorted = (quotes[document.id] ?? [:]).sorted {
          ($0.key.start, $0.key.end) < ($1.key.start, $1.key.end)
        }
        for (span, found) in sorted {
          note.line("\n" + note.plain(found.quote) + " ^q\(span.start)-\(span.end)")
        }
      }
    }
  }

  private func note(
    _ path: String, in tree: some FileTree, _ loss: inout ExportLoss,
    _ body: (inout Note) throws -> Void
  ) throws {
    var note = Note()
    try body(&note)
    try tree.file(path) { sink in
      try Array(note.text.utf8).withUnsafeBytes { try sink.write($0) }
    }
    loss.add(.replacedCharacters, note.replaced)
  }
}

/// The text of one note.
struct Note {
  private(set) var text = ""
  /// Characters that have no shape and became spaces.
  private(set) var replaced = 0

  mutating func line(_ words: String = "") {
    text += words
    text += "\n"
  }

  /// Words without any meaning to Markdown, on one line.
  mutating func plain(_ words: String) -> String {
    escaped(words, special: "\\`*_[]<>#$~|=%^")
  }

  /// Words that may stand in a link's text, where there is no escape.
  mutating func linkText(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      if "[]|".unicodeScalars.contains(scalar) {
        result += scalar == "[" ? "(" : scalar == "]" ? ")" : "/"
        replaced += 1
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return escaped(result, special: "")
  }

  /// Words in quotation marks, as YAML and JSON alike read them.
  mutating func quoted(_ words: String) -> String {
    var result = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}", "\u{feff}",
        "\u{fffe}", "\u{ffff}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private mutating func escaped(_ words: String, special: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\u{2028}"
        || scalar == "\u{2029}"
      {
        result += " "
      } else if scalar.properties.generalCategory == .control
        || scalar.properties.isNoncharacterCodePoint
      {
        result += " "
        replaced += 1
      } else {
        if special.unicodeScalars.contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
