import GraphModel

/// The ways from names to entities.
extension DerivedGraph {
  /// `names`: folded name, zero, entity → which of its names; `nameWords`: word → entities.
  func emitNames(_ emit: Emit) throws(StoreError) {
    var names: [(key: [UInt8], place: Int)] = []
    var words = ByteInterner()
    var holders: [[UInt32]] = []
    for (number, entity) in entities.enumerated() {
      for (place, name) in entity.names.enumerated() {
        let folded = WordScanner.words(name)
        guard !folded.isEmpty else { continue }
        names.append((NameKey.of(folded) + [0] + Self.key(UInt32(number)), place))
        for word in folded {
          let index = words.intern(word[...])
          if index == holders.count { holders.append([]) }
          if holders[index].last != UInt32(number) { holders[index].append(UInt32(number)) }
        }
      }
    }
    // The sort is by key alone, so equal names of one entity keep the first place.
    names.sort { a, b in
      a.key == b.key ? a.place < b.place : a.key.lexicographicallyPrecedes(b.key)
    }
    var value = ByteWriter()
    var previous: [UInt8] = []
    for name in names where name.key != previous {
      value.reset()
      value.number(name.place)
      value.seal()
      try emit(.names, name.key, value.bytes)
      previous = name.key
    }
    for index in words.sorted() {
      value.reset()
      value.ascending(holders[index])
      value.seal()
      try emit(.nameWords, Array(words[index]), value.bytes)
    }
  }
}

/// A name as the first part of a key.
enum NameKey {
  /// The folded words with a space between, cut at 480 bytes.
  static func of(_ words: [[UInt8]]) -> [UInt8] {
    Array(words.joined(separator: [0x20]).prefix(480))
  }
}

extension Entity {
  /// The label, then the aliases.
  var names: [String] { [label] + aliases }
}
