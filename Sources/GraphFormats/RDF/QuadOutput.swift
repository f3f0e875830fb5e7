import GraphModel

/// Hands descriptions on as quads: to a writer of any syntax, a store, a dataset in memory.
struct QuadOutput: RDFOutput {
  let hasGraphs: Bool
  private let sink: any QuadSink
  /// The terms of the description that is open.
  private let arena = TermArena()
  private let graphArena = TermArena()
  private var graphName: TermBytes?
  /// The subjects that are open, each with its current property; the last is the innermost.
  private var open: [(subject: TermBytes, property: TermBytes)] = []
  /// Where names become IRIs.
  private var names = ByteWriter(to: MemorySink())
  /// What the sink threw; it is thrown on at the next checkpoint.
  private var failure: (any Error)?

  init(_ sink: any QuadSink, hasGraphs: Bool) {
    self.sink = sink
    self.hasGraphs = hasGraphs
  }

  mutating func head() {
    for (number, entry) in RDFPrefixes.all.enumerated() {
      let prefix = PrefixBytes(
        number: Int32(number), name: arena.copy(entry.prefix),
        namespace: arena.copy(entry.namespace))
      perform { sink throws in try sink.prefix(prefix) }
    }
    arena.removeAll()
  }

  mutating func graph(_ name: String?) {
    guard hasGraphs else { return }
    graphArena.removeAll()
    if let name { graphName = iri(name, graphArena) } else { graphName = nil }
  }

  mutating func begin(_ subject: String) {
    arena.removeAll()
    open = [(iri(subject, arena), empty)]
  }

  mutating func beginReifier(
    _ name: String, of subject: String, _ predicate: String, _ object: RDFValue, isAsserted: Bool
  ) {
    arena.removeAll()
    let parts = arena.list(iri(subject, arena), iri(predicate, arena), term(object))
    if isAsserted { push(parts[0], parts[1], parts[2]) }
    let reifier = iri(name, arena)
    push(reifier, iri("rdf:reifies", arena), TermBytes(.triple, body: empty.body, parts: parts))
    open = [(reifier, empty)]
  }

  mutating func property(_ name: String) {
    let property = iri(name, arena)
    open[open.count - 1].property = property
  }

  mutating func resource(_ name: String) { add(iri(name, arena)) }

  mutating func literal(_ value: String, datatype: String?) {
    add(term(.literal(value, datatype: datatype)))
  }

  mutating func share(_ value: Double) {
    literal(ShareText.digits(value), datatype: "xsd:decimal")
  }

  mutating func beginBlank(_ label: String) {
    let node = TermBytes(.blank, body: arena.copy(label))
    add(node)
    open.append((node, empty))
  }

  mutating func endBlank() { open.removeLast() }

  mutating func end() { open.removeAll(keepingCapacity: true) }

  mutating func checkpoint() throws {
    guard let failure else { return }
    self.failure = nil
    throw failure
  }

  mutating func finish() throws { try checkpoint() }

  private var empty: TermBytes { TermBytes(.iri, body: UnsafeBufferPointer(start: nil, count: 0)) }

  private mutating func add(_ object: TermBytes) {
    guard let (subject, property) = open.last else { return }
    push(subject, property, object)
  }

  private mutating func push(_ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes) {
    let quad = QuadBytes(subject, predicate, object, graph: graphName)
    perform { sink throws in try sink.quad(quad) }
  }

  private mutating func perform(_ work: (any QuadSink) throws -> Void) {
    guard failure == nil else { return }
    do { try work(sink) } catch { failure = error }
  }

  private mutating func term(_ value: RDFValue) -> TermBytes {
    switch value {
    case .resource(let name): return iri(name, arena)
    case .literal(let text, let datatype):
      var parts: UnsafePointer<TermBytes>?
      if let datatype { parts = arena.list(iri(datatype, arena)) }
      return TermBytes(.literal, body: arena.copy(text), parts: parts)
    }
  }

  /// The IRI of a prefixed name; what an IRI may not hold is percent-encoded.
  private mutating func iri(_ name: String, _ arena: TermArena) -> TermBytes {
    names.discardPending()
    names.rdfIRI(name)
    return names.pending.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes.dropFirst().dropLast())
      return TermBytes(.iri, body: arena.copy(text), isPlain: true)
    }
  }
}
