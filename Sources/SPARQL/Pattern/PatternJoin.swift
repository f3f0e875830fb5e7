import GraphModel

/// A pattern over numbers of terms.
struct EncodedPattern {
  enum Place {
    case variable(Int)
    /// Any of these, which are sorted.
    case terms([TermID])
  }

  /// Subject, predicate and object.
  let places: [Place]

  /// The variables at its places.
  var variables: Set<Int> {
    var result: Set<Int> = []
    for case .variable(let index) in places { result.insert(index) }
    return result
  }
}

/// The join of patterns by nested loops over a source's indexes.
struct PatternJoin<Source: TripleSource> {
  /// A way to match all patterns; rows sort by terms, then statements.
  struct Row: Comparable {
    let terms: [UInt64]
    let statements: [UInt32]

    static func < (a: Row, b: Row) -> Bool {
      a.terms != b.terms
        ? a.terms.lexicographicallyPrecedes(b.terms)
        : a.statements.lexicographicallyPrecedes(b.statements)
    }
  }

  /// How far matches are counted to choose the order of the patterns.
  private static var countLimit: Int { 10_000 }

  private let source: Source
  private let patterns: [EncodedPattern]
  /// The order in which the patterns are matched.
  let order: [Int]
  private var bindings: [TermID?]
  private var statements: [UInt32]
  /// What was found.
  private(set) var rows: [Row] = []

  init(source: Source, patterns: [EncodedPattern], variables: Int) throws {
    self.source = source
    self.patterns = patterns
    bindings = Array(repeating: nil, count: variables)
    statements = Array(repeating: 0, count: patterns.count)
    order = try Self.order(of: patterns, in: source, variables: variables)
  }

  /// Puts the cheapest pattern first, then each time the cheapest that shares a variable.
  ///
  /// One that shares none comes only if all that are left share none; of equal ones the one written
  /// first.
  private static func order(
    of patterns: [EncodedPattern], in source: Source, variables: Int
  ) throws -> [Int] {
    guard patterns.count > 1 else { return Array(patterns.indices) }
    let free = [TermID?](repeating: nil, count: variables)
    var costs: [Int] = []
    for pattern in patterns {
      var count = 0
      try scan(pattern, free, in: source) { _ in
        count += 1
        return count < countLimit
      }
      costs.append(count)
    }
    var left = Array(patterns.indices)
    var known: Set<Int> = []
    var order: [Int] = []
    while !left.isEmpty {
      let joined = left.filter { !patterns[$0].variables.isDisjoint(with: known) }
      let next = (joined.isEmpty ? left : joined).min { (costs[$0], $0) < (costs[$1], $1) }
      guard let next else { break }
      order.append(next)
      known.formUnion(patterns[next].variables)
      left.removeAll { $0 == next }
    }
    return order
  }

  /// Finds all rows.
  mutating func run() throws { try match(depth: 0) }

  private mutating func match(depth: Int) throws {
    guard depth < order.count else {
      rows.append(Row(terms: bindings.map { $0?.rawValue ?? 0 }, statements: statements))
      return
    }
    let number = order[depth]
    let pattern = patterns[number]
    var matches: [EncodedTriple] = []
    try Self.scan(pattern, bindings, in: source) { triple in
      matches.append(triple)
      return true
    }
    for triple in matches {
      let before = bindings
      if bind(pattern, to: triple) {
        statements[number] = triple.statement
        try match(depth: depth + 1)
      }
      bindings = before
    }
  }

  /// Binds the variables of a pattern; `false` if one that stands twice would be two terms.
  private mutating func bind(_ pattern: EncodedPattern, to triple: EncodedTriple) -> Bool {
    for (place, id) in zip(pattern.places, [triple.subject, triple.predicate, triple.object]) {
      guard case .variable(let index) = place else { continue }
      if let bound = bindings[index], bound != id { return false }
      bindings[index] = id
    }
    return true
  }

  /// Calls the closure with each triple that a pattern matches under some bindings, until it
  /// returns `false`.
  private static func scan(
    _ pattern: EncodedPattern, _ bindings: [TermID?], in source: Source,
    _ body: (EncodedTriple) throws -> Bool
  ) throws {
    let choices = pattern.places.map { place -> [TermID?] in
      switch place {
      case .variable(let index): [bindings[index]]
      case .terms(let ids): ids
      }
    }
    var goesOn = true
    for subject in choices[0] {
      for predicate in choices[1] {
        for object in choices[2] where goesOn {
          try source.scan(subject: subject, predicate: predicate, object: object) { triple in
            goesOn = try body(triple)
            return goesOn
          }
        }
      }
    }
  }
}
