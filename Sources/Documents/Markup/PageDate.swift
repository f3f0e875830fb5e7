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
    return address(PageMetadata.url(tree)) ?? element(tree, page)
  }

  /// The day in an address such as `https://paper.example/2019/10/29/quay`.
  static func address(_ url: String?) -> DocumentDate? {
    let parts = (url ?? "").split(separator: "/")
    guard parts.count >= 5 else { return nil }
    for at in 2..<parts.count - 2 {
      let digits = parts[at..<at + 3].map { Array($0.utf8) }
      guard digits.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
        digits.map(\.count) == [4, 2, 2], let year = Int(parts[at]),
        let month = Int(parts[at + 1]), let day = Int(parts[at + 2])
      else { continue }
      return PublicationDate.iso(year: year, month: month, day: day).map {
        DocumentDate(value: $0, certainty: .probable, place: .url)
      }
    }
    return nil
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

  /// The date in a `time` element or one whose class speaks of a date, the nearest to the headline;
  /// one that says when the page was changed counts only if there is no other.
  private static func element(_ tree: MarkupTree, _ page: [UInt8]) -> DocumentDate? {
    let headline = tree.nodes.firstIndex { $0.name == "h1" }
    var best: (value: String, rank: Int)?
    for (node, entry) in tree.nodes.enumerated() where !entry.isText {
      let names = ["class", "data-testid", "id"].compactMap { entry.attributes[$0] }
        .joined(separator: " ").lowercased()
      let isTime = entry.name == "time"
      guard isTime || names.contains("date") || names.contains("time") || names.contains("posted"),
        isTime || entry.end - node <= 12
      else { continue }
      let text = PageMetadata.text(tree, node, page)
      guard text.utf8.count <= 100,
        let value = PublicationDate.value(
          isTime ? entry.attributes["datetime"] ?? text : text)
      else { continue }
      let around = entry.parent >= 0 ? PageMetadata.text(tree, entry.parent, page) : ""
      let isChange =
        names.contains("updat") || names.contains("modif")
        || (entry.attributes["itemprop"] ?? "").lowercased().contains("modified")
        || text.lowercased().contains("updated")
        || around.utf8.count <= 120 && around.lowercased().hasPrefix("updated")
      let distance = headline.map { node < $0 ? ($0 - node) * 2 : node - $0 } ?? node
      // What stands far from the headline is of another text, unless nothing else is there.
      let rank = distance / 8 + (isChange ? 1000 : 0) + (isTime ? 0 : 4)
      if best.map({ rank < $0.rank }) ?? true { best = (value, rank) }
    }
    return best.map { DocumentDate(value: $0.value, certainty: .probable, place: .dateElement) }
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
