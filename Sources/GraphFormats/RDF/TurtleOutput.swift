import GraphModel

/// Writes Turtle or TriG: prefixes, one block a description, blank nodes in brackets.
struct TurtleOutput: RDFOutput {
  let hasGraphs: Bool
  private var out: ByteWriter
  private var depth = 0
  /// How deep descriptions stand: 1 in a named graph.
  private var margin = 0
  private var graphName: String?
  private var isAnnotation = false
  /// Whether the innermost description has a property yet, and whether the property has a value.
  private var hasProperty = false
  private var hasValue = false

  init(out: ByteWriter, hasGraphs: Bool) {
    self.out = out
    self.hasGraphs = hasGraphs
  }

  mutating func head() {
    for (prefix, namespace) in RDFPrefixes.all {
      out.raw("@prefix ")
      out.raw(prefix)
      out.raw(": <")
      out.raw(namespace)
      out.raw("> .\n")
    }
  }

  mutating func graph(_ name: String?) {
    guard hasGraphs, name != graphName else { return }
    closeGraph()
    graphName = name
    guard let name else { return }
    out.byte(UInt8(ascii: "\n"))
    self.name(name)
    out.raw(" {")
    margin = 1
  }

  private mutating func closeGraph() {
    if graphName != nil { out.raw("}\n") }
    margin = 0
  }

  mutating func begin(_ subject: String) {
    start()
    name(subject)
  }

  private mutating func start() {
    depth = margin
    newLine()
    depth = margin + 1
    hasProperty = false
    isAnnotation = false
  }

  mutating func beginReifier(
    _ name: String, of subject: String, _ predicate: String, _ object: RDFValue, isAsserted: Bool
  ) {
    start()
    if !isAsserted { out.raw("<< ") }
    self.name(subject)
    out.byte(0x20)
    self.name(predicate)
    hasValue = false
    value(object)
    out.raw(" ~ ")
    self.name(name)
    out.raw(isAsserted ? " {|" : " >>")
    isAnnotation = isAsserted
  }

  mutating func property(_ name: String) {
    if hasProperty { out.raw(" ;") }
    let isFirst = !hasProperty && depth == margin + 1 && !isAnnotation
    if isFirst { out.byte(UInt8(ascii: " ")) } else { newLine() }
    if name == "rdf:type" { out.byte(UInt8(ascii: "a")) } else { self.name(name) }
    hasProperty = true
    hasValue = false
  }

  mutating func resource(_ name: String) {
    startValue()
    self.name(name)
  }

  mutating func literal(_ value: String, datatype: String?) {
    startValue()
    switch datatype {
    case "xsd:integer" where Self.isInteger(value): out.raw(value)
    case "xsd:boolean" where value == "true" || value == "false": out.raw(value)
    default:
      out.rdfString(value)
      guard let datatype else { return }
      out.raw("^^")
      name(datatype)
    }
  }

  mutating func share(_ value: Double) {
    startValue()
    out.share(value)
  }

  mutating func beginBlank(_ label: String) {
    startValue()
    out.byte(UInt8(ascii: "["))
    depth += 1
    hasProperty = false
  }

  mutating func endBlank() {
    depth -= 1
    newLine()
    out.byte(UInt8(ascii: "]"))
    hasProperty = true
    hasValue = true
  }

  mutating func end() {
    if isAnnotation {
      depth = margin
      newLine()
      out.raw("|}")
    }
    out.raw(" .\n")
  }

  mutating func checkpoint() throws { try out.checkpoint() }

  mutating func finish() throws {
    graph(nil)
    try out.flush()
  }

  private mutating func startValue() {
    out.raw(hasValue ? ", " : " ")
    hasValue = true
  }

  private mutating func newLine() {
    out.byte(UInt8(ascii: "\n"))
    for _ in 0..<depth { out.raw("  ") }
  }

  /// Writes a name with its prefix where Turtle's grammar allows it, else in full.
  private mutating func name(_ name: String) {
    if Self.isPrefixedName(name) { out.raw(name) } else { out.rdfIRI(name) }
  }

  /// Whether a name has a known prefix and a local part that needs no escape.
  private static func isPrefixedName(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      guard let local = RDFPrefixes.split(bytes)?.local, local < bytes.count,
        bytes[local] != UInt8(ascii: "-")
      else { return false }
      let rest = bytes[local...]
      if rest.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 == 0x2d || $0 == 0x5f }) {
        return true
      }
      let scalars = String(decoding: rest, as: UTF8.self).unicodeScalars
      guard let head = scalars.first?.value,
        NameCharacters.isBase(head) || head == 0x5f || (0x30...0x39).contains(head)
      else { return false }
      return scalars.allSatisfy { NameCharacters.isInner($0.value) }
    }
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy { $0.isDigit }
  }
}
