import GraphFormats
import GraphModel
import Testing

@Suite("Canonical N-Quads")
struct CanonicalNQuadsWriterTests {
  private func canonical(_ quads: [Quad], stepLimit: Int? = nil) throws -> String {
    let sink = MemorySink()
    let writer = CanonicalNQuadsWriter(to: sink, hasGraphs: true, stepLimit: stepLimit)
    for quad in quads { try writer.quad(quad) }
    try writer.finish()
    return sink.text
  }

  private func canonical(_ text: String) throws -> String {
    try canonical(TurtleReader.quads(Array(text.utf8), base: nil, syntax: .nQuads))
  }

  @Test("labels tell what is said of a node, lines come sorted and once")
  func labels() throws {
    let text = """
      _:x <http://e/q> "2"@EN .
      <http://e/s> <http://e/p> _:y .
      _:x <http://e/q> "2"@EN .
      <http://e/s> <http://e/p> _:x .
      _:y <http://e/q> "1" _:x .

      """
    let wanted = try canonical(text)
    let lines = wanted.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.map { String($0) } == lines.map { String($0) }.sorted())
    #expect(wanted.contains("\"2\"@en ."))
    let relabelled = text.replacing("_:x", with: "_:a").replacing("_:y", with: "_:x")
    #expect(try canonical(relabelled) == wanted)
    #expect(try canonical(text.replacing("_:x <http://e/q>", with: "_:y <http://e/q>")) != wanted)
  }

  @Test("neither order nor labels show", arguments: 0..<40 as Range<UInt64>)
  func invariant(seed: UInt64) throws {
    let quads = randomQuads(seed: seed)
    let wanted = try canonical(quads)
    let other = quads.map { $0.relabelled { "z\(9 - ($0.last?.wholeNumberValue ?? 0))" } }
    #expect(try canonical(other.reversed()) == wanted)
    let mirrored = try canonical(quads + other.map { $0.relabelled { $0 + "twin" } })
    #expect(mirrored != wanted || !wanted.contains("_:"))
  }

  @Test("nodes in circles are told apart by what they reach")
  func circles() throws {
    // Two circles, of three and of four nodes, whose nodes all have the same first hash.
    func circle(_ count: Int, _ name: String) -> String {
      (0..<count).map { "_:\(name)\($0) <http://e/next> _:\(name)\(($0 + 1) % count) .\n" }.joined()
    }
    let both = try canonical(circle(3, "a") + circle(4, "b"))
    #expect(try canonical(circle(4, "x") + circle(3, "y")) == both)
    #expect(try canonical(circle(7, "a")) != both)
  }

  @Test("graphs made to take for ever are given up")
  func poison() throws {
    var text = ""
    for a in 0..<12 { for b in 0..<12 where a != b { text += "_:n\(a) <http://e/p> _:n\(b) .\n" } }
    let quads = try TurtleReader.quads(Array(text.utf8), base: nil, syntax: .nQuads)
    #expect(throws: CanonicalizationError.tooMuchAlike(blankNodes: 12, steps: 2000)) {
      try canonical(quads, stepLimit: 2000)
    }
    // A chain of nodes that look alike is followed to a depth that the stack holds.
    let chain = (0..<20_000).map { "_:n\($0) <http://e/next> _:n\($0 + 1) .\n" }.joined()
    let long = try TurtleReader.quads(Array(chain.utf8), base: nil, syntax: .nQuads)
    #expect(throws: CanonicalizationError.self) { try canonical(long) }
  }

  @Test("a blank node in a triple term has no canonical label")
  func tripleTerms() throws {
    let ground = "<http://e/r> <http://e/p> <<( <http://e/a> <http://e/b> \"c\" )>> .\n"
    #expect(try canonical(ground) == ground)
    #expect(throws: CanonicalizationError.blankNodeInTripleTerm) {
      try canonical(ground.replacing("<http://e/a>", with: "_:a"))
    }
  }

  @Test("N-Triples leave out what stands in graphs")
  func graphs() throws {
    let sink = MemorySink()
    let writer = CanonicalNQuadsWriter(to: sink, hasGraphs: false)
    let quads = (0..<8).flatMap { randomQuads(seed: $0) }
    for quad in quads { try writer.quad(quad) }
    try writer.finish()
    #expect(writer.droppedQuads == quads.count { $0.graph != nil })
    #expect(writer.droppedQuads > 0)
  }
}

extension Quad {
  /// The quad with the labels of its blank nodes changed.
  fileprivate func relabelled(_ change: (String) -> String) -> Quad {
    func node(_ subject: Subject) -> Subject {
      if case .blank(let label) = subject { .blank(change(label)) } else { subject }
    }
    var object = triple.object
    if case .blank(let label) = object { object = .blank(change(label)) }
    return Quad(
      Triple(node(triple.subject), triple.predicate, object), graph: graph.map(node))
  }
}
