import GraphModel

/// A group graph pattern while it is read (SPARQL 1.1, section 18.2.2.6).
struct GroupPattern {
  /// What is joined so far.
  private var joined: [Pattern] = []
  /// Whether the last thing joined is a basic graph pattern that more triples may go into.
  private var isBlockOpen = false
  /// The filters, which hold for the whole group.
  private(set) var filters: [Expression] = []
  /// The variables in scope (section 18.2.1).
  var scope: Set<Variable> = []
  /// How high the tree is.
  private(set) var height = 1
  private var filterHeight = 0

  /// Joins a basic graph pattern's triples, and what paths became.
  mutating func join(_ triples: [TriplePattern], paths: [Pattern], height: Int) {
    if !triples.isEmpty {
      if isBlockOpen, let last = joined.indices.last, case .triples(var earlier) = joined[last] {
        joined[last] = .triples([])
        earlier += triples
        joined[last] = .triples(earlier)
      } else {
        joined.append(.triples(triples))
      }
    }
    isBlockOpen = paths.isEmpty
    joined += paths
    self.height = max(self.height, height + 1)
  }

  /// Ends the basic graph pattern: triples after this are another one.
  mutating func endBlock() { isBlockOpen = false }

  /// Joins a pattern.
  mutating func join(_ pattern: Pattern, height: Int) {
    isBlockOpen = false
    switch pattern {
    case .triples([]): return
    case .join(let parts): joined += parts
    default: joined.append(pattern)
    }
    self.height = max(self.height, height + 1)
  }

  /// Puts what was read so far into a larger pattern: `OPTIONAL`, `MINUS`, `BIND`.
  mutating func wrap(height: Int, _ wrapping: (Pattern) -> Pattern) {
    let inner = unfiltered
    joined = [wrapping(inner)]
    isBlockOpen = false
    self.height = max(self.height, height) + 1
  }

  /// Adds a filter.
  mutating func filter(_ condition: Expression, height: Int) {
    filters.append(condition)
    filterHeight = max(filterHeight, height)
  }

  /// The group without its filters.
  var unfiltered: Pattern {
    switch joined.count {
    case 0: .triples([])
    case 1: joined[0]
    default: .join(joined)
    }
  }

  /// All filters as one condition, or `nil` if there is none.
  var condition: Expression? {
    switch filters.count {
    case 0: nil
    case 1: filters[0]
    default: .and(filters)
    }
  }

  /// The whole group.
  var pattern: Pattern { condition.map { .filter($0, unfiltered) } ?? unfiltered }

  /// How high the whole group's tree is.
  var fullHeight: Int { filters.isEmpty ? height : max(height, filterHeight + 1) + 1 }
}
