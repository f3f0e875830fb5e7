import Extraction
import GraphModel

extension NameSenses {
  /// Joins the names that documents which report the same events write in two ways: "Rait" and "Raite", "Mount
  /// Cook" and "Aoraki Mount Cook", or that were read as things of two classes.
  ///
  /// Only the names that a report begins with are looked at, and each goes with one of the other report at most.
  mutating func linkEventNames(_ pairs: [EventIndex.Pair]) {
    var named: [Int: [Int]] = [:]
    for d in Set(pairs.flatMap { [$0.first, $0.second] }) { named[d] = leadingNames(in: d) }
    for pair in pairs {
      let (own, others) = (named[pair.first] ?? [], named[pair.second] ?? [])
      let shared = Set(own.map { root(of: $0) }).intersection(others.map { root(of: $0) })
      for first in own where !shared.contains(root(of: first)) {
        let fitting = others.filter {
          !shared.contains(root(of: $0)) && isVariant(first, $0)
        }
        // A name that could be either of two is neither.
        guard Set(fitting.map { root(of: $0) }).count == 1, let second = fitting.first,
          own.count(where: { isVariant($0, second) && root(of: $0) != root(of: first) }) == 0
        else { continue }
        join(first, second, because: .sameEvents)
      }
    }
  }

  /// The senses of the names that a document begins with, each once.
  private func leadingNames(in document: Int) -> [Int] {
    let entities = documents[document].resolution.entities
    let senses = entities.indices.filter { entities[$0].isInLead && entities[$0].isNamed }
      .map { senseOfLocal[document][$0] }
    return Set(senses.filter { $0 >= 0 }).sorted()
  }

  /// Whether one event hardly has two things of these names.
  private func isVariant(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (senses[a].form, senses[b].form)
    if x.anyClassKey == y.anyClassKey { return true }
    guard senses[a].type == senses[b].type, x.known == nil, y.known == nil else { return false }
    if x.style == .person, y.style == .person {
      return x.isFullPersonName && Self.areSpelledAlike(x.words, y.words)
    }
    let (short, full) = x.words.count < y.words.count ? (x.words, y.words) : (y.words, x.words)
    return senses[a].type == EntityType.place && short.count > 1 && full.count > short.count
      && full.suffix(short.count) == short[...]
  }

  /// Whether two names have the same words but one, and that in one letter.
  private static func areSpelledAlike(_ a: [String], _ b: [String]) -> Bool {
    guard a.count == b.count else { return false }
    let other = zip(a, b).filter { $0.0 != $0.1 }
    guard other.count == 1, min(other[0].0.utf8.count, other[0].1.utf8.count) > 3 else {
      return false
    }
    return EditDistance.alignment(Array(other[0].0.utf8), Array(other[0].1.utf8)) == 1
  }
}
