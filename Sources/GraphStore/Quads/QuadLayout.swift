import GraphModel

/// What the store knows of its quads as a whole; kept under `.quads` in ``Table/meta``.
struct QuadLayout: Hashable {
  /// Which of the two sets of tables is in force, 0 or 1.
  var generation = 0
  /// How many terms the front-coded dictionary holds; their numbers are below it.
  var dictionaryTerms: UInt64 = 0
  /// The number of the next term that is new to the dictionary.
  var nextTerm: UInt64 = 0
  /// The number of the next triple term.
  var nextTriple: UInt64 = 0
  /// How many quads there are.
  var quads: UInt64 = 0
  /// How many of them are in a graph with a name.
  var namedQuads: UInt64 = 0
  /// How many different subjects there are.
  var subjects: UInt64 = 0
  /// How many different objects there are.
  var objects: UInt64 = 0

  static let key: [UInt8] = Array(".quads".utf8)
  /// The key of the characteristic sets.
  static let setsKey: [UInt8] = Array(".sets".utf8)

  /// The sealed value.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.number(generation)
    for number in [
      dictionaryTerms, nextTerm, nextTriple, quads, namedQuads, subjects, objects,
    ] { writer.varint(number) }
    writer.seal()
    return writer.bytes
  }
}

extension ByteReader {
  mutating func quadLayout() throws(EncodingFault) -> QuadLayout {
    var layout = QuadLayout()
    layout.generation = try number()
    guard 0...1 ~= layout.generation else { throw .number }
    layout.dictionaryTerms = try varint()
    layout.nextTerm = try varint()
    layout.nextTriple = try varint()
    layout.quads = try varint()
    layout.namedQuads = try varint()
    layout.subjects = try varint()
    layout.objects = try varint()
    return layout
  }
}

extension TableReader {
  /// The layout in force.
  func quadLayout() throws(StoreError) -> QuadLayout {
    guard let value = try value(.meta, QuadLayout.key) else { return QuadLayout() }
    return try decode(.meta, value) { reader throws(EncodingFault) in try reader.quadLayout() }
  }
}

extension Table {
  /// The tables of one generation.
  static func quads(generation: Int) -> [Table] {
    [dictionary(generation)] + quadOrders.map { quads($0, generation) }
      + insideOrders.map { inside($0, generation) }
  }

  /// The orders that are kept of quads; that by graph holds only those in a graph with a name.
  static let quadOrders: [QuadOrder] = [.spog, .posg, .ospg, .psog, .gspo]

  /// The orders that are kept of triple terms, whose number stands in the place of the graph.
  static let insideOrders: [QuadOrder] = [.gspo, .spog, .posg, .ospg]

  /// The front-coded dictionary.
  static func dictionary(_ generation: Int) -> Table {
    generation == 0 ? .dictionaryA : .dictionaryB
  }

  /// The table of an order that is kept.
  static func quads(_ order: QuadOrder, _ generation: Int) -> Table {
    let isA = generation == 0
    return switch order {
    case .posg: isA ? .posgA : .posgB
    case .ospg: isA ? .ospgA : .ospgB
    case .psog: isA ? .psogA : .psogB
    case .gspo: isA ? .gspoA : .gspoB
    default: isA ? .spogA : .spogB
    }
  }

  /// The table of an order of triple terms that is kept.
  static func inside(_ order: QuadOrder, _ generation: Int) -> Table {
    let isA = generation == 0
    return switch order {
    case .posg: isA ? .insidePOSA : .insidePOSB
    case .ospg: isA ? .insideOSPA : .insideOSPB
    case .gspo: isA ? .insideA : .insideB
    default: isA ? .insideSPOA : .insideSPOB
    }
  }
}
