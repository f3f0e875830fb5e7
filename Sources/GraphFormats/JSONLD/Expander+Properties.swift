import GraphModel

/// Members whose name is a property, and their values.
extension Expander {
  func expandProperty(
    _ term: String, _ property: String, _ value: JSONValue, _ active: ActiveContext,
    _ state: inout ExpandedNode
  ) throws(JSONLDError) {
    let definition = active.terms[term]
    let containers = definition?.containers ?? []
    var expanded: JSONValue
    if definition?.type == "@json" {
      expanded = ["@value": value, "@type": "@json"]
    } else if containers.contains(.language), let map = value.object {
      expanded = .array(try expandLanguageMap(map, definition, active))
    } else if !containers.isDisjoint(with: [.index, .type, .id]), let map = value.object {
      expanded = .array(try expandMap(map, term, containers, active))
    } else {
      expanded = try expand(value, active, term)
    }
    if expanded.isNull { return }
    if containers.contains(.list), expanded.object?.isListObject != true {
      expanded = .object(JSONObject("@list", .array(expanded.items)))
    }
    if containers.contains(.graph), containers.isDisjoint(with: [.id, .index]) {
      expanded = .array(expanded.items.map { .object(JSONObject("@graph", .array($0.items))) })
    }
    if definition?.isReverse == true {
      for item in expanded.items { try addReverse(item, property, &state) }
      return
    }
    if !state.result.has(property) { state.result[property] = .array([]) }
    for item in expanded.items { state.result.append(item, to: property) }
  }

  private func expandLanguageMap(
    _ map: JSONObject, _ definition: TermDefinition?, _ active: ActiveContext
  ) throws(JSONLDError) -> [JSONValue] {
    let direction = definition?.direction ?? active.direction
    var values: [JSONValue] = []
    for language in map.sortedNames {
      for item in (map[language] ?? .null).items where !item.isNull {
        guard item.string != nil else { throw JSONLDError(.invalidLanguageMapValue, item) }
        var value = JSONObject("@value", item)
        if try contexts.expandName(language, active) != "@none" {
          value["@language"] = .string(language)
        }
        if let direction { value["@direction"] = .string(direction.rawValue) }
        values.append(.object(value))
      }
    }
    return values
  }

  /// Expands a map whose keys are indexes, identifiers or types.
  private func expandMap(
    _ map: JSONObject, _ term: String, _ containers: Containers, _ active: ActiveContext
  ) throws(JSONLDError) -> [JSONValue] {
    let indexKey = active.terms[term]?.index ?? "@index"
    var values: [JSONValue] = []
    for key in map.sortedNames {
      var mapContext = active
      if !containers.isDisjoint(with: [.id, .type]), let previous = active.previous {
        mapContext = previous
      }
      if containers.contains(.type), let definition = mapContext.terms[key],
        let local = definition.context
      {
        mapContext = try contexts.apply(local, to: mapContext, base: definition.contextBase)
      }
      let name = try contexts.expandName(key, active)
      let items = JSONValue.array((map[key] ?? .null).items)
      for item in try expand(items, mapContext, term, isFromMap: true).items {
        var node = item.object ?? JSONObject()
        if containers.contains(.graph), !node.isGraphObject {
          node = JSONObject("@graph", .array(item.items))
        }
        if name != "@none" {
          if containers.contains(.index) {
            try addIndex(key, indexKey, active, to: &node)
          } else if containers.contains(.id) {
            if !node.has("@id") {
              let iri = try contexts.expandIRI(key, active, documentRelative: true)
              node["@id"] = iri.map { .string($0) } ?? .null
            }
          } else if containers.contains(.type) {
            let types = node["@type"]?.items ?? []
            node["@type"] = .array([name.map { .string($0) } ?? .null] + types)
          }
        }
        values.append(.object(node))
      }
    }
    return values
  }

  private func addIndex(
    _ key: String, _ indexKey: String, _ active: ActiveContext, to node: inout JSONObject
  ) throws(JSONLDError) {
    if indexKey == "@index" {
      if !node.has("@index") { node["@index"] = .string(key) }
      return
    }
    let value = try expandScalar(.string(key), active, indexKey)
    guard let property = try contexts.expandName(indexKey, active) else { return }
    node[property] = .array([value] + (node[property]?.items ?? []))
    if node.isValueObject { throw JSONLDError(.invalidValueObject, .object(node)) }
  }

  /// "Value Expansion".
  func expandScalar(
    _ value: JSONValue, _ active: ActiveContext, _ term: String
  ) throws(JSONLDError) -> JSONValue {
    let definition = active.terms[term]
    let type = definition?.type
    if type == "@id" || type == "@vocab", let text = value.string {
      let iri = try contexts.expandIRI(
        text, active, vocabulary: type == "@vocab", documentRelative: true)
      return .object(JSONObject("@id", iri.map { .string($0) } ?? .null))
    }
    var result = JSONObject("@value", value)
    if let type, type != "@id", type != "@vocab", type != "@none" {
      result["@type"] = .string(type)
    } else if value.string != nil {
      if let language = definition?.language ?? active.language {
        result["@language"] = .string(language)
      }
      if let direction = definition?.direction ?? active.direction {
        result["@direction"] = .string(direction.rawValue)
      }
    }
    return .object(result)
  }
}
