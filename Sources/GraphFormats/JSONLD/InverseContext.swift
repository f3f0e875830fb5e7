import GraphModel

/// Which term of a context stands for an IRI, by the shape and the type of what it has as value.
///
/// "Inverse Context Creation" and "Term Selection".
final class InverseContext {
  /// The terms for one IRI and one shape.
  private struct Choices {
    var byLanguage: [String: String] = [:]
    var byType: [String: String] = [:]
    /// The first term that points forward.
    var any: String?
  }

  /// What a term is chosen by.
  enum Criterion {
    case language
    case type
    case any
  }

  private var choices = ExactMap<[Containers: Choices]>()
  /// The terms that may be prefixes, with what they stand for, by term.
  let prefixes: [(term: String, iri: String)]

  init(_ active: ActiveContext) {
    let terms = active.terms.keys.sorted {
      $0.utf8.count != $1.utf8.count
        ? $0.utf8.count < $1.utf8.count : $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let standard = Self.languageKey(active.language, active.direction)
    var prefixes: [(String, String)] = []
    for term in terms {
      guard let definition = active.terms[term], let iri = definition.iri else { continue }
      if definition.isPrefix { prefixes.append((term, iri)) }
      var entry = choices[iri, default: [:]][definition.containers] ?? Choices()
      func add(_ key: String, _ map: WritableKeyPath<Choices, [String: String]>) {
        if entry[keyPath: map][key] == nil { entry[keyPath: map][key] = term }
      }
      if entry.any == nil, !definition.isReverse { entry.any = term }
      if definition.isReverse {
        add("@reverse", \.byType)
      } else if definition.type == "@none" {
        add("@any", \.byLanguage)
        add("@any", \.byType)
      } else if let type = definition.type {
        add(type, \.byType)
      } else if let language = definition.language {
        if let direction = definition.direction {
          let isNull = language == nil && direction == nil
          add(isNull ? "@null" : Self.languageKey(language, direction), \.byLanguage)
        } else {
          add(language?.lowercased() ?? "@null", \.byLanguage)
        }
      } else if let direction = definition.direction {
        add(direction.map { "_" + $0.rawValue } ?? "@none", \.byLanguage)
      } else {
        add(standard, \.byLanguage)
        add("@none", \.byLanguage)
        add("@none", \.byType)
      }
      choices[iri, default: [:]][definition.containers] = entry
    }
    self.prefixes = prefixes
  }

  /// The key of a language and a direction: `en_ltr`, `_rtl`, `en`, `@none`.
  static func languageKey(_ language: String?, _ direction: BaseDirection?) -> String {
    guard let direction else { return language?.lowercased() ?? "@none" }
    return (language?.lowercased() ?? "") + "_" + direction.rawValue
  }

  func has(_ iri: String) -> Bool { choices[iri] != nil }

  /// The best term for an IRI.
  ///
  /// The shapes, and the types or languages, are those that would do, the best first. A term that
  /// fits is asked about last: whether it loses nothing.
  func select(
    _ iri: String, _ containers: [Containers], _ criterion: Criterion, _ values: [String],
    where accepts: (String) -> Bool
  ) -> String? {
    guard let byContainer = choices[iri] else { return nil }
    for container in containers {
      guard let entry = byContainer[container] else { continue }
      switch criterion {
      case .any: if values.contains("@none"), let term = entry.any { return term }
      case .language:
        for value in values {
          if let term = entry.byLanguage[value], accepts(term) { return term }
        }
      case .type:
        for value in values { if let term = entry.byType[value], accepts(term) { return term } }
      }
    }
    return nil
  }
}
