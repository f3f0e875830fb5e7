import GraphFormats
import GraphModel
import TestSupport
import Testing

@Suite("RDF there and back")
struct RDFRoundTripTests {
  private func write(
    _ quads: [Quad], _ format: RDFFormat, _ options: RDFWritingOptions = RDFWritingOptions()
  ) throws -> [UInt8] {
    let sink = MemorySink()
    let writer = format.writer(to: sink, options: options)
    for quad in quads { try writer.quad(quad) }
    try writer.finish()
    return sink.bytes
  }

  private func read(_ bytes: [UInt8], _ format: RDFFormat, pieceSize: Int = .max) throws -> [Quad] {
    let collector = QuadCollector()
    _ = try format.reader(RDFReadingOptions())
      .read(MemorySource(bytes, pieceSize: pieceSize), into: collector)
    return collector.quads
  }

  @Test("random terms come back from every format as they were", arguments: TurtleFamily.all)
  func randomTerms(format: RDFFormat) throws {
    var generator = RandomQuads(seed: 7, hasGraphs: format.hasGraphs)
    for _ in 0..<40 {
      let quads = (0..<25).map { _ in generator.quad() }
      #expect(Set(try read(write(quads, format), format)) == Set(quads))
    }
  }

  @Test("what a format wrote, it writes again the same", arguments: TurtleFamily.all)
  func stable(format: RDFFormat) throws {
    var generator = RandomQuads(seed: 11, hasGraphs: format.hasGraphs)
    let bytes = try write((0..<200).map { _ in generator.quad() }, format)
    #expect(try write(read(bytes, format), format) == bytes)
  }

  @Test("a border between pieces may stand at any byte", arguments: TurtleFamily.all)
  func borders(format: RDFFormat) throws {
    var generator = RandomQuads(seed: 13, hasGraphs: format.hasGraphs)
    let bytes = try write((0..<20).map { _ in generator.quad() }, format)
    let whole = try read(bytes, format)
    for cut in bytes.indices {
      let collector = QuadCollector()
      let source = CutSource(bytes, at: cut)
      _ = try format.reader(RDFReadingOptions()).read(source, into: collector)
      #expect(collector.quads == whole, "cut at \(cut)")
    }
    #expect(try read(bytes, format, pieceSize: 1) == whole)
  }

  @Test("all that Turtle can abbreviate, cut at every byte")
  func abbreviations() throws {
    let bytes = Array(Fixtures.turtle.utf8)
    let whole = try read(bytes, .turtle)
    #expect(whole.count == 66)
    for cut in bytes.indices {
      let collector = QuadCollector()
      _ = try TurtleReader(RDFReadingOptions()).read(CutSource(bytes, at: cut), into: collector)
      #expect(collector.quads == whole, "cut at \(cut)")
    }
    for format in TurtleFamily.all {
      #expect(isomorphic(try read(write(whole, format), format), whole))
    }
  }

  @Test("literals of a megabyte, plain and full of escapes", arguments: TurtleFamily.all)
  func longLiterals(format: RDFFormat) throws {
    let subject = Subject.iri(IRI("x:s"))
    let texts = [
      String(repeating: "long ", count: 200_000),
      String(repeating: "\"\\\n\u{0}é\u{fffe}", count: 120_000),
    ]
    let quads = texts.map { Quad(Triple(subject, IRI("x:p"), .string($0))) }
    #expect(try read(write(quads, format), format, pieceSize: 1 << 16) == quads)
  }

  @Test("graphs are left out, and counted, where a format has none")
  func droppedGraphs() throws {
    let triple = Triple(.iri(IRI("x:s")), IRI("x:p"), .string("v"))
    let quads = [Quad(triple), Quad(triple, graph: .iri(IRI("x:g"))), Quad(triple)]
    for format in [RDFFormat.turtle, .nTriples] {
      let sink = MemorySink()
      let writer = format.writer(to: sink)
      for quad in quads { try writer.quad(quad) }
      try writer.finish()
      #expect(writer.droppedQuads == 1)
      #expect(try read(sink.bytes, format).count == 2)
    }
  }

  @Test("what an IRI or a label may not hold is repaired", arguments: TurtleFamily.all)
  func repairs(format: RDFFormat) throws {
    let sink = MemorySink()
    let writer = format.writer(to: sink)
    try writer.quad(
      Quad(Triple(.blank("a b"), IRI("x:a b\u{1}<é>"), .iri(IRI("x:\"{}|^`\\")))))
    try writer.finish()
    #expect(writer.repairedIRIs == 2)
    #expect(
      try read(sink.bytes, format).map(\.triple) == [
        Triple(
          .blank("x-612062"), IRI("x:a%20b%01%3Cé%3E"), .iri(IRI("x:%22%7B%7D%7C%5E%60%5C")))
      ])
  }
}

/// The formats of one grammar.
enum TurtleFamily {
  static let all: [RDFFormat] = [.nTriples, .nQuads, .turtle, .trig]
}

/// Gives bytes in two pieces.
final class CutSource: ByteSource {
  private var pieces: [[UInt8]]

  init(_ bytes: [UInt8], at cut: Int) {
    pieces = [Array(bytes[cut...]), Array(bytes[..<cut])].filter { !$0.isEmpty }
  }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    guard var piece = pieces.popLast() else { return 0 }
    if piece.count > room.count {
      pieces.append(Array(piece[room.count...]))
      piece = Array(piece[..<room.count])
    }
    room.copyBytes(from: piece)
    return piece.count
  }
}

/// Makes quads whose terms hold every kind of character, the same on every run.
struct RandomQuads {
  private var random: Xorshift
  private let hasGraphs: Bool

  init(seed: UInt64, hasGraphs: Bool) {
    random = Xorshift(seed: seed)
    self.hasGraphs = hasGraphs
  }

  mutating func quad() -> Quad {
    let graph = hasGraphs && number(3) > 0 ? subject() : nil
    return Quad(triple(depth: 0), graph: graph)
  }

  private mutating func number(_ bound: Int) -> Int { random.next(below: bound) }

  private mutating func triple(depth: Int) -> Triple {
    Triple(subject(), iri(), object(depth: depth))
  }

  private mutating func subject() -> Subject {
    number(3) == 0 ? .blank(label()) : .iri(iri())
  }

  private mutating func label() -> String {
    ["b", "n-1.x", "_0", "x.y", "é", "9"][number(6)] + String(number(4))
  }

  private mutating func iri() -> IRI {
    let starts = ["http://example.org/", "urn:x:", "http://www.w3.org/2001/XMLSchema#", "mailto:"]
    return IRI(
      starts[number(starts.count)] + ["", "a", "é😀", "x/y?z=%20#f", "-._~!$&'()*+,;=:@"][number(5)])
  }

  private mutating func object(depth: Int) -> Term {
    switch number(8) {
    case 0: return .iri(iri())
    case 1: return .blank(label())
    case 2: return .literal(text(), datatype: iri())
    case 3: return .text(text(), language: ["en", "de-CH-1996", "x-a"][number(3)])
    case 4:
      return .directional(
        text(), language: "ar", direction: number(2) == 0 ? .leftToRight : .rightToLeft)
    case 5 where depth < 4: return .triple(triple(depth: depth + 1))
    case 6:
      let forms = [
        ("12", "integer"), ("-0", "integer"), ("1.", "decimal"), ("+1.50", "decimal"),
        (".5", "decimal"), ("1e3", "double"), ("1.e-3", "double"), ("INF", "double"),
        ("true", "boolean"), ("1", "boolean"), ("é", "integer"), ("", "decimal"),
      ]
      let (value, type) = forms[number(forms.count)]
      return .literal(value, datatype: IRI(XSD.namespace + type))
    default: return .string(text())
    }
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<number(12) {
      switch number(5) {
      case 0: text.unicodeScalars.append(Unicode.Scalar(UInt8(number(128))))
      case 1:
        text += ["\"\"\"", "'''", "\\", "\r\n", "\u{fffe}", "\u{ffff}", "\u{feff}"][number(7)]
      case 2: text.unicodeScalars.append(Unicode.Scalar(UInt32(0x80 + number(0xd000))) ?? "x")
      case 3: text.unicodeScalars.append(Unicode.Scalar(UInt32(0xe000 + number(0x10_1fff))) ?? "x")
      default: text += "word "
      }
    }
    return text
  }
}
