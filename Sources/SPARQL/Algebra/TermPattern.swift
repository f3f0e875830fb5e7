public import GraphModel

/// What stands in a place of a triple pattern.
///
/// Blank nodes of a query's patterns are variables without a name. Only in a template
/// (``Query/Form/construct(_:)``, ``UpdateOperation``) does `.term(.blank)` occur, and there it
/// means a new blank node for each solution.
public indirect enum TermPattern: Hashable, Sendable {
  case variable(Variable)
  /// A term without variables; a triple term too.
  case term(Term)
  /// A triple term with at least one variable (or, in a template, a blank node) inside.
  case triple(TriplePattern)
}

/// A triple in which any place may be a variable.
public struct TriplePattern: Hashable, Sendable {
  /// The subject; SPARQL's grammar allows a literal, which matches nothing.
  public var subject: TermPattern
  /// The predicate: a variable or an IRI.
  public var predicate: TermPattern
  /// The object.
  public var object: TermPattern

  /// Creates a triple pattern.
  public init(_ subject: TermPattern, _ predicate: TermPattern, _ object: TermPattern) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// A name of a graph or a service: an IRI, or a variable that takes one.
public enum NamePattern: Hashable, Sendable {
  case iri(IRI)
  case variable(Variable)
}

/// A triple of a template, in a graph.
public struct QuadTemplate: Hashable, Sendable {
  /// The triple.
  public var triple: TriplePattern
  /// The graph's name, or `nil` for the default graph.
  public var graph: NamePattern?

  /// Creates a quad template.
  public init(_ triple: TriplePattern, graph: NamePattern? = nil) {
    self.triple = triple
    self.graph = graph
  }
}
