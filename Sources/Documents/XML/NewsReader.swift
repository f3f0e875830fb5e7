/// Reads agency reports: NITF, NewsML 1 and NewsML-G2 with the text in NITF or XHTML.
enum NewsReader {
  private static let vocabulary = XMLVocabulary(
    kinds: [
      "hl1": .heading, "hl2": .heading, "headline": .heading, "h1": .heading, "h2": .heading,
      "h3": .heading, "li": .listItem, "media-caption": .caption, "caption": .caption,
      "figcaption": .caption, "byline": .header, "dateline": .header, "distributor": .header,
      "tagline": .header, "copyrite": .header, "credit": .header, "rights": .header,
      "media-producer": .header, "bylinetitle": .header,
    ],
    skipped: ["head", "media-metadata", "media-reference", "script", "style", "series"],
    inline: [
      "em", "person", "org", "location", "chron", "money", "event", "function", "num", "a", "b",
      "i", "strong", "span", "q", "object.title", "city", "state", "country", "name.given",
      "name.family", "virtloc", "frac", "lang", "pronounce", "postaddr",
    ],
    breaks: ["br"],
    bodies: ["body", "inlinexml", "inlinedata", "datacontent", "contentset"])

  static func read(_ file: XMLFile) throws(DocumentError) -> Draft {
    var draft = try vocabulary.draft(file.tree, file.text)
    let tree = file.tree
    func words(_ names: String...) -> String? {
      names.lazy.compactMap { tree.first($0) }.compactMap { file.words($0) }.first
    }
    func date(_ names: String...) -> DocumentDate? {
      names.lazy.compactMap { tree.first($0) }.compactMap { file.date($0) }.first
    }
    var metadata = DocumentMetadata()
    metadata.title = words("hl1", "headline", "title")
    metadata.date = date(
      "date.issue", "date.release", "contentcreated", "firstcreated", "versioncreated",
      "thisrevisioncreated", "story.date", "datesent")
    metadata.authors = words("byttl", "by", "byline").map { [Self.withoutBy($0)] } ?? []
    metadata.source = words("doc.copyright", "distributor", "provider", "creditline", "infosource")
    metadata.language = tree.nodes[0].attributes["lang"]
    metadata.fill(from: draft.metadata)
    draft.metadata = metadata
    return draft
  }

  private static func withoutBy(_ line: String) -> String {
    line.lowercased().hasPrefix("by ") ? String(line.dropFirst(3)) : line
  }
}
