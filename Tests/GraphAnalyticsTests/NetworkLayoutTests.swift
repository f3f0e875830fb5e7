import Testing

@testable import GraphAnalytics

@Suite("Layout")
struct NetworkLayoutTests {
  private let network = Network(
    nodeCount: 2200,
    edges: SampleNetworks.planted(groups: 20, size: 100, inside: 2, outside: 0)
      + (0..<20).map { .init($0 * 100, ($0 * 7 + 3) % 20 * 100) }
      + (2000..<2100).map { .init($0, $0 + 100) })

  @Test("the same seed gives the same picture, whatever the number of threads")
  func deterministic() {
    var options = NetworkLayout.Options()
    options.threads = 1
    let one = network.layout(options)
    options.threads = 3
    let three = network.layout(options)
    #expect(one.x == three.x && one.y == three.y)
    options.seed = 2
    #expect(network.layout(options).x != one.x)
  }

  @Test("every place is a number, and neighbours are nearer than others")
  func near() {
    let layout = network.layout()
    let places = layout.x + layout.y
    #expect(places.allSatisfy { $0.isFinite })
    let distance = { (a: Int, b: Int) -> Float in
      let (dx, dy) = (layout.x[a] - layout.x[b], layout.y[a] - layout.y[b])
      return (dx * dx + dy * dy).squareRoot()
    }
    var tied: Float = 0
    var others: Float = 0
    var count: Float = 0
    for node in 0..<2000 {
      for neighbor in network.neighbors(of: node) {
        tied += distance(node, neighbor.node)
        others += distance(node, (neighbor.node * 37 + 11) % 2000)
        count += 1
      }
    }
    #expect(tied / count < others / count / 4)
  }

  @Test("components do not cover each other, nor nodes with their radii")
  func apart() {
    var options = NetworkLayout.Options()
    options.radii = (0..<2200).map { Float(4 + $0 % 9) }
    let layout = network.layout(options)
    let component = network.components().component
    var covered = 0
    for a in 0..<2200 {
      for b in 0..<a {
        let (dx, dy) = (layout.x[a] - layout.x[b], layout.y[a] - layout.y[b])
        let square = dx * dx + dy * dy
        let wanted = options.radii[a] + options.radii[b]
        if square < wanted * wanted * 0.9 { covered += 1 }
        if component[a] != component[b] { #expect(square > 100) }
      }
    }
    #expect(covered < 60, "a few may stay after the last round, of 2200 nodes")
  }

  @Test("nodes at one place part")
  func coincident() {
    var layout = NetworkLayout.init(x: [0, 0, 0, 5], y: [0, 0, 0, 0])
    layout.separate([3, 3, 3, 3])
    for a in 0..<4 {
      for b in 0..<a {
        let (dx, dy) = (layout.x[a] - layout.x[b], layout.y[a] - layout.y[b])
        #expect((dx * dx + dy * dy).squareRoot() > 5.5)
      }
    }
  }
}
