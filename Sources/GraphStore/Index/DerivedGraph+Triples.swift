import GraphModel

/// The term dictionary and the three orders of triples.
extension DerivedGraph {
  /// `terms`: the number of a block's first term → the block; `spo`, `pos`, `osp`: a block's
  /// first triple → the block.
  ///
  /// - Returns: How many terms there are.
  func emitTriples(_ emit: Emit) throws(StoreError) -> Int {
    let (terms, order, triples) = encodedTriples()
    try TermBlock.encode(order.lazy.map { terms[$0] }) {
      (first, block) throws(StoreError) in
      try emit(.terms, Self.key(first), block.bytes)
    }
    for order in TripleOrder.allCases {
      let sorted = triples.map(order.arrange).sorted()
      var key = ByteWriter()
      try TripleBlock.encode(sorted) { (first, block) throws(StoreError) in
        key.reset()
        key.key(first)
        try emit(order.table, key.bytes, block.bytes)
      }
    }
    return terms.count
  }

  /// The terms (`order` gives the sorted ones), and the triples over sorted numbers, in SPO.
  private func encodedTriples() -> (
    terms: ByteInterner, order: [Int], triples: [OrderedTriple]
  ) {
    var terms = ByteInterner()
    var writer = ByteWriter()
    func number(_ term: Term) -> UInt32 {
      writer.reset()
      writer.term(term)
      return UInt32(terms.intern(writer.bytes[...]))
    }
    var triples: [OrderedTriple] = []
    triples.reserveCapacity(statements.count)
    for place in statements.indices {
      triples.append(
        OrderedTriple(
          first: number(statements[place].subjectTerm),
          second: number(statements[place].predicateTerm),
          third: number(statements[place].objectTerm), statement: UInt32(place)))
    }
    let order = terms.sorted()
    var rank = [UInt32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { rank[number] = UInt32(place) }
    for i in triples.indices {
      triples[i].first = rank[Int(triples[i].first)]
      triples[i].second = rank[Int(triples[i].second)]
      triples[i].third = rank[Int(triples[i].third)]
    }
    return (terms, order, triples)
  }
}

/// The three orders in which triples are kept.
enum TripleOrder: CaseIterable {
  case spo
  case pos
  case osp

  /// The table of the order.
  var table: Table {
    switch self {
    case .spo: .spo
    case .pos: .pos
    case .osp: .osp
    }
  }

  /// A triple given as subject, predicate, object, in this order.
  @inline(__always)
  func arrange(_ t: OrderedTriple) -> OrderedTriple {
    switch self {
    case .spo: t
    case .pos:
      OrderedTriple(first: t.second, second: t.third, third: t.first, statement: t.statement)
    case .osp:
      OrderedTriple(first: t.third, second: t.first, third: t.second, statement: t.statement)
    }
  }

  /// The triple with its three places named.
  @inline(__always)
  func encoded(_ t: OrderedTriple) -> EncodedTriple {
    let places: (UInt32, UInt32, UInt32)
    switch self {
    case .spo: places = (t.first, t.second, t.third)
    case .pos: places = (t.third, t.first, t.second)
    case .osp: places = (t.second, t.third, t.first)
    }
    return EncodedTriple(
      subject: TermID(rawValue: UInt64(places.0)), predicate: TermID(rawValue: UInt64(places.1)),
      object: TermID(rawValue: UInt64(places.2)), statement: t.statement)
  }
}
