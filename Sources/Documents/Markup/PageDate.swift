/// Finds the publication date of a page: the most explicit statement first, and none at all rather
/// than that of another article.
enum PageDate {
  /// The date with its place; nil if the page does not tell it.
  static func find(_ tree: MarkupTree, _ linked: LinkedData, page: [UInt8]) -> DocumentDate? {
    guard let (written, place) = statement(tree, linked, page) else {
      return address(PageMetadata.url(tree)) ?? permalink(tree) ?? element(tree, page)
    }
    guard let date = PublicationDate.value(written) else { return nil }
    let value =
      localDay(of: written, tree, linked) ?? (date.utf8.count < 10 ? day(within: date, tree) : nil)
    return DocumentDate(value: value ?? date, certainty: .stated, place: place)
  }

  /// What the page states for programs, as it is written.
  private static func statement(
    _ tree: MarkupTree, _ linked: LinkedData, _ page: [UInt8]
  ) -> (written: String, place: DocumentDate.Place)? {
    func stated(
      _ value: String?, _ place: DocumentDate.Place
    ) -> (written: String, place: DocumentDate.Place)? {
      value.flatMap { PublicationDate.value($0) == nil ? nil : ($0, place) }
    }
    for key in published {
      if let found = stated(PageMetadata.meta(tree, [key]), .meta) { return found }
    }
    if let found = stated(linked.published, .linkedData) { return found }
    if let found = stated(microdata(tree, page), .microdata) { return found }
    for key in vague {
      if let found = stated(PageMetadata.meta(tree, [key]), .meta) { return found }
    }
    return stated(linked.created, .linkedData)
  }

  /// The day on which it was where the site is, of a time that is stated in UTC: as the same moment
  /// is written elsewhere on the page, or the day before or after that stands in the address.
  private static func localDay(
    of written: String, _ tree: MarkupTree, _ linked: LinkedData
  ) -> String? {
    guard let stated = PageTime(written), stated.zone == 0 else { return nil }
    let others =
      tree.metadata.map { $0.attributes["content"] } + [linked.published, linked.created]
      + tree.nodes.lazy.filter { $0.name == "time" }.map { $0.attributes["datetime"] }
    let times = others.compactMap { $0.flatMap { PageTime($0) } }
    if let local = times.first(where: { $0.isLocal(of: stated) }) { return local.day }
    guard let day = address(PageMetadata.url(tree))?.value, stated.isBeside(day) else { return nil }
    return day
  }

  /// A day that the page gives within a year or month.
  private static func day(within date: String, _ tree: MarkupTree) -> String? {
    (published + vague).lazy
      .compactMap { PageMetadata.meta(tree, [$0]).flatMap(PublicationDate.value) }
      .first { $0.utf8.count == 10 && $0.hasPrefix(date) }
  }

  /// The day in an address such as `https://paper.example/2019/10/29/quay`.
  static func address(_ url: String?) -> DocumentDate? {
    let parts = (url ?? "").split(separator: "/")
    guard parts.count >= 4 else { return nil }
    for at in 0..<parts.count - 2 {
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

  /// The day in the address to which the page's only headline with such a link leads.
  private static func permalink(_ tree: MarkupTree) -> DocumentDate? {
    let links = tree.nodes.indices.filter { node in
      tree[node, "rel"] == "bookmark" && tree.nodes[node].parent >= 0
        && ["h1", "h2", "h3"].contains(tree.nodes[tree.nodes[node].parent].name)
    }
    guard links.count == 1 else { return nil }
    return address(tree[links[0], "href"])
  }

  /// The value of the first element that is said to be the date.
  private static func microdata(_ tree: MarkupTree, _ page: [UInt8]) -> String? {
    for (node, entry) in tree.nodes.enumerated() where !entry.isText {
      let property =
        (entry.attributes["itemprop"] ?? entry.attributes["property"] ?? "").lowercased()
      guard property.holds("datepublished") else { continue }
      let value = entry.attributes["content"] ?? entry.attributes["datetime"]
      let written = value ?? PageMetadata.text(tree, node, page)
      if PublicationDate.value(written) != nil { return written }
    }
    return nil
  }

  /// The date in a `time` element or one whose class speaks of a date, the nearest to the headline;
  /// not one that says when the page was changed.
  private static func element(_ tree: MarkupTree, _ page: [UInt8]) -> DocumentDate? {
    let headline = tree.nodes.firstIndex { $0.name == "h1" }
    var best: (value: String, rank: Int)?
    for (node, entry) in tree.nodes.enumerated() where !entry.isText {
      let names = ["class", "data-testid", "id"].compactMap { entry.attributes[$0] }
        .joined(separator: " ").lowercased()
      let isTime = entry.name == "time"
      guard isTime || names.holds("date") || names.holds("time") || names.holds("posted"),
        isTime || entry.end - node <= 12
      else { continue }
      let text = PageMetadata.text(tree, node, page)
      guard text.utf8.count <= 100,
        let value = PublicationDate.value(
          isTime ? entry.attributes["datetime"] ?? text : text)
      else { continue }
      let around = entry.parent >= 0 ? PageMetadata.text(tree, entry.parent, page) : ""
      // One element may say both: "entry-date published updated".
      let isChange =
        !names.holds("publish") && (names.holds("updat") || names.holds("modif"))
        || (entry.attributes["itemprop"] ?? "").lowercased().holds("modified")
        || text.lowercased().holds("updated")
        || around.utf8.count <= 120 && around.lowercased().hasPrefix("updated")
      guard !isChange else { continue }
      let distance = headline.map { node < $0 ? ($0 - node) * 2 : node - $0 } ?? node
      // What stands far from the headline is of another text, unless nothing else is there.
      let rank = distance / 8 + (isTime ? 0 : 4)
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
    "prism.publicationdate", "citation_online_date", "dc.date", "dcterms.date", "dc.date.created",
    "dcterms.created", "date", "datecreated",
  ]
}
