import GraphModel

/// The counts by predicate and by graph, each an entry of a table.
extension TableReader {
  /// The key of a number: eight bytes, the highest first.
  static func key(_ id: TermID) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: id.rawValue >> UInt64(8 * (7 - $0))) }
  }

  /// The counts of a predicate.
  func predicateCounts(_ id: TermID) throws(StoreError) -> QuadStatistics.Predicate? {
    guard let value = try value(.predicateCounts, Self.key(id)) else { return nil }
    return try decode(.predicateCounts, value) { reader throws(EncodingFault) in
      try reader.predicateCounts()
    }
  }

  /// The counts of all predicates, in the order of their numbers.
  func allPredicateCounts() throws(StoreError) -> [(
    predicate: TermID, counts: QuadStatistics.Predicate
  )] {
    var result: [(predicate: TermID, counts: QuadStatistics.Predicate)] = []
    let cursor = try cursor(.predicateCounts)
    var entry = try cursor.first()
    while let found = entry {
      let counts = try decode(.predicateCounts, found.value) { reader throws(EncodingFault) in
        try reader.predicateCounts()
      }
      result.append((try id(found.key, .predicateCounts), counts))
      entry = try cursor.next()
    }
    return result
  }

  /// How many quads a graph holds.
  func graphCount(_ id: TermID) throws(StoreError) -> UInt64 {
    guard let value = try value(.graphCounts, Self.key(id)) else { return 0 }
    return try decode(.graphCounts, value) { reader throws(EncodingFault) in try reader.varint() }
  }

  /// How many quads each graph holds that holds any.
  func quadCountsByGraph() throws(StoreError) -> [(graph: TermID, quads: UInt64)] {
    var result: [(graph: TermID, quads: UInt64)] = []
    let cursor = try cursor(.graphCounts)
    var entry = try cursor.first()
    while let found = entry {
      let quads = try decode(.graphCounts, found.value) { reader throws(EncodingFault) in
        try reader.varint()
      }
      result.append((try id(found.key, .graphCounts), quads))
      entry = try cursor.next()
    }
    return result
  }

  /// The characteristic sets as they were kept last.
  func characteristicSets() throws(StoreError) -> [QuadStatistics.CharacteristicSet] {
    guard let value = try value(.meta, QuadLayout.setsKey) else { return [] }
    return try decode(.meta, value) { reader throws(EncodingFault) in
      var sets: [QuadStatistics.CharacteristicSet] = []
      for _ in 0..<(try reader.count()) {
        let count = try reader.count()
        var predicates: [TermID] = []
        for _ in 0..<count { predicates.append(TermID(rawValue: try reader.varint())) }
        let subjects = try reader.varint()
        var quads: [UInt64] = []
        for _ in 0..<count { quads.append(try reader.varint()) }
        sets.append(.init(predicates: predicates, subjects: subjects, quads: quads))
      }
      return sets
    }
  }

  private func id(
    _ key: UnsafeRawBufferPointer, _ table: Table
  ) throws(StoreError) -> TermID {
    guard key.count == 8 else { throw damaged(table, "key") }
    return TermID(rawValue: UInt64(bigEndian: key.loadUnaligned(as: UInt64.self)))
  }
}

extension ByteReader {
  fileprivate mutating func predicateCounts() throws(EncodingFault) -> QuadStatistics.Predicate {
    .init(quads: try varint(), subjects: try varint(), objects: try varint())
  }
}

extension WriteTransaction {
  /// Keeps the counts of a predicate, or forgets it if no quad has it.
  func setPredicateCounts(
    _ id: TermID, _ counts: QuadStatistics.Predicate
  ) throws(StoreError) {
    guard counts.quads > 0 else {
      _ = try delete(.predicateCounts, TableReader.key(id))
      return
    }
    var writer = ByteWriter()
    writer.varint(counts.quads)
    writer.varint(counts.subjects)
    writer.varint(counts.objects)
    writer.seal()
    try put(.predicateCounts, TableReader.key(id), writer.bytes)
  }

  /// Keeps how many quads a graph holds, or forgets it if it holds none.
  func setGraphCount(_ id: TermID, _ quads: UInt64) throws(StoreError) {
    guard quads > 0 else {
      _ = try delete(.graphCounts, TableReader.key(id))
      return
    }
    var writer = ByteWriter()
    writer.varint(quads)
    writer.seal()
    try put(.graphCounts, TableReader.key(id), writer.bytes)
  }

  /// Keeps the characteristic sets.
  func setCharacteristicSets(
    _ sets: [QuadStatistics.CharacteristicSet]
  ) throws(StoreError) {
    var writer = ByteWriter()
    writer.number(sets.count)
    for set in sets {
      writer.number(set.predicates.count)
      for predicate in set.predicates { writer.varint(predicate.rawValue) }
      writer.varint(set.subjects)
      for count in set.quads { writer.varint(count) }
    }
    writer.seal()
    try put(.meta, QuadLayout.setsKey, writer.bytes)
  }
}
