/// Reads books in EPUB 2 and 3: the chapters in their reading order.
enum EPUBReader {
  static func read(_ package: ZipPackage) throws(DocumentError) -> Draft {
    guard let container = try package.xml("META-INF/container.xml"),
      let root = container.tree.first("rootfile").flatMap({ container.tree[$0, "full-path"] }),
      let contents = try package.xml(root)
    else { throw .malformed(format: "EPUB", detail: "no list of contents") }
    let tree = contents.tree
    let folder = root.split(separator: "/").dropLast().map(String.init)
    var files: [String: (path: String, properties: String)] = [:]
    for item in tree.all("item") {
      guard let id = tree[item, "id"], let link = tree[item, "href"] else { continue }
      files[id] = (path(link, in: folder), tree[item, "properties"] ?? "")
    }
    var assembly = DraftAssembly()
    for reference in tree.all("itemref") {
      guard let file = tree[reference, "idref"].flatMap({ files[$0] }),
        !file.properties.split(separator: " ").contains("nav"), let bytes = package[file.path]
      else { continue }
      do throws(DocumentError) {
        let (text, repairs) = try TextDecoding.decode(bytes)
        var draft = try MarkupReader.wholePage(text)
        draft.repairs = repairs
        assembly.append(draft, name: file.path, sourceCount: bytes.count)
      } catch {
        // A cover has no text; a broken chapter breaks the book.
        guard error == .noMainText || error == .empty else { throw error }
      }
    }
    guard !assembly.draft.blocks.isEmpty else { throw .noMainText }
    return assembly.finished(metadata(contents))
  }

  private static func metadata(_ contents: XMLFile) -> DocumentMetadata {
    let tree = contents.tree
    var metadata = ZipPackage.dublinCore(contents)
    let dates = tree.all("date")
    // In EPUB 2 a date says what it is of.
    let published =
      dates.first { tree[$0, "event"] == "publication" }
      ?? dates.first { tree[$0, "event"] == nil }
    metadata.date = contents.date(published).map {
      DocumentDate(value: $0.value, certainty: .stated, place: .properties)
    }
    metadata.url = tree.all("identifier").lazy.compactMap { contents.words($0) }
      .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    return metadata
  }

  /// The path of a link in the package, which leads nowhere outside of it.
  private static func path(_ link: String, in folder: [String]) -> String {
    var parts = folder
    let bare = link.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    for part in PercentCoding.decoded(String(bare)).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Undoes the `%20` of URLs (RFC 3986).
enum PercentCoding {
  /// The text without percent-encoding; bytes that are no UTF-8 become U+FFFD.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
