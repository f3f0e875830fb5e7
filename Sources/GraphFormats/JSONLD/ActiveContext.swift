import GraphModel

/// What a term means in a context.
struct TermDefinition: Hashable {
  /// The IRI, blank node or keyword that it stands for; `nil` if it stands for nothing.
  var iri: String?
  var isPrefix = false
  var isProtected = false
  var isReverse = false
  var containers: Containers = []
  /// The type that its values have: an IRI, `@id`, `@vocab`, `@json` or `@none`.
  var type: String?
  /// The language of its strings; an inner `nil` says that they have none.
  var language: String??
  /// The direction of its strings; an inner `nil` says that they have none.
  var direction: BaseDirection??
  /// The property that takes the keys of an index map.
  var index: String?
  /// The property that it is nested under.
  var nest: String?
  /// A context for what stands under it, and what that context's addresses are relative to.
  var context: JSONValue?
  var contextBase: String?

  func equals(_ other: TermDefinition) -> Bool {
    var a = self
    var b = other
    a.isProtected = false
    b.isProtected = false
    return a == b
  }
}

/// The shapes that a term's values can be gathered in.
struct Containers: OptionSet, Hashable {
  let rawValue: UInt8
  static let graph = Containers(rawValue: 1)
  static let id = Containers(rawValue: 2)
  static let index = Containers(rawValue: 4)
  static let language = Containers(rawValue: 8)
  static let list = Containers(rawValue: 16)
  static let set = Containers(rawValue: 32)
  static let type = Containers(rawValue: 64)

  /// The container of a keyword, or `nil`.
  init?(_ keyword: String) {
    switch keyword {
    case "@graph": self = .graph
    case "@id": self = .id
    case "@index": self = .index
    case "@language": self = .language
    case "@list": self = .list
    case "@set": self = .set
    case "@type": self = .type
    default: return nil
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether the specification allows this combination.
  var isAllowed: Bool {
    switch self {
    case .graph, .id, .index, .language, .list, .set, .type: return true
    default: break
    }
    if contains(.list) { return false }
    let others = subtracting(.set)
    if others.contains(.graph) {
      let keys = others.subtracting(.graph)
      return keys == [] || keys == .id || keys == .index
    }
    return others.rawValue.nonzeroBitCount == 1
  }
}

/// The state of the terms at a place of a document.
///
/// An object is filled while its context is processed and never changes after that.
final class ActiveContext {
  var terms = ExactMap<TermDefinition>()
  /// What relative IRIs are resolved against.
  var base: String?
  /// What the base was before any context.
  let originalBase: String?
  /// What goes before names that are no terms.
  var vocabulary: String?
  var language: String?
  var direction: BaseDirection?
  /// The context to go back to in the next node, when this one does not propagate.
  var previous: ActiveContext?
  /// What names of properties were expanded to.
  var expandedNames = ExactMap<String?>()
  /// Which term to choose for an IRI.
  private(set) lazy var inverse = InverseContext(self)

  init(base: String?) {
    self.base = base
    originalBase = base
  }

  init(copying other: ActiveContext) {
    terms = other.terms
    base = other.base
    originalBase = other.originalBase
    vocabulary = other.vocabulary
    language = other.language
    direction = other.direction
    previous = other.previous
  }

  func containers(_ term: String?) -> Containers {
    term.flatMap { terms[$0]?.containers } ?? []
  }
}
