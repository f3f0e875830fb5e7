/// Chooses the name to show among the names of one thing.
enum NameLabel {
  /// The fullest good name: "SenseTime Group Ltd." before "SenseTime", "Xu Li" before "Xu".
  ///
  /// Good is a name of at most six words that starts with a capital or a digit, is not all
  /// capitals while another is not, and holds no odd sign. Among equally full names the commonest
  /// wins, then the first in the order of bytes. The label of a known country or body is fixed.
  static func best(of names: [String: Int], type: String?) -> String {
    if type != EntityType.person {
      let known = names.keys.compactMap {
        KnownName.named(NameTokens($0).joined, written: $0)?.label
      }
      if let label = known.min() { return label }
    }
    let candidates = names.map { name, count in
      Candidate(name: name, count: count, rank: rank(name, type: type))
    }
    return candidates.max()?.name ?? ""
  }

  private struct Candidate: Comparable {
    let name: String
    let count: Int
    let rank: Int

    static func < (a: Candidate, b: Candidate) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      if a.count != b.count { return a.count < b.count }
      return b.name.utf8.lexicographicallyPrecedes(a.name.utf8)
    }
  }

  /// Ten points a word, fewer for what makes a name ugly.
  private static func rank(_ name: String, type: String?) -> Int {
    let words = NameTokens(name).words
    var rank = min(words.count, 6) * 10
    if words.count > 6 { rank = 5 }
    if type == EntityType.person {
      rank -= words.dropFirst().count { $0.utf8.count == 1 } * 10
    }
    if let first = name.unicodeScalars.first,
      !first.properties.isUppercase, first.properties.numericType == nil,
      first.properties.isLowercase
    {
      rank -= 25
    }
    // "Acme senior vice president": more than the name.
    let small = name.split(separator: " ").count {
      $0.utf8.count > 3 && $0.allSatisfy { $0.isLowercase || $0 == "-" }
    }
    rank -= 15 * small
    if name.hasSuffix("."), NameTables.legalForms.contains(words.last ?? "") { rank += 1 }
    let hasLower = name.unicodeScalars.contains { $0.properties.isLowercase }
    if !hasLower, words.count > 1 { rank -= 15 }
    for scalar in name.unicodeScalars where "()[]{}<>\"“”;:\n|/".unicodeScalars.contains(scalar) {
      rank -= 12
      if scalar == "\n" { rank -= 20 }
    }
    return rank
  }
}
