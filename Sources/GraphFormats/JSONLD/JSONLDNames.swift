/// The short names that IRIs have in a JSON-LD document, by the prefixes of its context.
struct JSONLDNames {
  private var prefixes = ExactMap<String>()
  private var names: [(prefix: String, namespace: String)] = []
  private var taken: Set<String> = []
  /// Whether an IRI was seen that a prefix would make another one of.
  private var hasConfused = false

  /// Declares a prefix, if it may be a term and is new.
  mutating func declare(_ prefix: String, _ namespace: String) {
    guard !prefix.isEmpty, prefix != "_", prefix.utf8.first != UInt8(ascii: "@"),
      JSONLDName.isWellFormed(namespace), prefixes[namespace] == nil,
      taken.insert(prefix).inserted
    else { return }
    prefixes[namespace] = prefix
    names.append((prefix, namespace))
  }

  /// The context, or `nil` if it would be empty.
  var context: JSONValue? {
    guard !names.isEmpty else { return nil }
    var context = JSONObject()
    for (prefix, namespace) in names {
      let isPlain = ":/?#[]@".utf8.contains(namespace.utf8.last ?? 0)
      context[prefix] =
        isPlain ? .string(namespace) : ["@id": .string(namespace), "@prefix": true]
    }
    return .object(context)
  }

  /// An IRI with its prefix, or whole.
  func short(_ iri: String) -> String {
    guard
      let end = iri.utf8.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") })
    else { return iri }
    let start = iri.utf8.index(after: end)
    guard let prefix = prefixes[String(iri[..<start])] else { return iri }
    return prefix + ":" + iri[start...]
  }

  /// Whether an IRI would be read as another, because its scheme is a prefix.
  func isConfused(_ iri: String) -> Bool {
    guard let (scheme, rest) = JSONLDName.split(iri), taken.contains(scheme) else { return false }
    return !rest.hasPrefix("//") && short(iri) == iri
  }

  /// Notes whether an IRI of the node that is open would be read as another.
  mutating func check(_ iri: String) { if isConfused(iri) { hasConfused = true } }

  /// Forgets what was noted.
  mutating func forget() { hasConfused = false }

  /// A node object with short names, single values out of their arrays; whole names and no context
  /// if one would be read as another.
  func shortened(_ node: JSONObject) -> JSONObject {
    guard hasConfused else { return renamed(node) { short($0) } }
    var result = JSONObject("@context", .null)
    for (name, value) in compact(node) { result[name] = value }
    return result
  }

  /// A node object with whole names, single values out of their arrays.
  func compact(_ node: JSONObject) -> JSONObject { renamed(node) { $0 } }

  private func renamed(_ object: JSONObject, _ name: (String) -> String) -> JSONObject {
    var result = JSONObject()
    for (key, value) in object {
      switch key {
      case "@id", "@type":
        let items = value.items.map { $0.string.map { .string(name($0)) } ?? $0 }
        result[key] = items.count == 1 ? items[0] : .array(items)
      case "@value", "@language", "@direction": result[key] = value
      default:
        let items = value.items.map { item -> JSONValue in
          if case .object(let inner) = item { return .object(renamed(inner, name)) }
          return item
        }
        result[name(key)] = items.count == 1 ? items[0] : .array(items)
      }
    }
    return result
  }
}
