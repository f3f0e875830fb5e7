// Places the nodes of a network: reads lines of two numbers and writes a place for each node.
// `measure.py` compiles this with `Sources/GraphAnalytics` and runs it.

var edges: [Network.Edge] = []
var count = 0
while let line = readLine() {
  let ends = line.split(separator: " ").compactMap { Int($0) }
  guard ends.count == 2 else { continue }
  edges.append(Network.Edge(ends[0], ends[1]))
  count = max(count, ends[0] + 1, ends[1] + 1)
}
let layout = Network(nodeCount: count, edges: edges).layout()
for node in 0..<count { print(layout.x[node], layout.y[node]) }
