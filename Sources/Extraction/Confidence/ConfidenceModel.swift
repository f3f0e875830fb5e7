import GraphModel

/// A logistic model of how likely a clause is read right.
///
/// The weights are fitted (`Training/fit_confidence.py`) to what hand-made propositions have in common with
/// ours: ``ConfidenceWeights`` for clauses, ``PropositionWeights`` for propositions, of which more is known.
enum ConfidenceModel {
  /// The confidence of a clause with these features, in 0.01...0.99, rounded to four places so that
  /// it prints the same everywhere; a rule may shift the log-odds.
  static func confidence(
    _ features: ConfidenceFeatures, shift: Double = 0,
    weights: [ConfidenceFeature: Double] = ConfidenceWeights.table
  ) -> Double {
    var sum = shift
    for feature in ConfidenceFeature.allCases {
      guard let value = features.values[feature], let weight = weights[feature]
      else { continue }
      sum += value * weight
    }
    return probability(sum)
  }

  /// The logistic function, clamped and rounded.
  static func probability(_ logOdds: Double) -> Double {
    let raw = 1 / (1 + ReproducibleMath.exponential(-logOdds))
    return (min(max(raw, 0.01), 0.99) * 10_000).rounded() / 10_000
  }
}

extension Proposition {
  /// Creates a proposition as sure as its features tell.
  init(
    sentence: Int, subject: String, predicate: String, arguments: [String],
    features: ConfidenceFeatures,
    weights: [ConfidenceFeature: Double] = ConfidenceWeights.table
  ) {
    self.init(
      sentence: sentence, subject: subject, predicate: predicate, arguments: arguments,
      confidence: ConfidenceModel.confidence(features, weights: weights),
      features: Dictionary(uniqueKeysWithValues: features.values.map { ($0.rawValue, $1) }))
  }
}
