public import GraphModel

/// Entities and statements, by identifier and by number.
extension GraphSnapshot {
  /// The statement with this identifier, or `nil`.
  public func statement(_ id: StatementID) throws(StoreError) -> Statement? {
    guard let key = StatementKey.of(id), let value = try reader.value(.statementIDs, key) else {
      return nil
    }
    let number = try reader.decode(.statementIDs, value) { reader throws(EncodingFault) in
      try reader.number32()
    }
    return try statement(at: number)
  }

  /// The statement with this number: its place, from 0, in the order of identifiers.
  ///
  /// Numbers are what ``EncodedTriple/statement`` gives; they hold for this snapshot only.
  public func statement(at ordinal: UInt32) throws(StoreError) -> Statement? {
    try reader.statement(at: ordinal)
  }

  /// The statements that have an entity as subject, object, speaker or qualifier, by identifier.
  public func statements(about entity: EntityID) throws(StoreError) -> [Statement] {
    guard let number = try reader.number(of: entity) else { return [] }
    var result: [Statement] = []
    for ordinal in try reader.statementNumbers(about: number) {
      guard let statement = try reader.statement(at: ordinal) else {
        throw reader.damaged(.about, "statement \(ordinal) is missing")
      }
      result.append(statement)
    }
    return result
  }

  /// The entity that has this identifier, or had it before it was joined with another; or `nil`.
  public func entity(_ id: EntityID) throws(StoreError) -> Entity? {
    guard let number = try reader.number(of: id) else { return nil }
    return try reader.entity(at: number)
  }

  /// Calls the closure with each entity, by identifier.
  public func forEachEntity(_ body: (Entity) throws -> Void) throws {
    let cursor = try reader.cursor(.entities)
    var entry = try cursor.first()
    while let found = entry {
      try body(
        reader.decode(.entities, found.value) { reader throws(EncodingFault) in
          try reader.entity()
        })
      entry = try cursor.next()
    }
  }

  /// Calls the closure with each statement, by identifier.
  public func forEachStatement(_ body: (Statement) throws -> Void) throws {
    try forEachStatement(in: 0..<Int.max, body)
  }

  /// Calls the closure with the statements that have some of the numbers from 0, by identifier.
  public func forEachStatement(
    in ordinals: Range<Int>, _ body: (Statement) throws -> Void
  ) throws {
    var key = ByteWriter()
    key.bigEndian(UInt32(clamping: ordinals.lowerBound))
    let cursor = try reader.cursor(.statements)
    var entry = try cursor.atOrAfter(key.bytes)
    var left = ordinals.count
    while left > 0, let found = entry {
      try body(
        reader.decode(.statements, found.value) { reader throws(EncodingFault) in
          try reader.statement()
        })
      left -= 1
      entry = try cursor.next()
    }
  }
}

extension TableReader {
  func statement(at number: UInt32) throws(StoreError) -> Statement? {
    guard let value = try value(.statements, number: number) else { return nil }
    return try decode(.statements, value) { reader throws(EncodingFault) in
      try reader.statement()
    }
  }

  func entity(at number: UInt32) throws(StoreError) -> Entity? {
    guard let value = try value(.entities, number: number) else { return nil }
    return try decode(.entities, value) { reader throws(EncodingFault) in try reader.entity() }
  }

  /// The number of an entity.
  func number(of id: EntityID) throws(StoreError) -> UInt32? {
    guard let value = try value(.entityIDs, EntityKey.of(id)) else { return nil }
    let numbers = try decode(.entityIDs, value) { reader throws(EncodingFault) in
      try reader.ascending()
    }
    if numbers.count == 1, id.value.utf8.count <= 480 { return numbers.first }
    var heir: UInt32?
    for number in numbers {
      guard let entity = try entity(at: number) else { continue }
      if entity.id == id { return number }
      if entity.formerIDs.contains(id) { heir = number }
    }
    return heir
  }

  /// The numbers of the statements that speak of an entity or are spoken by it.
  func statementNumbers(about entity: UInt32) throws(StoreError) -> [UInt32] {
    guard let value = try value(.about, number: entity) else { return [] }
    return try decode(.about, value) { reader throws(EncodingFault) in try reader.ascending() }
  }

  /// How many statements speak of an entity or are spoken by it.
  func statementCount(about entity: UInt32) throws(StoreError) -> Int {
    guard let value = try value(.about, number: entity) else { return 0 }
    var reader = ByteReader(value)
    return (try? reader.number()) ?? 0
  }

  func graphCounts() throws(StoreError) -> GraphCounts {
    guard let value = try value(.meta, GraphCounts.key) else { return GraphCounts() }
    return try decode(.meta, value) { reader throws(EncodingFault) in try GraphCounts(&reader) }
  }
}
