/// The weights of ``DescribedPair/featureNames``; written by `Training/train_descriptions.py`.
enum DescriptionWeights {
  static let table: [Double] = [
    -1.3750, 1.9338, 1.7583, 2.4287, 0.1176, 0.0000, 0.0000, -0.0431,
    -0.1325, -1.2682, 0.0000, 0.0000, 0.0000, -0.3604, 0.1685, -0.0785,
    0.0000, 0.0000, -0.3159, -0.1343, 0.3883,
  ]
}
