/// Objects and arrays whose ends are those of a closure, which therefore always match.
extension JSONWriter {
  /// Writes an object.
  mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginObject()
    try body(&self)
    endObject()
  }

  /// Writes a member whose value is an object.
  mutating func object(_ name: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
    key(name)
    try object(body)
  }

  /// Writes a member whose value is an array.
  mutating func array(_ name: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
    key(name)
    beginArray()
    try body(&self)
    endArray()
  }

  /// Writes a member whose value is an array of objects, one for each record that a walk gives,
  /// and hands on what is written after each.
  mutating func objects<Record>(
    _ name: String, of walk: ((Record) throws -> Void) throws -> Void,
    _ body: @escaping (inout JSONWriter, Record) throws -> Void
  ) throws {
    try array(name) { json in
      try walk { record in
        try json.object { try body(&$0, record) }
        try json.checkpoint()
      }
    }
  }
}
