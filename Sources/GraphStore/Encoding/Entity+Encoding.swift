import GraphModel

extension ByteWriter {
  /// Appends an entity.
  mutating func entity(_ entity: Entity) {
    text(entity.id.value)
    byte(entity.isNamed ? 1 : 0)
    text(entity.label)
    texts(entity.types)
    texts(entity.aliases)
    texts(entity.formerIDs.map(\.value))
    // Most entities are in no list; theirs end here, as those of stores that knew no lists.
    guard !entity.exactMatches.isEmpty else { return }
    texts(
      entity.exactMatches.flatMap {
        [$0.target, $0.label, $0.list, String(Int(($0.score * 1000).rounded()))]
      })
  }
}

extension ByteReader {
  /// Reads an entity.
  mutating func entity() throws(EncodingFault) -> Entity {
    let id = EntityID(try text())
    let isNamed = try flag()
    var entity = Entity(
      id: id, label: try text(), types: try texts(), aliases: try texts(), isNamed: isNamed,
      formerIDs: try texts().map { EntityID($0) })
    if !isAtEnd { entity.exactMatches = try exactMatches() }
    return entity
  }

  private mutating func exactMatches() throws(EncodingFault) -> [ExactMatch] {
    let words = try texts()
    guard words.count.isMultiple(of: 4) else { throw .short }
    var matches: [ExactMatch] = []
    for start in stride(from: 0, to: words.count, by: 4) {
      guard let thousandths = Int(words[start + 3]), (0...1000).contains(thousandths) else {
        throw .number
      }
      matches.append(
        ExactMatch(
          target: words[start], label: words[start + 1], list: words[start + 2],
          score: Double(thousandths) / 1000))
    }
    return matches
  }
}
