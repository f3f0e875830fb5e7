import GraphModel

/// Says in expanded JSON-LD what RDF says ("Serialize RDF as JSON-LD Algorithm").
///
/// Values are kept in one array and lists hold their numbers, so that a list in a list in a list is
/// no deeper here than any other.
struct RDFSerializer {
  let options: JSONLDOptions
  private var graphs = ExactMap<Graph>()
  private var values: [Value] = []
  /// Where a blank node is referred to; `nil` if at several places.
  private var references = ExactMap<Reference?>()

  /// How deeply lists may be nested.
  static let listNestingLimit = 100

  private struct Graph {
    var nodes = ExactMap<Node>()
    /// The values that are `rdf:nil`, each the end of a list.
    var ends: [Reference] = []
    var compounds: [String] = []
    var seen = ExactSet()
  }

  private struct Node {
    var types: [String] = []
    var properties = ExactMap<[Int]>()
    var isEmpty: Bool { types.isEmpty && properties.isEmpty }
  }

  private struct Reference {
    let graph: String
    let node: String
    let property: String
    let value: Int
  }

  private enum Value {
    case object(JSONObject)
    case list([Int])
  }

  init(_ options: JSONLDOptions) {
    self.options = options
    graphs["@default"] = Graph()
  }

  private static func name(_ subject: Subject) -> String {
    switch subject {
    case .iri(let iri): iri.value
    case .blank(let label): "_:" + label
    }
  }

  /// A text that only the same term has.
  private static func key(_ term: Term) throws(JSONLDError) -> String {
    switch term {
    case .iri(let iri): iri.value
    case .blank(let label): "_:" + label
    case .literal(let text, let datatype): "^" + datatype.value + "\u{0}" + text
    case .text(let text, let language): "@" + language + "\u{0}" + text
    case .directional(let text, let language, let direction):
      "@" + language + "--" + direction.rawValue + "\u{0}" + text
    case .triple: throw JSONLDError(.invalidValueObject, "a triple term")
    }
  }

  /// Adds a quad.
  mutating func add(_ quad: Quad) throws(JSONLDError) {
    let graph = quad.graph.map(Self.name) ?? "@default"
    if graph != "@default" {
      if graphs[graph] == nil { graphs[graph] = Graph() }
      open(graph, in: "@default")
    }
    let triple = quad.triple
    let subject = Self.name(triple.subject)
    let predicate = triple.predicate
    let key = [subject, predicate.value, try Self.key(triple.object)].joined(separator: "\u{0}")
    guard graphs[graph]?.seen.insert(key) == true else { return }
    open(subject, in: graph)
    var target: String?
    switch triple.object {
    case .iri(let iri): target = iri.value
    case .blank(let label): target = "_:" + label
    case .literal, .text, .directional: break
    case .triple: throw JSONLDError(.invalidValueObject, "a triple term")
    }
    if let target {
      open(target, in: graph)
      if predicate == RDF.type, !options.usesRDFType {
        graphs[graph]?.nodes[subject]?.types.append(target)
        if JSONLDName.isBlank(target) { references[target] = .some(nil) }
        return
      }
    }
    if options.rdfDirection == .compoundLiteral, predicate == JSONLDTerms.direction {
      graphs[graph]?.compounds.append(subject)
    }
    let number = values.count
    values.append(.object(try value(of: triple.object)))
    graphs[graph]?.nodes[subject]?.properties[predicate.value, default: []].append(number)
    let reference = Reference(
      graph: graph, node: subject, property: predicate.value, value: number)
    if target == RDFList.none.value {
      graphs[graph]?.ends.append(reference)
    } else if let target, JSONLDName.isBlank(target) {
      references[target] = references[target] == nil ? .some(reference) : .some(nil)
    }
  }

  private mutating func open(_ name: String, in graph: String) {
    if graphs[graph]?.nodes[name] == nil { graphs[graph]?.nodes[name] = Node() }
  }

  /// The document: an array of node objects, by name.
  mutating func finish() throws(JSONLDError) -> [JSONValue] {
    for name in graphs.sortedKeys {
      for compound in graphs[name]?.compounds ?? [] { try fold(compound, in: name) }
      for end in graphs[name]?.ends ?? [] { makeList(from: end, in: name) }
    }
    guard let main = graphs["@default"] else { return [] }
    var result: [JSONValue] = []
    for name in main.nodes.sortedKeys {
      guard let node = main.nodes[name] else { continue }
      var object = try self.object(name, node)
      if name != "@default", let graph = graphs[name] {
        var inner: [JSONValue] = []
        for id in graph.nodes.sortedKeys {
          guard let node = graph.nodes[id], !node.isEmpty else { continue }
          inner.append(.object(try self.object(id, node)))
        }
        object["@graph"] = .array(inner)
      }
      if !object.isReference { result.append(.object(object)) }
    }
    return result
  }

  private func object(_ name: String, _ node: Node) throws(JSONLDError) -> JSONObject {
    var object = JSONObject("@id", .string(name))
    if !node.types.isEmpty { object["@type"] = .array(node.types.map { .string($0) }) }
    for property in node.properties.sortedKeys {
      var items: [JSONValue] = []
      for number in node.properties[property] ?? [] { items.append(try json(number, depth: 0)) }
      object[property] = .array(items)
    }
    return object
  }

  private func json(_ number: Int, depth: Int) throws(JSONLDError) -> JSONValue {
    switch values[number] {
    case .object(let object): return .object(object)
    case .list(let numbers):
      guard depth < Self.listNestingLimit else {
        throw JSONLDError(.nestedTooDeeply, "\(Self.listNestingLimit)")
      }
      var items: [JSONValue] = []
      for item in numbers { items.append(try json(item, depth: depth + 1)) }
      return .object(JSONObject("@list", .array(items)))
    }
  }

  /// Goes from the end of a list back to its head, and makes the head's value a list.
  private mutating func makeList(from end: Reference, in graph: String) {
    var place = end
    var items: [Int] = []
    var cells: [String] = []
    var passed: Set<String> = []
    while place.property == RDFList.rest.value, JSONLDName.isBlank(place.node),
      case .some(.some(let next)) = references[place.node],
      let node = graphs[graph]?.nodes[place.node], let item = Self.item(of: node),
      next.graph == graph, passed.insert(place.node).inserted
    {
      items.append(item)
      cells.append(place.node)
      place = next
    }
    var head = place.value
    if options.processingMode == .json10, place.property == RDFList.first.value {
      // A list in a list: its first cell stays a node, and the rest is a list.
      guard let first = cells.popLast(),
        let rest = graphs[graph]?.nodes[first]?.properties[RDFList.rest.value]?.first
      else { return }
      items.removeLast()
      head = rest
    }
    values[head] = .list(items.reversed())
    for cell in cells { graphs[graph]?.nodes[cell] = nil }
  }

  /// The item of a node that is nothing but a cell of a list.
  private static func item(of node: Node) -> Int? {
    guard node.properties.count == 2, let first = node.properties[RDFList.first.value],
      let rest = node.properties[RDFList.rest.value], first.count == 1, rest.count == 1,
      node.types.isEmpty || node.types == [JSONLDTerms.list.value]
    else { return nil }
    return first[0]
  }

  /// Makes a blank node with a value, a language and a direction the string that it stands for.
  private mutating func fold(_ name: String, in graph: String) throws(JSONLDError) {
    guard case .some(.some(let reference)) = references[name],
      let node = graphs[graph]?.nodes[name]
    else { return }
    func only(_ property: IRI) -> JSONValue? {
      guard let numbers = node.properties[property.value], let number = numbers.first,
        case .object(let object) = values[number]
      else { return nil }
      return object["@value"]
    }
    guard let text = only(JSONLDTerms.value) else { return }
    var value = JSONObject("@value", text)
    if let language = only(JSONLDTerms.language) {
      guard let tag = language.string, JSONLDName.isLanguageTag(tag) else {
        throw JSONLDError(.invalidLanguageTaggedString, language)
      }
      value["@language"] = language
    }
    if let direction = only(JSONLDTerms.direction) {
      guard direction.string.flatMap(BaseDirection.init) != nil else {
        throw JSONLDError(.invalidBaseDirection, direction)
      }
      value["@direction"] = direction
    }
    graphs[graph]?.nodes[name] = nil
    values[reference.value] = .object(value)
  }

  /// "RDF to Object Conversion".
  private func value(of term: Term) throws(JSONLDError) -> JSONObject {
    switch term {
    case .iri(let iri): return JSONObject("@id", .string(iri.value))
    case .blank(let label): return JSONObject("@id", .string("_:" + label))
    case .text(let text, let language):
      var object = JSONObject("@value", .string(text))
      object["@language"] = .string(language)
      return object
    case .directional(let text, let language, let direction):
      var object = JSONObject("@value", .string(text))
      object["@language"] = .string(language)
      object["@direction"] = .string(direction.rawValue)
      return object
    case .literal(let text, let datatype): return try literal(text, datatype)
    case .triple: throw JSONLDError(.invalidValueObject, "a triple term")
    }
  }

  private func literal(_ text: String, _ datatype: IRI) throws(JSONLDError) -> JSONObject {
    if datatype == XSD.string { return JSONObject("@value", .string(text)) }
    if options.usesNativeTypes, let native = native(text, datatype) {
      return JSONObject("@value", native)
    }
    if datatype == JSONLDTerms.json, options.processingMode == .json11 {
      do {
        var object = JSONObject("@value", try JSONReader.read(Array(text.utf8)))
        object["@type"] = "@json"
        return object
      } catch { throw JSONLDError(.invalidJSONLiteral, .string(text)) }
    }
    if let form = options.rdfDirection, form != .compoundLiteral,
      datatype.value.hasPrefix(JSONLDTerms.i18n)
    {
      let name = datatype.value.dropFirst(JSONLDTerms.i18n.count)
      let parts = name.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, BaseDirection(rawValue: String(parts[1])) != nil {
        var object = JSONObject("@value", .string(text))
        if !parts[0].isEmpty { object["@language"] = .string(String(parts[0])) }
        object["@direction"] = .string(String(parts[1]))
        return object
      }
    }
    var object = JSONObject("@value", .string(text))
    object["@type"] = .string(datatype.value)
    return object
  }

  private func native(_ text: String, _ datatype: IRI) -> JSONValue? {
    switch datatype {
    case XSD.boolean:
      switch text {
      case "true", "1": return true
      case "false", "0": return false
      default: return nil
      }
    case XSD.integer: return Int(text).map { .integer($0) }
    case JSONLDTerms.double:
      guard text.utf8.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) }) else { return nil }
      return Double(text).flatMap(JSONValue.number)
    default: return nil
    }
  }
}
