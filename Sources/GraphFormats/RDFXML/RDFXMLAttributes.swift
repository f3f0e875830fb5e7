import GraphModel

/// The attributes of an element, sorted by what they mean.
struct RDFXMLAttributes {
  var scope: RDFXMLScope
  var id: String?
  var nodeID: String?
  var about: String?
  var resource: String?
  var datatype: String?
  var parseType: String?
  var annotation: String?
  var annotationNodeID: String?
  /// The attributes that are properties, with their values.
  var properties: [(predicate: IRI, value: String)] = []

  static let xml = "http://www.w3.org/XML/1998/namespace"
  static let its = "http://www.w3.org/2005/11/its"

  init(
    _ attributes: [(name: XMLName, value: String)], _ outer: RDFXMLScope
  ) throws(RDFXMLProblem) {
    scope = outer
    // The version tells whether other attributes count, wherever they stand.
    for (name, value) in attributes where name.namespace == RDF.namespace && name.local == "version"
    {
      scope.knowsTripleTerms = value == "1.2" || value == "1.2-basic"
    }
    for (name, value) in attributes { try take(name, value, outer) }
  }

  private mutating func take(
    _ name: XMLName, _ value: String, _ outer: RDFXMLScope
  ) throws(RDFXMLProblem) {
    if name.prefix != nil, name.namespace == nil {
      throw RDFXMLProblem(.unknownPrefix(name.prefix ?? ""))
    }
    switch name.namespace {
    case Self.xml: try takeXML(name.local, value, outer)
    case Self.its where name.local == "dir":
      // Without RDF 1.2 a direction says nothing.
      guard scope.knowsTripleTerms else { return }
      guard let direction = BaseDirection(rawValue: value) else {
        throw RDFXMLProblem(.notAllowed("its:dir"))
      }
      scope.direction = direction
    case Self.its where name.local == "version": break
    case RDF.namespace: try takeRDF(name.local, value)
    case nil:
      switch name.local {
      case "about", "ID", "resource", "parseType", "type": try takeRDF(name.local, value)
      default:
        if !name.isReserved { throw RDFXMLProblem(.notAllowed(name.local)) }
      }
    case let namespace?:
      if !name.isReserved { properties.append((IRI(namespace + name.local), value)) }
    }
  }

  private mutating func takeXML(
    _ name: String, _ value: String, _ outer: RDFXMLScope
  ) throws(RDFXMLProblem) {
    switch name {
    case "lang":
      guard value.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 == 0x2d }) else {
        throw RDFXMLProblem(.expected(.languageTag))
      }
      scope.language = value.isEmpty ? nil : value
    case "base":
      if IRISyntax.hasScheme(value) {
        scope.base = IRI(value)
      } else if let base = outer.base {
        scope.base = IRISyntax.resolve(value, against: base)
      } else {
        throw RDFXMLProblem(.relativeIRI(value))
      }
    default: break
    }
  }

  private mutating func takeRDF(_ name: String, _ value: String) throws(RDFXMLProblem) {
    switch name {
    case "ID": try set(\.id, value, name)
    case "nodeID": try set(\.nodeID, value, name)
    case "about": try set(\.about, value, name)
    case "resource": try set(\.resource, value, name)
    case "datatype": try set(\.datatype, value, name)
    case "parseType": try set(\.parseType, value, name)
    case "annotation": try set(\.annotation, value, name)
    case "annotationNodeID": try set(\.annotationNodeID, value, name)
    case "version": break
    case "Description", "RDF", "li", "aboutEach", "aboutEachPrefix", "bagID":
      throw RDFXMLProblem(.notAllowed("rdf:" + name))
    default: properties.append((IRI(RDF.namespace + name), value))
    }
  }

  private mutating func set(
    _ place: WritableKeyPath<RDFXMLAttributes, String?>, _ value: String, _ name: String
  ) throws(RDFXMLProblem) {
    guard self[keyPath: place] == nil else { throw RDFXMLProblem(.notAllowed("rdf:" + name)) }
    self[keyPath: place] = value
  }

  /// Refuses those of the attributes that are given.
  func refuse(_ names: (String, String?)...) throws(RDFXMLProblem) {
    for (name, value) in names where value != nil {
      throw RDFXMLProblem(.notAllowed("rdf:" + name))
    }
  }

  /// Refuses attributes that are properties.
  func refuseProperties() throws(RDFXMLProblem) {
    if let first = properties.first { throw RDFXMLProblem(.notAllowed(first.predicate.value)) }
  }
}
