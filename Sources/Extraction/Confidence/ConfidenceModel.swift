/// A logistic model of how likely a clause is read right.
///
/// The weights were fitted to the share of words that hand-made propositions of the CaRB
/// development sentences have in common with ours.
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
      guard let value = features.values[feature], let weight = weights[feature] else { continue }
      sum += value * weight
    }
    return probability(sum)
  }

  /// The logistic function, clamped and rounded.
  static func probability(_ logOdds: Double) -> Double {
    let raw = 1 / (1 + exponential(-logOdds))
    return (min(max(raw, 0.01), 0.99) * 10_000).rounded() / 10_000
  }

  /// e to the power of *x*, by squaring a short series: no C library, the same bits everywhere.
  private static func exponential(_ x: Double) -> Double {
    let reduced = min(max(x, -30), 30) / 1024
    var result = 1 + reduced * (1 + reduced / 2 * (1 + reduced / 3 * (1 + reduced / 4)))
    for _ in 0..<10 { result *= result }
    return result
  }

  private static let weights: [ConfidenceFeature: Double] = [
    .bias: 1.42,
    .conjunctSubject: -0.05,
    .controlledSubject: -0.21,
    .relativeSubject: -0.10,
    .participleSubject: -0.69,
    .adverbialSubject: -0.24,
    .copula: -0.16,
    .existential: -0.27,
    .contentClause: -0.53,
    .adverbialClause: -0.36,
    .adnominalClause: -0.20,
    .looseClause: -0.02,
    .pronounSubject: -0.19,
    .nameSubject: 0.19,
    .subjectLength: -0.49,
    .noArgument: -2.35,
    .furtherArguments: 0.04,
    .argumentLength: -0.21,
    .contentArgument: 0.48,
    .adverbialArgument: -0.64,
    .infinitiveArgument: -0.56,
    .object: -0.07,
    .gap: -0.02,
    .depth: -0.79,
    .predicateLength: 0.33,
    .sentenceLength: -0.12,
    .inversion: -0.53,
    .distance: 0.01,
    .oddTag: -0.22,
    .unasserted: -0.20,
    .chain: 0.11,
    .passive: 0.21,
    .verblessSentence: -0.51,
  ]
}
