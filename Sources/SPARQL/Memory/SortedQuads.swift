internal import GraphModel

/// Quads sorted in one order.
final class SortedQuads {
  /// The quads.
  let quads: [EncodedQuad]
  private let places: [Int]

  init(_ quads: some Collection<EncodedQuad>, _ order: QuadOrder) {
    let places = order.places
    self.places = places
    let (a, b, c, d) = (places[0], places[1], places[2], places[3])
    self.quads = quads.sorted { x, y in
      let (p, q) = (x[a], y[a])
      if p != q { return p < q }
      let (r, s) = (x[b], y[b])
      if r != s { return r < s }
      let (t, u) = (x[c], y[c])
      if t != u { return t < u }
      return x[d] < y[d]
    }
  }

  /// Whether the first places of a quad are less than a key's, equal, or greater: -1, 0, 1.
  func compare(_ quad: EncodedQuad, _ key: EncodedQuad, bound: Int) -> Int {
    for place in places.prefix(bound) {
      let (a, b) = (quad[place], key[place])
      if a != b { return a < b ? -1 : 1 }
    }
    return 0
  }

  /// The quads, but for their last place, that lie `size` apart among those that agree with a key.
  func cuts(_ key: EncodedQuad, bound: Int, size: Int) -> [EncodedQuad] {
    let range = range(key, bound: bound)
    var cuts: [EncodedQuad] = []
    for place in stride(from: range.lowerBound + size, to: range.upperBound, by: size) {
      var cut = quads[place]
      cut[places[3]] = 0
      let last = cuts.last ?? quads[range.lowerBound]
      if compare(last, cut, bound: 3) < 0 { cuts.append(cut) }
    }
    return cuts
  }

  /// The places of the quads that agree with a key.
  func range(_ key: EncodedQuad, bound: Int) -> Range<Int> {
    guard bound > 0 else { return 0..<quads.count }
    let start = OrderedSearch.first(in: quads.indices) {
      compare(quads[$0], key, bound: bound) < 0
    }
    let end = OrderedSearch.first(in: start..<quads.count) {
      compare(quads[$0], key, bound: bound) == 0
    }
    return start..<end
  }
}

/// A place in sorted quads.
final class SortedQuadCursor: QuadCursor {
  private let sorted: SortedQuads
  private var place: Int
  private let end: Int

  init(_ sorted: SortedQuads, key: EncodedQuad, bound: Int) {
    self.sorted = sorted
    let range = sorted.range(key, bound: bound)
    (place, end) = (range.lowerBound, range.upperBound)
  }

  func next(into batch: inout QuadBatch, limit: Int) -> Int {
    let stop = min(end, place + limit)
    let count = stop - place
    guard count > 0 else { return 0 }
    for quad in sorted.quads[place..<stop] {
      batch.subjects.append(quad.subject.rawValue)
      batch.predicates.append(quad.predicate.rawValue)
      batch.objects.append(quad.object.rawValue)
      batch.graphs.append(quad.graph.rawValue)
    }
    place = stop
    return count
  }

  func seek(to key: EncodedQuad) {
    // Most seeks go a little way.
    place = OrderedSearch.gallop(in: place..<end) {
      sorted.compare(sorted.quads[$0], key, bound: 4) < 0
    }
  }
}

extension QuadOrder {
  /// The places in the order in which they are compared: 0 subject, 1 predicate, 2 object, 3 graph.
  var places: [Int] {
    switch self {
    case .spog: [0, 1, 2, 3]
    case .posg: [1, 2, 0, 3]
    case .ospg: [2, 0, 1, 3]
    case .psog: [1, 0, 2, 3]
    case .opsg: [2, 1, 0, 3]
    case .sopg: [0, 2, 1, 3]
    case .gspo: [3, 0, 1, 2]
    case .gpos: [3, 1, 2, 0]
    case .gosp: [3, 2, 0, 1]
    }
  }
}

extension EncodedQuad {
  /// What is in a place: 0 subject, 1 predicate, 2 object, 3 graph.
  subscript(place: Int) -> UInt64 {
    get {
      switch place {
      case 0: subject.rawValue
      case 1: predicate.rawValue
      case 2: object.rawValue
      default: graph.rawValue
      }
    }
    set {
      let id = TermID(rawValue: newValue)
      switch place {
      case 0: subject = id
      case 1: predicate = id
      case 2: object = id
      default: graph = id
      }
    }
  }
}

extension QuadBatch {
  /// How many quads of a run in some order are before another.
  func count(before end: EncodedQuad, _ order: QuadOrder) -> Int {
    let places = order.places
    func isBefore(_ row: Int) -> Bool {
      for place in places where self[place][row] != end[place] {
        return self[place][row] < end[place]
      }
      return false
    }
    // Most runs are before it whole.
    guard count > 0, !isBefore(count - 1) else { return count }
    return OrderedSearch.first(in: 0..<count, notBefore: isBefore)
  }

  /// Forgets the last quads.
  mutating func removeLast(_ count: Int) {
    subjects.removeLast(count)
    predicates.removeLast(count)
    objects.removeLast(count)
    graphs.removeLast(count)
  }

  /// The column of a place: 0 subject, 1 predicate, 2 object, 3 graph.
  subscript(place: Int) -> [UInt64] {
    switch place {
    case 0: subjects
    case 1: predicates
    case 2: objects
    default: graphs
    }
  }
}
