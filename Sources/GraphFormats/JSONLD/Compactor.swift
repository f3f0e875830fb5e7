import GraphModel

/// Shortens an expanded document by a context ("Compaction Algorithm").
struct Compactor {
  let contexts: ContextProcessor

  var compactsArrays: Bool { contexts.options.compactsArrays }

  /// Compacts a part of an expanded document that stands under a property.
  func compact(
    _ element: JSONValue, _ active: ActiveContext, _ property: String?
  ) throws(JSONLDError) -> JSONValue {
    switch element {
    case .array(let items):
      var result: [JSONValue] = []
      for item in items {
        let compacted = try compact(item, active, property)
        if !compacted.isNull { result.append(compacted) }
      }
      let containers = active.containers(property)
      if result.count == 1, compactsArrays, property != "@graph", property != "@set",
        containers.isDisjoint(with: [.list, .set])
      {
        return result[0]
      }
      return .array(result)
    case .object(let object): return try compact(object, active, property)
    default: return element
    }
  }

  private func compact(
    _ element: JSONObject, _ outer: ActiveContext, _ property: String?
  ) throws(JSONLDError) -> JSONValue {
    var active = outer
    if let previous = outer.previous, !element.isValueObject, !element.isReference {
      active = previous
    }
    let definition = property.flatMap { outer.terms[$0] }
    if let definition, let local = definition.context {
      active = try contexts.apply(
        local, to: active, base: definition.contextBase, overridesProtected: true)
    }
    if element.isValueObject || element.has("@id") {
      if let value = try compactValue(element, active, property) { return value }
    }
    if element.isListObject, active.containers(property).contains(.list) {
      return try compact(element["@list"] ?? [], active, property)
    }
    var node = CompactedNode(
      typeScoped: active, isReverse: property == "@reverse", property: property)
    if let types = element["@type"] {
      var terms: [String] = []
      for type in types.items.compactMap(\.string) {
        terms.append(try compactIRI(type, active, vocabulary: true))
      }
      terms.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for term in terms {
        guard let definition = node.typeScoped.terms[term], let local = definition.context else {
          continue
        }
        active = try contexts.apply(
          local, to: active, base: definition.contextBase, propagates: false)
      }
    }
    for name in element.sortedNames {
      guard let value = element[name] else { continue }
      try compactMember(name, value, active, &node)
    }
    return .object(node.result)
  }

  private func compactMember(
    _ name: String, _ value: JSONValue, _ active: ActiveContext, _ node: inout CompactedNode
  ) throws(JSONLDError) {
    switch name {
    case "@id":
      guard let id = value.string else { return }
      node.result[try alias("@id", active)] = .string(try compactIRI(id, active))
    case "@type": try compactType(value, active, &node)
    case "@reverse": try compactReverse(value, active, &node)
    case "@index" where active.containers(node.property).contains(.index): break
    case "@index", "@direction", "@language", "@value":
      node.result[try alias(name, active)] = value
    default:
      let items = value.items
      if items.isEmpty {
        let term = try compactIRI(
          name, active, value, vocabulary: true, isReverse: node.isReverse)
        try within(term, active, &node.result) { (nest: inout JSONObject) throws(JSONLDError) in
          nest.gather([], at: term, asArray: true)
        }
      }
      for item in items { try compactItem(item, of: name, active, &node) }
    }
  }

  /// The term for a keyword.
  func alias(_ keyword: String, _ active: ActiveContext) throws(JSONLDError) -> String {
    try compactIRI(keyword, active, vocabulary: true)
  }

  private func compactType(
    _ value: JSONValue, _ active: ActiveContext, _ node: inout CompactedNode
  ) throws(JSONLDError) {
    var types: [JSONValue] = []
    for type in value.items.compactMap(\.string) {
      types.append(.string(try compactIRI(type, node.typeScoped, vocabulary: true)))
    }
    let alias = try alias("@type", active)
    let asArray =
      (contexts.isCurrent && active.containers(alias).contains(.set)) || !compactsArrays
    let isAlone = value.array == nil || (types.count == 1)
    node.result.gather(
      isAlone && !types.isEmpty ? types[0] : .array(types), at: alias, asArray: asArray)
  }

  private func compactReverse(
    _ value: JSONValue, _ active: ActiveContext, _ node: inout CompactedNode
  ) throws(JSONLDError) {
    guard let compacted = try compact(value, active, "@reverse").object else { return }
    var rest = JSONObject()
    for (term, value) in compacted {
      guard active.terms[term]?.isReverse == true else {
        rest[term] = value
        continue
      }
      let asArray = active.containers(term).contains(.set) || !compactsArrays
      node.result.gather(value, at: term, asArray: asArray)
    }
    if !rest.isEmpty { node.result[try alias("@reverse", active)] = .object(rest) }
  }

  /// Calls the closure with the object that a term's values go to: the node, or a nest in it.
  func within(
    _ term: String, _ active: ActiveContext, _ node: inout JSONObject,
    _ body: (inout JSONObject) throws(JSONLDError) -> Void
  ) throws(JSONLDError) {
    guard let nest = active.terms[term]?.nest else { return try body(&node) }
    guard try contexts.expandName(nest, active) == "@nest" else {
      throw JSONLDError(.invalidNest, nest)
    }
    var inner = node.take(nest)?.object ?? JSONObject()
    try body(&inner)
    node[nest] = .object(inner)
  }
}

/// A node whose members are being compacted.
struct CompactedNode {
  /// The context before those of its types were applied.
  let typeScoped: ActiveContext
  /// Whether its members are properties that point here.
  let isReverse: Bool
  /// The term that it stands under.
  let property: String?
  var result = JSONObject()
}

extension JSONObject {
  /// Adds a value to those that a member has ("add value").
  mutating func gather(_ value: JSONValue, at name: String, asArray: Bool) {
    if asArray {
      if let known = self[name] {
        if known.array == nil { self[name] = .array([known]) }
      } else {
        self[name] = .array([])
      }
    }
    if case .array(let items) = value {
      for item in items { gather(item, at: name, asArray: asArray) }
    } else if has(name) {
      append(value, to: name)
    } else {
      self[name] = value
    }
  }
}
