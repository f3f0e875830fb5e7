/// The weights of ``EventIndex/likelihood(_:_:)``: constant, words, headline, numbers; written by
/// `Training/train_events.py`.
enum EventWeights {
  static let table: [Double] = [-5.4916, 9.2022, 6.6366, 1.3855]
}
