import GraphModel
import GraphStore

/// Finds the statement that a person means by its identifier.
enum StatementName {
  /// The statements whose identifier begins with a text (`s:` may be left out).
  ///
  /// A whole identifier is looked up; a beginning is compared with every statement's.
  static func resolve(
    _ text: String, in snapshot: GraphSnapshot
  ) throws(CommandError) -> [Statement] {
    let wanted = text.hasPrefix("s:") ? text : "s:" + text
    return try reading {
      if let statement = try snapshot.statement(StatementID(wanted)) { return [statement] }
      guard wanted.utf8.count >= 6 else { return [] }
      var found: [Statement] = []
      try snapshot.forEachStatement { statement in
        if statement.id.value.hasPrefix(wanted) { found.append(statement) }
      }
      return found
    }
  }
}
