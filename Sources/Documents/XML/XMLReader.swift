/// Reads XML files: the vocabulary is told from the root element and what is in it.
enum XMLReader {
  /// Reads a file.
  ///
  /// - Throws: ``DocumentError/entityDeclaration``, ``DocumentError/malformed(format:detail:)`` or
  ///   ``DocumentError/noMainText``.
  static func read(_ text: MappedText) throws(DocumentError) -> Draft {
    let tree = try MarkupTree.xml(text.bytes)
    guard let root = tree.nodes.first?.name else { throw .noMainText }
    let file = XMLFile(tree: tree, text: text)
    switch root {
    case "article" where tree.first("para") == nil && tree.first("simpara") == nil,
      "pmc-articleset":
      return try JATSReader.read(file)
    case "article", "book", "chapter", "section", "part", "set", "refentry", "preface", "appendix":
      return tree.first("para") != nil || tree.first("simpara") != nil
        ? try DocBookReader.read(file) : try generic(file)
    case "tei", "tei.2", "teicorpus": return try TEIReader.read(file)
    case "nitf", "newsitem", "newsmessage", "newsml": return try NewsReader.read(file)
    default: return try generic(file)
    }
  }

  /// Reads XML of any vocabulary: each element that has text of its own is a block, but for those
  /// within a sentence.
  private static func generic(_ file: XMLFile) throws(DocumentError) -> Draft {
    let vocabulary = XMLVocabulary(
      kinds: ["title": .heading, "headline": .heading, "head": .heading, "item": .listItem],
      skipped: ["script", "style", "metadata", "binary", "svg", "math"])
    var draft = try vocabulary.draft(file.tree, file.text)
    let titles = ["title", "headline", "hl1", "article-title", "name"]
    let nodes = file.tree.nodes
    if let title = nodes.indices.first(where: { titles.contains(nodes[$0].name) }) {
      draft.metadata.title = file.words(title)
    }
    if draft.metadata.date == nil {
      let names: Set = ["pubdate", "published", "date", "date.issue", "created", "issued"]
      for node in nodes.indices where names.contains(nodes[node].name) {
        draft.metadata.date = file.date(node)
        if draft.metadata.date != nil { break }
      }
    }
    draft.metadata.language = nodes.first?.attributes["lang"]
    return draft
  }
}

/// An XML file with its tree.
struct XMLFile {
  let tree: MarkupTree
  let text: MappedText

  /// The words in an element, white space collapsed; nil if there are none.
  func words(_ node: Int?) -> String? {
    guard let node else { return nil }
    let words = PageMetadata.text(tree, node, text.bytes)
    return words.isEmpty ? nil : words
  }

  /// An attribute of an element, if it says anything.
  func attribute(_ node: Int?, _ name: String) -> String? {
    node.flatMap { tree[$0, name] }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The publication date in an element, or in its attributes.
  func date(_ node: Int?) -> DocumentDate? {
    guard let node else { return nil }
    for value in ["when", "norm", "iso-8601-date", "datetime", "content"].map({
      attribute(node, $0)
    }) + [words(node)] {
      if let date = value.flatMap(PublicationDate.orYear) {
        return DocumentDate(value: date, certainty: .stated, place: .element)
      }
    }
    return nil
  }

  /// The date in `year`, `month` and `day` elements.
  func dateOfParts(_ node: Int) -> DocumentDate? {
    func number(_ name: String) -> Int? {
      words(tree.first(name, below: node)).flatMap { Int($0) ?? PublicationDate.monthNumber($0) }
    }
    guard let year = number("year") else { return nil }
    let value = PublicationDate.iso(year: year, month: number("month"), day: number("day"))
    return value.map { DocumentDate(value: $0, certainty: .stated, place: .element) }
  }
}
