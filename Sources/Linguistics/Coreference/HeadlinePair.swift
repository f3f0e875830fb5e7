/// A noun phrase of a headline or lead beside a thing that it may be, as numbers that a trained scorer weighs.
struct HeadlinePair {
  /// Whether the phrase has what it takes to be the thing, in the order of ``HeadlineWeights``.
  let features: [Double]

  /// The least score of a pair that is joined: the odds of three to two.
  ///
  /// Above it more than nine of ten pairs were right in news that nothing was fitted on.
  static let threshold = 0.4055
  /// The least lead over another thing.
  static let lead = 0.1

  /// How much speaks for the phrase and the thing being one, as the logarithm of the odds.
  var score: Double { zip(features, HeadlineWeights.table).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Compares a phrase with one of the things it may be.
  ///
  /// - Parameters:
  ///   - phrase: A mention that is a noun phrase.
  ///   - thing: A mention of the thing.
  ///   - candidates: A mention of each thing that the phrase may be, this one among them.
  ///   - clusters: What is joined so far.
  ///
  /// - Complexity: O(*n* log *n*) in the mentions of the phrase and the thing.
  init(_ phrase: Int, _ thing: Int, among candidates: [Int], in clusters: MentionClusters) {
    let mention = clusters.mentions[phrase]
    let known = clusters.summary(of: thing)
    let words = known.words.union(known.isNamed ? known.properties : [])
    let members = clusters.cluster(of: thing)
    let heads = members.lazy.map { clusters.mentions[$0] }.filter { $0.kind == .nominal }.map(
      \.headLemma)
    let new = mention.modifiers.subtracting(words).subtracting(heads)
    let rivals = candidates.filter { $0 != thing }
    let gender = clusters.gender(of: phrase)
    let distance =
      members.map { abs(clusters.mentions[$0].sentence - mention.sentence) }.min() ?? 0
    let predicates = Set(clusters.cluster(of: phrase).compactMap(clusters.predicate))
    let flags = [
      true, known.isNamed, known.isNamed && known.properties.contains(mention.headLemma),
      !mention.modifiers.isDisjoint(with: words),
    ]
    let number: (Bool) -> Double = { $0 ? 1 : 0 }
    features =
      flags.map(number) + [
        Double(min(new.count, 3)), number(clusters.owner(of: phrase) != nil),
        number(mention.definiteness == .definite),
        number(gender != nil && gender == known.gender), Double(min(known.count, 8)),
        number(rivals.allSatisfy { 2 * clusters.size(of: $0) <= known.count }),
        Double(min(rivals.count, 4)), number(clusters.cluster(of: thing)[0] > phrase),
        number(distance <= 1),
        number(members.contains { clusters.predicate($0).map(predicates.contains) ?? false }),
        number(NounClasses.isAgent(mention.headLemma)),
      ]
  }
}
