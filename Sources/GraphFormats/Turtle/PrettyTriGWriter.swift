public import GraphModel

/// Writes Turtle or TriG for people: one block a subject, sorted, with brackets, lists and annotations.
///
/// All quads are kept in memory until ``finish()``; the same quads in any order give the same bytes
/// as long as blank nodes have the same labels. A blank node that is the object of one triple alone
/// stands in brackets or in a list; one that reifies a triple of the graph stands in `{| … |}`.
public final class PrettyTriGWriter: RDFWriter {
  /// How many quads were left out because they stand in a named graph.
  public private(set) var droppedQuads = 0
  /// How many IRIs held characters that no IRI may hold, and were percent-encoded.
  public var repairedIRIs: Int { terms.repairedIRIs }
  private let out: TermOutput
  private let terms: TurtleTerms
  private let hasGraphs: Bool
  private var graphs: [Subject?: Set<Triple>] = [:]
  private var prefixes: [String: IRI] = [:]
  private let arena = TermArena()

  /// Creates a writer of TriG, or of Turtle, which has no graphs.
  public init(to sink: any ByteSink, hasGraphs: Bool) {
    out = TermOutput(to: sink)
    terms = TurtleTerms(out)
    self.hasGraphs = hasGraphs
  }

  /// Keeps a prefix; of several declarations of a name the last one holds.
  public func prefix(_ prefix: PrefixBytes) {
    prefixes[String(decoding: prefix.name, as: UTF8.self)] = IRI(
      String(decoding: prefix.namespace, as: UTF8.self))
  }

  /// Keeps a quad.
  public func quad(_ quad: QuadBytes) {
    guard let quad = Quad(quad) else { return }
    guard hasGraphs || quad.graph == nil else {
      droppedQuads += 1
      return
    }
    graphs[quad.graph, default: []].insert(quad.triple)
  }

  /// Sorts and writes everything.
  public func finish() throws {
    for (number, (name, namespace)) in prefixes.sorted(by: { $0.key < $1.key }).enumerated() {
      terms.declare(
        PrefixBytes(
          number: Int32(number), name: arena.copy(name), namespace: arena.copy(namespace.value)))
    }
    var isFirst = prefixes.isEmpty
    let shared = sharedBlanks()
    for name in graphs.keys.sorted(by: { TermOrder.key($0) < TermOrder.key($1) }) {
      let graph = GraphShape(graphs[name] ?? [], pinned: shared)
      if !isFirst { out.byte(0x0a) }
      isFirst = false
      if let name {
        terms.term(arena.subject(name))
        out.raw(" {\n")
      }
      try write(graph, margin: name == nil ? 0 : 1)
      if name != nil { out.raw("}\n") }
    }
    graphs = [:]
    try out.flush()
  }

  /// Blank nodes of several graphs, or that name one: they need their labels.
  private func sharedBlanks() -> Set<String> {
    var seen: Set<String> = []
    var shared: Set<String> = []
    for (name, triples) in graphs {
      if case .blank(let label)? = name { shared.insert(label) }
      let labels = Set(triples.flatMap(\.blankLabels))
      shared.formUnion(labels.intersection(seen))
      seen.formUnion(labels)
    }
    return shared
  }

  private func write(_ graph: GraphShape, margin: Int) throws {
    var isFirst = true
    for subject in graph.roots {
      if !isFirst { out.byte(0x0a) }
      isFirst = false
      indent(margin)
      if case .blank(let label) = subject, graph.isUnreferenced(label) {
        out.raw("[]")
      } else {
        terms.term(arena.subject(subject))
      }
      properties(of: subject, graph, depth: margin, isBlock: true)
      out.raw(" .\n")
      arena.removeAll()
      try out.checkpoint()
    }
  }

  /// Writes the properties of a node, the first on the line of a subject, the others below it.
  private func properties(of subject: Subject, _ graph: GraphShape, depth: Int, isBlock: Bool) {
    for (number, property) in graph.properties(of: subject).enumerated() {
      if number > 0 { out.raw(" ;") }
      if number == 0, isBlock {
        out.byte(0x20)
      } else {
        out.byte(0x0a)
        indent(depth + 1)
      }
      terms.predicate(arena.iri(property.predicate))
      for (place, object) in property.objects.enumerated() {
        out.raw(place > 0 ? ", " : " ")
        self.object(object, graph, depth: depth + 1)
        annotations(of: Triple(subject, property.predicate, object), graph, depth: depth + 1)
      }
    }
  }

  private func object(_ term: Term, _ graph: GraphShape, depth: Int) {
    if term == GraphShape.empty { return out.raw("()") }
    guard case .blank(let label) = term, graph.isNested(label) else {
      return terms.term(arena.term(term))
    }
    if let items = graph.list(label) {
      out.raw("(")
      for item in items {
        out.byte(0x20)
        object(item, graph, depth: depth)
      }
      out.raw(" )")
      return
    }
    let node = Subject.blank(label)
    guard !graph.properties(of: node).isEmpty else { return out.raw("[]") }
    out.raw("[")
    properties(of: node, graph, depth: depth, isBlock: false)
    out.byte(0x0a)
    indent(depth)
    out.raw("]")
  }

  private func annotations(of triple: Triple, _ graph: GraphShape, depth: Int) {
    for reifier in graph.reifiers(of: triple) {
      out.raw(" ~")
      if !graph.isAnnotation(reifier) {
        out.byte(0x20)
        terms.term(arena.subject(reifier))
      } else if !graph.properties(of: reifier).isEmpty {
        out.raw(" {|")
        properties(of: reifier, graph, depth: depth, isBlock: false)
        out.byte(0x0a)
        indent(depth)
        out.raw("|}")
      }
    }
  }

  private func indent(_ depth: Int) {
    for _ in 0..<depth { out.raw("  ") }
  }
}

/// An order of terms for people: IRIs, blank nodes, literals, triple terms, each by their text.
enum TermOrder {
  static func key(_ subject: Subject?) -> String {
    switch subject {
    case nil: ""
    case .iri(let iri): "1" + iri.value
    case .blank(let label): "2" + label
    }
  }

  static func key(_ term: Term) -> String {
    switch term {
    case .iri(let iri): "1" + iri.value
    case .blank(let label): "2" + label
    case .literal(let text, let datatype): "3" + text + "\u{0}" + datatype.value
    case .text(let text, let language): "3" + text + "\u{0}@" + language
    case .directional(let text, let language, let direction):
      "3" + text + "\u{0}@" + language + "--" + direction.rawValue
    case .triple(let triple):
      "4" + key(triple.subject) + "\u{0}" + triple.predicate.value + "\u{0}" + key(triple.object)
    }
  }
}
