import GraphModel

/// Which documents tell one story: they speak of the same things in the same words.
///
/// Documents are vectors of the names and head nouns in them, likened by their cosine (Salton and
/// Buckley 1988). A term that many documents have weighs less, by their number alone and not by the
/// size of the collection, so that documents which share nothing with two others do not move them.
struct StoryIndex {
  /// Two documents that tell one story.
  struct Pair {
    /// The place of the one.
    let first: Int
    /// That of the other; greater.
    let second: Int
    /// The cosine of their vectors.
    let similarity: Double
    /// How many names both have.
    let names: Int
    /// How alike they begin.
    var lead = 0.0
  }

  /// Documents at least this alike tell one story, if they share names enough.
  static let threshold = 0.09
  /// So many names they must share: two short texts about a company and nothing else are alike too.
  private static let sharedNames = 2
  /// A term that more documents have brings nobody together.
  private static let crowd = 100

  /// The pairs of documents that tell one story, the most alike first.
  ///
  /// Near O(*n*) in the number of terms, as no term has more than ``crowd`` documents.
  ///
  /// - Parameter documents: For each document, how often it has each term: names by numbers from 0,
  ///   nouns by negative ones.
  /// - Returns: The pairs.
  static func pairs(_ documents: [[Int: Int]]) -> [Pair] {
    var holders: [Int: [Int]] = [:]
    for (d, terms) in documents.enumerated() {
      for term in terms.keys { holders[term, default: []].append(d) }
    }
    // Terms in order: sums of floating-point numbers depend on it.
    let rows = documents.map { $0.sorted { $0.key < $1.key } }
    let norms = rows.map { row in
      row.reduce(0.0) { sum, term in
        let weight = weight(term.value, among: holders[term.key]?.count ?? 1)
        return sum + weight * weight
      }.squareRoot()
    }
    var result: [Pair] = []
    for (d, row) in rows.enumerated() where norms[d] > 0 {
      var products: [Int: Double] = [:]
      var names: [Int: Int] = [:]
      for (term, count) in row {
        let others = holders[term] ?? []
        guard others.count > 1, others.count <= crowd else { continue }
        let own = weight(count, among: others.count)
        for other in others where other > d {
          products[other, default: 0] +=
            own * weight(documents[other][term] ?? 0, among: others.count)
          if term >= 0 { names[other, default: 0] += 1 }
        }
      }
      for (other, product) in products {
        let similarity = product / (norms[d] * norms[other])
        let shared = names[other, default: 0]
        if shared >= sharedNames, similarity >= threshold {
          result.append(Pair(first: d, second: other, similarity: similarity, names: shared))
        }
      }
    }
    return result.sorted {
      ($1.similarity, $0.first, $0.second) < ($0.similarity, $1.first, $1.second)
    }
  }

  private static func weight(_ count: Int, among holders: Int) -> Double {
    (1 + ReproducibleMath.logarithm(Double(max(count, 1))))
      / (1 + ReproducibleMath.logarithm(Double(max(holders, 1))))
  }
}
