import GraphModel

/// Takes a graph as a series of descriptions, and writes it in some syntax of RDF.
///
/// Names are written with a prefix of ``RDFPrefixes``: `e:softbank-4f1c2a`, `rdf:type`.
protocol RDFOutput {
  /// Whether descriptions can stand in named graphs.
  var hasGraphs: Bool { get }

  /// Writes what stands before the first description.
  mutating func head()
  /// Puts the descriptions that follow into a named graph, or into the default one.
  mutating func graph(_ name: String?)
  /// Starts the description of a reifier (RDF 1.2) of a triple, which it asserts if told so.
  mutating func beginReifier(
    _ name: String, of subject: String, _ predicate: String, _ object: RDFValue, isAsserted: Bool)
  /// Starts a description.
  mutating func begin(_ subject: String)
  /// Starts the values of a property.
  mutating func property(_ name: String)
  /// Writes a value that is a resource.
  mutating func resource(_ name: String)
  /// Writes a value that is a literal; without a datatype it is a string.
  mutating func literal(_ value: String, datatype: String?)
  /// Writes a share in 0...1 as an `xsd:decimal`.
  mutating func share(_ value: Double)
  /// Starts a value that is a blank node described here alone; labels are unique in a file.
  mutating func beginBlank(_ label: String)
  /// Ends the innermost blank node.
  mutating func endBlank()
  /// Ends a description.
  mutating func end()
  /// Hands on what was written if it is much.
  mutating func checkpoint() throws
  /// Writes what stands behind the last description, and hands on all.
  mutating func finish() throws
}

/// A value in a description: a resource by its prefixed name, or a literal.
enum RDFValue {
  case resource(String)
  case literal(String, datatype: String?)
}

extension RDFOutput {
  mutating func value(_ value: RDFValue) {
    switch value {
    case .resource(let name): resource(name)
    case .literal(let text, let datatype): literal(text, datatype: datatype)
    }
  }

  mutating func property(_ name: String, is resource: String) {
    property(name)
    self.resource(resource)
  }

  mutating func property(_ name: String, text: String) {
    property(name)
    literal(text, datatype: nil)
  }

  mutating func property(_ name: String, integer: Int) {
    property(name)
    literal(String(integer), datatype: "xsd:integer")
  }
}

/// The prefixes of exported RDF.
enum RDFPrefixes {
  /// All of them, which every export declares.
  static let all: [(prefix: String, namespace: String)] =
    Quipu.prefixes + [
      ("rdf", RDF.namespace), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
      ("xsd", XSD.namespace), ("skos", "http://www.w3.org/2004/02/skos/core#"),
      ("dcterms", "http://purl.org/dc/terms/"), ("prov", "http://www.w3.org/ns/prov#"),
      ("oa", "http://www.w3.org/ns/oa#"), ("schema", "http://schema.org/"),
      ("owl", "http://www.w3.org/2002/07/owl#"),
    ]

  private static let prefixes = all.map { Array($0.prefix.utf8) }
  private static let namespaces = all.map { Array($0.namespace.utf8) }

  /// Splits a name at its first colon, if a known prefix stands before it.
  ///
  /// - Returns: The namespace's bytes and the index after the colon.
  static func split(_ name: UnsafeBufferPointer<UInt8>) -> (namespace: [UInt8], local: Int)? {
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    for (index, prefix) in prefixes.enumerated() where prefix.count == colon {
      if prefix.indices.allSatisfy({ prefix[$0] == name[$0] }) {
        return (namespaces[index], colon + 1)
      }
    }
    return nil
  }
}
