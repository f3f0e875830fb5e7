/// Writes the content of an XML literal in the form of Exclusive XML Canonicalization, with
/// comments: every namespace is declared where it is first used.
struct XMLLiteral {
  private var bytes: [UInt8] = []
  /// The open elements: their names, and what the prefixes that they declare stood for before.
  private var open: [(name: String, before: [(prefix: String, namespace: String)])] = []
  private var declared: [String: String] = [:]

  /// The literal so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether an element of the literal is open.
  var isOpen: Bool { !open.isEmpty }

  mutating func start(_ element: XMLElement) {
    var before: [(prefix: String, namespace: String)] = []
    var declarations: [(prefix: String, namespace: String)] = []
    func use(_ name: XMLName, isElement: Bool, _ declared: inout [String: String]) {
      let prefix = name.prefix ?? ""
      if prefix.isEmpty, !isElement { return }
      let namespace = name.namespace ?? ""
      guard declared[prefix, default: ""] != namespace, prefix != "xml" else { return }
      before.append((prefix, declared[prefix, default: ""]))
      declared[prefix] = namespace
      declarations.append((prefix, namespace))
    }
    use(element.name, isElement: true, &declared)
    for (name, _) in element.attributes { use(name, isElement: false, &declared) }
    let tag = element.name.shown
    write("<" + tag)
    for (prefix, namespace) in declarations.sorted(by: { precedes($0.prefix, $1.prefix) }) {
      write(prefix.isEmpty ? " xmlns=\"" : " xmlns:" + prefix + "=\"")
      attribute(namespace)
    }
    let attributes = element.attributes.sorted { a, b in
      let (one, other) = (a.name.namespace ?? "", b.name.namespace ?? "")
      return one == other ? precedes(a.name.local, b.name.local) : precedes(one, other)
    }
    for (name, value) in attributes {
      write(" " + name.shown + "=\"")
      attribute(value)
    }
    bytes.append(UInt8(ascii: ">"))
    open.append((tag, before))
  }

  mutating func end() {
    guard let (name, before) = open.popLast() else { return }
    for (prefix, namespace) in before { declared[prefix] = namespace }
    write("</" + name + ">")
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case 0x0d: write("&#xD;")
      default: bytes.append(byte)
      }
    }
  }

  mutating func comment(_ text: String) { write("<!--" + text + "-->") }

  mutating func instruction(_ target: String, _ data: String?) {
    write("<?" + target)
    if let data, !data.isEmpty { write(" " + data) }
    write("?>")
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends an attribute's value and the quotation mark that ends it.
  private mutating func attribute(_ value: String) {
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: "\""): write("&quot;")
      case 0x09: write("&#x9;")
      case 0x0a: write("&#xA;")
      case 0x0d: write("&#xD;")
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
