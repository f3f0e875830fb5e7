public import GraphModel

extension MemoryDataset: UpdateTarget {
  /// The dataset itself.
  public func source() -> any QuadSource { self }

  /// Adds a quad, if it is not there.
  public func add(_ quad: Quad) { insert(quad) }

  /// Takes a quad away, if it is there.
  public func delete(_ quad: Quad) { remove(quad) }

  /// Takes every quad of a graph away; `nil` is the default graph.
  public func clear(_ graph: IRI?) {
    let name = graph.map(Subject.iri)
    for quad in all where quad.graph == name { remove(quad) }
  }

  /// A label that no blank node here has.
  public func newBlankLabel() -> String {
    while true {
      freshLabels += 1
      let label = "n\(freshLabels)"
      if id(of: .blank(label)) == nil { return label }
    }
  }
}
