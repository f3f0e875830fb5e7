extension NameForm {
  /// A name as that of a make: its maker, its designation and its nickname, of which only the designation must be
  /// there.
  struct Model: Hashable, Sendable {
    /// The folded words before the designation: "boeing".
    let maker: [String]
    /// Letters and digits, or a number: "a380", "787".
    let designation: String
    /// The folded word behind the designation, in the singular: "dreamliner".
    let nickname: String?

    /// Whether two of one designation may be one make: nothing that one tells is told otherwise by the other.
    func agrees(with other: Model) -> Bool {
      designation == other.designation
        && (maker.isEmpty || other.maker.isEmpty || maker == other.maker)
        && (nickname == nil || other.nickname == nil || nickname == other.nickname)
    }
  }

  /// The name read as that of a make; `nil` if it has no designation or other words behind it than a nickname.
  var model: Model? {
    guard style == .other, known == nil,
      let place = words.firstIndex(where: { Self.isDesignation($0) || Self.isModelNumber($0) })
    else { return nil }
    let rest = words[(place + 1)...]
    // "530 Oscars" are counted.
    let isCount =
      place == 0 && Self.isModelNumber(words[0])
      && rest.first.map { Self.singular($0) != $0 } == true
    let isPlain =
      rest.count < 2 && rest.allSatisfy(Self.isNickname) && !isCount
      && words[..<place].allSatisfy { $0.utf8.first.map { $0 > 0x39 } == true }
    return isPlain
      ? Model(
        maker: Array(words[..<place]), designation: words[place],
        nickname: rest.first.map(Self.singular)) : nil
  }

  /// Whether it is the nickname of a make alone: "Dreamliners".
  func isNickname(_ nickname: String) -> Bool {
    words.count == 1 && (words[0] == nickname || Self.singular(words[0]) == nickname)
  }

  /// A nickname without the ending of many.
  private static func singular(_ word: String) -> String {
    word.utf8.count > 5 && word.hasSuffix("s") && !word.hasSuffix("ss")
      ? String(word.dropLast()) : word
  }

  /// Whether a folded word is the number of a model: "787".
  private static func isModelNumber(_ word: String) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a folded word may be a nickname: what tells a version ("max", "freighter") or a kind of thing is none.
  private static func isNickname(_ word: String) -> Bool {
    word.utf8.count > 4 && word.utf8.allSatisfy { (0x61...0x7a).contains($0) }
      && !versions.contains(word)
      && !NameTables.kinds.contains(word) && !NameTables.descriptors.contains(word)
  }

  private static let versions: Set<String> = [
    "bridge", "building", "cabriolet", "cargo", "classic", "convertible", "coupe", "diesel",
    "edition", "estate", "family", "freighter",
    "hybrid", "saloon", "sedan", "series", "sport", "tanker", "terminal", "touch", "tower", "ultra",
    "wagon",
  ]
}
