import GraphAnalytics
public import GraphModel

/// Where each entity of a graph stands in a picture, how important it is, and in which group.
///
/// The core of the picture are the named entities that statements tie to each other, the most
/// important if there are very many. They are laid out by forces; all others stand around the
/// most important entity that they are tied to. So a picture is quick to make and shows names
/// where they can be read.
public struct GraphPicture: Sendable {
  /// The identifiers of the entities, in order; an entity's place here is its number.
  private let ids: [EntityID]
  private let numbers: [EntityID: Int32]
  private let x: [Float]
  private let y: [Float]
  private let isAround: [Bool]
  private let ranks: [Float]
  private let communities: [Int32]
  /// The numbers of the entities of the core, the most important first.
  let core: [Int32]
  /// The numbers of all entities, named before unnamed and by rank.
  let order: [Int32]
  /// The number of communities.
  let communityCount: Int

  /// The radius of the least important entity, in the unit of places.
  static let leastRadius: Float = 4
  /// How much larger the most important one is drawn.
  static let radiusOfRank: Float = 18

  /// How a picture is made.
  public struct Options: Hashable, Sendable {
    /// Decides what chance decides.
    public var seed: UInt64 = 1
    /// The number of threads, which does not change the picture; `nil` is one for each processor.
    public var threads: Int?
    /// The most entities that forces lay out; the rest stand around them.
    public var coreLimit = 20_000

    /// Creates the default options.
    public init() {}
  }

  /// Makes the picture of a graph.
  ///
  /// - Throws: What the source throws.
  /// - Complexity: O(*n* log *n* + *m*) for *n* entities and *m* statements, and the layout.
  public init(of source: some StatementSource, options: Options = Options()) throws {
    var ids: [EntityID] = []
    var isNamed: [Bool] = []
    try source.forEachEntity { entity in
      ids.append(entity.id)
      isNamed.append(entity.isNamed)
    }
    self.ids = ids
    let numbers = Dictionary(
      zip(ids, 0..<Int32(ids.count)), uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
    var edges: [Network.Edge] = []
    try source.forEachStatement { statement in
      guard case .entity(let object) = statement.content.object,
        let a = numbers[statement.content.subject], let b = numbers[object]
      else { return }
      edges.append(Network.Edge(Int(a), Int(b)))
    }
    let network = Network(nodeCount: ids.count, edges: edges)
    let ranks = network.pageRank(threads: options.threads)
    let groups = network.communities(seed: options.seed)
    communities = groups.membership
    communityCount = groups.count
    let highest = ranks.max() ?? 1
    self.ranks = ranks.map { Float($0 / highest) }
    order = (0..<Int32(ids.count)).sorted { a, b in
      let (a, b) = (Int(a), Int(b))
      if isNamed[a] != isNamed[b] { return isNamed[a] }
      return (-ranks[a], a) < (-ranks[b], b)
    }
    var core = order.filter { node in
      isNamed[Int(node)]
        && network.neighbors(of: Int(node)).contains { isNamed[$0.node] }
    }
    // Where next to nothing is named, everything is shown alike.
    if core.count < 12 { core = order.filter { network.degree(Int($0)) > 0 } }
    core = Array(core.prefix(options.coreLimit))
    self.core = core
    (x, y, isAround) = Self.places(core, order: order, network, self.ranks, options)
  }

  private static func places(
    _ core: [Int32], order: [Int32], _ network: Network, _ ranks: [Float], _ options: Options
  ) -> (x: [Float], y: [Float], isAround: [Bool]) {
    let count = ranks.count
    var number = [Int32](repeating: -1, count: count)
    for (index, node) in core.enumerated() { number[Int(node)] = Int32(index) }
    let part = Network(
      nodeCount: core.count,
      edges: core.indices.flatMap { index in
        network.neighbors(of: Int(core[index])).compactMap { neighbor in
          let other = Int(number[neighbor.node])
          return other > index ? Network.Edge(index, other, weight: neighbor.weight) : nil
        }
      })
    var layout = NetworkLayout.Options()
    layout.seed = options.seed
    // Between a page's map with its panels beside it and a slide.
    layout.aspect = 1.2
    layout.threads = options.threads
    layout.radii = core.map { radius(rank: ranks[Int($0)]) }
    let places = part.layout(layout)
    var x = [Float](repeating: .nan, count: count)
    var y = x
    for (index, node) in core.enumerated() {
      x[Int(node)] = places.x[index]
      y[Int(node)] = places.y[index]
    }
    var around = [Int32](repeating: 0, count: count)
    var isAround = [Bool](repeating: false, count: count)
    var rest: [Int32] = []
    for node in order where x[Int(node)].isNaN {
      let node = Int(node)
      // Neighbours that are placed, the most important first.
      let anchor = network.neighbors(of: node).filter { !x[$0.node].isNaN }
        .min { (-ranks[$0.node], $0.node) < (-ranks[$1.node], $1.node) }
      guard let anchor = anchor?.node else {
        rest.append(Int32(node))
        continue
      }
      let direction = GoldenAngle.direction(Int(around[anchor]))
      around[anchor] += 1
      isAround[node] = true
      let distance = radius(rank: ranks[anchor]) + 10 + 7 * Float(around[anchor]).squareRoot()
      x[node] = x[anchor] + distance * direction.x
      y[node] = y[anchor] + distance * direction.y
    }
    placeRest(rest, network, ranks, layout, right: (places.x.map(abs).max() ?? 0) + 160, &x, &y)
    return (x, y, isAround)
  }

  /// Places what is not tied to the core beside it: small components, and what is tied to nothing.
  private static func placeRest(
    _ rest: [Int32], _ network: Network, _ ranks: [Float], _ options: NetworkLayout.Options,
    right: Float, _ x: inout [Float], _ y: inout [Float]
  ) {
    var number = [Int32](repeating: -1, count: x.count)
    for (index, node) in rest.enumerated() { number[Int(node)] = Int32(index) }
    let part = Network(
      nodeCount: rest.count,
      edges: rest.indices.flatMap { index in
        network.neighbors(of: Int(rest[index])).compactMap { neighbor in
          let other = Int(number[neighbor.node])
          return other > index ? Network.Edge(index, other, weight: neighbor.weight) : nil
        }
      })
    var options = options
    options.aspect = 0.7
    options.radii = rest.map { radius(rank: ranks[Int($0)]) }
    let places = part.layout(options)
    let left = places.x.min() ?? 0
    for (index, node) in rest.enumerated() {
      x[Int(node)] = right + places.x[index] - left
      y[Int(node)] = places.y[index]
    }
  }

  private static func radius(rank: Float) -> Float {
    leastRadius + radiusOfRank * rank.squareRoot()
  }

  /// The most important entities of a graph, by rank, ties by identifier.
  ///
  /// - Throws: What the source throws.
  public static func mostImportant(
    _ limit: Int, of source: some StatementSource
  ) throws -> Set<EntityID> {
    var options = Options()
    options.coreLimit = 0
    let picture = try GraphPicture(of: source, options: options)
    let sorted = (0..<picture.count).sorted {
      (-picture.ranks[$0], $0) < (-picture.ranks[$1], $1)
    }
    return Set(sorted.prefix(limit).map { picture.ids[$0] })
  }

  /// The number of entities.
  var count: Int { ids.count }

  /// The number of an entity, or `nil` if the graph does not have it.
  func number(of id: EntityID) -> Int? { numbers[id].map { Int($0) } }

  /// The identifier of the entity with a number.
  func id(of number: Int) -> EntityID { ids[number] }

  /// Where an entity stands; the y axis points down.
  func place(of number: Int) -> (x: Float, y: Float) { (x[number], y[number]) }

  /// Whether an entity stands around the most important one that it is tied to and that was placed
  /// before it, at a distance that follows from how many stand there.
  func standsAround(_ number: Int) -> Bool { isAround[number] }

  /// A place beside an entity for a literal, by the statement that gives it.
  func place(besides number: Int, of statement: StatementID) -> (x: Float, y: Float) {
    var hash = StableHash()
    hash.combine(statement.value.utf8)
    let direction = GoldenAngle.direction(Int(hash.value & 1023))
    let distance = radius(of: number) + 14
    return (x[number] + distance * direction.x, y[number] + distance * direction.y)
  }

  /// How important an entity is, as a share of the most important one's rank.
  func rank(of number: Int) -> Double { Double(ranks[number]) }

  /// The number of an entity's community; 0 is the largest.
  func community(of number: Int) -> Int { Int(communities[number]) }

  /// How large an entity is drawn.
  func radius(of number: Int) -> Float { Self.radius(rank: ranks[number]) }
}
