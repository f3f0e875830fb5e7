/// Reads texts in TEI P4 and P5.
enum TEIReader {
  private static let vocabulary = XMLVocabulary(
    kinds: [
      "head": .heading, "doctitle": .heading, "titlepart": .heading, "item": .listItem,
      "figdesc": .caption, "speaker": .header, "byline": .header, "docimprint": .header,
      "docauthor": .header, "docdate": .header,
    ],
    skipped: ["teiheader", "listbibl", "graphic", "fw", "formula", "del", "sic", "orig"],
    inline: [
      "hi", "persname", "placename", "orgname", "name", "date", "foreign", "emph",
      "ref", "term", "title", "choice", "corr", "reg", "abbr", "expan", "rs", "num", "seg", "s",
      "w", "pc", "socalled", "mentioned", "add",
    ],
    breaks: ["lb", "pb", "cb"], notes: ["note"],
    quotations: ["q", "quote", "said"])

  static func read(_ file: XMLFile) throws(DocumentError) -> Draft {
    var draft = try vocabulary.draft(file.tree, file.text)
    let tree = file.tree
    var metadata = DocumentMetadata()
    if let header = tree.first("teiheader") {
      let statement = tree.first("titlestmt", below: header)
      metadata.title = statement.flatMap { file.words(tree.first("title", below: $0)) }
      metadata.authors =
        statement.map { tree.all("author", below: $0).compactMap { file.words($0) } } ?? []
      let publication = tree.first("publicationstmt", below: header)
      metadata.source = publication.flatMap { file.words(tree.first("publisher", below: $0)) }
      // When a text was first printed says more of it than when its file was made.
      let source = tree.first("sourcedesc", below: header)
      metadata.date =
        source.flatMap { file.date(tree.first("date", below: $0)) }
        ?? publication.flatMap { file.date(tree.first("date", below: $0)) }
      metadata.language =
        file.attribute(tree.first("language", below: header), "ident")
        ?? tree.nodes[0].attributes["lang"]
    }
    metadata.fill(from: draft.metadata)
    draft.metadata = metadata
    return draft
  }
}
