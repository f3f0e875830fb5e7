/// The weights of ``DescribedPair/featureNames``; written by `Training/train_descriptions.py`.
enum DescriptionWeights {
  static let table: [Double] = [
    0.1320, 2.1613, 1.7131, 0.5649, 0.0000, 0.0000, 0.0000, 0.0000,
    -0.0193, 0.0000, 0.0000, 0.0000, 0.0000, -1.3831, 0.0202, -0.0081,
    0.0000, 0.0000, 0.0000, 0.0000, 0.0000,
  ]
}
