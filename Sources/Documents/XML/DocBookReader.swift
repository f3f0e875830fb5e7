/// Reads books and articles in DocBook 4 and 5.
enum DocBookReader {
  private static let vocabulary = XMLVocabulary(
    kinds: [
      "title": .heading, "subtitle": .heading, "bridgehead": .heading, "caption": .caption,
      "listitem": .listItem, "member": .listItem, "attribution": .header,
    ],
    skipped: [
      "author", "authorgroup", "pubdate", "copyright", "legalnotice", "publisher", "date",
      "publishername", "revhistory", "keywordset", "subjectset", "indexterm", "index", "toc",
      "biblioid", "releaseinfo", "edition", "editor", "othercredit", "titleabbrev", "math",
      "imagedata", "personname", "isbn", "corpauthor",
    ],
    inline: [
      "emphasis", "quote", "link", "ulink", "xref", "literal", "command", "filename", "code",
      "application", "superscript", "subscript", "phrase", "acronym", "abbrev", "citetitle",
      "firstterm", "foreignphrase", "email", "productname", "trademark", "uri", "anchor",
    ],
    breaks: ["sbr"], notes: ["footnote"],
    quotations: ["quote"])

  static func read(_ file: XMLFile) throws(DocumentError) -> Draft {
    var draft = try vocabulary.draft(file.tree, file.text)
    let tree = file.tree
    let info =
      ["info", "articleinfo", "bookinfo", "chapterinfo"].lazy.compactMap { tree.first($0) }.first
    var metadata = DocumentMetadata()
    let infoTitle = info.flatMap { tree.first("title", below: $0) }
    metadata.title = file.words(infoTitle ?? tree.first("title"))
    metadata.language = tree.nodes[0].attributes["lang"]
    if let info {
      metadata.authors = tree.all("author", below: info).compactMap { author in
        let given =
          tree.first("firstname", below: author) ?? tree.first("givenname", below: author)
        let name = [file.words(given), file.words(tree.first("surname", below: author))]
          .compactMap { $0 }.joined(separator: " ")
        return name.isEmpty ? file.words(author) : name
      }
      metadata.date =
        file.date(tree.first("pubdate", below: info)) ?? file.date(tree.first("date", below: info))
      metadata.source = file.words(tree.first("publishername", below: info))
    }
    metadata.date =
      metadata.date ?? file.date(tree.first("pubdate")) ?? file.date(tree.first("date"))
    metadata.fill(from: draft.metadata)
    draft.metadata = metadata
    return draft
  }
}
