/// The elements that the readers of XML look for.
enum Elements {
  static let roots: [FuzzedReader: String] = [.jats: "article", .tei: "TEI"]

  static let of: [FuzzedReader: [String]] = [
    .jats: [
      "front", "article-meta", "title-group", "article-title", "contrib-group", "contrib", "name",
      "surname", "given-names", "pub-date", "year", "month", "day", "abstract", "p", "body", "sec",
      "title", "list", "list-item", "fn", "xref", "ref-list", "table-wrap", "td", "italic",
      "article-id", "journal-title", "break", "disp-quote", "collab", "string-name",
      "pmc-articleset",
    ],
    .tei: [
      "teiHeader", "fileDesc", "titleStmt", "title", "author", "publicationStmt", "publisher",
      "date", "sourceDesc", "language", "text", "body", "div", "head", "p", "note", "q", "said",
      "quote", "choice", "sic", "corr", "lb", "list", "item", "figDesc", "speaker", "sp", "l",
    ],
    .docbook: [
      "article", "book", "chapter", "section", "info", "articleinfo", "title", "author",
      "firstname", "surname", "personname", "pubdate", "para", "simpara", "emphasis", "quote",
      "footnote", "itemizedlist", "listitem", "informaltable", "row", "entry", "indexterm",
      "publishername", "sbr", "blockquote", "attribution", "programlisting",
    ],
    .news: [
      "nitf", "newsItem", "NewsML", "newsMessage", "head", "docdata", "date.issue", "body",
      "body.head", "hedline", "hl1", "hl2", "byline", "byttl", "distributor", "body.content", "p",
      "org", "media", "media-caption", "contentMeta", "contentCreated", "headline", "contentSet",
      "inlineXML", "html", "br", "itemMeta", "provider", "name", "by", "DataContent", "table", "td",
    ],
    .xml: [
      "doc", "title", "headline", "date", "p", "para", "item", "text", "metadata", "pubDate", "a",
      "head", "name", "body", "script", "svg", "created",
    ],
    .feed: [
      "rss", "feed xmlns=\"http://www.w3.org/2005/Atom\"", "channel", "item", "entry", "title",
      "description", "encoded", "content", "summary", "pubDate", "published", "updated", "link",
      "author", "name", "creator", "p", "div",
    ],
    .epub: [
      "metadata", "title", "creator", "date", "language", "identifier", "manifest", "item", "spine",
      "itemref", "head", "body", "h1", "p", "section", "aside", "a", "li", "ul", "table", "td",
    ],
    .docx: [
      "body", "p", "r", "t", "pPr", "pStyle", "numPr", "outlineLvl", "tab", "br", "del", "ins",
      "hyperlink", "tbl", "tr", "tc", "footnote", "footnoteReference", "instrText", "style", "name",
      "title", "creator", "created", "sdt", "sdtContent", "Fallback", "AlternateContent", "sym",
    ],
    .odt: [
      "body", "text", "h", "p", "span", "list", "list-item", "note", "note-body", "note-citation",
      "s", "tab", "line-break", "table", "table-row", "table-cell", "annotation", "style",
      "tracked-changes", "title", "creator", "creation-date", "initial-creator", "meta", "a",
    ],
  ]
}
