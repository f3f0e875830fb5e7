/// The values of a property, one at a time.
extension Compactor {
  func compactItem(
    _ item: JSONValue, of property: String, _ active: ActiveContext, _ node: inout CompactedNode
  ) throws(JSONLDError) {
    let term = try compactIRI(property, active, item, vocabulary: true, isReverse: node.isReverse)
    let containers = active.containers(term)
    let asArray =
      containers.contains(.set) || term == "@graph" || term == "@list" || !compactsArrays
    let object = item.object ?? JSONObject()
    let isGraph = object.isGraphObject
    let inner: JSONValue =
      if let list = object["@list"] { list } else if isGraph, let graph = object["@graph"] {
        graph
      } else { item }
    let compacted = try compact(inner, active, term)
    try within(term, active, &node.result) { (nest: inout JSONObject) throws(JSONLDError) in
      if object.isListObject {
        try put(list: compacted, object, term, active, asArray, &nest)
      } else if isGraph {
        try put(graph: compacted, object, term, active, asArray, &nest)
      } else if !containers.contains(.graph),
        !containers.isDisjoint(with: [.language, .index, .id, .type])
      {
        try put(keyed: compacted, object, term, active, asArray, &nest)
      } else {
        nest.gather(compacted, at: term, asArray: asArray)
      }
    }
  }

  private func put(
    list compacted: JSONValue, _ object: JSONObject, _ term: String, _ active: ActiveContext,
    _ asArray: Bool, _ nest: inout JSONObject
  ) throws(JSONLDError) {
    let items = JSONValue.array(compacted.items)
    if active.containers(term).contains(.list) {
      if !contexts.isCurrent, nest.has(term) { throw JSONLDError(.compactionToListOfLists, term) }
      nest[term] = items
      return
    }
    var list = JSONObject(try alias("@list", active), items)
    if let index = object["@index"] { list[try alias("@index", active)] = index }
    nest.gather(.object(list), at: term, asArray: asArray)
  }

  private func put(
    graph compacted: JSONValue, _ object: JSONObject, _ term: String, _ active: ActiveContext,
    _ asArray: Bool, _ nest: inout JSONObject
  ) throws(JSONLDError) {
    let containers = active.containers(term)
    if containers.contains([.graph, .id]) {
      let key =
        if let id = object["@id"]?.string { try compactIRI(id, active) } else {
          try alias("@none", active)
        }
      nest.gather(compacted, under: key, at: term, asArray: asArray)
    } else if containers.contains([.graph, .index]), object.isSimpleGraphObject {
      let key =
        if let index = object["@index"]?.string { index } else { try alias("@none", active) }
      nest.gather(compacted, under: key, at: term, asArray: asArray)
    } else if containers.contains(.graph), object.isSimpleGraphObject {
      let graph: JSONValue =
        if let items = compacted.array, items.count > 1 {
          .object(JSONObject(try alias("@included", active), compacted))
        } else { compacted }
      nest.gather(graph, at: term, asArray: asArray)
    } else {
      var graph = JSONObject(try alias("@graph", active), compacted)
      if let id = object["@id"]?.string {
        graph[try alias("@id", active)] = .string(try compactIRI(id, active))
      }
      if let index = object["@index"] { graph[try alias("@index", active)] = index }
      nest.gather(.object(graph), at: term, asArray: asArray)
    }
  }

  /// Puts a value into a map by its language, index, identifier or type.
  private func put(
    keyed value: JSONValue, _ object: JSONObject, _ term: String, _ active: ActiveContext,
    _ asArray: Bool, _ nest: inout JSONObject
  ) throws(JSONLDError) {
    let containers = active.containers(term)
    var compacted = value
    var key: String?
    if containers.contains(.language) {
      if let text = object["@value"] { compacted = text }
      key = object["@language"]?.string
    } else if containers.contains(.index) {
      if let index = active.terms[term]?.index {
        var name = index
        if compacted.object?.has(name) != true, let iri = try contexts.expandName(index, active) {
          name = try alias(iri, active)
        }
        key = try take(name, from: &compacted)
      } else {
        key = object["@index"]?.string
        let name = try alias("@index", active)
        if var members = compacted.object, members.has(name) {
          members[name] = nil
          compacted = .object(members)
        }
      }
    } else if containers.contains(.id) {
      key = try take(try alias("@id", active), from: &compacted)
    } else {
      key = try take(try alias("@type", active), from: &compacted)
      if let members = compacted.object, members.count == 1, let only = members.names.first,
        try contexts.expandName(only, active) == "@id", let id = object["@id"]
      {
        compacted = try compact(.object(JSONObject("@id", id)), active, term)
      }
    }
    let name = if let key { key } else { try alias("@none", active) }
    nest.gather(compacted, under: name, at: term, asArray: asArray)
  }

  /// Takes the first value of a member out, if it is a string.
  private func take(
    _ name: String, from value: inout JSONValue
  ) throws(JSONLDError) -> String? {
    guard var members = value.object, let values = members[name]?.items,
      let first = values.first?.string
    else { return nil }
    let rest = Array(values.dropFirst())
    members[name] = rest.isEmpty ? nil : rest.count == 1 ? rest[0] : .array(rest)
    value = .object(members)
    return first
  }
}

extension JSONObject {
  /// Adds a value to those that a key has in the map that a member is.
  fileprivate mutating func gather(
    _ value: JSONValue, under key: String, at name: String, asArray: Bool
  ) {
    var map = take(name)?.object ?? JSONObject()
    map.gather(value, at: key, asArray: asArray)
    self[name] = .object(map)
  }
}
