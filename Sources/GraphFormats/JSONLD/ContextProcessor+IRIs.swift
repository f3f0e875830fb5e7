import GraphModel

/// "IRI Expansion".
extension ContextProcessor {
  /// The IRI, blank node or keyword of a property's name; `nil` if it has none.
  func expandName(_ name: String, _ active: ActiveContext) throws(JSONLDError) -> String? {
    if let known = active.expandedNames[name] { return known }
    let expanded = try expandIRI(name, active, vocabulary: true)
    active.expandedNames[name] = .some(expanded)
    return expanded
  }

  /// The IRI, blank node or keyword that a text stands for.
  ///
  /// With `vocabulary`, terms count and the vocabulary goes before other names; with
  /// `documentRelative`, relative IRIs are resolved against the base. Terms that are `pending` and
  /// needed here are defined first.
  func expandIRI(
    _ value: String, _ active: ActiveContext, vocabulary: Bool = false,
    documentRelative: Bool = false, _ pending: PendingTerms? = nil
  ) throws(JSONLDError) -> String? {
    if value.utf8.first == UInt8(ascii: "@") {
      if JSONLDKeyword.contains(value) { return value }
      if JSONLDKeyword.hasForm(value) { return nil }
    }
    if let pending, pending.local.has(value), pending.defined[value] != true {
      try create(value, pending)
    }
    if let definition = active.terms[value] {
      if let iri = definition.iri, JSONLDKeyword.contains(iri) { return iri }
      if vocabulary { return definition.iri }
    }
    if let (prefix, suffix) = JSONLDName.split(value) {
      if prefix == "_" || suffix.hasPrefix("//") { return value }
      if let pending, pending.local.has(prefix), pending.defined[prefix] != true {
        try create(prefix, pending)
      }
      // In 1.0 every term is a prefix where names are read.
      if let definition = active.terms[prefix], definition.isPrefix || !isCurrent,
        let iri = definition.iri
      {
        return iri + suffix
      }
      if JSONLDName.isIRI(value) { return value }
    }
    if vocabulary, let namespace = active.vocabulary { return namespace + value }
    if documentRelative, let base = active.base {
      return IRISyntax.resolve(value, against: IRI(base)).value
    }
    return value
  }
}
