/// A partition of the numbers from 0 that only grows coarser (union-find), in which some pairs may
/// be kept apart.
///
/// The representative of a set is its smallest member, so the outcome does not depend on the order
/// of the unions. Near O(1) a call, by path halving (Tarjan and van Leeuwen 1984).
struct DisjointSets: Sendable {
  private var parent: [Int]
  /// For the representative of a set, those of the sets that it must never join.
  private var enemies: [Int: Set<Int>] = [:]

  /// Creates `count` sets of one member each.
  init(count: Int) { parent = Array(0..<count) }

  /// Adds a set of one member, the next number.
  mutating func add() { parent.append(parent.count) }

  /// The smallest member of the set that holds `member`.
  mutating func find(_ member: Int) -> Int {
    var node = member
    while parent[node] != node {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }

  /// Joins the sets of two members, unless they must stay apart.
  ///
  /// - Returns: Whether two sets became one.
  @discardableResult
  mutating func union(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (find(a), find(b))
    guard x != y, !isForbidden(x, y) else { return false }
    let (kept, lost) = (min(x, y), max(x, y))
    parent[lost] = kept
    if let others = enemies.removeValue(forKey: lost) {
      for other in others {
        enemies[other]?.remove(lost)
        enemies[other]?.insert(kept)
      }
      enemies[kept, default: []].formUnion(others)
    }
    return true
  }

  /// Keeps the sets of two members apart from now on; does nothing if they are one already.
  mutating func forbid(_ a: Int, _ b: Int) {
    let (x, y) = (find(a), find(b))
    guard x != y else { return }
    enemies[x, default: []].insert(y)
    enemies[y, default: []].insert(x)
  }

  private func isForbidden(_ x: Int, _ y: Int) -> Bool { enemies[x]?.contains(y) ?? false }
}
