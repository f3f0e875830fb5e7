import GraphModel

/// Compares rows of terms up to the names of blank nodes, everything else letter by letter.
struct Isomorphism {
  private var there: [String: String] = [:]
  private var back: [String: String] = [:]
  private var steps = 0

  /// Whether two lists have the same rows, in the same order if that counts.
  static func matches(_ a: [[Term?]], _ b: [[Term?]], isOrdered: Bool) -> Bool {
    guard a.count == b.count else { return false }
    var search = Isomorphism()
    if isOrdered { return zip(a, b).allSatisfy { search.match($0, $1) } }
    var groups: [String: [Int]] = [:]
    for (place, row) in b.enumerated() { groups[shape(row), default: []].append(place) }
    let rows = a.map { (row: $0, shape: shape($0)) }.sorted {
      (blanks($0.row), $0.shape) < (blanks($1.row), $1.shape)
    }
    var counts: [String: Int] = [:]
    for row in rows { counts[row.shape, default: 0] += 1 }
    guard counts == groups.mapValues(\.count) else { return false }
    var used = [Bool](repeating: false, count: b.count)
    return search.assign(0, rows, b, groups, &used)
  }

  private mutating func assign(
    _ place: Int, _ rows: [(row: [Term?], shape: String)], _ others: [[Term?]],
    _ groups: [String: [Int]], _ used: inout [Bool]
  ) -> Bool {
    if place == rows.count { return true }
    steps += 1
    guard steps < 200_000 else { return false }
    for candidate in groups[rows[place].shape] ?? [] where !used[candidate] {
      let saved = (there, back)
      if match(rows[place].row, others[candidate]) {
        used[candidate] = true
        if assign(place + 1, rows, others, groups, &used) { return true }
        used[candidate] = false
      }
      (there, back) = saved
    }
    return false
  }

  private mutating func match(_ a: [Term?], _ b: [Term?]) -> Bool {
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) {
      guard let x, let y else {
        if x != nil || y != nil { return false }
        continue
      }
      guard match(x, y) else { return false }
    }
    return true
  }

  private mutating func match(_ a: Term, _ b: Term) -> Bool {
    switch (a, b) {
    case (.blank(let x), .blank(let y)):
      if let known = there[x] { return known == y }
      guard back[y] == nil else { return false }
      there[x] = y
      back[y] = x
      return true
    case (.triple(let x), .triple(let y)):
      return match(Term(x.subject), Term(y.subject))
        && Self.shape(.iri(x.predicate)) == Self.shape(.iri(y.predicate))
        && match(x.object, y.object)
    default: return Self.shape(a) == Self.shape(b)
    }
  }

  private static func blanks(_ row: [Term?]) -> Int {
    row.count { $0.map { shape($0).contains("_:") } ?? false }
  }

  private static func shape(_ row: [Term?]) -> String {
    row.map { $0.map(shape) ?? "" }.joined(separator: "\t")
  }

  /// A term's bytes in hexadecimal where text is, so that strings are compared by code points:
  /// Swift holds composed and decomposed letters equal.
  private static func shape(_ term: Term) -> String {
    func hex(_ text: String) -> String { text.utf8.map { String($0, radix: 16) }.joined() }
    switch term {
    case .iri(let iri): return "<\(hex(iri.value))>"
    case .blank: return "_:"
    case .literal(let value, let datatype): return "\"\(hex(value))\"^\(hex(datatype.value))"
    case .text(let value, let language): return "\"\(hex(value))\"@\(language.lowercased())"
    case .directional(let value, let language, let direction):
      return "\"\(hex(value))\"@\(language.lowercased())--\(direction.rawValue)"
    case .triple(let triple):
      return "<<\(shape(Term(triple.subject))) \(shape(.iri(triple.predicate))) "
        + "\(shape(triple.object))>>"
    }
  }
}
