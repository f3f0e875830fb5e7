import CXML

/// The elements and texts of a page in document order.
///
/// Node *i*'s subtree is the nodes `i..<end[i]`, so that trees of any depth are walked by loops.
struct MarkupTree {
  /// An element or a text; small, for pages may have millions.
  struct Node {
    /// The index of the parent; -1 for a root.
    var parent: Int { Int(parentIndex) }
    /// The first node after this one's subtree.
    var end: Int {
      get { Int(endIndex) }
      set { endIndex = Int32(clamping: newValue) }
    }
    /// The element's name in lower case; empty for a text.
    let name: String
    /// The attributes that matter here, names in lower case.
    let attributes: [String: String]
    /// The bytes of a text in the page.
    var source: Range<Int> { Int(sourceStart)..<Int(sourceEnd) }
    /// The words of a text if they are not those bytes: a character reference.
    let replacement: [UInt8]?

    private let parentIndex: Int32
    private var endIndex: Int32
    private let sourceStart: UInt32
    private let sourceEnd: UInt32

    init(
      parent: Int, end: Int, name: String, attributes: [String: String], source: Range<Int>,
      replacement: [UInt8]?
    ) {
      parentIndex = Int32(clamping: parent)
      endIndex = Int32(clamping: end)
      self.name = name
      self.attributes = attributes
      sourceStart = UInt32(clamping: source.lowerBound)
      sourceEnd = UInt32(clamping: source.upperBound)
      self.replacement = replacement
    }

    /// Whether the node is a text.
    var isText: Bool { name.isEmpty }
  }

  /// The nodes, parents before children.
  private(set) var nodes: [Node] = []
  /// The contents of the `script` elements that hold JSON-LD.
  private(set) var linkedData: [[UInt8]] = []
  /// The element whose content is the last of these.
  private var linkedDataNode = -1

  /// The `meta` elements.
  private(set) var metadata: [Node] = []
  /// What they say by their names in lower case: the first content of each that is not empty.
  private(set) var stated: [String: String] = [:]

  private var open: [Int] = []

  /// What may not be, given as an attribute of an element.
  subscript(_ node: Int, _ attribute: String) -> String? { nodes[node].attributes[attribute] }

  /// Reads a page; never fails, whatever the bytes.
  static func html(_ page: [UInt8]) -> MarkupTree {
    var tree = MarkupTree()
    withUnsafeMutablePointer(to: &tree) { tree in
      var handler = Self.handler(tree)
      page.withUnsafeBytes { bytes in
        _ = cxml_parse_html(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &handler)
      }
    }
    return tree
  }

  /// Reads XML.
  ///
  /// - Throws: ``DocumentError/entityDeclaration`` or ``DocumentError/malformed(format:detail:)``.
  static func xml(_ file: [UInt8]) throws(DocumentError) -> MarkupTree {
    var tree = MarkupTree()
    var message = [CChar](repeating: 0, count: 200)
    var line: Int32 = 0
    let result = withUnsafeMutablePointer(to: &tree) { tree in
      var handler = Self.handler(tree)
      return file.withUnsafeBytes { bytes in
        cxml_parse_xml(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &handler, &message,
          message.count, &line)
      }
    }
    switch result {
    case CXML_OK: return tree
    case CXML_ENTITY_DECLARED: throw .entityDeclaration
    default:
      let words = String(
        decoding: message.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) },
        as: UTF8.self)
      throw .malformed(format: "XML", detail: "line \(line): \(words)")
    }
  }

  private static func handler(_ tree: UnsafeMutablePointer<MarkupTree>) -> cxml_handler {
    cxml_handler(
      user: UnsafeMutableRawPointer(tree),
      start: { user, name, attributes in
        user?.assumingMemoryBound(to: MarkupTree.self).pointee.start(name, attributes)
      },
      end: { user in user?.assumingMemoryBound(to: MarkupTree.self).pointee.close() },
      text: { user, bytes, count, source, sourceCount, isReplaced in
        guard let bytes else { return }
        user?.assumingMemoryBound(to: MarkupTree.self).pointee.add(
          text: UnsafeBufferPointer(start: bytes, count: count), source..<source + sourceCount,
          isReplaced: isReplaced != 0)
      },
      raw: { user, bytes, count in
        guard let bytes else { return }
        user?.assumingMemoryBound(to: MarkupTree.self).pointee.addRaw(
          UnsafeBufferPointer(start: bytes, count: count))
      })
  }

  private mutating func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) {
    var kept: [String: String] = [:]
    var at = 0
    while let attributes, let key = attributes[at] {
      let word = String(cString: key).lowercased()
      if Self.keptAttributes.contains(word) {
        kept[word] = attributes[at + 1].map { String(cString: $0) } ?? ""
      }
      at += 2
    }
    open.append(nodes.count)
    nodes.append(
      Node(
        parent: open.dropLast().last ?? -1, end: nodes.count + 1,
        name: name.map { String(cString: $0).lowercased() } ?? "?", attributes: kept,
        source: 0..<0, replacement: nil))
    if let node = nodes.last, node.name == "meta" {
      metadata.append(node)
      state(node)
    }
  }

  /// Notes what a `meta` element says, by each of its names.
  private mutating func state(_ meta: Node) {
    guard let content = meta.attributes["content"]?.collapsed(), !content.isEmpty else { return }
    for attribute in ["property", "name", "itemprop"] {
      guard let name = meta.attributes[attribute]?.lowercased(), stated[name] == nil else {
        continue
      }
      stated[name] = content
    }
  }

  /// The first node with a name below another (or anywhere), and its descendants by further names.
  func first(_ path: String..., below root: Int? = nil) -> Int? {
    var range = root.map { $0 + 1..<nodes[$0].end } ?? 0..<nodes.count
    var found: Int?
    for name in path {
      guard let node = range.first(where: { nodes[$0].name == name }) else { return nil }
      found = node
      range = node + 1..<nodes[node].end
    }
    return found
  }

  /// The nodes with a name below another, or anywhere.
  func all(_ name: String, below root: Int? = nil) -> [Int] {
    let range = root.map { $0 + 1..<nodes[$0].end } ?? 0..<nodes.count
    return range.filter { nodes[$0].name == name }
  }

  private mutating func close() {
    guard let node = open.popLast() else { return }
    nodes[node].end = nodes.count
  }

  private mutating func add(
    text: UnsafeBufferPointer<CChar>, _ source: Range<Int>, isReplaced: Bool
  ) {
    nodes.append(
      Node(
        parent: open.last ?? -1, end: nodes.count + 1, name: "", attributes: [:], source: source,
        replacement: isReplaced ? text.map { UInt8(bitPattern: $0) } : nil))
  }

  private mutating func addRaw(_ bytes: UnsafeBufferPointer<CChar>) {
    guard let node = open.last, let type = nodes[node].attributes["type"], type.contains("ld+json")
    else { return }
    // A long script comes in pieces.
    if linkedDataNode != node { linkedData.append([]) }
    linkedDataNode = node
    linkedData[linkedData.count - 1] += bytes.map { UInt8(bitPattern: $0) }
  }

  private static let keptAttributes: Set<String> = [
    "id", "class", "role", "itemprop", "property", "name", "content", "datetime", "pubdate",
    "hidden", "style", "aria-hidden", "lang", "type", "itemtype", "href", "rel", "data-testid",
    "aria-label", "data-component",
    // Of XML vocabularies.
    "val", "when", "style-name", "outline-level", "c", "full-path", "media-type", "idref",
    "properties", "norm", "date.issue", "uri", "pub-type", "date-type", "iso-8601-date", "qcode",
    "contenttype", "contrib-type", "target", "scheme", "level", "note-class", "event", "styleid",
    "parent-style-name",
    "pub-id-type", "ident", "ref-type",
  ]
}
