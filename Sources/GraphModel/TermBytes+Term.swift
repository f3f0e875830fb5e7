extension Term {
  /// The term of some bytes.
  ///
  /// `nil` if they break RDF's rules: a triple term whose subject is a literal, say.
  public init?(_ bytes: TermBytes) {
    switch bytes.kind {
    case .iri: self = .iri(IRI(bytes.text))
    case .blank: self = .blank(bytes.text)
    case .literal:
      let datatype = bytes.parts.map { IRI($0.pointee.text) } ?? XSD.string
      self = .literal(bytes.text, datatype: datatype)
    case .text:
      self = .text(bytes.text, language: String(decoding: bytes.head, as: UTF8.self))
    case .directional:
      self = .directional(
        bytes.text, language: String(decoding: bytes.head, as: UTF8.self),
        direction: bytes.direction ?? .leftToRight)
    case .triple:
      guard let parts = bytes.parts, let triple = Triple(parts[0], parts[1], parts[2]) else {
        return nil
      }
      self = .triple(triple)
    }
  }
}

extension Subject {
  /// The subject of some bytes; `nil` if they are neither an IRI nor a blank node.
  public init?(_ bytes: TermBytes) {
    switch bytes.kind {
    case .iri: self = .iri(IRI(bytes.text))
    case .blank: self = .blank(bytes.text)
    default: return nil
    }
  }
}

extension Triple {
  /// The triple of some bytes; `nil` if a term stands where RDF does not allow it.
  public init?(_ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes) {
    guard predicate.kind == .iri, let subject = Subject(subject), let object = Term(object) else {
      return nil
    }
    self.init(subject, IRI(predicate.text), object)
  }
}

extension Quad {
  /// The quad of some bytes; `nil` if a term stands where RDF does not allow it.
  public init?(_ bytes: QuadBytes) {
    guard let triple = Triple(bytes.subject, bytes.predicate, bytes.object) else { return nil }
    var graph: Subject?
    if let name = bytes.graph {
      guard let subject = Subject(name) else { return nil }
      graph = subject
    }
    self.init(triple, graph: graph)
  }
}
