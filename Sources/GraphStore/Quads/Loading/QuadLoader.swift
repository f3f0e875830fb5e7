public import GraphModel

/// Takes quads of a load; see ``GraphStore/load(memory:_:)``.
public final class QuadLoader: QuadSink {
  /// The graph that quads of the default graph go to, if it is not that itself.
  public var graph: Subject? {
    didSet { hasNewGraph = true }
  }
  /// What labels of blank nodes are preceded by, so that two files' nodes do not meet.
  public var blankScope = ""
  /// How many quads were taken, those that were there before among them.
  public private(set) var taken = 0

  private(set) var chunk = LoadChunk()
  private(set) var spilled: [SpilledChunk] = []
  private let folder: String
  /// The size at which a chunk is put into files.
  private(set) var chunkSize: Int
  private var hasNewGraph = true
  private var last = QuadRow(s: 0, p: 0, o: 0, g: QuadRow.noGraph)
  private var defaultGraph = QuadRow.noGraph
  /// How many quads the chunk holds after which its size is looked at.
  private var nextCheck = 1 << 12

  init(folder: String, chunkSize: Int) {
    self.folder = folder
    self.chunkSize = chunkSize
  }

  /// Takes a quad.
  ///
  /// - Throws: ``StoreError/invalidTerm(_:)`` if a datatype or language tag holds a zero byte;
  ///   ``StoreError/mediumFull(path:)`` if what does not fit into memory does not fit there either.
  public func quad(_ quad: QuadBytes) throws {
    if chunk.rows.count >= nextCheck { try check() }
    let isFirst = chunk.rows.count == 0
    if isFirst || !quad.repeated.contains(.subject) { last.s = try number(quad.subject) }
    if isFirst || !quad.repeated.contains(.predicate) { last.p = try number(quad.predicate) }
    last.o = try number(quad.object)
    if let graph = quad.graph {
      if isFirst || hasNewGraph || !quad.repeated.contains(.graph) { last.g = try number(graph) }
      hasNewGraph = false
    } else {
      if isFirst || hasNewGraph {
        defaultGraph = try graph.map { try number(graph: $0) } ?? QuadRow.noGraph
      }
      // Without a name of its own the graph differs from that of the quad before.
      last.g = defaultGraph
      hasNewGraph = false
    }
    chunk.rows.append(last)
    taken += 1
  }

  /// Takes a quad of the store itself, by numbers of this chunk.
  func append(_ row: QuadRow) { chunk.rows.append(row) }

  /// Puts the chunk into files if it is too large, and tells whether it did.
  @discardableResult
  func check() throws(StoreError) -> Bool {
    nextCheck = chunk.rows.count + 1 << 12
    guard chunk.size > chunkSize || chunk.terms.isFull(1 << 30) else { return false }
    try spill()
    return true
  }

  /// Loaders for the other parts of the quads, which share with this one the memory it may use.
  func split(into count: Int) -> [QuadLoader] {
    chunkSize /= count
    return (1..<count).map { _ in
      let part = QuadLoader(folder: folder, chunkSize: chunkSize)
      part.graph = graph
      part.blankScope = blankScope
      return part
    }
  }

  /// Takes over the files of a part whose chunk was taken, and its count.
  func take(over other: QuadLoader) {
    spilled += other.spilled
    taken += other.taken
    hasNewGraph = true
  }

  /// Puts the chunk into files.
  func spill() throws(StoreError) {
    spilled.append(try SpilledChunk(chunk, in: folder))
    chunk = LoadChunk()
    nextCheck = 1 << 12
  }

  /// The chunk's number of a graph's name.
  func number(graph: Subject) throws(StoreError) -> UInt32 {
    let arena = TermArena()
    return try withExtendedLifetime(arena) { () throws(StoreError) in
      try number(arena.term(Term(graph)))
    }
  }

  /// The chunk's number of a term.
  func number(_ term: TermBytes) throws(StoreError) -> UInt32 {
    let terms = chunk.terms
    switch term.kind {
    case .iri:
      terms.begin(1 + term.iriCount)
      terms.add(TermID.Kind.iri.rawValue)
      terms.add(term.head)
      terms.add(term.body)
    case .blank:
      terms.begin(1 + term.body.count + blankScope.utf8.count)
      terms.add(TermID.Kind.blank.rawValue)
      if !blankScope.isEmpty { for byte in blankScope.utf8 { terms.add(byte) } }
      terms.add(term.body)
    case .literal:
      if let value = TermID(inlining: term) { return number(value) }
      guard let datatype = term.parts?.pointee, !TermCode.isString(datatype) else {
        terms.begin(1 + term.body.count)
        terms.add(TermID.Kind.string.rawValue)
        terms.add(term.body)
        break
      }
      try checkName(datatype.head)
      try checkName(datatype.body)
      terms.begin(2 + datatype.iriCount + term.body.count)
      terms.add(TermID.Kind.literal.rawValue)
      terms.add(datatype.head)
      terms.add(datatype.body)
      terms.add(0)
      terms.add(term.body)
    case .text, .directional:
      try checkName(term.head)
      terms.begin(8 + term.head.count + term.body.count)
      terms.add(TermID.Kind.text.rawValue)
      add(tag: term.head)
      if let direction = term.direction {
        for byte in "--".utf8 { terms.add(byte) }
        for byte in direction.rawValue.utf8 { terms.add(byte) }
      }
      terms.add(0)
      terms.add(term.body)
    case .triple:
      guard let parts = term.parts else { throw .invalidTerm("<<( )>>") }
      let s = try number(parts[0])
      let p = try number(parts[1])
      return chunk.triples.number(s, p, try number(parts[2])) | QuadRow.triple
    }
    return terms.end()
  }

  /// The chunk's number of a value.
  func number(_ value: TermID) -> UInt32 {
    let terms = chunk.terms
    terms.begin(9)
    terms.add(value.kindBits)
    var bytes = value.rawValue.bigEndian
    withUnsafeBytes(of: &bytes) { terms.add($0.assumingMemoryBound(to: UInt8.self)) }
    return terms.end()
  }

  /// The chunk's number of a term given as its kind and bytes.
  func number(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    chunk.terms.begin(bytes.count)
    chunk.terms.add(bytes)
    return chunk.terms.end()
  }

  /// Adds a language tag in its usual case to the term that was begun.
  private func add(tag: UnsafeBufferPointer<UInt8>) {
    if tag.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) {
      chunk.terms.add(tag)
    } else {
      var usual = Array(tag)
      LanguageTag.normalize(&usual)
      usual.withUnsafeBufferPointer { chunk.terms.add($0) }
    }
  }

  private func checkName(_ name: UnsafeBufferPointer<UInt8>) throws(StoreError) {
    if name.contains(0) { throw .invalidTerm(String(decoding: name, as: UTF8.self)) }
  }
}
