/// A node that can be the subject of a triple: a literal never is.
public enum Subject: Hashable, Sendable {
  case iri(IRI)
  case blank(String)
}

/// Any RDF 1.1 term; literals keep their exact lexical form.
public enum Term: Hashable, Sendable {
  case iri(IRI)
  case blank(String)
  case literal(String, datatype: IRI)
  case text(String, language: String)

  /// A literal of datatype `xsd:string`.
  public static func string(_ value: String) -> Term { .literal(value, datatype: XSD.string) }
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
