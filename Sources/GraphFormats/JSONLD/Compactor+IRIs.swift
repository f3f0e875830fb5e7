import GraphModel

/// "IRI Compaction" and "Value Compaction".
extension Compactor {
  /// The shortest name that a context allows for an IRI, blank node or keyword.
  ///
  /// The value that stands there decides which of several terms is chosen. `vocabulary` says that
  /// it is a property, a type or a keyword, `isReverse` that the property points the other way.
  func compactIRI(
    _ iri: String, _ active: ActiveContext, _ value: JSONValue? = nil, vocabulary: Bool = false,
    isReverse: Bool = false
  ) throws(JSONLDError) -> String {
    if vocabulary {
      if active.inverse.has(iri), let term = try term(for: iri, active, value, isReverse) {
        return term
      }
      if let namespace = active.vocabulary, iri.utf8.count > namespace.utf8.count,
        iri.utf8.starts(with: namespace.utf8)
      {
        let suffix = String(decoding: iri.utf8.dropFirst(namespace.utf8.count), as: UTF8.self)
        if active.terms[suffix] == nil { return suffix }
      }
    }
    if let compact = compactName(iri, active, hasValue: value != nil) { return compact }
    if let (scheme, rest) = JSONLDName.split(iri), active.terms[scheme]?.isPrefix == true,
      !rest.hasPrefix("//"), scheme != "_"
    {
      throw JSONLDError(.confusedWithPrefix, iri)
    }
    if !vocabulary, contexts.options.compactsToRelative, let base = active.base,
      !JSONLDName.isBlank(iri)
    {
      let relative = IRISyntax.relative(iri, to: base)
      // What looks like a keyword would be read as one.
      return JSONLDKeyword.hasForm(relative) ? "./" + relative : relative
    }
    return iri
  }

  /// The shortest name with a prefix.
  private func compactName(_ iri: String, _ active: ActiveContext, hasValue: Bool) -> String? {
    var best: String?
    for (term, namespace) in active.inverse.prefixes {
      guard iri.utf8.count > namespace.utf8.count, iri.utf8.starts(with: namespace.utf8) else {
        continue
      }
      let suffix = String(decoding: iri.utf8.dropFirst(namespace.utf8.count), as: UTF8.self)
      let candidate = term + ":" + suffix
      if let best {
        let (a, b) = (candidate.utf8, best.utf8)
        guard a.count < b.count || (a.count == b.count && a.lexicographicallyPrecedes(b)) else {
          continue
        }
      }
      if let definition = active.terms[candidate] {
        guard definition.iri == iri, !hasValue else { continue }
      }
      best = candidate
    }
    return best
  }

  private func term(
    for iri: String, _ active: ActiveContext, _ value: JSONValue?, _ isReverse: Bool
  ) throws(JSONLDError) -> String? {
    let object = value?.object
    var containers: [Containers] = []
    var criterion = InverseContext.Criterion.language
    var wanted = "@null"
    let hasIndex = object?.has("@index") == true
    if let object, hasIndex, !object.isGraphObject { containers += [.index, [.index, .set]] }
    if isReverse {
      criterion = .type
      wanted = "@reverse"
      containers.append(.set)
    } else if let list = object?["@list"]?.items {
      if !hasIndex { containers.append(.list) }
      (criterion, wanted) = Self.common(of: list, active)
    } else if let object, object.isGraphObject {
      let indexed: [Containers] = [[.graph, .index], [.graph, .index, .set]]
      let identified: [Containers] = [[.graph, .id], [.graph, .id, .set]]
      if hasIndex { containers += indexed }
      if object.has("@id") { containers += identified }
      containers += [.graph, [.graph, .set], .set]
      if !hasIndex { containers += indexed }
      if !object.has("@id") { containers += identified }
      containers += [.index, [.index, .set]]
      criterion = .type
      wanted = "@id"
    } else {
      if let object, object.isValueObject {
        let direction = object["@direction"]?.string.flatMap(BaseDirection.init)
        let language = object["@language"]?.string
        if language != nil || direction != nil, !hasIndex {
          wanted = InverseContext.languageKey(language, direction)
          containers += [.language, [.language, .set]]
        } else if let type = object["@type"]?.string {
          criterion = .type
          wanted = type
        }
      } else {
        criterion = .type
        wanted = "@id"
        containers += [.id, [.id, .set], .type, [.type, .set]]
      }
      containers.append(.set)
    }
    containers.append([])
    if contexts.isCurrent {
      if !hasIndex { containers += [.index, [.index, .set]] }
      if let object, object.count == 1, object.isValueObject {
        containers += [.language, [.language, .set]]
      }
    }
    var preferred: [String] = []
    if wanted == "@reverse" { preferred.append("@reverse") }
    if wanted == "@id" || wanted == "@reverse", let id = object?["@id"]?.string {
      let term = try compactIRI(id, active, vocabulary: true)
      let isTerm = active.terms[term]?.iri == id
      preferred += isTerm ? ["@vocab", "@id", "@none"] : ["@id", "@vocab", "@none"]
    } else {
      preferred += [wanted, "@none"]
      if let list = object?["@list"]?.array, list.isEmpty { criterion = .any }
    }
    preferred.append("@any")
    for value in preferred {
      if let underscore = value.firstIndex(of: "_") {
        preferred.append(String(value[underscore...]))
      }
    }
    // In a map of languages a value has the term's direction, so it must be the value's own.
    let direction = object?["@direction"]?.string
    return active.inverse.select(iri, containers, criterion, preferred) { term in
      guard let definition = active.terms[term], definition.containers.contains(.language) else {
        return true
      }
      return (definition.direction ?? active.direction)?.rawValue == direction
    }
  }

  /// The most specific type or language that all items of a list have.
  private static func common(
    of list: [JSONValue], _ active: ActiveContext
  ) -> (InverseContext.Criterion, String) {
    var commonType: String?
    var commonLanguage: String?
    if list.isEmpty {
      commonLanguage = InverseContext.languageKey(active.language, active.direction)
    }
    for item in list {
      var type = "@none"
      var language = "@none"
      let object = item.object ?? JSONObject()
      if object.isValueObject {
        let direction = object["@direction"]?.string.flatMap(BaseDirection.init)
        let tag = object["@language"]?.string
        if tag != nil || direction != nil {
          language = InverseContext.languageKey(tag, direction)
        } else if let datatype = object["@type"]?.string {
          type = datatype
        } else {
          language = "@null"
        }
      } else {
        type = "@id"
      }
      if commonLanguage == nil {
        commonLanguage = language
      } else if language != commonLanguage, object.isValueObject {
        commonLanguage = "@none"
      }
      if commonType == nil {
        commonType = type
      } else if type != commonType {
        commonType = "@none"
      }
      if commonLanguage == "@none", commonType == "@none" { break }
    }
    if let commonType, commonType != "@none" { return (.type, commonType) }
    return (.language, commonLanguage ?? "@none")
  }

  /// "Value Compaction": a value or reference as what its term makes of it alone, else `nil`.
  func compactValue(
    _ value: JSONObject, _ active: ActiveContext, _ term: String?
  ) throws(JSONLDError) -> JSONValue? {
    let definition = term.flatMap { active.terms[$0] }
    let hasIndex = value.has("@index")
    guard !hasIndex || definition?.containers.contains(.index) == true else { return nil }
    if let id = value["@id"]?.string {
      guard value.count == (hasIndex ? 2 : 1) else { return nil }
      switch definition?.type {
      case "@id": return .string(try compactIRI(id, active))
      case "@vocab": return .string(try compactIRI(id, active, vocabulary: true))
      default: return nil
      }
    }
    guard let content = value["@value"] else { return nil }
    if let type = value["@type"]?.string { return type == definition?.type ? content : nil }
    if definition?.type == "@none" { return nil }
    if content.string == nil { return content }
    let language = definition?.language ?? active.language
    let direction = definition?.direction ?? active.direction
    let isSame =
      value["@language"]?.string?.lowercased() == language?.lowercased()
      && value["@direction"]?.string == direction?.rawValue
    return isSame ? content : nil
  }
}
