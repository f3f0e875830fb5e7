import GraphModel
import Testing

@testable import GraphStore

@Suite("Triples of a snapshot")
struct TripleScanTests {
  /// A random graph over few terms, so that patterns have many matches.
  private func corpus(_ seed: Int, statements: Int) -> SampleCorpus {
    var draw = Draw(seed)
    var corpus = SampleCorpus()
    corpus.add("d.txt", (0..<statements).map { "Line \($0) of \(draw.text())\($0)x." })
    for number in 0..<12 { corpus.entity("e:n\(number)", "Name \(number)") }
    for line in 0..<statements {
      let object: StatementObject =
        draw.number(4) == 0
        ? .literal(
          Literal(value: "\(draw.number(3))", datatype: XSD.integer, text: "t\(draw.number(2))"))
        : .entity(EntityID("e:n\(draw.number(12))"))
      corpus.state(
        "e:n\(draw.number(12))", "r\(draw.number(4))", object, in: 0, line: line,
        qualifiers: [
          Qualifier(role: "line", value: .entity(EntityID("e:n\(line % 12)")), text: "\(line)")
        ])
    }
    return corpus
  }

  private struct Named: Hashable {
    let subject: Term
    let predicate: Term
    let object: Term
    let statement: UInt32
  }

  @Test("every bound pattern gives what a list gives", arguments: [1, 2, 3], [40, 1_200])
  func model(seed: Int, size: Int) throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    let corpus = corpus(seed, statements: size)
    #expect(try corpus.write(to: store).isEmpty)
    let snapshot = try store.snapshot()
    var all: Set<Named> = []
    var number: UInt32 = 0
    try snapshot.forEachStatement { statement in
      all.insert(
        Named(
          subject: statement.subjectTerm, predicate: statement.predicateTerm,
          object: statement.objectTerm, statement: number))
      number += 1
    }
    #expect(all.count == Int(number))
    func named(_ t: EncodedTriple) throws -> Named {
      Named(
        subject: try #require(try snapshot.term(of: t.subject)),
        predicate: try #require(try snapshot.term(of: t.predicate)),
        object: try #require(try snapshot.term(of: t.object)), statement: t.statement)
    }
    var draw = Draw(seed)
    let some = Array(all).sorted { $0.statement < $1.statement }
    for _ in 0..<6 {
      // Places of one triple, or of two, so that some patterns match nothing.
      let (a, b) = (some[draw.number(some.count)], some[draw.number(some.count)])
      for mask in 0..<8 {
        let subject = mask & 1 == 0 ? nil : a.subject
        let predicate = mask & 2 == 0 ? nil : (draw.flag() ? a : b).predicate
        let object = mask & 4 == 0 ? nil : (draw.flag() ? a : b).object
        let expected = all.filter {
          (subject ?? $0.subject) == $0.subject && (predicate ?? $0.predicate) == $0.predicate
            && (object ?? $0.object) == $0.object
        }
        var found: [EncodedTriple] = []
        try snapshot.scan(
          subject: subject.flatMap { try snapshot.id(of: $0) },
          predicate: predicate.flatMap { try snapshot.id(of: $0) },
          object: object.flatMap { try snapshot.id(of: $0) }
        ) {
          found.append($0)
          return true
        }
        #expect(found.count == expected.count)
        #expect(Set(try found.map(named)) == expected)
        var again: [EncodedTriple] = []
        try snapshot.scan(
          subject: subject.flatMap { try snapshot.id(of: $0) },
          predicate: predicate.flatMap { try snapshot.id(of: $0) },
          object: object.flatMap { try snapshot.id(of: $0) }
        ) {
          again.append($0)
          return again.count < 3
        }
        #expect(again == Array(found.prefix(3)))
      }
    }
  }

  @Test("each order comes sorted by its places and then by statement")
  func orders() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    try corpus(9, statements: 1_000).write(to: store)
    let snapshot = try store.snapshot()
    for order in TripleOrder.allCases {
      var triples: [OrderedTriple] = []
      try snapshot.reader.scan(order, prefix: []) {
        triples.append($0)
        return true
      }
      #expect(try triples.count == snapshot.counts.statements)
      #expect(triples == triples.sorted())
    }
  }

  @Test("terms are numbered in their order, and each is found by its number and back")
  func dictionary() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(at: folder.store, access: .readWrite)
    var corpus = SampleCorpus()
    corpus.add("d.txt", ["Every number has its name."])
    corpus.entity("e:a", "A")
    for value in 0..<2_000 {
      corpus.state(
        "e:a", "is",
        .literal(Literal(value: "value \(value)", datatype: XSD.string, text: "")), in: 0, line: 0)
    }
    try corpus.write(to: store)
    let snapshot = try store.snapshot()
    #expect(try snapshot.counts.terms == 2_002)
    var previous: [UInt8] = []
    for number in 0..<2_002 {
      let id = TermID(rawValue: UInt64(number))
      let term = try #require(try snapshot.term(of: id))
      #expect(try snapshot.id(of: term) == id)
      var writer = ByteWriter()
      writer.term(term)
      #expect(previous.lexicographicallyPrecedes(writer.bytes))
      previous = writer.bytes
    }
    #expect(try snapshot.term(of: TermID(rawValue: 2_002)) == nil)
    #expect(try snapshot.term(of: TermID(rawValue: .max)) == nil)
    for absent in ["", "value", "value 2000", "zzz"] {
      #expect(try snapshot.id(of: .string(absent)) == nil)
    }
    #expect(try snapshot.id(of: .blank("b")) == nil)
    #expect(try snapshot.id(of: .text("value 1", language: "en")) == nil)
    var matches = 0
    try snapshot.scan(subject: TermID(rawValue: .max), predicate: nil, object: nil) { _ in
      matches += 1
      return true
    }
    #expect(matches == 0)
  }
}
