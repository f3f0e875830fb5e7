import GraphModel

/// Reads the Turtle family: N-Triples, N-Quads, Turtle and TriG, of RDF 1.1 and 1.2.
///
/// The method is recursive descent over bytes. A term is read whole from the window of the input;
/// where the window ends inside it, the window is moved and the term read again, so that memory is
/// bounded by the longest term and the nesting. Terms that must outlive the window's next move,
/// subjects and predicates, are copied into an arena.
struct TurtleParser: ~Copyable {
  /// A subject or predicate with a number of its own, by which repetitions are known.
  struct Node {
    var term: TermBytes
    var number: UInt32
  }

  let syntax: TurtleReader.Syntax
  var input: InputBuffer
  /// The place of the next byte to look at.
  var cursor = 0
  var base: IRIBase?
  var prefixes = PrefixTable()
  /// The named graph that is open.
  var graph: Node?
  /// Whether `{ … }` without a name is open.
  var isInDefaultGraph = false
  let graphNames = TermArena()
  var depth = 0
  let sink: any QuadSink
  let table = ByteClass.table
  let known = KnownTerms()
  let arena = TermArena()
  /// Where the datatype of the literal that was read last is.
  let datatype: UnsafeMutablePointer<TermBytes>
  private(set) var anonymousCount = 0
  private var nodeCount: UInt32 = 0
  private var last: (subject: UInt32, predicate: UInt32, graph: UInt32) = (0, 0, 0)

  init(_ source: any ByteSource, syntax: TurtleReader.Syntax, base: IRI?, into sink: any QuadSink) {
    input = InputBuffer(source)
    self.syntax = syntax
    self.sink = sink
    self.base = base.map { IRIBase($0) }
    datatype = .allocate(capacity: 1)
    datatype.initialize(to: known.integer)
  }

  deinit { datatype.deallocate() }

  /// Reads to the end.
  ///
  /// - Returns: How many problems were reported.
  mutating func run(_ report: ((SyntaxError) -> Void)?) throws -> Int {
    var problems = 0
    try refillFirst()
    while true {
      do throws(ReadStop) {
        if try document() { return problems }
      } catch {
        let (failure, place) = try located(error)
        guard let report else { throw failure }
        report(failure)
        problems += 1
        if place >= input.end, input.isAtEnd { leaveGraph() }
        try recover(from: place, after: failure.problem)
      }
    }
  }

  /// The error of a stop, and the place of the window from which to look for the next statement.
  private func located(_ stop: ReadStop) throws -> (SyntaxError, place: Int) {
    switch stop {
    case .outside(let error): throw error
    case .located(let error): (error, cursor)
    case .problem(let problem, let place): (input.error(problem, at: max(place, 0)), place)
    case .needsMore: (input.error(.expected(.dot), at: input.end), input.end)
    }
  }

  /// Reads statements up to the end of the file, and then is true.
  private mutating func document() throws(ReadStop) -> Bool {
    while true {
      arena.removeAll()
      try skipSpace()
      guard cursor < input.end else {
        if isInGraph { throw .problem(.expected(.closingBrace), at: cursor) }
        return true
      }
      if syntax.isLines {
        try line()
      } else {
        try statement()
      }
    }
  }

  private mutating func refillFirst() throws {
    try input.refill(keeping: 0)
    while input.end < 3, !input.isAtEnd { try input.refill(keeping: 0) }
    let bytes = input.bytes
    if input.end >= 3, bytes[0] == 0xef, bytes[1] == 0xbb, bytes[2] == 0xbf { cursor = 3 }
  }

  /// Goes on after a problem: at the next line of N-Triples, behind the next dot elsewhere.
  private mutating func recover(from place: Int, after problem: SyntaxError.Problem) throws {
    depth = 0
    do throws(ReadStop) {
      if syntax.isLines {
        cursor = min(max(place, 0), input.end)
        return try skipLine()
      }
      cursor = min(max(cursor, place, 0), input.end)
      switch problem {
      case .unterminated(.string): try skipLine()
      case .expected(.iriCharacter): try skipIRI()
      default: break
      }
      try skipStatement()
    } catch {
      guard case .outside(let error) = error else { return }
      throw error
    }
  }

  var isInGraph: Bool { graph != nil || isInDefaultGraph }

  mutating func leaveGraph() {
    graph = nil
    isInDefaultGraph = false
  }

  /// Hands a quad on.
  mutating func emit(
    _ subject: Node, _ predicate: Node, _ object: TermBytes
  ) throws(ReadStop) {
    if input.firstInvalid < cursor { throw .problem(.notUTF8, at: input.firstInvalid) }
    var repeated: QuadBytes.Places = []
    if subject.number == last.subject { repeated.insert(.subject) }
    if predicate.number == last.predicate { repeated.insert(.predicate) }
    let graphNumber = graph?.number ?? 0
    if graphNumber == last.graph { repeated.insert(.graph) }
    last = (subject.number, predicate.number, graphNumber)
    do {
      try sink.quad(
        QuadBytes(
          subject.term, predicate.term, object, graph: graph?.term, repeated: repeated))
    } catch { throw .outside(error) }
  }

  /// A node of a term that stays where it is.
  mutating func node(_ term: TermBytes) -> Node {
    nodeCount &+= 1
    return Node(term: term, number: nodeCount)
  }

  /// A node of a term that may move; its bytes are copied.
  mutating func kept(_ term: TermBytes) -> Node {
    var term = term
    // A namespace lives in the table of prefixes.
    if term.prefix < 0, !term.head.isEmpty { term.head = arena.copy(term.head) }
    term.body = arena.copy(term.body)
    return node(term)
  }

  /// A copy of any term in the arena.
  func keptTerm(_ term: TermBytes) -> TermBytes {
    if term.kind == .iri, term.prefix >= 0 {
      var term = term
      term.body = arena.copy(term.body)
      return term
    }
    return arena.copy(term)
  }

  /// A blank node that no label of the file becomes.
  mutating func freshBlank() -> TermBytes {
    freshBlank(in: arena.room(Self.labelRoom))
  }

  /// The room that the label of a blank node without one needs.
  static let labelRoom = 24

  /// The same, with the label in a room that the caller has.
  mutating func freshBlank(in room: UnsafeMutablePointer<UInt8>) -> TermBytes {
    anonymousCount += 1
    var digits = 0
    var rest = anonymousCount
    repeat {
      digits += 1
      rest /= 10
    } while rest > 0
    for (index, byte) in "anon".utf8.enumerated() { room[index] = byte }
    rest = anonymousCount
    for index in stride(from: 3 + digits, to: 3, by: -1) {
      room[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return TermBytes(
      .blank, body: UnsafeBufferPointer(start: room, count: 4 + digits), isPlain: true)
  }
}

extension TurtleReader.Syntax {
  /// Whether each statement is a line.
  var isLines: Bool { self == .nTriples || self == .nQuads }
}
