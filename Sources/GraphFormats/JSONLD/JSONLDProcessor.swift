public import GraphModel

/// The operations of "JSON-LD 1.1 Processing Algorithms and API" (W3C Recommendation, 2020).
///
/// Members come out in the order of their names' bytes, so that the same document always gives the
/// same result. Nothing is loaded unless ``JSONLDOptions/loader`` loads it:
///
///     let processor = JSONLDProcessor(JSONLDOptions(base: "http://example.org/doc"))
///     let compact = try processor.compact(document, context: ["name": "http://schema.org/name"])
public struct JSONLDProcessor {
  let options: JSONLDOptions
  let contexts: ContextProcessor

  /// Creates a processor, which remembers the contexts that it has loaded.
  public init(_ options: JSONLDOptions = JSONLDOptions()) {
    self.options = options
    contexts = ContextProcessor(options)
  }

  /// Writes all names and values of a document out in full and removes its contexts.
  ///
  /// - Returns: An array of node objects.
  /// - Throws: ``JSONLDError``.
  public func expand(_ document: JSONValue) throws(JSONLDError) -> JSONValue {
    .array(try expander().expandDocument(document, try initialContext()))
  }

  /// Shortens a document by a context.
  ///
  /// - Returns: An object with `@context`, unless the context is empty.
  /// - Throws: ``JSONLDError``.
  public func compact(_ document: JSONValue, context: JSONValue) throws(JSONLDError) -> JSONValue {
    let expanded: [JSONValue]
    do {
      expanded = try expander().expandDocument(document, try initialContext())
    } catch {
      guard error.code == .listOfLists else { throw error }
      throw JSONLDError(.compactionToListOfLists, error.detail)
    }
    return try compact(expanded, context, isGraph: false)
  }

  /// Gathers all that is said of a node in one place, and names every node.
  ///
  /// - Returns: An array of node objects; with a context, an object that has them as `@graph`.
  /// - Throws: ``JSONLDError``.
  public func flatten(
    _ document: JSONValue, context: JSONValue? = nil
  ) throws(JSONLDError) -> JSONValue {
    var map = NodeMap()
    try map.add(try expander().expandDocument(document, try initialContext()))
    guard let context else { return .array(map.flattened()) }
    return try compact(map.flattened(), context, isGraph: true)
  }

  /// Says in RDF what a document says.
  ///
  /// - Returns: Quads by graph, subject and property; those with a blank predicate only if
  ///   ``JSONLDOptions/producesGeneralizedRDF`` asks for them.
  /// - Throws: ``JSONLDError``.
  public func generalizedQuads(_ document: JSONValue) throws(JSONLDError) -> [GeneralizedQuad] {
    let expanded = try expander().expandDocument(document, try initialContext())
    let issuer = BlankNodeIssuer()
    var map = NodeMap(issuer)
    try map.add(expanded)
    var quads: [GeneralizedQuad] = []
    let deserializer = RDFDeserializer(options: options, issuer: issuer) { quads.append($0) }
    do { try deserializer.write(map) } catch let error as JSONLDError { throw error } catch {}
    return quads
  }

  /// Says in RDF what a document says.
  ///
  /// - Throws: ``JSONLDError``.
  public func quads(_ document: JSONValue) throws(JSONLDError) -> [Quad] {
    try generalizedQuads(document).compactMap(\.quad)
  }

  /// Says in expanded JSON-LD what RDF says.
  ///
  /// - Returns: An array of node objects, lists made out of well-formed collections.
  /// - Throws: ``JSONLDError``, also if a quad holds a triple term, which JSON-LD 1.1 cannot say.
  public func document(of quads: some Sequence<Quad>) throws(JSONLDError) -> JSONValue {
    var serializer = RDFSerializer(options)
    for quad in quads { try serializer.add(quad) }
    return .array(try serializer.finish())
  }

  func expander() -> Expander { Expander(contexts: contexts, base: options.base) }

  /// The context before the document's own.
  func initialContext() throws(JSONLDError) -> ActiveContext {
    let context = ActiveContext(base: options.base)
    guard let given = options.expandContext else { return context }
    return try contexts.apply(given.object?["@context"] ?? given, to: context, base: options.base)
  }

  private func compact(
    _ expanded: [JSONValue], _ context: JSONValue, isGraph: Bool
  ) throws(JSONLDError) -> JSONValue {
    let local = context.object?["@context"] ?? context
    let base = options.compactsToRelative ? options.base : nil
    let active = try contexts.apply(local, to: ActiveContext(base: base), base: options.base)
    let compactor = Compactor(contexts: contexts)
    var result: JSONObject
    if isGraph {
      let graph = try compactor.compact(.array(expanded), active, "@graph")
      result = JSONObject(try compactor.alias("@graph", active), .array(graph.items))
    } else {
      switch try compactor.compact(.array(expanded), active, nil) {
      case .object(let object): result = object
      case .array(let nodes) where !nodes.isEmpty:
        result = JSONObject(try compactor.alias("@graph", active), .array(nodes))
      default: result = JSONObject()
      }
    }
    let isEmpty = local.isNull || local == [] || local == [:]
    guard !isEmpty else { return .object(result) }
    var document = JSONObject("@context", local)
    for (name, value) in result { document[name] = value }
    return .object(document)
  }
}
