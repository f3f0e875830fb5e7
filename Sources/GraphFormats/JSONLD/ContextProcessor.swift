import GraphModel

/// Applies local contexts to active ones ("Context Processing Algorithm").
final class ContextProcessor {
  let options: JSONLDOptions
  private var remote = ExactMap<JSONLDDocument>()
  private var processed: [CacheKey: ActiveContext] = [:]

  /// How many contexts may be loaded from within one another.
  static let remoteLimit = 32
  private static let cacheLimit = 512
  /// How many terms may wait for one another.
  static let termNestingLimit = 256

  init(_ options: JSONLDOptions) { self.options = options }

  var isCurrent: Bool { options.processingMode == .json11 }

  private struct CacheKey: Hashable {
    let active: ObjectIdentifier
    let local: JSONValue
    let base: String?
    let overridesProtected: Bool
    let propagates: Bool
  }

  /// Applies a local context where a document uses it; the same one is not applied twice.
  func apply(
    _ local: JSONValue, to active: ActiveContext, base: String?, overridesProtected: Bool = false,
    propagates: Bool = true
  ) throws(JSONLDError) -> ActiveContext {
    let key = CacheKey(
      active: ObjectIdentifier(active), local: local, base: base,
      overridesProtected: overridesProtected, propagates: propagates)
    if let known = processed[key] { return known }
    let result = try process(
      local, active, ContextScope(base: base, overridesProtected: overridesProtected),
      propagates: propagates)
    if processed.count >= Self.cacheLimit {
      processed.removeAll()
      pinned.removeAll()
    }
    processed[key] = result
    pinned.append(active)
    return result
  }

  /// Keeps the contexts whose identity is a key.
  private var pinned: [ActiveContext] = []

  /// Applies a local context.
  func process(
    _ local: JSONValue, _ active: ActiveContext, _ scope: ContextScope, propagates: Bool = true
  ) throws(JSONLDError) -> ActiveContext {
    var result = ActiveContext(copying: active)
    var propagates = propagates
    if let flag = local.object?["@propagate"] {
      guard case .bool(let value) = flag else { throw JSONLDError(.invalidPropagate, flag) }
      propagates = value
    }
    if !propagates, result.previous == nil { result.previous = active }
    for context in local.items {
      switch context {
      case .null:
        if !scope.overridesProtected, result.terms.values.contains(where: \.isProtected) {
          throw JSONLDError(.invalidContextNullification)
        }
        let cleared = ActiveContext(base: active.originalBase)
        if !propagates { cleared.previous = result }
        result = cleared
      case .string(let reference):
        result = try load(reference, result, scope)
      case .object(let definition):
        try define(definition, in: result, scope)
      default: throw JSONLDError(.invalidLocalContext, context)
      }
    }
    return result
  }

  private func load(
    _ reference: String, _ active: ActiveContext, _ scope: ContextScope
  ) throws(JSONLDError) -> ActiveContext {
    let address = try resolve(reference, against: scope.base, .loadingDocumentFailed)
    if !scope.validates, scope.remote.contains(address) { return active }
    if !isCurrent, scope.remote.contains(address) {
      throw JSONLDError(.recursiveContextInclusion, address)
    }
    guard scope.remote.count < Self.remoteLimit else {
      throw JSONLDError(.contextOverflow, address)
    }
    let document = try fetch(address)
    guard let context = document.content.object?["@context"] else {
      throw JSONLDError(.invalidRemoteContext, address)
    }
    var inner = scope
    inner.remote.append(address)
    inner.base = document.address
    return try process(context, active, inner)
  }

  private func fetch(_ address: String) throws(JSONLDError) -> JSONLDDocument {
    if let known = remote[address] { return known }
    do {
      let document = try options.loader(address)
      remote[address] = document
      return document
    } catch {
      throw JSONLDError(.loadingRemoteContextFailed, address)
    }
  }

  private func resolve(
    _ reference: String, against base: String?, _ code: JSONLDError.Code
  ) throws(JSONLDError) -> String {
    if IRISyntax.hasScheme(reference) { return reference }
    guard let base, IRISyntax.hasScheme(base) else { throw JSONLDError(code, reference) }
    return IRISyntax.resolve(reference, against: IRI(base)).value
  }

  private func define(
    _ definition: JSONObject, in result: ActiveContext, _ scope: ContextScope
  ) throws(JSONLDError) {
    var context = definition
    if let version = context["@version"] {
      guard version == .real(1.1) else { throw JSONLDError(.invalidVersion, version) }
      guard isCurrent else { throw JSONLDError(.processingModeConflict) }
    }
    if let reference = context["@import"] { try merge(reference, into: &context, scope) }
    if scope.remote.isEmpty, let base = context["@base"] { try setBase(base, in: result) }
    if let vocabulary = context["@vocab"] { try setVocabulary(vocabulary, in: result) }
    if let language = context["@language"] {
      switch language {
      case .null: result.language = nil
      case .string(let tag): result.language = tag
      default: throw JSONLDError(.invalidDefaultLanguage, language)
      }
    }
    if let direction = context["@direction"] {
      guard isCurrent else { throw JSONLDError(.invalidContextEntry, "@direction") }
      result.direction = try Self.direction(direction)
    }
    if let flag = context["@propagate"] {
      guard isCurrent else { throw JSONLDError(.invalidContextEntry, "@propagate") }
      guard case .bool = flag else { throw JSONLDError(.invalidPropagate, flag) }
    }
    var isProtected = false
    if let flag = context["@protected"] {
      guard isCurrent else { throw JSONLDError(.invalidContextEntry, "@protected") }
      guard case .bool(let value) = flag else { throw JSONLDError(.invalidProtected, flag) }
      isProtected = value
    }
    let pending = PendingTerms(
      active: result, local: context, scope: scope, isProtected: isProtected)
    for name in context.sortedNames where !Self.settings.contains(name) {
      try create(name, pending)
    }
  }

  private static let settings: Set<String> = [
    "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version", "@vocab",
  ]

  static func direction(_ value: JSONValue) throws(JSONLDError) -> BaseDirection? {
    switch value {
    case .null: return nil
    case .string(let text):
      guard let direction = BaseDirection(rawValue: text) else {
        throw JSONLDError(.invalidBaseDirection, text)
      }
      return direction
    default: throw JSONLDError(.invalidBaseDirection, value)
    }
  }

  private func merge(
    _ reference: JSONValue, into context: inout JSONObject, _ scope: ContextScope
  ) throws(JSONLDError) {
    guard isCurrent else { throw JSONLDError(.invalidContextEntry, "@import") }
    guard let reference = reference.string else { throw JSONLDError(.invalidImport, reference) }
    let address = try resolve(reference, against: scope.base, .loadingRemoteContextFailed)
    let document = try fetch(address)
    guard var imported = document.content.object?["@context"]?.object else {
      throw JSONLDError(.invalidRemoteContext, address)
    }
    if imported.has("@import") { throw JSONLDError(.invalidContextEntry, address) }
    for (name, value) in context { imported[name] = value }
    context = imported
  }

  private func setBase(_ value: JSONValue, in result: ActiveContext) throws(JSONLDError) {
    switch value {
    case .null: result.base = nil
    case .string(let reference):
      result.base = try resolve(reference, against: result.base, .invalidBaseIRI)
    default: throw JSONLDError(.invalidBaseIRI, value)
    }
  }

  private func setVocabulary(_ value: JSONValue, in result: ActiveContext) throws(JSONLDError) {
    switch value {
    case .null: result.vocabulary = nil
    case .string(let text):
      if !isCurrent, !JSONLDName.isIRIOrBlank(text) {
        throw JSONLDError(.invalidVocabMapping, text)
      }
      guard let name = try expandIRI(text, result, vocabulary: true, documentRelative: true) else {
        throw JSONLDError(.invalidVocabMapping, text)
      }
      result.vocabulary = name
    default: throw JSONLDError(.invalidVocabMapping, value)
    }
  }
}

/// Where a context comes from and what it may do.
struct ContextScope {
  /// What its addresses are relative to.
  var base: String?
  /// The contexts that were loaded on the way to it.
  var remote: [String] = []
  var overridesProtected = false
  /// Whether contexts inside terms are checked.
  var validates = true
}

/// The terms of a local context that are being defined.
final class PendingTerms {
  let active: ActiveContext
  let local: JSONObject
  let scope: ContextScope
  let isProtected: Bool
  /// Whether a term is defined; `false` while it is being defined.
  var defined = ExactMap<Bool>()
  /// How many terms wait for the one that is being defined.
  var depth = 0

  init(active: ActiveContext, local: JSONObject, scope: ContextScope, isProtected: Bool) {
    self.active = active
    self.local = local
    self.scope = scope
    self.isProtected = isProtected
  }
}
