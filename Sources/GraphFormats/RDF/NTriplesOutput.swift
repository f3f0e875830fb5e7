import GraphModel

/// Writes N-Triples: a triple a line, nothing abbreviated.
struct NTriplesOutput: RDFOutput {
  var out: ByteWriter
  /// The subjects that are open, each with its current property; the last is the innermost.
  private var open: [(subject: String, isBlank: Bool, property: String)] = []

  init(out: ByteWriter) { self.out = out }

  mutating func head() {}

  mutating func begin(_ subject: String) { open = [(subject, false, "")] }

  mutating func property(_ name: String) { open[open.count - 1].property = name }

  mutating func resource(_ name: String) {
    start()
    out.rdfIRI(name)
    out.raw(" .\n")
  }

  mutating func literal(_ value: String, datatype: String?) {
    start()
    out.rdfString(value)
    if let datatype {
      out.raw("^^")
      out.rdfIRI(datatype)
    }
    out.raw(" .\n")
  }

  mutating func share(_ value: Double) {
    start()
    out.byte(UInt8(ascii: "\""))
    out.share(value)
    out.raw("\"^^")
    out.rdfIRI("xsd:decimal")
    out.raw(" .\n")
  }

  mutating func beginBlank(_ label: String) {
    start()
    out.raw("_:")
    out.raw(label)
    out.raw(" .\n")
    open.append((label, true, ""))
  }

  mutating func endBlank() { open.removeLast() }

  mutating func end() { open.removeAll(keepingCapacity: true) }

  private mutating func start() {
    guard let (subject, isBlank, property) = open.last else { return }
    if isBlank {
      out.raw("_:")
      out.raw(subject)
    } else {
      out.rdfIRI(subject)
    }
    out.byte(0x20)
    out.rdfIRI(property)
    out.byte(0x20)
  }
}
