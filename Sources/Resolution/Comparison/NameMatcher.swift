import GraphModel

/// How likely two names are one thing's, by their spelling alone.
///
/// A logistic model over the features of ``NamePair``, one for persons and one for the rest; the
/// weights stand in `NameWeights.swift`, which `Training/train_names.py` writes. Names with other
/// numbers in them ("44th Brigade", "45th Brigade") are two things'.
///
///     NameMatcher.score("Sergei Lavrov", "Сергей Лавров", isPerson: true)  // 0.96
public enum NameMatcher {
  /// The chance that two names are one thing's, from 0 to 1.
  ///
  /// O(*n m*) in their lengths.
  ///
  /// - Parameters:
  ///   - first: A name in any script; Cyrillic and Greek are read as Latin.
  ///   - second: The other; the order does not matter.
  ///   - isPerson: Whether they are names of persons: titles are then left out, else legal forms.
  /// - Returns: The chance.
  public static func score(_ first: String, _ second: String, isPerson: Bool) -> Double {
    let (a, b) = first < second ? (first, second) : (second, first)
    let features = NamePair(a, b, isPerson: isPerson).features
    guard !NamePair.haveOtherNumbers(a, b) else { return 0 }
    let weights = isPerson ? NameWeights.person : NameWeights.other
    var sum = 0.0
    for (feature, weight) in zip(features, weights) { sum += feature * weight }
    return 1 / (1 + ReproducibleMath.exponential(-sum))
  }

  /// The features of two names with their names, for training.
  public static func features(
    _ first: String, _ second: String, isPerson: Bool
  ) -> [(name: String, value: Double)] {
    let (a, b) = first < second ? (first, second) : (second, first)
    return Array(
      zip(NamePair.featureNames, NamePair(a, b, isPerson: isPerson).features)
    ).map { ($0, $1) }
  }
}
