/// Quipu's own namespaces and terms.
public enum Quipu {
  /// The vocabulary: classes and relations, prefix `q:`.
  public static let vocabulary = "https://quipu.dev/ns#"
  /// Open predicates, prefix `p:`.
  public static let openPredicates = "https://quipu.dev/predicate/"
  /// Entities, prefix `e:`.
  public static let entities = "https://quipu.dev/entity/"
  /// Statements, prefix `s:`.
  public static let statements = "https://quipu.dev/statement/"
  /// Documents and places in them, prefix `d:`.
  public static let documents = "https://quipu.dev/document/"

  /// Functions that queries may call, prefix `f:`.
  public static let functions = "https://quipu.dev/function#"

  /// The prefixes that identifiers are written with, and what they stand for.
  public static let prefixes: [(prefix: String, namespace: String)] = [
    ("q", vocabulary), ("p", openPredicates), ("e", entities), ("s", statements), ("d", documents),
  ]

  /// The IRI of a prefixed identifier such as `e:softbank-4f1c2a`, or `nil` for another prefix.
  public static func iri(_ identifier: String) -> IRI? {
    guard let colon = identifier.firstIndex(of: ":") else { return nil }
    let prefix = identifier[..<colon]
    guard let known = prefixes.first(where: { $0.prefix == prefix }) else { return nil }
    return IRI(known.namespace + identifier[identifier.index(after: colon)...])
  }

  /// The identifier that an IRI stands for, such as `e:softbank-4f1c2a`, or `nil` for another's IRI.
  public static func identifier(_ iri: IRI) -> String? {
    prefixes.first { iri.value.hasPrefix($0.namespace) }
      .map { $0.prefix + ":" + iri.value.dropFirst($0.namespace.count) }
  }
}

/// Datatypes of XML Schema.
public enum XSD {
  /// The namespace.
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  /// `xsd:string`.
  public static let string = IRI(namespace + "string")
  /// `xsd:boolean`.
  public static let boolean = IRI(namespace + "boolean")
  /// `xsd:integer`.
  public static let integer = IRI(namespace + "integer")
  /// `xsd:decimal`.
  public static let decimal = IRI(namespace + "decimal")
  /// `xsd:double`.
  public static let double = IRI(namespace + "double")
  /// `xsd:dateTime`.
  public static let dateTime = IRI(namespace + "dateTime")
  /// `xsd:date`.
  public static let date = IRI(namespace + "date")
  /// `xsd:gYear`.
  public static let gYear = IRI(namespace + "gYear")
  /// `xsd:gYearMonth`.
  public static let gYearMonth = IRI(namespace + "gYearMonth")
}

/// Terms of RDF and RDFS that the statement model needs.
public enum RDF {
  /// The namespace of RDF.
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// `rdf:type`.
  public static let type = IRI(namespace + "type")
  /// `rdf:langString`.
  public static let langString = IRI(namespace + "langString")
  /// `rdfs:label`.
  public static let label = IRI("http://www.w3.org/2000/01/rdf-schema#label")
}
