public import GraphModel
import Synchronization

/// The quads of a store, as one commit left them or as a write transaction sees them.
///
/// One that a ``GraphSnapshot`` gave may be used from several threads at once and does not
/// change. One that a ``WriteTransaction`` gave sees the transaction's own changes, belongs to
/// its thread and ends with it; its cursors end with the next change.
public final class QuadSnapshot: QuadSource, @unchecked Sendable {
  /// What keeps the transaction open.
  private let owner: AnyObject
  private let reader: TableReader
  private let end: TransactionEnd?
  /// Who has changes that were not yet written.
  private let writer: QuadWriter?
  private var cachedDictionary: QuadDictionary
  /// The dictionary of a view that does not change.
  private let settled: QuadDictionary?
  /// The statistics, once they were asked for, of a view that does not change.
  private let cachedStatistics = Mutex<QuadStatistics?>(nil)

  /// Creates a view of a transaction that only reads.
  init(_ owner: GraphSnapshot) throws(StoreError) {
    self.owner = owner
    reader = owner.reader
    end = nil
    writer = nil
    cachedDictionary = try QuadDictionary(reader, reader.quadLayout())
    settled = cachedDictionary
  }

  /// Creates a view of a transaction that also writes.
  init(_ owner: WriteTransaction, _ writer: QuadWriter) throws(StoreError) {
    self.owner = owner
    self.writer = writer
    reader = try owner.reader
    end = writer.end
    cachedDictionary = try writer.dictionary()
    settled = nil
  }

  /// The dictionary, after what was to be written is.
  private func dictionary() throws(StoreError) -> QuadDictionary {
    guard let writer else { return cachedDictionary }
    try writer.flush()
    cachedDictionary = try writer.dictionary()
    return cachedDictionary
  }

  private func table(_ order: QuadOrder) throws(StoreError) -> QuadTable {
    QuadTable(reader, Table.quads(order, try dictionary().layout.generation), end: end)
  }

  private func inside(_ order: QuadOrder) throws(StoreError) -> QuadTable {
    QuadTable(reader, Table.inside(order, try dictionary().layout.generation), end: end)
  }

  /// The number of a term, or `nil` if nothing here has it; a value that fits always has one.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
  public func id(of term: Term) throws -> TermID? {
    if let value = TermID(inlining: term) { return value }
    if case .triple(let triple) = term {
      guard let s = try id(of: Term(triple.subject)), let p = try id(of: .iri(triple.predicate)),
        let o = try id(of: triple.object)
      else { return nil }
      return try tripleTermID(EncodedQuad(s, p, o))
    }
    let arena = TermArena()
    var bytes: [UInt8] = []
    try withExtendedLifetime(arena) { try TermCode.append(arena.term(term), to: &bytes) }
    return try dictionary().id(of: bytes)
  }

  /// The term of a number, or `nil` if no term has it.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
  public func term(of id: TermID) throws -> Term? {
    if id.isInline { return id.inlineTerm }
    switch id.kind {
    case .iri, .blank, .string, .text, .literal:
      var bytes: [UInt8] = []
      guard try read(id, into: &bytes) else { return nil }
      do throws(EncodingFault) {
        return try TermCode.term(bytes[...])
      } catch { throw try dictionary().damaged("\(error)") }
    case .triple:
      guard let triple = try tripleTerm(of: id), let s = try term(of: triple.subject),
        let p = try term(of: triple.predicate), let o = try term(of: triple.object),
        case .iri(let predicate) = p
      else { return nil }
      switch s {
      case .iri(let iri): return .triple(Triple(.iri(iri), predicate, o))
      case .blank(let label): return .triple(Triple(.blank(label), predicate, o))
      default: return nil
      }
    default: return nil
    }
  }

  /// Puts the bytes of a term of the dictionary, as ``TermCode`` writes them, into `bytes`.
  private func read(_ id: TermID, into bytes: inout [UInt8]) throws(StoreError) -> Bool {
    // Straight from what does not change, so that threads count no references.
    if let settled { return try settled.read(id, into: &bytes) }
    return try dictionary().read(id, into: &bytes)
  }

  /// Reads texts as the dictionary keeps them, if this view does not change.
  public func texts() -> (any TermTexts)? { settled.map { DictionaryTexts($0, owner: owner) } }

  /// Itself, unless it is the view of a transaction that writes.
  public var shared: (any QuadSource & Sendable)? { writer == nil ? self : nil }

  /// The orders that ``cursor(_:key:bound:)`` gives.
  public var orders: [QuadOrder] { Table.quadOrders }

  /// A cursor over the quads whose first `bound` places in this order equal those of `key`.
  ///
  /// The order by graph gives those in a graph with a name alone.
  ///
  /// - Complexity: O(log *n*).
  public func cursor(_ order: QuadOrder, key: EncodedQuad, bound: Int) throws -> any QuadCursor {
    try QuadTableCursor(
      try table(order), order, key: order.ordered(key), bound: bound, owner: owner)
  }

  /// The first quads of blocks that lie about `size` quads apart.
  ///
  /// - Complexity: O(*n*) in the number of blocks of some two hundred quads.
  public func cuts(
    _ order: QuadOrder, key: EncodedQuad, bound: Int, size: Int
  ) throws -> [EncodedQuad] {
    try table(order).cuts(order.ordered(key), bound, size: size).map(order.quad)
  }

  /// About how many quads that cursor would give; exact below some hundred thousand.
  ///
  /// - Complexity: O(log *n* + *m*) for *m* blocks of some two hundred quads, *m* at most 1,024.
  public func estimate(_ order: QuadOrder, key: EncodedQuad, bound: Int) throws -> UInt64 {
    if bound == 0, order != .gspo { return try dictionary().layout.quads }
    if bound == 1, order == .posg || order == .psog {
      return try reader.predicateCounts(key.predicate)?.quads ?? 0
    }
    let table = try table(order)
    return try table.estimate(order.ordered(key), bound)
  }

  /// The triple inside a triple term's number, as a quad of the default graph.
  public func tripleTerm(of id: TermID) throws -> EncodedQuad? {
    let key = OrderedQuad(id.rawValue, 0, 0, 0)
    guard let found = try inside(.gspo).first(from: key), found.a == id.rawValue else { return nil }
    var quad = QuadOrder.gspo.quad(found)
    quad.graph = .defaultGraph
    return quad
  }

  /// The number of a triple term by its parts, or `nil` if nothing here has it.
  public func tripleTermID(_ triple: EncodedQuad) throws -> TermID? {
    let key = QuadOrder.spog.ordered(triple).start(3)
    guard let found = try inside(.spog).first(from: key), found.agrees(with: key, upTo: 3) else {
      return nil
    }
    return TermID(rawValue: found.d)
  }

  /// A cursor over triple terms by what is inside: each as a quad whose graph is the term's number.
  public func tripleTerms(
    _ order: QuadOrder, key: EncodedQuad, bound: Int
  ) throws -> any QuadCursor {
    try QuadTableCursor(
      try inside(order), order, key: order.ordered(key), bound: bound, owner: owner)
  }

  /// Counts by predicate and graph, and the characteristic sets as of the last load or compaction.
  ///
  /// - Complexity: O(*n*) in the number of predicates, graphs and sets at the first call; then O(1),
  ///   but in a transaction that writes.
  public func statistics() throws -> QuadStatistics {
    guard writer == nil else { return try readStatistics() }
    return try cachedStatistics.withLock { cached in
      if let cached { return cached }
      let read = try readStatistics()
      cached = read
      return read
    }
  }

  private func readStatistics() throws -> QuadStatistics {
    let layout = try dictionary().layout
    return QuadStatistics(
      quads: layout.quads, subjects: layout.subjects, objects: layout.objects,
      graphs: try reader.quadCountsByGraph().map(\.graph).filter { $0 != .defaultGraph },
      predicates: Dictionary(
        uniqueKeysWithValues: try reader.allPredicateCounts().map { ($0.predicate, $0.counts) }),
      characteristicSets: try reader.characteristicSets())
  }
}

extension GraphSnapshot {
  /// The quads of this commit.
  ///
  /// - Complexity: O(*n*) in the number of segments of 4,096 terms; keep it while you use it.
  public func quads() throws(StoreError) -> QuadSnapshot { try QuadSnapshot(self) }
}

extension QuadTable {
  /// The first quads, but for their last place, of blocks that lie about `size` quads apart among
  /// those with the first places, as many as `bound`, of `key`.
  func cuts(_ key: OrderedQuad, _ bound: Int, size: Int) throws(StoreError) -> [OrderedQuad] {
    let prefix = key.start(bound)
    let cursor = try BlockCursor(self)
    guard try cursor.seek(QuadKey.of(prefix)) else { return [] }
    var cuts: [OrderedQuad] = []
    var quads = QuadBlock.count(cursor.value)
    while try cursor.next() {
      if quads >= size {
        var block = try block(cursor.value)
        do throws(EncodingFault) { _ = try block.next() } catch { throw damaged("\(error)") }
        guard block.quad.agrees(with: prefix, upTo: bound) else { break }
        let cut = block.quad.start(3)
        if cuts.last.map({ $0 < cut }) ?? (prefix < cut) {
          cuts.append(cut)
          quads = 0
        }
      }
      quads += QuadBlock.count(cursor.value)
    }
    return cuts
  }

  /// How many quads have the first places, as many as `bound`, of `key`; counted block by block,
  /// and after 1,024 blocks no further.
  func estimate(_ key: OrderedQuad, _ bound: Int) throws(StoreError) -> UInt64 {
    let prefix = key.start(bound)
    let end = OrderedQuad(
      prefix.a, bound > 1 ? prefix.b : .max, bound > 2 ? prefix.c : .max,
      bound > 3 ? prefix.d : .max)
    let last = QuadKey.of(end)
    let cursor = try BlockCursor(self)
    guard try cursor.seek(QuadKey.of(prefix)) else { return 0 }
    var total: UInt64 = 0
    var seen = 0
    // The first and the last block hold other quads too.
    while true {
      let value = cursor.value
      let more = try cursor.next()
      let isLast = !more || last.withUnsafeBytes { ByteOrder.isLess($0, cursor.key) }
      if seen > 0, !isLast {
        total += UInt64(QuadBlock.count(value))
      } else {
        var block = try block(value)
        do throws(EncodingFault) {
          while try block.next() {
            if block.quad.agrees(with: prefix, upTo: bound) { total += 1 }
          }
        } catch { throw damaged("\(error)") }
      }
      seen += 1
      if isLast { return total }
      if seen > 1_024 { return total }
    }
  }
}
