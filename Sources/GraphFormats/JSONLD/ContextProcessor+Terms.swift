/// "Create Term Definition".
extension ContextProcessor {
  func create(_ term: String, _ pending: PendingTerms) throws(JSONLDError) {
    if let isDefined = pending.defined[term] {
      if isDefined { return }
      throw JSONLDError(.cyclicIRIMapping, term)
    }
    guard !term.isEmpty else { throw JSONLDError(.invalidTermDefinition, "\"\"") }
    pending.defined[term] = false
    guard pending.depth < Self.termNestingLimit else { throw JSONLDError(.nestedTooDeeply, term) }
    pending.depth += 1
    defer { pending.depth -= 1 }
    let value = pending.local[term] ?? .null
    if term == "@type" {
      try checkTypeTerm(value)
    } else if JSONLDKeyword.contains(term) {
      throw JSONLDError(.keywordRedefinition, term)
    } else if JSONLDKeyword.hasForm(term) {
      return
    }
    let previous = pending.active.terms.removeValue(forKey: term)
    var isSimple = false
    let entries: JSONObject
    switch value {
    case .null: entries = JSONObject("@id", .null)
    case .string:
      entries = JSONObject("@id", value)
      isSimple = true
    case .object(let object): entries = object
    default: throw JSONLDError(.invalidTermDefinition, term)
    }
    var definition = TermDefinition()
    definition.isProtected = pending.isProtected
    if let flag = entries["@protected"] {
      guard isCurrent else { throw JSONLDError(.invalidTermDefinition, term) }
      guard case .bool(let isProtected) = flag else { throw JSONLDError(.invalidProtected, flag) }
      definition.isProtected = isProtected
    }
    if let type = entries["@type"] { definition.type = try typeMapping(type, pending) }
    if let reverse = entries["@reverse"] {
      guard try setReverse(reverse, entries, &definition, pending) else { return }
    } else {
      guard try setIRI(term, entries, isSimple, &definition, pending) else { return }
      try setContainers(entries, &definition)
    }
    try setDetails(term, entries, &definition, pending)
    for name in entries.names where !Self.entryNames.contains(name) {
      throw JSONLDError(.invalidTermDefinition, "\(term): \(name)")
    }
    if let previous, previous.isProtected, !pending.scope.overridesProtected {
      guard definition.equals(previous) else {
        throw JSONLDError(.protectedTermRedefinition, term)
      }
      definition = previous
    }
    pending.active.terms[term] = definition
    pending.defined[term] = true
  }

  private static let entryNames: Set<String> = [
    "@id", "@reverse", "@container", "@context", "@direction", "@index", "@language", "@nest",
    "@prefix", "@protected", "@type",
  ]

  private func checkTypeTerm(_ value: JSONValue) throws(JSONLDError) {
    guard isCurrent, let entries = value.object, !entries.isEmpty else {
      throw JSONLDError(.keywordRedefinition, "@type")
    }
    for (name, value) in entries {
      switch name {
      case "@container" where value == "@set" || value == ["@set"]: continue
      case "@protected": continue
      default: throw JSONLDError(.keywordRedefinition, "@type")
      }
    }
  }

  private func typeMapping(
    _ value: JSONValue, _ pending: PendingTerms
  ) throws(JSONLDError) -> String {
    guard let text = value.string,
      let type = try expandIRI(text, pending.active, vocabulary: true, pending)
    else { throw JSONLDError(.invalidTypeMapping, value) }
    switch type {
    case "@id", "@vocab": return type
    case "@json", "@none":
      guard isCurrent else { throw JSONLDError(.invalidTypeMapping, type) }
      return type
    default:
      guard JSONLDName.isIRI(type) else { throw JSONLDError(.invalidTypeMapping, type) }
      return type
    }
  }

  /// - Returns: `false` if the definition is to be ignored.
  private func setReverse(
    _ value: JSONValue, _ entries: JSONObject, _ definition: inout TermDefinition,
    _ pending: PendingTerms
  ) throws(JSONLDError) -> Bool {
    if entries.has("@id") || entries.has("@nest") {
      throw JSONLDError(.invalidReverseProperty, value)
    }
    guard let text = value.string else { throw JSONLDError(.invalidIRIMapping, value) }
    if !JSONLDKeyword.contains(text), JSONLDKeyword.hasForm(text) { return false }
    guard let iri = try expandIRI(text, pending.active, vocabulary: true, pending),
      JSONLDName.isIRIOrBlank(iri)
    else { throw JSONLDError(.invalidIRIMapping, value) }
    definition.iri = iri
    definition.isReverse = true
    switch entries["@container"] {
    case nil, .null?: break
    case "@set"?: definition.containers = .set
    case "@index"?: definition.containers = .index
    case let other?: throw JSONLDError(.invalidReverseProperty, other)
    }
    return true
  }

  /// - Returns: `false` if the definition is to be ignored.
  private func setIRI(
    _ term: String, _ entries: JSONObject, _ isSimple: Bool, _ definition: inout TermDefinition,
    _ pending: PendingTerms
  ) throws(JSONLDError) -> Bool {
    let active = pending.active
    let bytes = term.utf8
    if let id = entries["@id"], id != .string(term) {
      if id.isNull { return true }
      guard let text = id.string else { throw JSONLDError(.invalidIRIMapping, id) }
      if !JSONLDKeyword.contains(text), JSONLDKeyword.hasForm(text) { return false }
      guard let iri = try expandIRI(text, active, vocabulary: true, pending),
        JSONLDKeyword.contains(iri) || JSONLDName.isIRIOrBlank(iri)
      else { throw JSONLDError(.invalidIRIMapping, id) }
      if iri == "@context" { throw JSONLDError(.invalidKeywordAlias, term) }
      definition.iri = iri
      let hasSlash = bytes.contains(UInt8(ascii: "/"))
      let looksLikeIRI = hasSlash || bytes.dropFirst().dropLast().contains(UInt8(ascii: ":"))
      if isCurrent, looksLikeIRI {
        pending.defined[term] = true
        guard try expandIRI(term, active, vocabulary: true, pending) == iri else {
          throw JSONLDError(.invalidIRIMapping, term)
        }
      }
      if isSimple, !hasSlash, !bytes.contains(UInt8(ascii: ":")) {
        let last = iri.utf8.last ?? 0
        definition.isPrefix = ":/?#[]@".utf8.contains(last) || JSONLDName.isBlank(iri)
      }
      return true
    }
    if let (prefix, suffix) = JSONLDName.split(term) {
      if pending.local.has(prefix) { try create(prefix, pending) }
      definition.iri = active.terms[prefix]?.iri.map { $0 + suffix } ?? term
    } else if bytes.contains(UInt8(ascii: "/")) {
      guard let iri = try expandIRI(term, active, vocabulary: true), JSONLDName.isIRI(iri) else {
        throw JSONLDError(.invalidIRIMapping, term)
      }
      definition.iri = iri
    } else if term == "@type" {
      definition.iri = "@type"
    } else if let vocabulary = active.vocabulary {
      definition.iri = vocabulary + term
    } else {
      throw JSONLDError(.invalidIRIMapping, term)
    }
    return true
  }

  private func setContainers(
    _ entries: JSONObject, _ definition: inout TermDefinition
  ) throws(JSONLDError) {
    guard let value = entries["@container"] else { return }
    if !isCurrent {
      guard let text = value.string, !["@graph", "@id", "@type"].contains(text) else {
        throw JSONLDError(.invalidContainerMapping, value)
      }
    }
    var containers: Containers = []
    for item in value.items {
      guard let container = item.string.flatMap(Containers.init) else {
        throw JSONLDError(.invalidContainerMapping, value)
      }
      containers.insert(container)
    }
    guard containers.isAllowed else { throw JSONLDError(.invalidContainerMapping, value) }
    definition.containers = containers
    guard containers.contains(.type) else { return }
    let type = definition.type ?? "@id"
    guard type == "@id" || type == "@vocab" else { throw JSONLDError(.invalidTypeMapping, type) }
    definition.type = type
  }

  private func setDetails(
    _ term: String, _ entries: JSONObject, _ definition: inout TermDefinition,
    _ pending: PendingTerms
  ) throws(JSONLDError) {
    for name in ["@index", "@context", "@nest", "@prefix"] where entries.has(name) && !isCurrent {
      throw JSONLDError(.invalidTermDefinition, "\(term): \(name)")
    }
    if let index = entries["@index"] {
      guard definition.containers.contains(.index), let text = index.string,
        let iri = try expandIRI(text, pending.active, vocabulary: true, pending),
        JSONLDName.isIRI(iri)
      else { throw JSONLDError(.invalidTermDefinition, "\(term): @index") }
      definition.index = text
    }
    if let context = entries["@context"] {
      var scope = pending.scope
      scope.overridesProtected = true
      scope.validates = false
      do {
        _ = try process(context, pending.active, scope)
      } catch {
        throw JSONLDError(.invalidScopedContext, "\(term): \(error.code.rawValue) \(error.detail)")
      }
      definition.context = context
      definition.contextBase = pending.scope.base
    }
    if let language = entries["@language"], !entries.has("@type") {
      switch language {
      case .null: definition.language = .some(nil)
      case .string(let tag): definition.language = tag
      default: throw JSONLDError(.invalidLanguageMapping, language)
      }
    }
    if let direction = entries["@direction"], !entries.has("@type") {
      definition.direction = .some(try Self.direction(direction))
    }
    if let nest = entries["@nest"] {
      guard let text = nest.string, text == "@nest" || !JSONLDKeyword.contains(text) else {
        throw JSONLDError(.invalidNest, nest)
      }
      definition.nest = text
    }
    if let prefix = entries["@prefix"] {
      guard !term.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") })
      else { throw JSONLDError(.invalidTermDefinition, term) }
      guard case .bool(let flag) = prefix else { throw JSONLDError(.invalidPrefix, prefix) }
      if flag, let iri = definition.iri, JSONLDKeyword.contains(iri) {
        throw JSONLDError(.invalidTermDefinition, term)
      }
      definition.isPrefix = flag
    }
  }
}
