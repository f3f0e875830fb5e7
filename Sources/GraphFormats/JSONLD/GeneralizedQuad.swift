public import GraphModel

/// A quad whose predicate may be a blank node, which RDF proper forbids and JSON-LD 1.0 could say.
public struct GeneralizedQuad: Hashable, Sendable {
  /// What the quad speaks of.
  public let subject: Subject
  /// The relation.
  public let predicate: Subject
  /// The related node, or the value.
  public let object: Term
  /// The graph's name, or `nil` for the default graph.
  public let graph: Subject?

  /// Creates a quad.
  public init(_ subject: Subject, _ predicate: Subject, _ object: Term, graph: Subject? = nil) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
  }

  /// The quad of RDF proper, or `nil` if the predicate is a blank node.
  public var quad: Quad? {
    guard case .iri(let iri) = predicate else { return nil }
    return Quad(Triple(subject, iri, object), graph: graph)
  }
}
