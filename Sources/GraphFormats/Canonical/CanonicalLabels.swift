import GraphModel

/// Finds the labels of blank nodes that do not depend on how they were labelled (RDFC-1.0).
///
/// Names follow https://www.w3.org/TR/rdf-canon/, section 4. A node is known by a hash of the
/// lines that it stands in; where several have the same, by the least of all paths to the nodes
/// around them. The latter takes time exponential in how many look alike, so it is limited.
struct CanonicalLabels {
  private let lines: [CanonicalLine]
  /// The lines that each blank node stands in.
  private let linesOfNode: [[Int]]
  private let firstDegree: [String]
  private var canonical = IdentifierIssuer(prefix: "c14n")
  private var steps = 0
  private let stepLimit: Int
  /// How far the walk is from the node that it began with, which the stack must hold.
  private var depth = 0
  private static let depthLimit = 500

  /// Labels the nodes 0 ..< `count` of some lines, none of which may come twice.
  ///
  /// - Throws: ``CanonicalizationError/tooMuchAlike(blankNodes:steps:)``.
  /// - Complexity: Linear in the lines but for sorting, if what is said of each node tells it apart.
  static func find(
    in lines: [CanonicalLine], count: Int, stepLimit: Int
  ) throws(CanonicalizationError) -> [String] {
    var labels = CanonicalLabels(lines, count, stepLimit)
    try labels.run()
    return (0..<count).map { labels.canonical.label(for: $0) }
  }

  private init(_ lines: [CanonicalLine], _ count: Int, _ stepLimit: Int) {
    self.lines = lines
    self.stepLimit = stepLimit
    var linesOfNode = [[Int]](repeating: [], count: count)
    for (index, line) in lines.enumerated() {
      for gap in line.gaps where linesOfNode[gap.node].last != index {
        linesOfNode[gap.node].append(index)
      }
    }
    self.linesOfNode = linesOfNode
    firstDegree = linesOfNode.indices.map { node in
      // Hash First Degree Quads: the node itself is _:a, all others _:z.
      let text = linesOfNode[node].map { lines[$0].filled { $0 == node ? "_:a" : "_:z" } }
        .sorted { $0.lexicographicallyPrecedes($1) }
      return SHA256.hex(Array(text.joined()))
    }
  }

  private mutating func run() throws(CanonicalizationError) {
    let byHash = Dictionary(grouping: firstDegree.indices) { firstDegree[$0] }
      .sorted { $0.key < $1.key }
    for (_, nodes) in byHash where nodes.count == 1 { _ = canonical.label(for: nodes[0]) }
    for (_, nodes) in byHash where nodes.count > 1 {
      var paths: [(hash: String, issuer: IdentifierIssuer)] = []
      for node in nodes where canonical.knownLabel(of: node) == nil {
        var issuer = IdentifierIssuer(prefix: "b")
        _ = issuer.label(for: node)
        paths.append(try nDegree(node, issuer))
      }
      for path in paths.sorted(by: { $0.hash < $1.hash }) {
        for node in path.issuer.issued { _ = canonical.label(for: node) }
      }
    }
  }

  /// Hash Related Blank Node.
  private func hash(of gap: CanonicalLine.Gap, in line: CanonicalLine, _ issuer: IdentifierIssuer)
    -> String
  {
    var input = [gap.position.rawValue]
    if gap.position != .graph { input += line.predicate }
    let label = canonical.knownLabel(of: gap.node) ?? issuer.knownLabel(of: gap.node)
    input += (label ?? firstDegree[gap.node]).utf8
    return SHA256.hex(input)
  }

  /// Hash N-Degree Quads: a hash of what can be reached from a node, and the labels on the way.
  private mutating func nDegree(
    _ node: Int, _ issuer: IdentifierIssuer
  ) throws(CanonicalizationError) -> (hash: String, issuer: IdentifierIssuer) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw .tooMuchAlike(blankNodes: linesOfNode.count, steps: steps)
    }
    var related: [String: [Int]] = [:]
    for index in linesOfNode[node] {
      for gap in lines[index].gaps where gap.node != node {
        related[hash(of: gap, in: lines[index], issuer), default: []].append(gap.node)
      }
    }
    var data = ""
    var issuer = issuer
    for (hash, nodes) in related.sorted(by: { $0.key < $1.key }) {
      var best: (path: String, issuer: IdentifierIssuer)?
      var order = Permutation(of: nodes)
      repeat {
        if let found = try path(over: order.items, issuer, notBeyond: best?.path) {
          best = found
        }
      } while order.advance()
      guard let best else { continue }
      data += hash + best.path
      issuer = best.issuer
    }
    return (SHA256.hex(Array(data.utf8)), issuer)
  }

  /// The path over some nodes in this order, unless it is no better than one found before.
  private mutating func path(
    over nodes: [Int], _ issuer: IdentifierIssuer, notBeyond best: String?
  ) throws(CanonicalizationError) -> (path: String, issuer: IdentifierIssuer)? {
    steps += 1
    guard steps <= stepLimit else {
      throw .tooMuchAlike(blankNodes: linesOfNode.count, steps: stepLimit)
    }
    var issuer = issuer
    var path = ""
    var unvisited: [Int] = []
    func isBeyond() -> Bool { best.map { path.utf8.count >= $0.utf8.count && path > $0 } ?? false }
    for node in nodes {
      if let label = canonical.knownLabel(of: node) {
        path += label
      } else {
        if issuer.knownLabel(of: node) == nil { unvisited.append(node) }
        path += issuer.label(for: node)
      }
      if isBeyond() { return nil }
    }
    for node in unvisited {
      let result = try nDegree(node, issuer)
      path += issuer.label(for: node) + "<" + result.hash + ">"
      issuer = result.issuer
      if isBeyond() { return nil }
    }
    return best.map { path < $0 } ?? true ? (path, issuer) : nil
  }
}
