import GraphModel

/// Entities and statements by number, and the ways to their numbers.
extension DerivedGraph {
  /// `entities`: number → entity; `entityIDs`: identifier, present or former → number.
  func emitEntities(_ emit: Emit) throws(StoreError) {
    var value = ByteWriter()
    for (number, entity) in entities.enumerated() {
      value.reset()
      value.entity(entity)
      value.seal()
      try emit(.entities, Self.key(UInt32(number)), value.bytes)
    }
    var keys: [(key: [UInt8], number: UInt32)] = []
    for (number, entity) in entities.enumerated() {
      for id in [entity.id] + entity.formerIDs {
        keys.append((EntityKey.of(id), UInt32(number)))
      }
    }
    keys.sort {
      ($0.key.lexicographicallyPrecedes($1.key)) || ($0.key == $1.key && $0.number < $1.number)
    }
    var place = 0
    while place < keys.count {
      var end = place + 1
      while end < keys.count, keys[end].key == keys[place].key { end += 1 }
      value.reset()
      value.ascending(keys[place..<end].map(\.number))
      value.seal()
      try emit(.entityIDs, keys[place].key, value.bytes)
      place = end
    }
  }

  /// `statements`: number → statement; `statementIDs`: the eight bytes of an identifier → number.
  func emitStatements(_ emit: Emit) throws(StoreError) {
    var value = ByteWriter()
    for number in statements.indices {
      value.reset()
      value.statement(statements[number])
      value.seal()
      try emit(.statements, Self.key(UInt32(number)), value.bytes)
    }
    for number in statements.indices {
      guard let key = StatementKey.of(statements[number].id) else { continue }
      value.reset()
      value.number(number)
      value.seal()
      try emit(.statementIDs, key, value.bytes)
    }
  }

  /// `about`: the number of an entity → the numbers of the statements that have it as subject,
  /// object, speaker or qualifier.
  func emitAbout(_ emit: Emit) throws(StoreError) {
    var about = [[UInt32]](repeating: [], count: entities.count)
    for number in statements.indices {
      statements[number].content.forEachParticipant { id in
        guard let entity = entityNumbers[id].map(Int.init) else { return }
        if about[entity].last != UInt32(number) { about[entity].append(UInt32(number)) }
      }
    }
    var value = ByteWriter()
    for (entity, numbers) in about.enumerated() where !numbers.isEmpty {
      value.reset()
      value.ascending(numbers)
      value.seal()
      try emit(.about, Self.key(UInt32(entity)), value.bytes)
    }
  }

  /// A number as a key.
  static func key(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}

/// Where an entity's number is found.
enum EntityKey {
  /// The identifier's bytes; of a long one `FF` and sixteen hexadecimal digits of its hash.
  static func of(_ id: EntityID) -> [UInt8] {
    let bytes = Array(id.value.utf8)
    guard bytes.isEmpty || bytes.count > 480 else { return bytes }
    return [0xff] + Array(StableHash.hex(bytes).utf8)
  }
}

/// Where a statement's number is found.
enum StatementKey {
  /// The eight bytes that the identifier's sixteen digits stand for, or `nil` for another form.
  static func of(_ id: StatementID) -> [UInt8]? {
    let digits = Array(id.value.utf8.dropFirst(2))
    guard id.value.hasPrefix("s:"), digits.count == 16, let number = HexDigits.number(digits) else {
      return nil
    }
    return withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}

extension Statement.Content {
  /// Hands over the entities that it speaks of or through: subject, object, speaker and qualifiers.
  func forEachParticipant(_ body: (EntityID) -> Void) {
    body(subject)
    if case .entity(let id) = object { body(id) }
    if let speaker { body(speaker) }
    for qualifier in qualifiers {
      if case .entity(let id) = qualifier.value { body(id) }
    }
  }
}
