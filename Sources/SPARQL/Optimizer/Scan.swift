internal import GraphModel

/// What stands in a place of a scan.
enum Place: Hashable {
  case constant(UInt64)
  case variable(Int)
  /// Anything, and nobody wants to know.
  case ignored

  /// The variable's slot.
  var slot: Int? {
    if case .variable(let slot) = self { slot } else { nil }
  }

  /// The constant.
  var id: UInt64? {
    if case .constant(let id) = self { id } else { nil }
  }
}

/// A pattern of quads, or of triple terms, to be read from the source.
struct Scan: Hashable {
  /// What is read.
  enum Subject: Hashable {
    case quads
    /// Triple terms: the fourth place is the term itself.
    case tripleTerms
  }

  /// Which graphs' quads count.
  enum Graphs: Hashable {
    /// The fourth place tells.
    case place
    /// The merge of some graphs: a triple once.
    case merge(Set<UInt64>)
    /// The merge of all graphs.
    case union
    /// The named graphs that the fourth place, a variable, ranges over; `nil` for all.
    case named(Set<UInt64>?)
  }

  var subject: Subject = .quads
  /// Subject, predicate, object; graph or term.
  var places: [Place]
  var graphs: Graphs = .place
  /// Values that the object may have, if a filter tells.
  var range: IDRange?
  /// Whether a filter reads the text of each object: then they had better come by their numbers.
  var readsText = false

  /// The variables, each once, in the order of the places.
  var slots: [Int] {
    var found: [Int] = []
    for place in places {
      if let slot = place.slot, !found.contains(slot) { found.append(slot) }
    }
    return found
  }

  /// The place of a variable.
  func place(of slot: Int) -> Int? { places.firstIndex(of: .variable(slot)) }

  /// Whether only quads in a graph with a name are wanted.
  private var hasGraphName: Bool {
    if case .named = graphs { return true }
    return places[3].id.map { $0 != 0 } ?? false
  }

  /// The orders in which it can be read.
  func orders(_ source: any QuadSource) -> [QuadOrder] {
    guard subject == .quads else { return [.spog, .posg, .ospg] }
    if hasGraphName { return source.orders }
    // Orders by graph need not have the quads of the default graph.
    return source.orders.filter { $0.places[0] != 3 }
  }

  /// The order with the most of the bound places in front, then with what is wanted next.
  ///
  /// - Returns: The order, and how many places in front are bound.
  func order(
    _ source: any QuadSource, bound: Set<Int>, wanting next: Int? = nil, leading: Int? = nil
  ) -> (order: QuadOrder, bound: Int) {
    var best: (order: QuadOrder, bound: Int, score: Int)?
    for order in orders(source) {
      let places = order.places
      let prefix = places.prefix { bound.contains($0) }.count
      var score = prefix * 4
      // A bound graph in front costs nothing, but says little.
      if places.prefix(prefix).contains(3), subject == .quads { score -= 3 }
      if let next, prefix < 4, places[prefix] == next { score += 2 }
      if best.map({ score > $0.score }) ?? true { best = (order, prefix, score) }
    }
    let found = best ?? (.spog, 0, 0)
    return (found.order, found.bound)
  }

  /// The key that holds the constants.
  var key: EncodedQuad {
    var key = EncodedQuad(.defaultGraph, .defaultGraph, .defaultGraph)
    for (place, what) in places.enumerated() {
      if let id = what.id { key[place] = id }
    }
    return key
  }
}

/// Numbers from one to another, both included, of a kind of values; and all that are not inside
/// their number, which the filter itself must judge.
struct IDRange: Hashable {
  var allowed: [ClosedRange<UInt64>]

  func contains(_ id: UInt64) -> Bool {
    for range in allowed where range.contains(id) { return true }
    return false
  }

  /// The first number, not less than one, that is allowed.
  func next(from id: UInt64) -> UInt64? {
    for range in allowed where range.upperBound >= id { return max(id, range.lowerBound) }
    return nil
  }

  func intersection(_ other: IDRange) -> IDRange {
    var result: [ClosedRange<UInt64>] = []
    for a in allowed {
      for b in other.allowed where a.overlaps(b) { result.append(a.clamped(to: b)) }
    }
    return IDRange(allowed: result.sorted { $0.lowerBound < $1.lowerBound })
  }

  private static func whole(_ kind: TermID.Kind) -> ClosedRange<UInt64> {
    TermID(kind, 0).rawValue...TermID(kind, TermID.payloadMask).rawValue
  }

  /// The numbers for which a comparison with a constant may hold.
  init?(_ function: BuiltIn, _ value: Value) {
    let isLower: Bool
    switch function {
    case .less, .lessOrEqual: isLower = false
    case .greater, .greaterOrEqual: isLower = true
    default: return nil
    }
    // Literals of the dictionary, which may be of the same type.
    var allowed = [Self.whole(.literal)]
    func add(_ kind: TermID.Kind, _ payload: UInt64) {
      let whole = Self.whole(kind)
      let bound = TermID(kind, payload).rawValue
      allowed.append(isLower ? bound...whole.upperBound : whole.lowerBound...bound)
    }
    switch value {
    case .time(let time) where time.kind == .date && (1...9999).contains(time.year):
      add(.date, UInt64(time.year << 9 | time.month << 5 | time.day))
      if time.timezone != nil { allowed[1] = Self.whole(.date) }
    case .number(let number):
      guard let floor = number.decimal?.floor.coefficient, floor.magnitude < 1 << 40 else {
        return nil
      }
      // Whole numbers around the constant: the filter decides at the edge.
      let edge = Int64(isLower ? floor : floor + 1)
      if let id = TermID(integer: edge) { add(.integer, id.payload) }
      add(.derivedInteger, UInt64(edge + 1 << 53) << 4 | (isLower ? 0 : 15))
      var millionths = edge * 1_000_000
      if let exact = number.decimal, exact.scale <= 6,
        let factor = ExactDecimal.power(6 - exact.scale)
      {
        millionths = Int64(exact.coefficient * factor)
      }
      if millionths.magnitude < 1 << 53 {
        add(.decimal, UInt64(millionths + 1 << 54) << 3 | (isLower ? 0 : 7))
      } else {
        allowed.append(Self.whole(.decimal))
      }
      allowed.append(Self.whole(.double))
    default: return nil
    }
    self.allowed = allowed
  }

  init(allowed: [ClosedRange<UInt64>]) { self.allowed = allowed }
}
