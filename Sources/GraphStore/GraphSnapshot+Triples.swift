public import GraphModel

/// The statements as triples of numbered terms.
///
/// Each statement is one triple: the subject's IRI, the predicate's IRI, and the object's IRI or
/// its value with the datatype. Denied and merely possible statements are among them; the
/// statement tells.
extension GraphSnapshot {
  /// The number of a term, or `nil` if no triple has it.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
  public func id(of term: Term) throws -> TermID? {
    var writer = ByteWriter()
    writer.term(term)
    return try reader.termNumber(writer.bytes).map { TermID(rawValue: UInt64($0)) }
  }

  /// The term of a number, or `nil` if no term has it.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
  public func term(of id: TermID) throws -> Term? {
    guard let number = UInt32(exactly: id.rawValue) else { return nil }
    return try reader.term(number)
  }

  /// Calls the closure with each triple that matches, until it returns `false`.
  ///
  /// A `nil` place matches anything. The order is that of the index used: POS if the predicate or
  /// the predicate and the object are given, OSP for the object or the object and the subject,
  /// SPO otherwise; triples of equal terms come by statement.
  ///
  /// - Complexity: O(log *n* + *m*) for *m* matches among *n* triples.
  public func scan(
    subject: TermID?, predicate: TermID?, object: TermID?, _ body: (EncodedTriple) throws -> Bool
  ) throws {
    let order: TripleOrder
    let bound: [TermID]
    switch (subject, predicate, object) {
    case (nil, nil, nil): (order, bound) = (.spo, [])
    case (let s?, nil, nil): (order, bound) = (.spo, [s])
    case (let s?, let p?, nil): (order, bound) = (.spo, [s, p])
    case (let s?, let p?, let o?): (order, bound) = (.spo, [s, p, o])
    case (nil, let p?, nil): (order, bound) = (.pos, [p])
    case (nil, let p?, let o?): (order, bound) = (.pos, [p, o])
    case (nil, nil, let o?): (order, bound) = (.osp, [o])
    case (let s?, nil, let o?): (order, bound) = (.osp, [o, s])
    }
    var prefix: [UInt32] = []
    for id in bound {
      guard let number = UInt32(exactly: id.rawValue) else { return }
      prefix.append(number)
    }
    try reader.scan(order, prefix: prefix) { try body(order.encoded($0)) }
  }
}

extension TableReader {
  /// The number of an encoded term: a binary search among blocks, then a walk through one.
  func termNumber(_ term: [UInt8]) throws(StoreError) -> UInt32? {
    let total = try graphCounts().terms
    let cursor = try cursor(.terms)
    // The first number of the block that may hold the term lies in low..<high.
    var low: UInt32 = 0
    var high = UInt32(clamping: total)
    var candidate: TableCursor.Entry?
    while low < high {
      let middle = low + (high - low) / 2
      guard let entry = try cursor.atOrBefore(DerivedGraph.key(middle)) else { return nil }
      let (first, start) = try firstTerm(entry)
      if term.lexicographicallyPrecedes(start) {
        high = first
      } else {
        candidate = entry
        guard let next = try cursor.next() else { break }
        let (nextFirst, nextStart) = try firstTerm(next)
        if term.lexicographicallyPrecedes(nextStart) { break }
        candidate = nil
        low = nextFirst
      }
    }
    guard let candidate else { return nil }
    var number = try firstTerm(candidate).number
    var block = TermBlock(candidate.value)
    do throws(EncodingFault) {
      while try block.next() {
        if block.term == term { return number }
        number &+= 1
      }
    } catch { throw damaged(.terms, "\(error)") }
    return nil
  }

  private func firstTerm(
    _ entry: TableCursor.Entry
  ) throws(StoreError) -> (number: UInt32, term: [UInt8]) {
    var key = ByteReader(entry.key)
    var block = TermBlock(entry.value)
    do throws(EncodingFault) {
      let number = try key.bigEndian()
      guard try block.next() else { throw EncodingFault.short }
      return (number, block.term)
    } catch { throw damaged(.terms, "\(error)") }
  }

  /// The term of a number.
  func term(_ number: UInt32) throws(StoreError) -> Term? {
    let cursor = try cursor(.terms)
    guard let entry = try cursor.atOrBefore(DerivedGraph.key(number)) else { return nil }
    do throws(EncodingFault) {
      var key = ByteReader(entry.key)
      var place = try key.bigEndian()
      var block = TermBlock(entry.value)
      while try block.next() {
        if place == number { return try Term(encoded: block.term[...]) }
        place &+= 1
      }
    } catch { throw damaged(.terms, "\(error)") }
    return nil
  }

  /// Calls the closure with each triple of an order that starts with some numbers.
  func scan(
    _ order: TripleOrder, prefix: [UInt32], _ body: (OrderedTriple) throws -> Bool
  ) throws {
    let first = prefix.isEmpty ? nil : prefix[0]
    let second = prefix.count > 1 ? prefix[1] : nil
    let third = prefix.count > 2 ? prefix[2] : nil
    let start = OrderedTriple(
      first: first ?? 0, second: second ?? 0, third: third ?? 0, statement: 0)
    var key = ByteWriter()
    key.key(start)
    let cursor = try cursor(order.table)
    var entry = try cursor.atOrBefore(key.bytes)
    if entry == nil { entry = try cursor.first() }
    while let found = entry {
      var block = try self.block(found, order)
      repeat {
        let triple = block.triple
        if triple < start { continue }
        if let first, triple.first != first { return }
        if let second, triple.second != second { return }
        if let third, triple.third != third { return }
        guard try body(triple) else { return }
      } while try advance(&block, order)
      entry = try cursor.next()
    }
  }

  private func block(
    _ entry: TableCursor.Entry, _ order: TripleOrder
  ) throws(StoreError) -> TripleBlock {
    var key = ByteReader(entry.key)
    do throws(EncodingFault) {
      let first = try key.key()
      try key.finish()
      return TripleBlock(first: first, payload: entry.value)
    } catch { throw damaged(order.table, "\(error)") }
  }

  @inline(__always)
  private func advance(
    _ block: inout TripleBlock, _ order: TripleOrder
  ) throws(StoreError) -> Bool {
    do throws(EncodingFault) { return try block.next() } catch {
      throw damaged(order.table, "\(error)")
    }
  }
}
