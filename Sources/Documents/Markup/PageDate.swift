/// Finds the publication date of a page: the most explicit statement first, and none at all rather
/// than that of another article.
enum PageDate {
  /// The date with its place; nil if the page does not tell it.
  static func find(_ tree: MarkupTree, _ linked: LinkedData, page: [UInt8]) -> DocumentDate? {
    func stated(_ value: String?, _ place: DocumentDate.Place) -> DocumentDate? {
      value.flatMap(PublicationDate.value).map {
        DocumentDate(value: $0, certainty: .stated, place: place)
      }
    }
    for key in published {
      if let date = stated(PageMetadata.meta(tree, [key]), .meta) { return date }
    }
    if let date = stated(linked.published, .linkedData) { return date }
    if let date = microdata(tree, page) { return date }
    for key in vague {
      if let date = stated(PageMetadata.meta(tree, [key]), .meta) { return date }
    }
    if let date = stated(linked.created, .linkedData) { return date }
    return element(tree, page)
  }

  private static func microdata(_ tree: MarkupTree, _ page: [UInt8]) -> DocumentDate? {
    for (node, entry) in tree.nodes.enumerated() where !entry.isText {
      let property =
        (entry.attributes["itemprop"] ?? entry.attributes["property"] ?? "").lowercased()
      guard property.contains("datepublished") else { continue }
      let value = entry.attributes["content"] ?? entry.attributes["datetime"]
      if let date = PublicationDate.value(value ?? PageMetadata.text(tree, node, page)) {
        return DocumentDate(value: date, certainty: .stated, place: .microdata)
      }
    }
    return nil
  }

  /// The date in a `time` element or one whose class speaks of a date, the nearest to the headline.
  private static func element(_ tree: MarkupTree, _ page: [UInt8]) -> DocumentDate? {
    for (node, entry) in tree.nodes.enumerated() where entry.name == "time" {
      let value = entry.attributes["datetime"] ?? PageMetadata.text(tree, node, page)
      if let date = PublicationDate.value(value) {
        return DocumentDate(value: date, certainty: .probable, place: .dateElement)
      }
    }
    for (node, entry) in tree.nodes.enumerated() where !entry.isText {
      guard let name = entry.attributes["class"]?.lowercased(), name.contains("date"),
        entry.end - node <= 12
      else { continue }
      if let date = PublicationDate.value(PageMetadata.text(tree, node, page)) {
        return DocumentDate(value: date, certainty: .probable, place: .dateElement)
      }
    }
    return nil
  }

  /// Names of `meta` elements that say when the page was published.
  private static let published = [
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "dc.date.issued", "dcterms.issued", "citation_publication_date", "citation_date",
    "sailthru.date", "parsely-pub-date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "published", "article.published",
    "cxenseparse:recs:publishtime", "originalpublicationdate", "rnews:datepublished",
    "article:post_date",
  ]

  /// Names that may also mean another date.
  private static let vague = [
    "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "date", "datecreated",
  ]
}
