import Extraction

/// Which documents report the same events: they begin in the same words.
///
/// Two reports of one event share most content words of their first sentences, two texts about one person
/// or company a few. How likely it is that they report the same is told by the share of the words that both
/// have (the coefficient of Ochiai 1957), that of the headlines, and the numbers in both.
struct EventIndex {
  /// Two documents that may report the same events.
  struct Pair {
    /// The place of the one.
    let first: Int
    /// That of the other; greater.
    let second: Int
    /// The log odds that they report the same events.
    let likelihood: Double
  }

  /// Less alike than this, documents are not looked at.
  private static let alike = 0.2
  /// So many words both must have that few documents begin with.
  private static let shared = 3
  /// A word that more documents begin with brings nobody together.
  private static let crowd = 100
  /// More numbers than these tell no more.
  private static let numbers = 3

  /// The pairs of documents that are as likely to report the same events as others, in order.
  ///
  /// Near O(*n*) in the number of words, as no word that is followed has more than ``crowd`` documents.
  static func pairs(_ leads: [Lead]) -> [Pair] {
    var holders: [String: [Int]] = [:]
    for (d, lead) in leads.enumerated() {
      for word in lead.words { holders[word, default: []].append(d) }
    }
    var result: [Pair] = []
    var counts = [Int](repeating: 0, count: leads.count)
    for (d, lead) in leads.enumerated() {
      var touched: [Int] = []
      for word in lead.words {
        guard let others = holders[word], others.count > 1, others.count <= crowd else { continue }
        for other in others.reversed() {
          guard other > d else { break }
          if counts[other] == 0 { touched.append(other) }
          counts[other] += 1
        }
      }
      for other in touched.sorted() {
        if counts[other] >= shared, let likelihood = likelihood(lead, leads[other]), likelihood >= 0
        {
          result.append(Pair(first: d, second: other, likelihood: likelihood))
        }
        counts[other] = 0
      }
    }
    return result
  }

  /// The log odds that two documents report the same events, or `nil` if they do not begin alike.
  static func likelihood(_ a: Lead, _ b: Lead) -> Double? {
    let words = DocumentLead.similarity(a.words, b.words)
    guard words >= alike else { return nil }
    let numbers = a.words.filter(\.startsWithDigit).sharedCount(
      with: b.words.filter(\.startsWithDigit))
    let features = [
      1, words, DocumentLead.similarity(a.headline, b.headline), Double(min(numbers, Self.numbers)),
    ]
    return zip(features, EventWeights.table).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
