/// The weights of ``HeadlinePair/features``, in its order; written by `Training/headlines.py`.
enum HeadlineWeights {
  static let table: [Double] = [
    0.7383, -2.2882, 0.5583, 0.1269, 0.2527, 0.1764, 0.1053, 0.6998,
    0.2278, 0.5015, -0.4737, 0.1073, -0.1510, 0.9568, -0.4731,
  ]
}
