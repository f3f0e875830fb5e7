import Extraction

extension NameSenses {
  /// The persons of a document by the family names that they have, or that are all that is said; an
  /// office ("the Secretary") is none.
  func personsByFamilyName(of document: Int) -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    for sense in Set(senseOfLocal[document]).sorted() where sense >= 0 {
      guard !senses[sense].isUnnamed, senses[sense].form.style == .person else { continue }
      for name in Set(senses[sense].form.familyNames)
      where !NameTables.titles.contains(name) && !NameTables.royalTitles.contains(name) {
        result[name, default: []].append(sense)
      }
    }
    return result
  }

  /// Joins the persons of two documents of one story who share a family name, if both speak of one
  /// person each who has it and one name says nothing that the other does not: "Vance" and "Petra
  /// Vance", "Petra Vance" and "Petra Jane Vance" or "Goldsmith Petra Vance".
  mutating func linkStoryPersons(_ a: [String: [Int]], _ b: [String: [Int]]) {
    for name in a.keys.sorted() {
      guard let own = a[name], let others = b[name] else { continue }
      let (first, second) = (Set(own.map { root(of: $0) }), Set(others.map { root(of: $0) }))
      guard first.count == 1, second.count == 1, first != second, agreeInGender(own + others),
        let (one, other) = shortening(own, others)
      else { continue }
      join(one, other, because: .storyName)
    }
  }

  /// The first two persons of whom one has a name all of whose words are the other's, in order.
  private func shortening(_ own: [Int], _ others: [Int]) -> (Int, Int)? {
    for one in own {
      for other in others {
        let (a, b) = (senses[one].form.words, senses[other].form.words)
        if a.isSubsequence(of: b) || b.isSubsequence(of: a) { return (one, other) }
      }
    }
    return nil
  }

  private func agreeInGender(_ persons: [Int]) -> Bool {
    let genders = Set(persons.map { senses[$0].gender })
    return !genders.isSuperset(of: [.female, .male])
  }
}

extension [String] {
  /// Whether the other has all these words in this order.
  fileprivate func isSubsequence(of other: [String]) -> Bool {
    var rest = self[...]
    for word in other where rest.first == word { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
