public import GraphModel

/// Quads: the general RDF data of a store.
extension WriteTransaction {
  /// The quads as this transaction sees them, its own changes among them.
  public func quads() throws(StoreError) -> QuadSnapshot {
    try QuadSnapshot(self, try writer())
  }

  /// Adds a quad; nothing happens if it is there.
  ///
  /// - Throws: ``StoreError/invalidTerm(_:)`` if a datatype or language tag holds a zero byte.
  public func insert(_ quad: Quad) throws(StoreError) {
    let arena = TermArena()
    try withExtendedLifetime(arena) { () throws(StoreError) in try insert(arena.quad(quad)) }
  }

  /// Adds a quad that is given as bytes.
  public func insert(_ quad: QuadBytes) throws(StoreError) {
    let writer = try writer()
    var encoded = EncodedQuad(
      try writer.intern(quad.subject), try writer.intern(quad.predicate),
      try writer.intern(quad.object))
    if let graph = quad.graph { encoded.graph = try writer.intern(graph) }
    try writer.set(encoded, true)
  }

  /// Adds a quad of numbers that this store gave.
  public func insert(_ quad: EncodedQuad) throws(StoreError) { try writer().set(quad, true) }

  /// Removes a quad; nothing happens if it is not there.
  public func remove(_ quad: EncodedQuad) throws(StoreError) { try writer().set(quad, false) }

  /// Removes a quad; nothing happens if it is not there.
  public func remove(_ quad: Quad) throws {
    let view = try quads()
    guard let s = try view.id(of: Term(quad.triple.subject)),
      let p = try view.id(of: .iri(quad.triple.predicate)),
      let o = try view.id(of: quad.triple.object)
    else { return }
    var encoded = EncodedQuad(s, p, o)
    if let graph = quad.graph {
      guard let g = try view.id(of: Term(graph)) else { return }
      encoded.graph = g
    }
    try remove(encoded)
  }

  /// The number of a term, which the store takes up if it is new.
  public func intern(_ term: Term) throws(StoreError) -> TermID {
    if let value = TermID(inlining: term) { return value }
    let arena = TermArena()
    return try withExtendedLifetime(arena) { () throws(StoreError) in
      try writer().intern(arena.term(term))
    }
  }

  /// Removes all quads of a graph; ``TermID/defaultGraph`` is the default graph.
  public func clear(graph: TermID) throws(StoreError) { try writer().clear(graph: graph) }

  /// Removes all quads of all graphs.
  public func clearQuads() throws(StoreError) { try writer().clearQuads() }
}
