import GraphModel

/// A quad's numbers in the order in which a table compares them.
struct OrderedQuad: Hashable, Comparable {
  var a: UInt64
  var b: UInt64
  var c: UInt64
  var d: UInt64

  @inline(__always)
  init(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  static let first = OrderedQuad(0, 0, 0, 0)

  @inline(__always)
  static func < (x: OrderedQuad, y: OrderedQuad) -> Bool {
    if x.a != y.a { return x.a < y.a }
    if x.b != y.b { return x.b < y.b }
    if x.c != y.c { return x.c < y.c }
    return x.d < y.d
  }

  /// Whether the first places, as many as `bound`, are the same.
  @inline(__always)
  func agrees(with other: OrderedQuad, upTo bound: Int) -> Bool {
    switch bound {
    case 0: true
    case 1: a == other.a
    case 2: a == other.a && b == other.b
    case 3: a == other.a && b == other.b && c == other.c
    default: self == other
    }
  }

  /// The least quad with the same first places, as many as `bound`.
  func start(_ bound: Int) -> OrderedQuad {
    OrderedQuad(bound > 0 ? a : 0, bound > 1 ? b : 0, bound > 2 ? c : 0, bound > 3 ? d : 0)
  }
}

extension QuadOrder {
  /// The numbers of a quad in this order.
  @inline(__always)
  func ordered(_ q: EncodedQuad) -> OrderedQuad {
    let s = q.subject.rawValue
    let p = q.predicate.rawValue
    let o = q.object.rawValue
    let g = q.graph.rawValue
    return switch self {
    case .spog: OrderedQuad(s, p, o, g)
    case .posg: OrderedQuad(p, o, s, g)
    case .ospg: OrderedQuad(o, s, p, g)
    case .psog: OrderedQuad(p, s, o, g)
    case .opsg: OrderedQuad(o, p, s, g)
    case .sopg: OrderedQuad(s, o, p, g)
    case .gspo: OrderedQuad(g, s, p, o)
    case .gpos: OrderedQuad(g, p, o, s)
    case .gosp: OrderedQuad(g, o, s, p)
    }
  }

  /// The place in this order of subject, predicate, object and graph.
  var places: (s: Int, p: Int, o: Int, g: Int) {
    switch self {
    case .spog: (0, 1, 2, 3)
    case .posg: (2, 0, 1, 3)
    case .ospg: (1, 2, 0, 3)
    case .psog: (1, 0, 2, 3)
    case .opsg: (2, 1, 0, 3)
    case .sopg: (0, 2, 1, 3)
    case .gspo: (1, 2, 3, 0)
    case .gpos: (3, 1, 2, 0)
    case .gosp: (2, 3, 1, 0)
    }
  }

  /// The quad whose numbers in this order are given.
  func quad(_ q: OrderedQuad) -> EncodedQuad {
    func make(_ s: UInt64, _ p: UInt64, _ o: UInt64, _ g: UInt64) -> EncodedQuad {
      EncodedQuad(
        TermID(rawValue: s), TermID(rawValue: p), TermID(rawValue: o), graph: TermID(rawValue: g))
    }
    return switch self {
    case .spog: make(q.a, q.b, q.c, q.d)
    case .posg: make(q.c, q.a, q.b, q.d)
    case .ospg: make(q.b, q.c, q.a, q.d)
    case .psog: make(q.b, q.a, q.c, q.d)
    case .opsg: make(q.c, q.b, q.a, q.d)
    case .sopg: make(q.a, q.c, q.b, q.d)
    case .gspo: make(q.b, q.c, q.d, q.a)
    case .gpos: make(q.d, q.b, q.c, q.a)
    case .gosp: make(q.c, q.d, q.b, q.a)
    }
  }
}
