public import GraphModel

/// One step of a path: a triple, and the way it was walked.
public struct PathStep: Hashable, Sendable {
  /// The triple.
  public let triple: EncodedTriple
  /// Whether it was walked from its object to its subject.
  public let isReversed: Bool

  /// Creates a step.
  public init(triple: EncodedTriple, isReversed: Bool) {
    self.triple = triple
    self.isReversed = isReversed
  }

  /// The node where the step starts.
  public var start: TermID { isReversed ? triple.object : triple.subject }
  /// The node where the step ends.
  public var end: TermID { isReversed ? triple.subject : triple.object }
}

/// Finds the best-evidenced among the shortest paths between two nodes, whichever way edges point.
///
/// Breadth-first from the start until the goal's level is whole, then the paths are read off
/// backwards, best first: the weight of a path is the sum of its steps' weights. Between the same
/// two nodes only the heaviest triple is used. O(*n* + *m*) in the nodes and triples within
/// reach, plus the paths that tie for shortest (at most `width` partial paths are kept a level).
public struct PathSearch<Source: TripleSource> {
  private let source: Source
  private let weight: (EncodedTriple) throws -> Double?
  private let maxLength: Int
  private static var width: Int { 64 }

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - source: The triples.
  ///   - maxLength: The most steps that a path may have.
  ///   - weight: How good a triple is as a step; `nil` for one that must not be used (its object
  ///     is a value, or the statement is denied).
  public init(
    in source: Source, maxLength: Int, weight: @escaping (EncodedTriple) throws -> Double?
  ) {
    self.source = source
    self.maxLength = maxLength
    self.weight = weight
  }

  /// The best of the shortest paths from one node to another; none if there is no path.
  ///
  /// - Parameters:
  ///   - start: The node where a path starts.
  ///   - goal: The node where it ends.
  ///   - limit: The most paths to give.
  /// - Returns: Paths of equal length, best first; ties in the order of their triples.
  /// - Throws: What the source and the weight throw.
  public func paths(from start: TermID, to goal: TermID, limit: Int) throws -> [[PathStep]] {
    guard start != goal, limit > 0 else { return [] }
    var level: [TermID: Int] = [start: 0]
    var into: [TermID: [TermID: (step: PathStep, weight: Double)]] = [:]
    var frontier = [start]
    var depth = 0
    while !frontier.isEmpty, depth < maxLength, level[goal] == nil {
      depth += 1
      var next: Set<TermID> = []
      for node in frontier {
        for (step, weight) in try steps(from: node) where level[step.end] ?? depth == depth {
          level[step.end] = depth
          next.insert(step.end)
          let known = into[step.end]?[node]
          if known.map({ Self.isBetter((step, weight), than: $0) }) ?? true {
            into[step.end, default: [:]][node] = (step, weight)
          }
        }
      }
      frontier = next.sorted()
    }
    guard level[goal] != nil else { return [] }
    return best(to: goal, from: start, into: into, limit: limit)
  }

  private func steps(from node: TermID) throws -> [(PathStep, Double)] {
    var found: [(PathStep, Double)] = []
    try source.scan(subject: node, predicate: nil, object: nil) { triple in
      if triple.object != node, let weight = try weight(triple) {
        found.append((PathStep(triple: triple, isReversed: false), weight))
      }
      return true
    }
    try source.scan(subject: nil, predicate: nil, object: node) { triple in
      if triple.subject != node, let weight = try weight(triple) {
        found.append((PathStep(triple: triple, isReversed: true), weight))
      }
      return true
    }
    return found
  }

  private func best(
    to goal: TermID, from start: TermID,
    into: [TermID: [TermID: (step: PathStep, weight: Double)]], limit: Int
  ) -> [[PathStep]] {
    // Partial paths from some node to the goal; each round puts one step in front.
    var partial: [(steps: [PathStep], weight: Double)] = [([], 0)]
    while let head = partial.first.map({ $0.steps.first?.start ?? goal }), head != start {
      var longer: [(steps: [PathStep], weight: Double)] = []
      for path in partial {
        let node = path.steps.first?.start ?? goal
        for (_, found) in (into[node] ?? [:]).sorted(by: { $0.key < $1.key }) {
          longer.append(([found.step] + path.steps, path.weight + found.weight))
        }
      }
      longer.sort { a, b in
        a.weight != b.weight ? a.weight > b.weight : Self.precedes(a.steps, b.steps)
      }
      partial = Array(longer.prefix(Self.width))
    }
    return partial.prefix(limit).map(\.steps)
  }

  private static func isBetter(
    _ a: (step: PathStep, weight: Double), than b: (step: PathStep, weight: Double)
  ) -> Bool {
    a.weight != b.weight ? a.weight > b.weight : precedes([a.step], [b.step])
  }

  private static func precedes(_ a: [PathStep], _ b: [PathStep]) -> Bool {
    a.lazy.map(\.triple.statement).lexicographicallyPrecedes(b.lazy.map(\.triple.statement))
  }
}
