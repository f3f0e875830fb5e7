/// Members whose name is a keyword.
extension Expander {
  func expandKeyword(
    _ keyword: String, _ value: JSONValue, _ active: ActiveContext, _ state: inout ExpandedNode
  ) throws(JSONLDError) {
    if state.property == "@reverse" { throw JSONLDError(.invalidReversePropertyMap, keyword) }
    if state.result.has(keyword), keyword != "@included", keyword != "@type" {
      throw JSONLDError(.collidingKeywords, keyword)
    }
    let isCurrent = contexts.isCurrent
    switch keyword {
    case "@id":
      guard let text = value.string else { throw JSONLDError(.invalidID, value) }
      let iri = try contexts.expandIRI(text, active, documentRelative: true)
      state.result["@id"] = iri.map { .string($0) } ?? .null
    case "@type": try expandType(value, &state)
    case "@graph":
      let graph = try expand(value, active, "@graph")
      state.result["@graph"] = .array(graph.isNull ? [] : graph.items)
    case "@included" where isCurrent: try expandIncluded(value, active, &state)
    case "@value": try expandValue(value, &state)
    case "@language":
      guard let tag = value.string else { throw JSONLDError(.invalidLanguageTaggedString, value) }
      state.result["@language"] = .string(tag)
    case "@direction" where isCurrent:
      guard !value.isNull else { throw JSONLDError(.invalidBaseDirection, value) }
      _ = try ContextProcessor.direction(value)
      state.result["@direction"] = value
    case "@index":
      guard value.string != nil else { throw JSONLDError(.invalidIndex, value) }
      state.result["@index"] = value
    case "@list":
      guard let property = state.property, property != "@graph" else { return }
      let list = try expand(value, active, property)
      let items = list.isNull ? [] : list.items
      if !isCurrent, let inner = items.first(where: { $0.object?.isListObject == true }) {
        throw JSONLDError(.listOfLists, inner)
      }
      state.result["@list"] = .array(items)
    case "@set":
      state.result["@set"] = try expand(value, active, state.property)
    case "@reverse": try expandReverse(value, active, &state)
    default: break
    }
  }

  private func expandType(
    _ value: JSONValue, _ state: inout ExpandedNode
  ) throws(JSONLDError) {
    var types: [JSONValue] = []
    for item in value.items {
      guard let text = item.string else { throw JSONLDError(.invalidType, value) }
      let iri = try contexts.expandIRI(
        text, state.typeScoped, vocabulary: true, documentRelative: true)
      types.append(iri.map { .string($0) } ?? .null)
    }
    if let known = state.result["@type"] {
      state.result["@type"] = .array(known.items + types)
    } else if value.array == nil {
      state.result["@type"] = types[0]
    } else {
      state.result["@type"] = .array(types)
    }
  }

  private func expandIncluded(
    _ value: JSONValue, _ active: ActiveContext, _ state: inout ExpandedNode
  ) throws(JSONLDError) {
    let included = try expand(value, active, nil)
    let items = included.isNull ? [] : included.items
    guard !items.isEmpty || value == [] else { throw JSONLDError(.invalidIncluded, value) }
    for item in items where item.object?.isNodeObject != true {
      throw JSONLDError(.invalidIncluded, item)
    }
    state.result["@included"] = .array((state.result["@included"]?.items ?? []) + items)
  }

  private func expandValue(
    _ value: JSONValue, _ state: inout ExpandedNode
  ) throws(JSONLDError) {
    if state.inputType == "@json" {
      guard contexts.isCurrent else { throw JSONLDError(.invalidValueObjectValue, value) }
    } else {
      guard value.isScalar || value.isNull else {
        throw JSONLDError(.invalidValueObjectValue, value)
      }
    }
    state.result["@value"] = value
  }

  private func expandReverse(
    _ value: JSONValue, _ active: ActiveContext, _ state: inout ExpandedNode
  ) throws(JSONLDError) {
    guard value.object != nil else { throw JSONLDError(.invalidReverse, value) }
    guard let expanded = try expand(value, active, "@reverse").object else { return }
    if let twice = expanded["@reverse"]?.object {
      for (property, items) in twice {
        for item in items.items { state.result.append(item, to: property) }
      }
    }
    for (property, items) in expanded where property != "@reverse" {
      for item in items.items { try addReverse(item, property, &state) }
    }
  }

  /// Adds a node that points here by a property.
  func addReverse(
    _ item: JSONValue, _ property: String, _ state: inout ExpandedNode
  ) throws(JSONLDError) {
    guard let node = item.object, !node.isValueObject, !node.isListObject else {
      throw JSONLDError(.invalidReversePropertyValue, item)
    }
    var reverse = state.result.take("@reverse")?.object ?? JSONObject()
    reverse.append(item, to: property)
    state.result["@reverse"] = .object(reverse)
  }
}
