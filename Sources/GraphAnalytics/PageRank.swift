extension Network {
  /// How likely it is to be at each node on a long walk along edges, by their weight.
  ///
  /// From a node without edges the walk goes on anywhere. The ranks sum to 1 and do not depend on
  /// the number of threads.
  ///
  /// - Parameters:
  ///   - damping: How likely each step follows an edge; otherwise it jumps anywhere.
  ///   - tolerance: The walk ends when the ranks change by less than this in sum.
  ///   - threads: The number of threads; `nil` takes one for each processor.
  /// - Returns: A share for each node.
  /// - Complexity: O(*n* + *m*) a step; some 100 steps at the default values.
  public func pageRank(
    damping: Double = 0.85, tolerance: Double = 1e-11, threads: Int? = nil
  ) -> [Double] {
    guard nodeCount > 0 else { return [] }
    let count = nodeCount
    let incoming = reversed()
    var outWeight = [Double](repeating: 0, count: count)
    for node in 0..<count {
      for place in range(of: node) { outWeight[node] += Double(weights[place]) }
    }
    let piece = 2048
    let pieces = (count + piece - 1) / piece
    let team = ThreadTeam(threads: count < 20_000 ? 1 : threads)
    var rank = [Double](repeating: 1 / Double(count), count: count)
    var share = [Double](repeating: 0, count: count)
    var next = rank
    // Sums are taken piece by piece and then in order, so that they round alike.
    var lost = [Double](repeating: 0, count: pieces)
    var change = [Double](repeating: 0, count: pieces)
    for _ in 0..<1000 {
      share.withUnsafeMutableBufferPointer { share in
        lost.withUnsafeMutableBufferPointer { lost in
          nonisolated(unsafe) let (share, lost) = (share, lost)
          team.pieces(of: count, size: piece) { nodes in
            var sum = 0.0
            for node in nodes {
              share[node] = outWeight[node] > 0 ? rank[node] / outWeight[node] : 0
              if outWeight[node] == 0 { sum += rank[node] }
            }
            lost[nodes.lowerBound / piece] = sum
          }
        }
      }
      let base = (1 - damping + damping * lost.reduce(0, +)) / Double(count)
      next.withUnsafeMutableBufferPointer { next in
        change.withUnsafeMutableBufferPointer { change in
          nonisolated(unsafe) let (next, change) = (next, change)
          incoming.targets.withUnsafeBufferPointer { sources in
            incoming.weights.withUnsafeBufferPointer { weights in
              nonisolated(unsafe) let (sources, weights) = (sources, weights)
              team.pieces(of: count, size: piece) { nodes in
                var moved = 0.0
                for node in nodes {
                  var sum = 0.0
                  for place in incoming.range(of: node) {
                    sum += share[Int(sources[place])] * Double(weights[place])
                  }
                  next[node] = base + damping * sum
                  moved += abs(next[node] - rank[node])
                }
                change[nodes.lowerBound / piece] = moved
              }
            }
          }
        }
      }
      swap(&rank, &next)
      if change.reduce(0, +) < tolerance { break }
    }
    return rank
  }
}
