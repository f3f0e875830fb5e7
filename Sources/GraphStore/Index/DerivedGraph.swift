import Glibc
import GraphModel

/// Everything that a store derives from its documents, entities and statements.
///
/// The entries are a pure function of the logical content: entities and statements are numbered
/// in the order of their identifiers' bytes, terms in the order of theirs. Each table comes in
/// the order of its keys, so that it can be appended, and compared entry by entry.
struct DerivedGraph {
  /// Takes an entry: the table, the key, and the value with its checksum.
  typealias Emit = (Table, [UInt8], [UInt8]) throws(StoreError) -> Void

  /// The entities, by identifier.
  let entities: [Entity]
  /// The statements, by identifier.
  let statements: [Statement]
  /// The number of an entity.
  let entityNumbers: [EntityID: UInt32]

  /// Sorts the parts; of entities with the same identifier the first is kept, of statements the
  /// evidence is united.
  init(entities: [Entity], statements: [Statement]) {
    self.entities = Self.sorted(entities, by: \.id.value) { _, _ in }
    self.statements = Self.sorted(statements, by: \.id.value) { kept, other in
      for piece in other.evidence { kept.add(piece, confidence: other.confidence) }
    }
    entityNumbers = Dictionary(
      self.entities.enumerated().map { ($1.id, UInt32($0)) }, uniquingKeysWith: { a, _ in a })
  }

  /// Elements in the order of their identifiers' bytes; one with the identifier of the one before it
  /// is united with that.
  private static func sorted<Element>(
    _ elements: [Element], by id: (Element) -> String, unite: (inout Element, Element) -> Void
  ) -> [Element] {
    // Elements are large, so places are moved in their stead.
    let ids = elements.map(id)
    if zip(ids, ids.dropFirst()).allSatisfy({ $0.utf8.precedes($1.utf8) }) { return elements }
    let places = elements.indices.sorted { a, b in
      if ids[a].utf8.precedes(ids[b].utf8) { return true }
      return a < b && !ids[b].utf8.precedes(ids[a].utf8)
    }
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    var last: Int?
    for place in places {
      if let last, ids[last].utf8.elementsEqual(ids[place].utf8) {
        unite(&result[result.count - 1], elements[place])
      } else {
        result.append(elements[place])
        last = place
      }
    }
    return result
  }

  /// Emits all tables but the word index, which needs the texts (``WordIndex``), and returns the
  /// numbers that the tables' sizes do not tell.
  func emit(_ emit: Emit) throws(StoreError) -> GraphCounts {
    try emitEntities(emit)
    try emitStatements(emit)
    try emitAbout(emit)
    var counts = GraphCounts()
    counts.terms = try emitTriples(emit)
    try emitNames(emit)
    counts.namedEntities = entities.count { $0.isNamed }
    counts.asserted = statements.indices.count { statements[$0].isAsserted }
    counts.evidence = statements.indices.reduce(0) { $0 + statements[$1].evidence.count }
    return counts
  }
}

/// The numbers that cannot be read from the sizes of the tables; one entry of ``Table/meta``.
struct GraphCounts: Equatable {
  var namedEntities = 0
  var asserted = 0
  var evidence = 0
  var terms = 0
  var sentences = 0
  var words = 0

  static let key: [UInt8] = Array(".counts".utf8)

  /// The value on disk, with its checksum.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    for number in [namedEntities, asserted, evidence, terms, sentences, words] {
      writer.number(number)
    }
    writer.seal()
    return writer.bytes
  }

  init() {}

  init(_ reader: inout ByteReader) throws(EncodingFault) {
    namedEntities = try reader.number()
    asserted = try reader.number()
    evidence = try reader.number()
    terms = try reader.number()
    sentences = try reader.number()
    words = try reader.number()
  }
}

extension String.UTF8View {
  /// Whether the bytes come before others, as `memcmp` compares them.
  func precedes(_ other: String.UTF8View) -> Bool {
    let result = withContiguousStorageIfAvailable { own in
      other.withContiguousStorageIfAvailable { other -> Bool in
        guard let start = own.baseAddress, let otherStart = other.baseAddress else {
          return own.count < other.count
        }
        let order = memcmp(start, otherStart, Swift.min(own.count, other.count))
        return order == 0 ? own.count < other.count : order < 0
      }
    }
    return (result ?? nil) ?? lexicographicallyPrecedes(other)
  }
}
