import GraphModel
import GraphStore

/// Finds the entity that a person means by what they typed.
enum EntityName {
  /// The entity with this identifier or name.
  ///
  /// An exact name wins; among several, the one with most statements, and the person is told of the
  /// others. A name that no entity has is an error that offers the nearest.
  static func resolve(
    _ text: String, in snapshot: GraphSnapshot, _ console: Console
  ) throws(CommandError) -> Entity {
    try reading {
      if text.hasPrefix("e:") {
        if let entity = try snapshot.entity(EntityID(text)) { return entity }
        throw CommandError.noSuchEntity(text, near: [])
      }
      let matches = try snapshot.findEntities(matching: text, limit: 8)
      let exact = matches.filter { $0.kind == .exact }
      guard let best = exact.first else {
        guard let only = matches.first, matches.count == 1 || only.entity.isNamed else {
          throw CommandError.noSuchEntity(text, near: matches.prefix(3).map(\.entity.label))
        }
        guard only.kind == .prefix else {
          throw CommandError.noSuchEntity(text, near: matches.prefix(3).map(\.entity.label))
        }
        console.say("\(ErrorText.quoted(text)) is taken as \(ErrorText.quoted(only.entity.label))")
        return only.entity
      }
      let others = exact.dropFirst().filter { $0.entity.isNamed == best.entity.isNamed }
      if !others.isEmpty {
        console.say(
          "\(ErrorText.quoted(text)) is the name of several entities; taken as \(best.entity.id.value). Others: "
            + others.map(\.entity.id.value).joined(separator: ", "))
      }
      return best.entity
    }
  }
}
