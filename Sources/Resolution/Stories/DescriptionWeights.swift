/// The weights of ``DescribedPair/featureNames``; written by `Training/train_descriptions.py`.
enum DescriptionWeights {
  static let table: [Double] = [
    0.1029, 2.0568, 1.5497, 0.7593, 0.0000, 0.0000, 0.0000, 0.0000,
    0.0000, 0.0000, 0.0000, 0.0000, 0.0000, -1.3756, 0.0000, 0.0000,
    0.0000, 0.0000, -0.0470, -0.0869, 0.0000,
  ]
}
