import GraphModel

/// Removes contexts and writes every name and value out in full ("Expansion Algorithm").
struct Expander {
  let contexts: ContextProcessor
  /// What addresses of contexts in the document are relative to.
  let base: String?

  /// Expands a document: an array of node objects.
  func expandDocument(
    _ document: JSONValue, _ active: ActiveContext
  ) throws(JSONLDError) -> [JSONValue] {
    let expanded = try expand(document, active, nil)
    if let object = expanded.object, object.count == 1, let graph = object["@graph"] {
      return graph.items
    }
    return expanded.isNull ? [] : expanded.items
  }

  /// Expands a part of a document that stands under a property; `null` if nothing is left of it.
  func expand(
    _ element: JSONValue, _ active: ActiveContext, _ property: String?, isFromMap: Bool = false
  ) throws(JSONLDError) -> JSONValue {
    switch element {
    case .null: return .null
    case .array(let items):
      let isList = active.containers(property).contains(.list)
      var result: [JSONValue] = []
      for item in items {
        let expanded = try expand(item, active, property, isFromMap: isFromMap)
        switch expanded {
        case .null: continue
        case .array(let inner):
          if isList {
            guard contexts.isCurrent else { throw JSONLDError(.listOfLists, item) }
            result.append(.object(JSONObject("@list", expanded)))
          } else {
            result += inner
          }
        default:
          if isList, !contexts.isCurrent, expanded.object?.isListObject == true {
            throw JSONLDError(.listOfLists, item)
          }
          result.append(expanded)
        }
      }
      return .array(result)
    case .object(let object):
      return try expand(object, active, property, isFromMap: isFromMap)
    default:
      guard let property, property != "@graph" else { return .null }
      return try expandScalar(element, try scoped(active, property), property)
    }
  }

  /// The context with that of a property's term applied, if it has one.
  func scoped(_ active: ActiveContext, _ property: String?) throws(JSONLDError) -> ActiveContext {
    try scoped(active, property.flatMap { active.terms[$0] })
  }

  private func scoped(
    _ active: ActiveContext, _ definition: TermDefinition?
  ) throws(JSONLDError) -> ActiveContext {
    guard let definition, let local = definition.context else { return active }
    return try contexts.apply(
      local, to: active, base: definition.contextBase, overridesProtected: true)
  }

  private func expand(
    _ object: JSONObject, _ outer: ActiveContext, _ property: String?, isFromMap: Bool
  ) throws(JSONLDError) -> JSONValue {
    var active = outer
    if let previous = outer.previous, !isFromMap, try startsNode(object, outer) {
      active = previous
    }
    active = try scoped(active, property.flatMap { outer.terms[$0] })
    if let local = object["@context"] { active = try contexts.apply(local, to: active, base: base) }
    var state = ExpandedNode(property: property, typeScoped: active)
    var types: [String] = []
    for name in object.sortedNames where try contexts.expandName(name, active) == "@type" {
      types.append(name)
    }
    let typeScoped = active
    for name in types {
      let terms = (object[name] ?? .null).items.compactMap(\.string)
      for term in terms.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        guard let definition = typeScoped.terms[term], let local = definition.context else {
          continue
        }
        active = try contexts.apply(
          local, to: active, base: definition.contextBase, propagates: false)
      }
    }
    if let first = types.first, let last = object[first]?.items.last?.string {
      state.inputType = try contexts.expandName(last, active)
    }
    try expandMembers(of: object, active, &state)
    return try finish(state.result, property)
  }

  /// Whether an object is a node of its own, and no value or mere reference.
  private func startsNode(
    _ object: JSONObject, _ active: ActiveContext
  ) throws(JSONLDError) -> Bool {
    for name in object.names {
      switch try contexts.expandName(name, active) {
      case "@value": return false
      case "@id" where object.count == 1: return false
      default: continue
      }
    }
    return true
  }

  func expandMembers(
    of object: JSONObject, _ active: ActiveContext, _ state: inout ExpandedNode
  ) throws(JSONLDError) {
    var nests: [String] = []
    for name in object.sortedNames where name != "@context" {
      guard let value = object[name], let expanded = try contexts.expandName(name, active) else {
        continue
      }
      if JSONLDKeyword.contains(expanded) {
        if expanded == "@nest" {
          guard state.property != "@reverse" else {
            throw JSONLDError(.invalidReversePropertyMap, name)
          }
          nests.append(name)
        } else {
          try expandKeyword(expanded, value, active, &state)
        }
      } else if expanded.utf8.contains(UInt8(ascii: ":")) {
        try expandProperty(name, expanded, value, active, &state)
      }
    }
    for name in nests {
      for nested in (object[name] ?? .null).items {
        guard let inner = nested.object else { throw JSONLDError(.invalidNest, nested) }
        let within = try scoped(active, name)
        for key in inner.names where try contexts.expandName(key, within) == "@value" {
          throw JSONLDError(.invalidNest, nested)
        }
        try expandMembers(of: inner, within, &state)
      }
    }
  }

  private func finish(
    _ node: JSONObject, _ property: String?
  ) throws(JSONLDError) -> JSONValue {
    var result = node
    if let value = result["@value"] {
      for name in result.names where !Self.valueEntries.contains(name) {
        throw JSONLDError(.invalidValueObject, .object(result))
      }
      let type = result["@type"]
      if type != nil, result.has("@language") || result.has("@direction") {
        throw JSONLDError(.invalidValueObject, .object(result))
      }
      if type != "@json" {
        if value.isNull || value == [] { return .null }
        if value.string == nil, result.has("@language") {
          throw JSONLDError(.invalidLanguageTaggedValue, value)
        }
        if let type {
          guard let iri = type.string, JSONLDName.isIRI(iri) else {
            throw JSONLDError(.invalidTypedValue, type)
          }
        }
      }
    } else if let type = result["@type"] {
      if type.array == nil { result["@type"] = .array([type]) }
    } else if result.has("@set") || result.has("@list") {
      guard result.count == 1 || (result.count == 2 && result.has("@index")) else {
        throw JSONLDError(.invalidSetOrList, .object(result))
      }
      if let set = result["@set"] { return set }
    }
    if result.count == 1, result.has("@language") { return .null }
    if property == nil || property == "@graph" {
      let isFree =
        result.isEmpty || result.isValueObject || result.isListObject || result.isReference
      if isFree { return .null }
    }
    return .object(result)
  }

  private static let valueEntries: Set<String> = [
    "@direction", "@index", "@language", "@type", "@value",
  ]
}

/// A node whose members are being expanded.
struct ExpandedNode {
  /// The property that it stands under.
  let property: String?
  /// The context before those of its types were applied.
  let typeScoped: ActiveContext
  /// What the last of its types expands to, to know a JSON literal.
  var inputType: String?
  var result = JSONObject()

  init(property: String?, typeScoped: ActiveContext) {
    self.property = property
    self.typeScoped = typeScoped
  }
}
