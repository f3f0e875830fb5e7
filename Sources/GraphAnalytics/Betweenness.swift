extension Network {
  /// How many shortest paths between other nodes lead over each node (Brandes's algorithm).
  ///
  /// With fewer samples than nodes only the paths from that many nodes are followed, chosen by the
  /// seed, and the counts are scaled up. Weights do not matter. The result is the same whatever the
  /// number of threads.
  ///
  /// - Parameters:
  ///   - samples: The number of nodes to start from; `nil` takes all.
  ///   - seed: Decides which.
  ///   - threads: The number of threads; `nil` takes one for each processor.
  /// - Returns: A count for each node.
  /// - Complexity: O(*k* · (*n* + *m*)) for *k* samples; memory for 8 numbers a node and thread.
  public func betweenness(
    samples: Int? = nil, seed: UInt64 = 1, threads: Int? = nil
  ) -> [Double] {
    let count = nodeCount
    guard count > 2 else { return [Double](repeating: 0, count: count) }
    var generator = SeededGenerator(seed: seed)
    let wanted = min(max(1, samples ?? count), count)
    let starts =
      wanted == count
      ? (0..<Int32(count)).map { $0 }
      : Array(generator.permutation(count).prefix(wanted))
    // The lanes are fixed, not the threads, so that sums round alike.
    let lanes = min(8, wanted)
    var totals = [[Double]](repeating: [], count: lanes)
    let team = ThreadTeam(threads: count < 500 ? 1 : threads)
    totals.withUnsafeMutableBufferPointer { totals in
      nonisolated(unsafe) let totals = totals
      team.loop(lanes) { lane, _ in
        var walk = ShortestPathCounts(count)
        for index in stride(from: lane, to: starts.count, by: lanes) {
          walk.add(from: Int(starts[index]), in: self)
        }
        totals[lane] = walk.total
      }
    }
    let scale = Double(count) / Double(wanted) * (isDirected ? 1 : 0.5)
    var result = [Double](repeating: 0, count: count)
    for lane in totals { for node in 0..<count { result[node] += lane[node] } }
    for node in 0..<count { result[node] *= scale }
    return result
  }
}

/// The scratch space of one thread that counts shortest paths, and what it has counted.
private struct ShortestPathCounts {
  var total: [Double]
  private var paths: [Double]
  private var dependency: [Double]
  private var distance: [Int32]
  private var order: [Int32] = []

  init(_ count: Int) {
    total = [Double](repeating: 0, count: count)
    paths = total
    dependency = total
    distance = [Int32](repeating: -1, count: count)
    order.reserveCapacity(count)
  }

  /// Adds the share of each node in the shortest paths from one node.
  mutating func add(from start: Int, in network: Network) {
    order.removeAll(keepingCapacity: true)
    order.append(Int32(start))
    distance[start] = 0
    paths[start] = 1
    var head = 0
    network.targets.withUnsafeBufferPointer { targets in
      while head < order.count {
        let node = Int(order[head])
        head += 1
        for place in network.range(of: node) {
          let other = Int(targets[place])
          if distance[other] < 0 {
            distance[other] = distance[node] + 1
            order.append(Int32(other))
          }
          if distance[other] == distance[node] + 1 { paths[other] += paths[node] }
        }
      }
      for node in order.reversed() {
        let node = Int(node)
        var sum = 0.0
        for place in network.range(of: node) {
          let other = Int(targets[place])
          if distance[other] == distance[node] + 1 {
            sum += paths[node] / paths[other] * (1 + dependency[other])
          }
        }
        dependency[node] = sum
        if node != start { total[node] += sum }
      }
    }
    for node in order {
      distance[Int(node)] = -1
      paths[Int(node)] = 0
      dependency[Int(node)] = 0
    }
  }
}
