import GraphModel

/// The names that IRIs have in an XML document, by the namespaces that its root declares.
struct XMLNames {
  /// A name of an element.
  struct Name {
    /// The name with its prefix.
    let tag: String
    /// The namespace, if the element has to declare it itself.
    let namespace: String?
  }

  /// The prefixes that the root element declares, in the order in which they were told.
  private(set) var declared: [(prefix: String, namespace: String)] = [("rdf", RDF.namespace)]
  private var prefixes = ExactMap<String>()
  private var taken: Set<String> = ["rdf", "its"]
  /// The prefix of namespaces that elements declare themselves.
  private(set) var localPrefix = "ns"

  init() { prefixes[RDF.namespace] = "rdf" }

  /// Declares a prefix, if it is a name of XML and new.
  mutating func declare(_ prefix: String, _ namespace: String) {
    guard prefix.isNCName, !prefix.lowercased().hasPrefix("xml"), !namespace.isEmpty,
      prefixes[namespace] == nil, taken.insert(prefix).inserted,
      namespace.utf8.allSatisfy({ $0 >= 0x80 || IRISyntax.isAllowed($0) })
    else { return }
    known.removeAll()
    prefixes[namespace] = prefix
    declared.append((prefix, namespace))
    while taken.contains(localPrefix) { localPrefix += "s" }
  }

  /// The names of IRIs that were asked for.
  private var known = ExactMap<Name?>()
  private static let knownLimit = 4096

  /// The name of an IRI: its namespace and the longest name of XML that it ends in.
  mutating func name(of iri: String) -> Name? {
    if let name = known[iri] { return name }
    let name = find(iri)
    if known.count >= Self.knownLimit { known.removeAll() }
    known[iri] = .some(name)
    return name
  }

  private func find(_ iri: String) -> Name? {
    let scalars = Array(iri.unicodeScalars)
    var start = scalars.count
    while start > 0 {
      let scalar = scalars[start - 1]
      guard NameCharacters.isInner(scalar.value) || scalar == "." else { break }
      start -= 1
    }
    while start < scalars.count {
      if NameCharacters.isBase(scalars[start].value) || scalars[start] == "_" { break }
      start += 1
    }
    guard start > 0, start < scalars.count else { return nil }
    let local = Self.text(scalars[start...])
    let namespace = Self.text(scalars[..<start])
    guard namespace.utf8.allSatisfy({ $0 >= 0x80 || IRISyntax.isAllowed($0) }) else { return nil }
    if let prefix = prefixes[namespace] { return Name(tag: prefix + ":" + local, namespace: nil) }
    return Name(tag: localPrefix + ":" + local, namespace: namespace)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Whether RDF/XML has another meaning for an element of this name.
  static func isReserved(_ name: Name, asNode: Bool) -> Bool {
    guard name.tag.hasPrefix("rdf:") else { return false }
    switch name.tag.dropFirst(4) {
    case "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "annotation",
      "annotationNodeID", "version", "aboutEach", "aboutEachPrefix", "bagID", "li", "Description":
      return true
    default: return false
    }
  }

  /// The `rdf:nodeID` of a blank node; a label that XML does not allow is written in hexadecimal.
  static func nodeID(_ label: String) -> String {
    guard !label.isNCName || label.hasPrefix("x-") else { return label }
    return "x-" + label.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
