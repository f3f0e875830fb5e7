/// Finds the names that one may be a short form of, or equal, without comparing it with all names of a document.
///
/// Names that shorten each other share a word, or one has the other's initials; every way in which
/// ``NameForm/shortening(of:)`` knows a short form must show in the keys.
struct ShorteningIndex {
  private var places: [String: [Int]] = [:]

  /// Notes the names of a document; O(*n*) in their words.
  init(_ forms: [NameForm]) {
    for (place, form) in forms.enumerated() {
      for key in form.keysAsFullName { places[key, default: []].append(place) }
    }
  }

  /// The places of the names that may be fuller forms of a name, ascending; itself may be among them.
  func candidates(for short: NameForm) -> [Int] {
    var found = Set<Int>()
    for key in short.keysAsShortName { found.formUnion(places[key] ?? []) }
    return found.sorted()
  }
}

extension NameForm {
  /// What a name has that shortens or equals this one.
  var keysAsFullName: Set<String> {
    initials.union((words + allWords).map(Self.singular)).union([key])
  }

  /// What a name has that this one shortens or equals.
  var keysAsShortName: Set<String> {
    Set(words.map(Self.singular)).union(words.compactMap { NameTables.nicknames[$0] })
      .union([words.joined(), key])
  }

  /// A word without the ending of a plural.
  private static func singular(_ word: String) -> String {
    word.utf8.count > 3 && word.utf8.last == UInt8(ascii: "s") ? String(word.dropLast()) : word
  }
}
