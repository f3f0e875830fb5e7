import GraphModel

/// Says in RDF what a node map says ("Deserialize JSON-LD to RDF Algorithm").
///
/// Quads come by graph, subject and property; a quad may come twice.
struct RDFDeserializer {
  let options: JSONLDOptions
  let issuer: BlankNodeIssuer
  let emit: (GeneralizedQuad) throws -> Void

  func write(_ map: NodeMap) throws {
    for name in map.graphNames {
      guard let nodes = map.graphs[name] else { continue }
      let graph = name == "@default" ? nil : subject(name)
      if graph == nil, name != "@default" { continue }
      for id in nodes.names {
        guard let node = nodes.nodes[id], let subject = subject(id) else { continue }
        try write(node, subject, graph)
      }
    }
  }

  private func write(_ node: JSONObject, _ subject: Subject, _ graph: Subject?) throws {
    for property in node.sortedNames {
      if property == "@type" {
        for type in (node[property] ?? .null).items {
          guard let name = type.string, let object = self.subject(name) else { continue }
          try emit(GeneralizedQuad(subject, .iri(RDF.type), Term(object), graph: graph))
        }
        continue
      }
      guard !JSONLDKeyword.contains(property), let predicate = self.subject(property) else {
        continue
      }
      if case .blank = predicate, !options.producesGeneralizedRDF { continue }
      for item in (node[property] ?? .null).items {
        guard let object = try object(item, graph) else { continue }
        try emit(GeneralizedQuad(subject, predicate, object, graph: graph))
      }
    }
  }

  /// The node of a name; `nil` if RDF cannot hold it.
  private func subject(_ name: String) -> Subject? {
    if JSONLDName.isBlank(name) { return .blank(String(name.dropFirst(2))) }
    return JSONLDName.isWellFormed(name) ? .iri(IRI(name)) : nil
  }

  /// The term of a value, after the quads that the value needs; `nil` if RDF cannot hold it.
  private func object(_ value: JSONValue, _ graph: Subject?) throws -> Term? {
    guard let object = value.object else { return nil }
    if let list = object["@list"] { return try self.list(list.items, graph) }
    if let content = object["@value"] { return try literal(content, object, graph) }
    return object["@id"]?.string.flatMap(subject).map(Term.init)
  }

  private func list(_ items: [JSONValue], _ graph: Subject?) throws -> Term {
    guard !items.isEmpty else { return .iri(RDFList.none) }
    let nodes = items.map { _ in Subject.blank(String(issuer.fresh().dropFirst(2))) }
    for (index, item) in items.enumerated() {
      if let first = try object(item, graph) {
        try emit(GeneralizedQuad(nodes[index], .iri(RDFList.first), first, graph: graph))
      }
      let rest = index + 1 < nodes.count ? Term(nodes[index + 1]) : .iri(RDFList.none)
      try emit(GeneralizedQuad(nodes[index], .iri(RDFList.rest), rest, graph: graph))
    }
    return Term(nodes[0])
  }

  private func literal(
    _ content: JSONValue, _ object: JSONObject, _ graph: Subject?
  ) throws -> Term? {
    let type = object["@type"]?.string
    if type == "@json" {
      return .literal(content.canonicalText, datatype: JSONLDTerms.json)
    }
    if let type, !JSONLDName.isWellFormed(type) { return nil }
    let language = object["@language"]?.string
    if let language, !JSONLDName.isLanguageTag(language) { return nil }
    switch content {
    case .bool(let truth):
      return .literal(truth ? "true" : "false", datatype: type.map { IRI($0) } ?? XSD.boolean)
    case .integer(let number):
      if type == JSONLDTerms.double.value {
        return .literal(JSONValue.doubleText(Double(number)), datatype: JSONLDTerms.double)
      }
      return .literal(String(number), datatype: type.map { IRI($0) } ?? XSD.integer)
    case .real(let number):
      let isWhole = number == number.rounded() && number.magnitude < 1e21
      if isWhole, type != JSONLDTerms.double.value {
        return .literal(
          JSONValue.wholeText(number), datatype: type.map { IRI($0) } ?? XSD.integer)
      }
      return .literal(
        JSONValue.doubleText(number), datatype: type.map { IRI($0) } ?? JSONLDTerms.double)
    case .string(let text):
      if let direction = object["@direction"]?.string.flatMap(BaseDirection.init),
        let form = options.rdfDirection
      {
        return try directional(text, language, direction, form, graph)
      }
      if let language { return .text(text, language: language) }
      return .literal(text, datatype: type.map { IRI($0) } ?? XSD.string)
    case .null, .array, .object: return nil
    }
  }

  private func directional(
    _ text: String, _ language: String?, _ direction: BaseDirection,
    _ form: JSONLDOptions.DirectionForm, _ graph: Subject?
  ) throws -> Term {
    switch form {
    case .directionalString:
      if let language { return .directional(text, language: language, direction: direction) }
      fallthrough
    case .i18nDatatype:
      let name = JSONLDTerms.i18n + (language?.lowercased() ?? "") + "_" + direction.rawValue
      return .literal(text, datatype: IRI(name))
    case .compoundLiteral:
      let node = Subject.blank(String(issuer.fresh().dropFirst(2)))
      func say(_ predicate: IRI, _ value: String) throws {
        try emit(GeneralizedQuad(node, .iri(predicate), .string(value), graph: graph))
      }
      try say(JSONLDTerms.value, text)
      if let language { try say(JSONLDTerms.language, language.lowercased()) }
      try say(JSONLDTerms.direction, direction.rawValue)
      return Term(node)
    }
  }
}

/// The terms of collections.
enum RDFList {
  static let first = IRI(RDF.namespace + "first")
  static let rest = IRI(RDF.namespace + "rest")
  static let none = IRI(RDF.namespace + "nil")
}

/// Terms that JSON-LD gives a form of their own.
enum JSONLDTerms {
  static let json = IRI(RDF.namespace + "JSON")
  static let list = IRI(RDF.namespace + "List")
  static let value = IRI(RDF.namespace + "value")
  static let language = IRI(RDF.namespace + "language")
  static let direction = IRI(RDF.namespace + "direction")
  static let double = IRI(XSD.namespace + "double")
  /// What the names of datatypes with a language and a direction start with.
  static let i18n = "https://www.w3.org/ns/i18n#"
}
