public import GraphModel

/// Writes a dataset in its canonical form (RDFC-1.0), so that equal datasets give equal bytes.
///
/// Blank nodes are labelled `c14n0`, `c14n1` and so on by what is said of them; each quad comes
/// once, lines in the order of code points. Language tags are written in small letters, since
/// RDF compares them so. The whole is gathered in memory.
public final class CanonicalNQuadsWriter: RDFWriter {
  /// How many quads were left out because they stand in a named graph.
  public private(set) var droppedQuads = 0
  /// How many IRIs held characters that no IRI may hold, and were percent-encoded.
  public var repairedIRIs: Int { terms.repairedIRIs }

  private let sink: any ByteSink
  private let hasGraphs: Bool
  private let stepLimit: Int?
  private let terms = NQuadsWriter(
    to: MemorySink(), hasGraphs: true, options: RDFWritingOptions(isCanonical: true))
  private var nodes: [[UInt8]: Int] = [:]
  private var lines: [CanonicalLine] = []
  private var seen: Set<CanonicalLine> = []
  private var failure: CanonicalizationError?

  /// Creates a writer of canonical N-Quads, or of N-Triples, which have no graphs.
  ///
  /// - Parameters:
  ///   - sink: Where the lines go.
  ///   - hasGraphs: Whether quads in named graphs are written too.
  ///   - stepLimit: How many paths among blank nodes that look alike may be compared; by default
  ///     100,000 and 64 for each blank node, which takes some seconds.
  public init(to sink: any ByteSink, hasGraphs: Bool, stepLimit: Int? = nil) {
    self.sink = sink
    self.hasGraphs = hasGraphs
    self.stepLimit = stepLimit
  }

  /// Takes a quad.
  public func quad(_ quad: QuadBytes) throws {
    guard hasGraphs || quad.graph == nil else {
      droppedQuads += 1
      return
    }
    let line = CanonicalLine(quad, number: number) { term in
      if hasBlankNode(inTripleTerm: term) { failure = .blankNodeInTripleTerm }
      return terms.written(term)
    }
    if let failure { throw failure }
    if seen.insert(line).inserted { lines.append(line) }
  }

  /// Labels the blank nodes and writes the lines.
  ///
  /// - Throws: ``CanonicalizationError``, before anything is written, or what the sink throws.
  public func finish() throws {
    seen = []
    let labels = try CanonicalLabels.find(
      in: lines, count: nodes.count, stepLimit: stepLimit ?? 100_000 + 64 * nodes.count)
    let sorted = lines.map { $0.filled { labels[$0] } }.sorted { $0.lexicographicallyPrecedes($1) }
    for line in sorted { try line.withUnsafeBytes { try sink.write($0) } }
  }

  private func number(_ term: TermBytes) -> Int {
    let label = Array(term.body)
    if let number = nodes[label] { return number }
    nodes[label] = nodes.count
    return nodes.count - 1
  }

  private func hasBlankNode(inTripleTerm term: TermBytes) -> Bool {
    guard term.kind == .triple, let parts = term.parts else { return false }
    return (0..<3).contains {
      parts[$0].kind == .blank || hasBlankNode(inTripleTerm: parts[$0])
    }
  }
}
