/// A node that can be the subject of a triple: a literal never is.
public enum Subject: Hashable, Sendable {
  case iri(IRI)
  case blank(String)
}

/// The direction of a text's script, written after its language tag (RDF 1.2 Concepts, section 3.4).
public enum BaseDirection: String, Hashable, Sendable, CaseIterable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

/// Any RDF 1.2 term; literals keep their exact lexical form.
public enum Term: Hashable, Sendable {
  case iri(IRI)
  case blank(String)
  case literal(String, datatype: IRI)
  case text(String, language: String)
  case directional(String, language: String, direction: BaseDirection)
  indirect case triple(Triple)

  /// A literal of datatype `xsd:string`.
  public static func string(_ value: String) -> Term { .literal(value, datatype: XSD.string) }

  /// The term of a subject.
  public init(_ subject: Subject) {
    switch subject {
    case .iri(let iri): self = .iri(iri)
    case .blank(let label): self = .blank(label)
    }
  }
}

/// An RDF triple.
public struct Triple: Hashable, Sendable {
  /// What the triple speaks of.
  public let subject: Subject
  /// The relation or attribute.
  public let predicate: IRI
  /// The related node, or the value.
  public let object: Term

  /// Creates a triple.
  public init(_ subject: Subject, _ predicate: IRI, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// A triple in a graph: the default one, or one with a name.
public struct Quad: Hashable, Sendable {
  /// The triple.
  public let triple: Triple
  /// The graph's name, or `nil` for the default graph.
  public let graph: Subject?

  /// Creates a quad.
  public init(_ triple: Triple, graph: Subject? = nil) {
    self.triple = triple
    self.graph = graph
  }
}
