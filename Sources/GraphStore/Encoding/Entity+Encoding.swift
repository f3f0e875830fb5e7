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
  }
}

extension ByteReader {
  /// Reads an entity.
  mutating func entity() throws(EncodingFault) -> Entity {
    let id = EntityID(try text())
    let isNamed = try flag()
    return Entity(
      id: id, label: try text(), types: try texts(), aliases: try texts(), isNamed: isNamed,
      formerIDs: try texts().map { EntityID($0) })
  }
}
