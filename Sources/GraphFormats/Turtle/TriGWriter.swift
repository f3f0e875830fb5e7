public import GraphModel

/// Writes Turtle or TriG as quads come: prefixes, one block for what follows about one subject.
///
/// Names are shortened by the prefixes that the sink is told before them. Memory is constant; to
/// gather what is said of a subject in several places, use ``PrettyTriGWriter``.
public final class TriGWriter: RDFWriter {
  /// How many quads were left out because they stand in a named graph.
  public private(set) var droppedQuads = 0
  /// How many IRIs held characters that no IRI may hold, and were percent-encoded.
  public var repairedIRIs: Int { terms.repairedIRIs }
  private let out: TermOutput
  private let terms: TurtleTerms
  private let hasGraphs: Bool
  private var hasSubject = false
  private var hasGraph = false
  private var isFirst = true
  /// Whether the quad before was left out, so that what a quad repeats is not what was written.
  private var skipped = true
  private let subject = KeptTerm()
  private let predicate = KeptTerm()
  private let graph = KeptTerm()

  /// Creates a writer of TriG, or of Turtle, which has no graphs.
  public init(to sink: any ByteSink, hasGraphs: Bool) {
    out = TermOutput(to: sink)
    terms = TurtleTerms(out)
    self.hasGraphs = hasGraphs
  }

  /// Writes `@prefix`, after the block that is open.
  public func prefix(_ prefix: PrefixBytes) throws {
    closeSubject()
    closeGraph()
    if !isFirst, !terms.justDeclared { out.byte(0x0a) }
    terms.declare(prefix)
    isFirst = false
  }

  /// Writes a triple, as briefly as what stands before it allows.
  public func quad(_ quad: QuadBytes) throws {
    if quad.graph != nil, !hasGraphs {
      droppedQuads += 1
      skipped = true
      return
    }
    let repeated: QuadBytes.Places = skipped ? [] : quad.repeated
    skipped = false
    if hasGraphs { enter(quad.graph, repeated) }
    if hasSubject, repeated.contains(.subject) || subject.matches(quad.subject) {
      if repeated.contains(.predicate) || predicate.matches(quad.predicate) {
        out.raw(", ")
      } else {
        out.raw(hasGraph ? " ;\n    " : " ;\n  ")
        write(quad.predicate)
      }
    } else {
      closeSubject()
      if hasGraph {
        out.raw("  ")
      } else if !isFirst {
        out.byte(0x0a)
      }
      terms.term(quad.subject)
      subject.keep(quad.subject)
      out.byte(0x20)
      write(quad.predicate)
      hasSubject = true
    }
    terms.term(quad.object)
    terms.justDeclared = false
    isFirst = false
    try out.checkpoint()
  }

  /// Ends the block that is open and writes what is left.
  public func finish() throws {
    closeSubject()
    closeGraph()
    try out.flush()
  }

  @inline(__always)
  private func write(_ predicate: TermBytes) {
    self.predicate.keep(predicate)
    terms.predicate(predicate)
    out.byte(0x20)
  }

  private func enter(_ name: TermBytes?, _ repeated: QuadBytes.Places) {
    guard let name else {
      if hasGraph {
        closeSubject()
        closeGraph()
      }
      return
    }
    if hasGraph, repeated.contains(.graph) || graph.matches(name) { return }
    closeSubject()
    closeGraph()
    if !isFirst { out.byte(0x0a) }
    terms.term(name)
    out.raw(" {\n")
    graph.keep(name)
    hasGraph = true
  }

  private func closeSubject() {
    if hasSubject { out.raw(" .\n") }
    hasSubject = false
  }

  private func closeGraph() {
    if hasGraph { out.raw("}\n") }
    hasGraph = false
  }
}

/// An IRI or blank node that a writer remembers.
final class KeptTerm {
  private var kind = TermBytes.Kind.iri
  private var bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity = 256

  init() { bytes = .allocate(capacity: capacity) }

  deinit { bytes.deallocate() }

  /// Remembers a term instead of the one before.
  func keep(_ term: TermBytes) {
    kind = term.kind
    count = term.iriCount
    if count > capacity {
      bytes.deallocate()
      capacity = 2 * count
      bytes = .allocate(capacity: capacity)
    }
    if let head = term.head.baseAddress { bytes.update(from: head, count: term.head.count) }
    if let body = term.body.baseAddress {
      (bytes + term.head.count).update(from: body, count: term.body.count)
    }
  }

  /// Whether a term is the one remembered.
  func matches(_ term: TermBytes) -> Bool {
    guard kind == term.kind, count == term.iriCount else { return false }
    // Names differ at their ends more often than at their beginnings.
    var index = count
    var place = term.body.count
    while place > 0 {
      index -= 1
      place -= 1
      if bytes[index] != term.body[place] { return false }
    }
    while index > 0 {
      index -= 1
      if bytes[index] != term.head[index] { return false }
    }
    return true
  }
}
