/// Reads articles of journals (JATS, the NLM tag suite).
enum JATSReader {
  private static let vocabulary = XMLVocabulary(
    kinds: [
      "article-title": .heading, "title": .heading, "subtitle": .heading, "caption": .caption,
      "list-item": .listItem, "def-item": .listItem,
    ],
    skipped: [
      "journal-meta", "article-id", "article-categories", "contrib-group", "aff", "pub-date",
      "volume", "issue", "elocation-id", "fpage", "lpage", "history", "permissions", "kwd-group",
      "funding-group", "counts", "self-uri", "author-notes", "ref-list", "tex-math", "math",
      "object-id", "label", "custom-meta-group", "related-article", "alt-title", "trans-abstract",
      "pub-history", "article-version", "issue-id", "volume-id", "processing-meta",
    ],
    inline: [
      "italic", "bold", "sup", "sub", "xref", "ext-link", "sc", "underline", "monospace",
      "named-content", "styled-content", "email", "uri",
    ],
    breaks: ["break"], notes: ["fn"])

  static func read(_ file: XMLFile) throws(DocumentError) -> Draft {
    var draft = try vocabulary.draft(file.tree, file.text)
    let tree = file.tree
    var metadata = DocumentMetadata()
    let meta = tree.first("article-meta") ?? 0
    metadata.title = file.words(tree.first("article-title", below: meta))
    metadata.authors = tree.all("contrib", below: meta).filter {
      (tree[$0, "contrib-type"] ?? "author") == "author"
    }.compactMap { contrib in
      let given = file.words(tree.first("given-names", below: contrib))
      let family = file.words(tree.first("surname", below: contrib))
      let name = [given, family].compactMap { $0 }.joined(separator: " ")
      return name.isEmpty
        ? file.words(
          tree.first("string-name", below: contrib) ?? tree.first("collab", below: contrib)) : name
    }
    metadata.source = file.words(tree.first("journal-title"))
    metadata.language = tree.nodes[0].attributes["lang"]
    let dates = tree.all("pub-date", below: meta)
    // The first day on which it could be read anywhere; a month alone is that of the printed issue.
    metadata.date =
      dates.compactMap { file.dateOfParts($0) ?? file.date($0) }
      .sorted { ($1.value.utf8.count, $0.value) < ($0.value.utf8.count, $1.value) }.first
    if let doi = tree.all("article-id", below: meta).first(where: {
      ["doi"].contains(tree[$0, "pub-id-type"] ?? "doi") && file.words($0)?.hasPrefix("10.") == true
    }) {
      metadata.url = file.words(doi).map { "https://doi.org/\($0)" }
    }
    metadata.fill(from: draft.metadata)
    draft.metadata = metadata
    return draft
  }
}
