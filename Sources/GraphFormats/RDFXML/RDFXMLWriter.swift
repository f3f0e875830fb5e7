public import GraphModel

/// Writes RDF/XML as quads come: a node element for what follows about one subject.
///
/// A node is an element of its class if that is said first, and a blank node stands inside the
/// property that leads to it if it is described right after. Memory is constant. Names are
/// shortened by the prefixes told before the first quad; other namespaces are declared where they
/// are used. What RDF 1.2 adds is marked where it stands, so that everything else remains RDF 1.1.
///
/// A predicate whose IRI does not end in a name of XML, and XML's forbidden characters, cannot be
/// written; both are counted.
public final class RDFXMLWriter: RDFWriter {
  /// How many quads were left out because they stand in a named graph.
  public private(set) var droppedQuads = 0
  /// How many IRIs held characters that no IRI may hold, and were percent-encoded.
  public private(set) var repairedIRIs = 0
  /// How many quads were left out because a predicate has no name in XML.
  public private(set) var unwritableQuads = 0
  /// How many characters that XML forbids became U+FFFD.
  public private(set) var replacedCharacters = 0

  var out: ByteWriter
  private var names = XMLNames()
  private var isStarted = false
  /// The node elements that are open, the last the innermost.
  private var open: [Node] = []
  /// The blank node that the property written last leads to, whose element is not ended yet.
  private var pending: [UInt8]?
  private var pendingTag = ""

  private struct Node {
    let subject: [UInt8]
    let isBlank: Bool
    let tag: String
    /// The tag of the property that the node stands in, if it does.
    let property: String?
  }

  /// How deeply blank nodes are put into one another.
  private static let nestingLimit = 16

  /// Creates a writer.
  public init(to sink: any ByteSink) { out = ByteWriter(to: sink) }

  /// Remembers a prefix for the root element, if it may stand there.
  public func prefix(_ prefix: PrefixBytes) throws {
    guard !isStarted else { return }
    names.declare(
      String(decoding: prefix.name, as: UTF8.self),
      String(decoding: prefix.namespace, as: UTF8.self))
  }

  /// Writes a property element.
  public func quad(_ quad: QuadBytes) throws {
    guard quad.graph == nil else {
      droppedQuads += 1
      return
    }
    guard let predicate = property(quad.predicate), isWritable(quad.object) else {
      unwritableQuads += 1
      return
    }
    start()
    let isTyped = enter(quad.subject, quad)
    if !isTyped { write(predicate, quad.object, level: 2 * open.count) }
    try out.checkpoint()
  }

  /// Ends all elements and writes what is left.
  public func finish() throws {
    start()
    settle()
    while !open.isEmpty { close() }
    out.raw("</rdf:RDF>\n")
    try out.flush()
  }

  private func start() {
    guard !isStarted else { return }
    isStarted = true
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF")
    for (prefix, namespace) in names.declared {
      out.raw("\n    xmlns:" + prefix + "=\"")
      out.xml(namespace)
      out.raw("\"")
    }
    out.raw(">\n")
  }

  // MARK: Nodes

  /// Makes the node element of a subject the innermost one that is open.
  ///
  /// - Returns: Whether the quad is said by the element's name.
  private func enter(_ subject: TermBytes, _ quad: QuadBytes) -> Bool {
    let isBlank = subject.kind == .blank
    var bytes: [UInt8] = []
    subject.appendText(to: &bytes)
    if let node = open.last, node.isBlank == isBlank, node.subject == bytes {
      settle()
      return false
    }
    if isBlank, pending == bytes, open.count < Self.nestingLimit {
      out.raw(">\n")
      pending = nil
      return begin(bytes, isBlank, quad, property: pendingTag)
    }
    settle()
    while let node = open.last {
      if node.isBlank == isBlank, node.subject == bytes { return false }
      close()
    }
    return begin(bytes, isBlank, quad, property: nil)
  }

  private func begin(
    _ subject: [UInt8], _ isBlank: Bool, _ quad: QuadBytes, property: String?
  ) -> Bool {
    var name = XMLNames.Name(tag: "rdf:Description", namespace: nil)
    var isTyped = false
    if quad.object.kind == .iri, quad.predicate.text == RDF.type.value,
      let type = names.name(of: quad.object.text), !XMLNames.isReserved(type, asNode: true)
    {
      name = type
      isTyped = true
    }
    indent(2 * open.count + 1)
    out.raw("<" + name.tag)
    attribute(of: name)
    if isBlank {
      nodeID(subject)
    } else {
      iri(" rdf:about=\"", String(decoding: subject, as: UTF8.self))
    }
    out.raw(">\n")
    open.append(Node(subject: subject, isBlank: isBlank, tag: name.tag, property: property))
    return isTyped
  }

  /// Ends the innermost node element, and the property that it stands in.
  private func close() {
    guard let node = open.popLast() else { return }
    indent(2 * open.count + 1)
    out.raw("</" + node.tag + ">\n")
    guard let property = node.property else { return }
    indent(2 * open.count)
    out.raw("</" + property + ">\n")
  }

  /// Ends the property whose blank node was not described right after.
  private func settle() {
    guard let label = pending else { return }
    pending = nil
    nodeID(label)
    out.raw("/>\n")
  }

  // MARK: Properties

  /// The name of a predicate, unless XML or RDF/XML forbids it.
  private func property(_ predicate: TermBytes) -> XMLNames.Name? {
    guard predicate.kind == .iri, let name = names.name(of: predicate.text),
      !XMLNames.isReserved(name, asNode: false)
    else { return nil }
    return name
  }

  /// Whether all predicates inside a term have names.
  private func isWritable(_ term: TermBytes) -> Bool {
    guard term.kind == .triple else { return true }
    guard let parts = term.parts else { return false }
    return property(parts[1]) != nil && isWritable(parts[2])
  }

  private func write(_ name: XMLNames.Name, _ object: TermBytes, level: Int) {
    indent(level)
    out.raw("<" + name.tag)
    attribute(of: name)
    switch object.kind {
    case .iri:
      iri(" rdf:resource=\"", object.text)
      out.raw("/>\n")
    case .blank:
      var label: [UInt8] = []
      object.appendText(to: &label)
      pending = label
      pendingTag = name.tag
    case .literal:
      if let datatype = object.parts { iri(" rdf:datatype=\"", datatype.pointee.text) }
      text(object.text, name.tag)
    case .text:
      language(object)
      text(object.text, name.tag)
    case .directional:
      language(object)
      out.raw(" rdf:version=\"1.2\" xmlns:its=\"" + RDFXMLAttributes.its + "\" its:version=\"2.0\"")
      out.raw(object.direction == .rightToLeft ? " its:dir=\"rtl\"" : " its:dir=\"ltr\"")
      text(object.text, name.tag)
    case .triple:
      out.raw(" rdf:version=\"1.2\" rdf:parseType=\"Triple\">\n")
      if let parts = object.parts { triple(parts[0], parts[1], parts[2], level: level + 1) }
      indent(level)
      out.raw("</" + name.tag + ">\n")
    }
  }

  private func triple(_ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes, level: Int)
  {
    guard let name = property(predicate) else { return }
    indent(level)
    out.raw("<rdf:Description")
    if subject.kind == .blank {
      var label: [UInt8] = []
      subject.appendText(to: &label)
      nodeID(label)
    } else {
      iri(" rdf:about=\"", subject.text)
    }
    out.raw(">\n")
    write(name, object, level: level + 1)
    settle()
    indent(level)
    out.raw("</rdf:Description>\n")
  }

  private func language(_ term: TermBytes) {
    out.raw(" xml:lang=\"")
    out.xml(String(decoding: term.head, as: UTF8.self))
    out.raw("\"")
  }

  private func text(_ text: String, _ tag: String) {
    out.raw(">")
    replacedCharacters += out.xml(text, keepsLines: true)
    out.raw("</" + tag + ">\n")
  }

  // MARK: Attributes

  private func indent(_ level: Int) { for _ in 0..<level { out.raw("  ") } }

  /// Declares the namespace of a name that the root element does not.
  private func attribute(of name: XMLNames.Name) {
    guard let namespace = name.namespace else { return }
    out.raw(" xmlns:" + names.localPrefix + "=\"")
    out.xml(namespace)
    out.raw("\"")
  }

  private func nodeID(_ label: [UInt8]) {
    out.raw(" rdf:nodeID=\"" + XMLNames.nodeID(String(decoding: label, as: UTF8.self)) + "\"")
  }

  private func iri(_ attribute: String, _ iri: String) {
    out.raw(attribute)
    let (repaired, isWhole) = IRISyntax.repaired(iri)
    if !isWhole { repairedIRIs += 1 }
    out.xml(repaired)
    out.raw("\"")
  }
}
