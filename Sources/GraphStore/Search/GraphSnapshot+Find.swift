import GraphModel

extension GraphSnapshot {
  /// Entities whose label or an alias fits a text, the best first.
  ///
  /// Exact names come before names that start with the text, then names with all its words, then
  /// names with slips (one in a word of four to seven letters, two in a longer one). Within a kind
  /// the fewest slips come first, then the most statements. Case and accents do not count.
  ///
  ///     try snapshot.findEntities(matching: "sofbank", limit: 3).first?.entity.label  // SoftBank
  ///
  /// - Complexity: O(log *n* + *m*) for *m* names that fit; if there are fewer than `limit`, also
  ///   O(*w*) in the number of distinct words of all names.
  public func findEntities(matching text: String, limit: Int) throws(StoreError) -> [EntityMatch] {
    try findEntities(matching: text, limit: limit, slipsBelow: limit)
  }

  /// The same; names with slips are looked for only if there are fewer others than a number.
  func findEntities(
    matching text: String, limit: Int, slipsBelow enough: Int
  ) throws(StoreError) -> [EntityMatch] {
    let words = WordScanner.words(text)
    guard !words.isEmpty, limit > 0 else { return [] }
    var search = EntitySearch(reader: reader, words: words)
    try search.findNames()
    try search.findWords()
    if search.count < enough { try search.findSimilar() }
    return try search.best(limit)
  }
}

/// The candidates of one look-up, by number of entity.
private struct EntitySearch {
  private struct Candidate {
    var kind: EntityMatch.Kind
    var distance: Int
  }

  let reader: TableReader
  let words: [[UInt8]]
  private var candidates: [UInt32: Candidate] = [:]

  var count: Int { candidates.count }

  init(reader: TableReader, words: [[UInt8]]) {
    self.reader = reader
    self.words = words
  }

  private mutating func add(_ entity: UInt32, _ kind: EntityMatch.Kind, distance: Int = 0) {
    if let old = candidates[entity], (old.kind, old.distance) <= (kind, distance) { return }
    candidates[entity] = Candidate(kind: kind, distance: distance)
  }

  /// Names that are the text or start with it.
  mutating func findNames() throws(StoreError) {
    let wanted = NameKey.of(words)
    let cursor = try reader.cursor(.names)
    var entry = try cursor.atOrAfter(wanted)
    while let found = entry, found.key.starts(with: wanted) {
      guard found.key.count >= wanted.count + 5 else {
        throw reader.damaged(.names, "a key without a number")
      }
      var number = ByteReader(UnsafeRawBufferPointer(rebasing: found.key.suffix(4)))
      let isWhole = found.key.count == wanted.count + 5
      if let entity = try? number.bigEndian() { add(entity, isWhole ? .exact : .prefix) }
      entry = try cursor.next()
    }
  }

  /// Names that have all the words, the last one perhaps longer.
  mutating func findWords() throws(StoreError) {
    var common: Set<UInt32>?
    for (place, word) in words.enumerated() {
      let holders = try holders(of: word, orLonger: place == words.count - 1)
      common = common?.intersection(holders) ?? holders
    }
    for entity in common ?? [] { add(entity, .word) }
  }

  private func holders(of word: [UInt8], orLonger: Bool) throws(StoreError) -> Set<UInt32> {
    var result: Set<UInt32> = []
    let cursor = try reader.cursor(.nameWords)
    var entry = try cursor.atOrAfter(word)
    while let found = entry, found.key.starts(with: word) {
      if found.key.count == word.count || orLonger { result.formUnion(try numbers(found.value)) }
      guard orLonger else { break }
      entry = try cursor.next()
    }
    return result
  }

  private func numbers(_ value: UnsafeRawBufferPointer) throws(StoreError) -> [UInt32] {
    try reader.decode(.nameWords, value) { reader throws(EncodingFault) in
      try reader.ascending()
    }
  }

  /// Names that have all the words but for slips, or all of them written as one.
  mutating func findSimilar() throws(StoreError) {
    try findSimilar(words)
    if words.count > 1 { try findSimilar([Array(words.joined())]) }
  }

  private mutating func findSimilar(_ words: [[UInt8]]) throws(StoreError) {
    var slips: [[UInt32: Int]] = Array(repeating: [:], count: words.count)
    let cursor = try reader.cursor(.nameWords)
    var entry = try cursor.first()
    while let found = entry {
      for (place, word) in words.enumerated() {
        let limit = EditDistance.allowance(word.count)
        guard let distance = EditDistance.between(word, found.key, limit: limit) else { continue }
        for entity in try numbers(found.value) {
          slips[place][entity] = min(slips[place][entity] ?? distance, distance)
        }
      }
      entry = try cursor.next()
    }
    guard let first = slips.first else { return }
    for (entity, distance) in first {
      var sum = distance
      var fits = true
      for other in slips.dropFirst() {
        guard let more = other[entity] else {
          fits = false
          break
        }
        sum += more
      }
      if fits { add(entity, .similar, distance: sum) }
    }
  }

  /// The best candidates with all that a caller wants to know.
  func best(_ limit: Int) throws(StoreError) -> [EntityMatch] {
    var ranked: [(number: UInt32, candidate: Candidate, statements: Int)] = []
    for (number, candidate) in candidates {
      ranked.append((number, candidate, try reader.statementCount(about: number)))
    }
    ranked.sort { a, b in
      if a.candidate.kind != b.candidate.kind { return a.candidate.kind < b.candidate.kind }
      if a.candidate.distance != b.candidate.distance {
        return a.candidate.distance < b.candidate.distance
      }
      if a.statements != b.statements { return a.statements > b.statements }
      return a.number < b.number
    }
    var result: [EntityMatch] = []
    for (number, candidate, statements) in ranked.prefix(limit) {
      guard let entity = try reader.entity(at: number) else {
        throw reader.damaged(.nameWords, "entity \(number) is missing")
      }
      result.append(
        EntityMatch(
          entity: entity, name: name(of: entity, candidate.kind), kind: candidate.kind,
          distance: candidate.distance, statementCount: statements))
    }
    return result
  }

  /// The first name of an entity that fits as well as the entity does.
  private func name(of entity: Entity, _ kind: EntityMatch.Kind) -> String {
    entity.names.first { fits(WordScanner.words($0), kind) } ?? entity.label
  }

  private func fits(_ name: [[UInt8]], _ kind: EntityMatch.Kind) -> Bool {
    switch kind {
    case .exact: name == words
    case .prefix: NameKey.of(name).starts(with: NameKey.of(words))
    case .word:
      words.dropLast().allSatisfy(name.contains)
        && name.contains { word in words.last.map(word.starts) ?? false }
    case .similar:
      [words, [Array(words.joined())]].contains { words in
        words.allSatisfy { wanted in
          let limit = EditDistance.allowance(wanted.count)
          return name.contains { word in
            word.withUnsafeBytes { EditDistance.between(wanted, $0, limit: limit) } != nil
          }
        }
      }
    }
  }
}
