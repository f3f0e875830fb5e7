/// The weights of ``HeadlinePair/features``, in its order; written by `Training/headlines.py`.
enum HeadlineWeights {
  static let table: [Double] = [
    0.8412, -2.3457, 0.5577, 0.0832, 0.2251, 0.1759, 0.0878, 0.6804,
    0.2232, 0.4693, -0.4657, 0.1408, -0.1542, 0.9537, -0.4969,
  ]
}
