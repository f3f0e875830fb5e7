import Foundation
import GraphAnalytics
import Testing

/// A Python that has igraph.
private let python = ProcessInfo.processInfo.environment["QUIPU_PYTHON"]

@Suite("Analytics beside igraph's")
struct AnalyticsPeerTests {
  @Test(
    "ranks, betweenness and modularity are igraph's",
    .enabled(if: python != nil, "set QUIPU_PYTHON to a Python that has igraph"),
    arguments: [false, true])
  func agree(isDirected: Bool) throws {
    let edges = SampleNetworks.planted(groups: 30, size: 40, inside: 2, outside: 1)
      .filter { $0.source % 17 != 0 }
    let count = 1250
    let network = Network(nodeCount: count, edges: edges, isDirected: isDirected)
    let flat = Network(nodeCount: count, edges: edges)
    let communities = flat.communities()
    let rows = (0..<count).map { node in
      network.neighbors(of: node).map { [Double(node), Double($0.node), Double($0.weight)] }
    }
    let report: [String: Any] = [
      "directed": isDirected, "count": count,
      "edges": rows.flatMap { $0 }.filter { isDirected || $0[0] < $0[1] },
      "rank": network.pageRank(), "betweenness": network.betweenness(),
      "membership": communities.membership.map(Int.init),
      "modularity": flat.modularity(communities),
    ]
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    try JSONSerialization.data(withJSONObject: report).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Peers/check_analytics.py").standardizedFileURL
    let process = Process()
    process.executableURL = URL(filePath: try #require(python))
    process.arguments = [script.path, file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
