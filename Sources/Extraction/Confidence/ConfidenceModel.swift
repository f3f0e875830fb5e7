import GraphModel

/// A logistic model of how likely a clause is read right.
///
/// The weights are fitted (`Training/fit_confidence.py`) to the share of words that hand-made
/// propositions have in common with ours.
enum ConfidenceModel {
  /// The confidence of a clause with these features, in 0.01...0.99, rounded to four places so that
  /// it prints the same everywhere.
  static func confidence(_ features: ConfidenceFeatures) -> Double {
    confidence(features, shift: 0)
  }

  /// The same with a rule's own shift of the log-odds.
  static func confidence(_ features: ConfidenceFeatures, shift: Double) -> Double {
    var sum = shift
    for feature in ConfidenceFeature.allCases {
      guard let value = features.values[feature], let weight = ConfidenceWeights.table[feature]
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
    features: ConfidenceFeatures
  ) {
    self.init(
      sentence: sentence, subject: subject, predicate: predicate, arguments: arguments,
      confidence: ConfidenceModel.confidence(features),
      features: Dictionary(uniqueKeysWithValues: features.values.map { ($0.rawValue, $1) }))
  }
}
