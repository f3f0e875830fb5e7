public import GraphModel

/// Writes N-Quads or N-Triples: a statement a line, nothing abbreviated.
///
/// Every line has the canonical form of RDF 1.2 but for the case of language tags, which is kept
/// unless ``RDFWritingOptions/isCanonical`` is set. Memory is constant.
public final class NQuadsWriter: RDFWriter {
  /// How many quads were left out because they stand in a named graph.
  public private(set) var droppedQuads = 0
  /// How many IRIs held characters that no IRI may hold, and were percent-encoded.
  public private(set) var repairedIRIs = 0
  private let out: TermOutput
  private let hasGraphs: Bool
  private let isCanonical: Bool

  /// Creates a writer of N-Quads, or of N-Triples, which have no graphs.
  public init(
    to sink: any ByteSink, hasGraphs: Bool, options: RDFWritingOptions = RDFWritingOptions()
  ) {
    out = TermOutput(to: sink)
    self.hasGraphs = hasGraphs
    isCanonical = options.isCanonical
  }

  /// Writes a line.
  public func quad(_ quad: QuadBytes) throws {
    if quad.graph != nil, !hasGraphs {
      droppedQuads += 1
      return
    }
    term(quad.subject)
    out.byte(0x20)
    term(quad.predicate)
    out.byte(0x20)
    term(quad.object)
    if let graph = quad.graph {
      out.byte(0x20)
      term(graph)
    }
    out.raw(" .\n")
    try out.checkpoint()
  }

  /// Writes what is left.
  public func finish() throws { try out.flush() }

  /// A term as a line has it.
  func written(_ term: TermBytes) -> [UInt8] {
    self.term(term)
    return out.taken()
  }

  @inline(__always)
  private func term(_ term: TermBytes) {
    switch term.kind {
    case .iri: if !out.iri(term) { repairedIRIs += 1 }
    case .blank: out.blank(term)
    case .literal:
      out.quoted(term)
      if let datatype = term.parts {
        out.raw("^^")
        if !out.iri(datatype.pointee) { repairedIRIs += 1 }
      }
    case .text, .directional:
      out.quoted(term)
      out.byte(UInt8(ascii: "@"))
      language(term.head)
      if term.kind == .directional {
        out.raw(term.direction == .rightToLeft ? "--rtl" : "--ltr")
      }
    case .triple: triple(term)
    }
  }

  private func language(_ tag: UnsafeBufferPointer<UInt8>) {
    guard isCanonical else { return out.raw(tag) }
    for byte in tag { out.byte(byte.isASCIILetter ? byte | 0x20 : byte) }
  }

  private func triple(_ term: TermBytes) {
    guard let parts = term.parts else { return }
    out.raw("<<( ")
    for index in 0..<3 {
      self.term(parts[index])
      out.byte(0x20)
    }
    out.raw(")>>")
  }
}
