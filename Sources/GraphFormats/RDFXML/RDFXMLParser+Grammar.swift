import GraphModel

/// The productions of the grammar.
extension RDFXMLParser {
  private var scope: RDFXMLScope { frames.last?.scope ?? RDFXMLScope(base: options.base) }

  /// Takes a start tag.
  func open(_ element: XMLElement) throws(RDFXMLProblem) {
    if element.name.prefix != nil, element.name.namespace == nil {
      throw RDFXMLProblem(.unknownPrefix(element.name.prefix ?? ""))
    }
    let attributes = try RDFXMLAttributes(element.attributes, scope)
    guard let top = frames.last else {
      if element.name.isRDF("RDF") { return try openDocument(attributes) }
      _ = try openNode(element, attributes)
      return
    }
    switch top.kind {
    case .document, .triple: _ = try openNode(element, attributes)
    case .node(let subject), .resource(let subject):
      try openProperty(element, attributes, of: subject)
    case .property:
      guard top.text.allSatisfy(\.isXMLSpace) else { throw RDFXMLProblem(.strayText) }
      guard let statement = top.statement, statement.datatype == nil else {
        throw RDFXMLProblem(.notAllowed(element.name.shown))
      }
      let place = frames.count - 1
      let subject = try openNode(element, attributes)
      frames[place].kind = .done
      frames[place].text = []
      state(statement, Term(subject))
    case .collection(let last):
      let place = frames.count - 1
      let subject = try openNode(element, attributes)
      let cell = freshNode()
      if let last {
        emit(last, RDFList.rest, Term(cell))
      } else if let statement = top.statement {
        state(statement, Term(cell))
      }
      emit(cell, RDFList.first, Term(subject))
      frames[place].kind = .collection(last: cell)
    case .done, .literal: throw RDFXMLProblem(.notAllowed(element.name.shown))
    }
  }

  private func openDocument(_ attributes: RDFXMLAttributes) throws(RDFXMLProblem) {
    try attributes.refuse(
      ("ID", attributes.id), ("nodeID", attributes.nodeID), ("about", attributes.about),
      ("resource", attributes.resource), ("datatype", attributes.datatype),
      ("parseType", attributes.parseType), ("annotation", attributes.annotation),
      ("annotationNodeID", attributes.annotationNodeID))
    try attributes.refuseProperties()
    frames.append(RDFXMLFrame(kind: .document, scope: attributes.scope))
  }

  private func openNode(
    _ element: XMLElement, _ attributes: RDFXMLAttributes
  ) throws(RDFXMLProblem) -> Subject {
    let type = try element.name.iri(besides: Self.notNodes)
    try attributes.refuse(
      ("resource", attributes.resource), ("datatype", attributes.datatype),
      ("parseType", attributes.parseType), ("annotation", attributes.annotation),
      ("annotationNodeID", attributes.annotationNodeID))
    let subject: Subject
    switch (attributes.id, attributes.nodeID, attributes.about) {
    case (let id?, nil, nil): subject = .iri(try identifier(id, attributes.scope))
    case (nil, let id?, nil): subject = try node(id)
    case (nil, nil, let about?): subject = .iri(try resolve(about, attributes.scope))
    case (nil, nil, nil): subject = freshNode()
    case (_, _, _?): throw RDFXMLProblem(.notAllowed("rdf:about"))
    default: throw RDFXMLProblem(.notAllowed("rdf:nodeID"))
    }
    if !element.name.isRDF("Description") { emit(subject, RDF.type, .iri(type)) }
    try emitProperties(attributes, of: subject)
    frames.append(RDFXMLFrame(kind: .node(subject), scope: attributes.scope))
    return subject
  }

  private static let core: Set<String> = [
    "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "annotation",
    "annotationNodeID", "version", "aboutEach", "aboutEachPrefix", "bagID",
  ]
  private static let notNodes = core.union(["li"])
  private static let notProperties = core.union(["Description"])

  private func emitProperties(
    _ attributes: RDFXMLAttributes, of subject: Subject
  ) throws(RDFXMLProblem) {
    for (predicate, value) in attributes.properties {
      if predicate == RDF.type {
        emit(subject, RDF.type, .iri(try resolve(value, attributes.scope)))
      } else {
        emit(subject, predicate, attributes.scope.text(value))
      }
    }
  }

  private func openProperty(
    _ element: XMLElement, _ attributes: RDFXMLAttributes, of subject: Subject
  ) throws(RDFXMLProblem) {
    let scope = attributes.scope
    var predicate = try element.name.iri(besides: Self.notProperties)
    if element.name.isRDF("li"), let top = frames.indices.last {
      frames[top].memberCount += 1
      predicate = IRI(RDF.namespace + "_\(frames[top].memberCount)")
    }
    try attributes.refuse(("about", attributes.about))
    var statement = RDFXMLStatement(subject: subject, predicate: predicate)
    if let id = attributes.id { statement.reification = try identifier(id, scope) }
    if let annotation = attributes.annotation {
      try attributes.refuse(("annotationNodeID", attributes.annotationNodeID))
      statement.annotation = .iri(try resolve(annotation, scope))
    } else if let id = attributes.annotationNodeID {
      statement.annotation = try node(id)
    }
    var frame = RDFXMLFrame(kind: .property, scope: scope)
    if let parseType = attributes.parseType {
      try attributes.refuse(
        ("resource", attributes.resource), ("nodeID", attributes.nodeID),
        ("datatype", attributes.datatype))
      try attributes.refuseProperties()
      try open(parseType, &frame, statement)
      return
    }
    let needsNode =
      attributes.resource != nil || attributes.nodeID != nil || !attributes.properties.isEmpty
    if needsNode {
      try attributes.refuse(("datatype", attributes.datatype))
      let object: Subject
      switch (attributes.resource, attributes.nodeID) {
      case (let resource?, nil): object = .iri(try resolve(resource, scope))
      case (nil, let id?): object = try node(id)
      case (nil, nil): object = freshNode()
      default: throw RDFXMLProblem(.notAllowed("rdf:nodeID"))
      }
      state(statement, Term(object))
      try emitProperties(attributes, of: object)
      frame.kind = .done
    } else if let datatype = attributes.datatype {
      statement.datatype = try resolve(datatype, scope)
    }
    frame.statement = statement
    frames.append(frame)
  }

  private func open(
    _ parseType: String, _ frame: inout RDFXMLFrame, _ statement: RDFXMLStatement
  ) throws(RDFXMLProblem) {
    frame.statement = statement
    switch parseType {
    case "Resource":
      let node = freshNode()
      state(statement, Term(node))
      frame.kind = .resource(node)
    case "Collection": frame.kind = .collection(last: nil)
    case "Triple":
      guard frame.scope.knowsTripleTerms else {
        // What RDF 1.1 does not know is left out.
        skippedDepth = 1
        return
      }
      captured.append([])
      frame.kind = .triple
    default:
      literal = XMLLiteral()
      frame.kind = .literal
    }
    frames.append(frame)
  }

  /// Takes an end tag.
  func close(_ frame: RDFXMLFrame) throws(RDFXMLProblem) {
    guard let statement = frame.statement else { return }
    switch frame.kind {
    case .property:
      let text = String(decoding: frame.text, as: UTF8.self)
      if let datatype = statement.datatype {
        state(statement, .literal(text, datatype: datatype))
      } else {
        state(statement, frame.scope.text(text))
      }
    case .collection(let last):
      if let last {
        emit(last, RDFList.rest, .iri(RDFList.none))
      } else {
        state(statement, .iri(RDFList.none))
      }
    case .literal:
      let text = literal?.text ?? ""
      literal = nil
      state(statement, .literal(text, datatype: IRI(RDF.namespace + "XMLLiteral")))
    case .triple:
      let triples = captured.popLast() ?? []
      guard let triple = triples.first, triples.count == 1 else {
        throw RDFXMLProblem(.notOneTriple(count: triples.count))
      }
      state(statement, .triple(triple))
    case .document, .node, .done, .resource: break
    }
  }

  /// Says a property element's triple, and what is said about the triple.
  private func state(_ statement: RDFXMLStatement, _ object: Term) {
    emit(statement.subject, statement.predicate, object)
    if let node = statement.reification {
      emit(.iri(node), RDF.type, .iri(IRI(RDF.namespace + "Statement")))
      emit(.iri(node), IRI(RDF.namespace + "subject"), Term(statement.subject))
      emit(.iri(node), IRI(RDF.namespace + "predicate"), .iri(statement.predicate))
      emit(.iri(node), IRI(RDF.namespace + "object"), object)
    }
    if let node = statement.annotation {
      let triple = Triple(statement.subject, statement.predicate, object)
      emit(node, IRI(RDF.namespace + "reifies"), .triple(triple))
    }
  }
}

extension RDFXMLScope {
  /// A text in the language and direction of the place.
  func text(_ text: String) -> Term {
    guard let language else { return .string(text) }
    guard let direction else { return .text(text, language: language) }
    return .directional(text, language: language, direction: direction)
  }
}

extension XMLName {
  func isRDF(_ name: String) -> Bool { local == name && namespace == RDF.namespace }

  /// The name as it stands in the document.
  var shown: String { prefix.map { $0 + ":" + local } ?? local }

  /// The IRI that the name stands for, unless it is one of RDF's words that may not stand here.
  fileprivate func iri(besides words: Set<String>) throws(RDFXMLProblem) -> IRI {
    guard let namespace, !namespace.isEmpty else { throw RDFXMLProblem(.relativeIRI(local)) }
    if namespace == RDF.namespace, words.contains(local) { throw RDFXMLProblem(.notAllowed(shown)) }
    return IRI(namespace + local)
  }
}
