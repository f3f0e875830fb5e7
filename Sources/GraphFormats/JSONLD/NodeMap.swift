/// Gives blank nodes new names, the same one for the same old one.
final class BlankNodeIssuer {
  private var names = ExactMap<String>()
  private var count = 0

  /// A name that no other node has.
  func fresh() -> String {
    count += 1
    return "_:b\(count - 1)"
  }

  /// The new name of a node.
  func name(for old: String) -> String {
    if let known = names[old] { return known }
    let new = fresh()
    names[old] = new
    return new
  }

  /// The text with its new name if it is a blank node's.
  func relabel(_ name: String) -> String {
    JSONLDName.isBlank(name) ? self.name(for: name) : name
  }
}

/// All that an expanded document says, by graph and node ("Node Map Generation").
struct NodeMap {
  /// The graphs by name; the default graph is `@default`.
  private(set) var graphs = ExactMap<Graph>()
  private let issuer: BlankNodeIssuer

  init(_ issuer: BlankNodeIssuer = BlankNodeIssuer()) {
    self.issuer = issuer
    graphs["@default"] = Graph()
  }

  /// The nodes of a graph.
  struct Graph {
    var nodes = ExactMap<JSONObject>()
    /// The values that a property has already, when there are many.
    var seen = ExactMap<Set<JSONValue>>()

    /// The names of the nodes, in the order of their bytes.
    var names: [String] { nodes.sortedKeys }

    mutating func open(_ id: String) {
      if nodes[id] == nil { nodes[id] = JSONObject("@id", .string(id)) }
    }

    /// Adds a value to a property of a node unless it is there.
    mutating func add(_ value: JSONValue, to property: String, of id: String) {
      let count = nodes[id]?[property]?.array?.count ?? 0
      if count >= 16 {
        let key = id + "\n" + property
        if count == 16 { seen[key] = Set(nodes[id]?[property]?.array ?? []) }
        guard seen[key, default: []].insert(value).inserted else { return }
      } else if nodes[id]?[property]?.array?.contains(value) == true {
        return
      }
      nodes[id]?.append(value, to: property)
    }

    /// Adds a value to a property of a node, whether it is there or not.
    mutating func append(_ value: JSONValue, to property: String, of id: String) {
      nodes[id]?.append(value, to: property)
      let count = nodes[id]?[property]?.array?.count ?? 0
      if count > 16 { seen[id + "\n" + property, default: []].insert(value) }
    }
  }

  /// What a value is added to.
  private enum Place {
    /// A property of a node.
    case property(String, of: String)
    /// The property points from the new node to this one.
    case reverse(String, to: String)
    /// The list that is being gathered.
    case list
  }

  /// The names of the graphs, in the order of their bytes; the default graph comes where `@` does.
  var graphNames: [String] { graphs.sortedKeys }

  /// Adds what an expanded document says.
  mutating func add(_ document: [JSONValue]) throws(JSONLDError) {
    var list: [JSONValue] = []
    for item in document { try add(item, "@default", nil, &list) }
  }

  private mutating func add(
    _ element: JSONValue, _ graph: String, _ place: Place?, _ list: inout [JSONValue]
  ) throws(JSONLDError) {
    switch element {
    case .array(let items):
      for item in items { try add(item, graph, place, &list) }
    case .object(var object):
      if let types = object["@type"] {
        let relabelled = types.items.map { type in
          type.string.map { JSONValue.string(issuer.relabel($0)) } ?? type
        }
        object["@type"] = types.array == nil ? relabelled[0] : .array(relabelled)
      }
      if object.isValueObject {
        put(.object(object), graph, place, &list)
      } else if let items = object["@list"] {
        var inner: [JSONValue] = []
        try add(items, graph, .list, &inner)
        object["@list"] = .array(inner)
        switch place {
        case .list: list.append(.object(object))
        case .property(let property, let id):
          graphs[graph]?.append(.object(object), to: property, of: id)
        case .reverse, nil: break
        }
      } else {
        try addNode(object, graph, place, &list)
      }
    default: break
    }
  }

  private mutating func put(
    _ value: JSONValue, _ graph: String, _ place: Place?, _ list: inout [JSONValue]
  ) {
    switch place {
    case .list: list.append(value)
    case .property(let property, let id): graphs[graph]?.add(value, to: property, of: id)
    case .reverse, nil: break
    }
  }

  private mutating func addNode(
    _ object: JSONObject, _ graph: String, _ place: Place?, _ list: inout [JSONValue]
  ) throws(JSONLDError) {
    if case .null? = object["@id"] { return }
    let id = object["@id"]?.string.map { issuer.relabel($0) } ?? issuer.fresh()
    graphs[graph]?.open(id)
    switch place {
    case .reverse(let property, let target):
      graphs[graph]?.add(.object(JSONObject("@id", .string(target))), to: property, of: id)
    default: put(.object(JSONObject("@id", .string(id))), graph, place, &list)
    }
    for type in object["@type"]?.items ?? [] { graphs[graph]?.add(type, to: "@type", of: id) }
    if let index = object["@index"] {
      if let known = graphs[graph]?.nodes[id]?["@index"], known != index {
        throw JSONLDError(.conflictingIndexes, index)
      }
      graphs[graph]?.nodes[id]?["@index"] = index
    }
    var unused: [JSONValue] = []
    if let reverse = object["@reverse"]?.object {
      for property in reverse.sortedNames {
        for value in (reverse[property] ?? .null).items {
          try add(value, graph, .reverse(property, to: id), &unused)
        }
      }
    }
    if let inner = object["@graph"] {
      if graphs[id] == nil { graphs[id] = Graph() }
      try add(inner, id, nil, &unused)
    }
    if let included = object["@included"] { try add(included, graph, nil, &unused) }
    for name in object.sortedNames where !JSONLDKeyword.contains(name) {
      let property = issuer.relabel(name)
      if graphs[graph]?.nodes[id]?.has(property) == false {
        graphs[graph]?.nodes[id]?[property] = .array([])
      }
      try add(object[name] ?? .null, graph, .property(property, of: id), &unused)
    }
  }

  /// The document in which every node stands once ("Flattening Algorithm").
  func flattened() -> [JSONValue] {
    var main = graphs["@default"] ?? Graph()
    for name in graphNames where name != "@default" {
      guard let graph = graphs[name] else { continue }
      main.open(name)
      main.nodes[name]?["@graph"] = .array(Self.nodes(of: graph))
    }
    return Self.nodes(of: main)
  }

  private static func nodes(of graph: Graph) -> [JSONValue] {
    graph.names.compactMap { name in
      guard let node = graph.nodes[name], !node.isReference else { return nil }
      return .object(node)
    }
  }
}
