import GraphAnalytics

/// Networks to test with, the same on every run.
enum SampleNetworks {
  /// A pseudo-random sequence (a linear congruence, as in Knuth's MMIX).
  struct Draw {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 2 &+ 1 }

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
  }

  /// Groups whose members are tied among each other more than with others.
  static func planted(
    groups: Int, size: Int, inside: Int, outside: Int, seed: UInt64 = 7
  ) -> [Network.Edge] {
    var draw = Draw(seed)
    let count = groups * size
    var edges: [Network.Edge] = []
    for node in 0..<count {
      let group = node / size
      for _ in 0..<inside {
        edges.append(.init(node, group * size + draw.below(size), weight: Float(1 + draw.below(3))))
      }
      for _ in 0..<outside { edges.append(.init(node, draw.below(count))) }
    }
    return edges
  }

  /// Two cliques of five nodes with one edge between them.
  static let dumbbell: [Network.Edge] =
    [0, 5].flatMap { first in
      (0..<5).flatMap { a in (0..<a).map { Network.Edge(first + a, first + $0) } }
    } + [Network.Edge(4, 5)]
}
