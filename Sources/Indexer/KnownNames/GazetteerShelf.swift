import GraphModel
import GraphStore

/// The lists of known names in a store, by name.
struct GazetteerShelf: Hashable, Sendable {
  /// The lists, by name.
  private(set) var lists: [Gazetteer] = []

  /// Reads the lists of a store.
  init(_ snapshot: GraphSnapshot) throws(IndexerError) {
    let bytes = try Indexer.translating {
      try snapshot.metadata(StoreCatalog.Key.gazetteers) ?? []
    }
    do throws(RecordError) {
      try self.init(decoding: bytes)
    } catch {
      throw .damagedNames
    }
  }

  /// Puts a list in place of the one of its name.
  mutating func put(_ list: Gazetteer) {
    remove(list.name)
    lists.append(list)
    lists.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Takes a list out.
  ///
  /// - Returns: Whether it was there.
  @discardableResult
  mutating func remove(_ name: String) -> Bool {
    let count = lists.count
    lists.removeAll { $0.name == name }
    return lists.count < count
  }

  /// The lists as bytes; `nil` if there is none.
  var encoded: [UInt8]? {
    guard !lists.isEmpty else { return nil }
    var writer = RecordWriter()
    writer.put(lists.count)
    for list in lists {
      writer.put(list.name)
      writer.put(list.things.count)
      for thing in list.things {
        writer.put(thing.id)
        writer.put(thing.type)
        for texts in [thing.names, thing.countries] {
          writer.put(texts.count)
          for text in texts { writer.put(text) }
        }
      }
    }
    return writer.bytes()
  }

  /// Reads lists; no bytes hold none.
  init(decoding bytes: [UInt8]) throws(RecordError) {
    guard !bytes.isEmpty else { return }
    var reader = try RecordReader(bytes[...])
    for _ in 0..<(try reader.count()) {
      let name = try reader.text()
      var things: [KnownThing] = []
      for _ in 0..<(try reader.count()) {
        let id = try reader.text()
        let type = try reader.optionalText()
        let names = try reader.texts()
        guard
          let thing = KnownThing(id: id, type: type, names: names, countries: try reader.texts())
        else { throw .damaged }
        things.append(thing)
      }
      lists.append(Gazetteer(name: name, things: things))
    }
    guard reader.isAtEnd else { throw .damaged }
  }
}

extension RecordReader {
  fileprivate mutating func texts() throws(RecordError) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }
}
