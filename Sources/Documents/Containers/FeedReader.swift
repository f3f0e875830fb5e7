/// Reads feeds: RSS 0.9 to 2.0 and Atom, an entry a document.
final class FeedReader: MemberReader {
  private let stream: ByteStream
  private let limits: ContainerLimits
  private var file: XMLFile?
  private var entries: [Int] = []
  private var number = 0

  init(_ stream: ByteStream, limits: ContainerLimits) {
    self.stream = stream
    self.limits = limits
  }

  /// Whether a file starts as a feed: its root element is that of one.
  static func isFeed(_ head: ArraySlice<UInt8>) -> Bool {
    guard let tag = XMLRoot.tag(head) else { return false }
    if tag.starts(with: "rss".utf8) { return true }
    if tag.starts(with: "feed".utf8) {
      return tag.firstRange(of: Array("Atom".utf8), from: tag.startIndex) != nil
    }
    return tag.starts(with: "rdf:RDF".utf8)
      && tag.firstRange(of: Array("purl.org/rss/".utf8), from: tag.startIndex) != nil
  }

  func next() throws(DocumentError) -> MemberStep? {
    if file == nil {
      let bytes = try stream.takeAll(limit: limits.memberSize)
      let text = try TextDecoding.decode(bytes).text
      let tree = try MarkupTree.xml(text.bytes)
      file = XMLFile(tree: tree, text: text)
      entries = tree.nodes.indices.filter {
        tree.nodes[$0].name == "item" || tree.nodes[$0].name == "entry"
      }
    }
    guard let file, number < entries.count else { return nil }
    defer { number += 1 }
    return step(file, entries[number])
  }

  private func step(_ file: XMLFile, _ entry: Int) -> MemberStep {
    let tree = file.tree
    func child(_ names: String...) -> Int? {
      for name in names {
        let found = tree.all(name, below: entry).first { tree.nodes[$0].parent == entry }
        if let found { return found }
      }
      return nil
    }
    var metadata = DocumentMetadata()
    metadata.title = file.words(child("title")).map(Self.plain)
    metadata.date = file.date(child("pubdate", "published", "date", "issued", "updated")).map {
      DocumentDate(value: $0.value, certainty: .stated, place: .field)
    }
    if let author = child("creator", "author") {
      let name = file.words(tree.first("name", below: author)) ?? file.words(author)
      metadata.authors = name.map { [$0] } ?? []
    }
    let links = tree.all("link", below: entry).filter { tree.nodes[$0].parent == entry }
    metadata.url =
      links.first { (tree[$0, "rel"] ?? "alternate") == "alternate" }
      .flatMap { file.attribute($0, "href") ?? file.words($0) }
    if let channel = tree.first("channel") ?? tree.first("feed") {
      metadata.source = tree.all("title", below: channel)
        .first { tree.nodes[$0].parent == channel }.flatMap { file.words($0) }
    }
    let content = child("encoded", "content", "description", "summary")
    let text = content.map { bytes(file, $0) } ?? []
    let suffix = "#\(number + 1)"
    guard !text.isEmpty else { return MemberStep(suffix: suffix, content: .failure(.empty)) }
    return MemberStep(suffix: suffix, content: .whole(text, .record), metadata: metadata)
  }

  /// The text of an element with its entities undone; elements within it (XHTML) as they stand.
  private func bytes(_ file: XMLFile, _ node: Int) -> [UInt8] {
    let tree = file.tree
    var bytes: [UInt8] = []
    var open: [(end: Int, name: String)] = []
    for at in node + 1..<tree.nodes[node].end {
      while let last = open.last, last.end <= at {
        bytes += Array("</\(last.name)>".utf8)
        open.removeLast()
      }
      let entry = tree.nodes[at]
      if entry.isText {
        bytes += entry.replacement ?? Array(file.text.bytes[entry.source])
      } else {
        bytes += Array("<\(entry.name)>".utf8)
        open.append((entry.end, entry.name))
      }
    }
    for element in open.reversed() { bytes += Array("</\(element.name)>".utf8) }
    return bytes
  }

  /// A title without the tags and references that some feeds escape twice.
  private static func plain(_ title: String) -> String {
    guard title.contains("&") || title.contains("<") else { return title }
    let bytes = Array("<p>\(title)</p>".utf8)
    let tree = MarkupTree.html(bytes)
    let words = tree.nodes.isEmpty ? "" : PageMetadata.text(tree, 0, bytes)
    return words.isEmpty ? title : words
  }
}
