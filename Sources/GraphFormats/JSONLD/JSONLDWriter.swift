public import GraphModel

/// Writes JSON-LD 1.1 as quads come: a node object a line, names shortened by a context.
///
/// The context holds the prefixes told before the first quad. A blank node stands inside the
/// property that leads to it if it is described right after. Memory is bounded by what follows
/// about one subject, and by ``valueLimit`` values of that.
///
/// JSON-LD 1.1 has no triple terms; quads that hold one are left out and counted.
public final class JSONLDWriter: RDFWriter {
  /// How many values a node object may gather before another one for the same node is begun.
  public static let valueLimit = 4096

  /// None: every quad has a place.
  public var droppedQuads: Int { 0 }
  /// How many IRIs held characters that no IRI may hold, and were percent-encoded.
  public private(set) var repairedIRIs = 0
  /// How many quads were left out because they hold a triple term.
  public private(set) var unwritableQuads = 0

  private var out: ByteWriter
  private var names = JSONLDNames()
  private var isStarted = false
  private var hasNode = false
  private var graph: String?
  /// Whether the graph has no context, because its name would be read as another.
  private var isWhole = false
  /// The nodes that are open, the last the innermost.
  private var open: [Node] = []
  /// The blank node that the last value of the innermost node leads to, and by which property.
  private var last: (node: String, property: String)?
  private var valueCount = 0

  private struct Node {
    let id: String
    /// The property that the node stands in; of the outermost, none.
    let property: String
    var members: JSONObject
  }

  private static let nestingLimit = 16

  /// Creates a writer.
  public init(to sink: any ByteSink) { out = ByteWriter(to: sink) }

  /// Remembers a prefix for the context, if it may stand there.
  public func prefix(_ prefix: PrefixBytes) throws {
    guard !isStarted else { return }
    names.declare(
      String(decoding: prefix.name, as: UTF8.self),
      String(decoding: prefix.namespace, as: UTF8.self))
  }

  /// Adds a quad to the node that it speaks of.
  public func quad(_ quad: QuadBytes) throws {
    guard quad.object.kind != .triple else {
      unwritableQuads += 1
      return
    }
    start()
    enter(quad.graph.map(name))
    enter(name(quad.subject))
    let predicate = quad.predicate.text
    let isResource = quad.object.kind == .iri || quad.object.kind == .blank
    last = nil
    if predicate == RDF.type.value, isResource {
      add(.string(name(quad.object)), to: "@type")
    } else {
      let property = repaired(predicate)
      names.check(property)
      add(value(quad.object), to: property)
      if quad.object.kind == .blank { last = (name(quad.object), property) }
    }
    try out.checkpoint()
  }

  /// Ends the document and writes what is left.
  public func finish() throws {
    start()
    while !open.isEmpty { close() }
    if graph != nil { out.raw("\n]}") }
    out.raw("\n]}\n")
    try out.flush()
  }

  private func start() {
    guard !isStarted else { return }
    isStarted = true
    out.raw("{")
    if let context = names.context {
      out.raw("\"@context\":")
      out.json(context)
      out.raw(",\n")
    }
    out.raw("\"@graph\":[")
  }

  // MARK: Nodes

  private func enter(_ name: String?) {
    if let name, let graph, ExactText.isSame(name, graph) { return }
    guard name != nil || graph != nil else { return }
    last = nil
    while !open.isEmpty { close() }
    if graph != nil {
      out.raw("\n]}")
      hasNode = true
    }
    graph = name
    isWhole = name.map { names.isConfused($0) } ?? false
    guard let name else { return }
    out.raw(hasNode ? ",\n{" : "\n{")
    if isWhole { out.raw("\"@context\":null,") }
    out.raw("\"@id\":")
    out.jsonString(isWhole ? name : names.short(name))
    out.raw(",\"@graph\":[")
    hasNode = false
  }

  private func enter(_ id: String) {
    if let node = open.last, ExactText.isSame(node.id, id) {
      guard open.count == 1, valueCount >= Self.valueLimit else { return }
      close()
    } else if let last, ExactText.isSame(last.node, id), open.count < Self.nestingLimit {
      // The reference that stands there becomes the node itself.
      var values = open[open.count - 1].members.take(last.property)?.items ?? []
      values.removeLast()
      open[open.count - 1].members[last.property] = .array(values)
      open.append(Node(id: id, property: last.property, members: JSONObject("@id", .string(id))))
      return
    }
    while let node = open.last {
      if ExactText.isSame(node.id, id) { return }
      close()
    }
    open.append(Node(id: id, property: "", members: JSONObject("@id", .string(id))))
  }

  private func add(_ value: JSONValue, to property: String) {
    valueCount += 1
    open[open.count - 1].members.append(value, to: property)
  }

  /// Ends the innermost node: it becomes a value of the one around it, or is written.
  private func close() {
    guard let node = open.popLast() else { return }
    if !open.isEmpty {
      open[open.count - 1].members.append(.object(node.members), to: node.property)
      return
    }
    let separator = hasNode ? ",\n" : "\n"
    out.raw(separator)
    out.json(.object(isWhole ? names.compact(node.members) : names.shortened(node.members)))
    names.forget()
    hasNode = true
    valueCount = 0
  }

  // MARK: Terms

  /// The name of an IRI or a blank node, whole.
  private func name(_ term: TermBytes) -> String {
    if term.kind == .blank { return "_:" + BlankLabel.written(term.body) }
    let iri = repaired(term.text)
    names.check(iri)
    return iri
  }

  private func repaired(_ iri: String) -> String {
    let (repaired, isWhole) = IRISyntax.repaired(iri)
    if !isWhole { repairedIRIs += 1 }
    return repaired
  }

  private func value(_ term: TermBytes) -> JSONValue {
    switch term.kind {
    case .iri, .blank: return .object(JSONObject("@id", .string(name(term))))
    case .literal:
      guard let datatype = term.parts else { return .string(term.text) }
      return literal(term.text, repaired(datatype.pointee.text))
    case .text, .directional:
      var object = JSONObject("@value", .string(term.text))
      object["@language"] = .string(String(decoding: term.head, as: UTF8.self))
      if term.kind == .directional, let direction = term.direction {
        object["@direction"] = .string(direction.rawValue)
      }
      return .object(object)
    case .triple: return .null
    }
  }

  /// A literal as JSON's own number or truth if it comes back the same, else with its type.
  private func literal(_ text: String, _ datatype: String) -> JSONValue {
    switch datatype {
    case XSD.boolean.value where text == "true": return true
    case XSD.boolean.value where text == "false": return false
    case XSD.integer.value:
      if let number = Int(text), String(number) == text, number.magnitude < 1 << 53 {
        return .integer(number)
      }
    case JSONLDTerms.json.value:
      if let json = try? JSONReader.read(Array(text.utf8)), json.canonicalText == text {
        return ["@value": json, "@type": "@json"]
      }
    default: break
    }
    names.check(datatype)
    return ["@value": .string(text), "@type": .string(datatype)]
  }
}
