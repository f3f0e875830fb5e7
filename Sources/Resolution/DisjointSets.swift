/// A partition of the numbers from 0 that only grows coarser (union-find).
///
/// The representative of a set is its smallest member, so the outcome does not depend on the order
/// of the unions. Near O(1) a call, by path halving (Tarjan and van Leeuwen 1984).
struct DisjointSets: Sendable {
  private var parent: [Int]

  /// Creates `count` sets of one member each.
  init(count: Int) { parent = Array(0..<count) }

  /// The smallest member of the set that holds `member`.
  mutating func find(_ member: Int) -> Int {
    var node = member
    while parent[node] != node {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }

  /// Joins the sets of two members.
  mutating func union(_ a: Int, _ b: Int) {
    let (first, second) = (find(a), find(b))
    if first < second { parent[second] = first } else { parent[first] = second }
  }
}
