internal import CKernels

/// Scores of heads and relations from the vectors that the encoder leaves (Dozat & Manning 2017).
struct Biaffine {
  private let shape: ModelConfiguration
  private let weights: EncoderWeights
  private let level: ck_level

  init(_ encoder: Encoder) {
    shape = encoder.shape
    weights = encoder.weights
    level = encoder.level
  }

  /// The score of every head for every word of a sentence: [dependant][head], (n+1)² floats with the
  /// root as number 0.
  ///
  /// `vectors` holds the rows of the root and the words.
  func arcs(_ vectors: UnsafePointer<Float>, words: Int) -> [Float] {
    let count = words + 1
    let arc = shape.arc
    let stride = weights.projection.outputs
    let columns = (count + 15) / 16 * 16
    var heads = [Float](repeating: 0, count: arc * columns)
    for head in 0..<count {
      let vector = vectors + head * stride + arc
      for i in 0..<arc { heads[i * columns + head] = vector[i] }
    }
    var dependants = [Float](repeating: 0, count: count * arc)
    ck_multiply_floats(
      level, vectors, count, stride, arc, weights.arc.start, arc, &dependants)
    var padded = [Float](repeating: 0, count: count * columns)
    ck_multiply_floats(level, dependants, count, arc, arc, heads, columns, &padded)
    return (0..<count).flatMap { padded[$0 * columns..<$0 * columns + count] }
  }

  /// The best relation of each word 1...n to its head; the root relation goes to the root's word
  /// alone.
  func relations(
    _ vectors: UnsafePointer<Float>, heads: [Int], root: Int
  ) -> [Int] {
    let stride = weights.projection.outputs
    let width = shape.label
    let outputs = weights.relations.outputs
    let side = 2 * shape.arc
    let step = 16
    var bytes = [UInt8](repeating: 0, count: step * width)
    var ranges = [ck_range](repeating: ck_range(), count: step)
    var forms = [Float](repeating: 0, count: step * outputs)
    var scores = [Float](repeating: 0, count: shape.relationCount)
    var best: [Int] = []
    var kernel = weights.relations.kernel
    for start in Swift.stride(from: 1, to: heads.count, by: step) {
      let count = min(step, heads.count - start)
      ck_quantise(level, vectors + start * stride + side, count, width, stride, &bytes, &ranges)
      ck_multiply(level, bytes, ranges, count, &kernel, CK_STORE, nil, &forms)
      for index in 0..<count {
        let head = heads[start + index]
        forms.withUnsafeBufferPointer { forms in
          guard let form = forms.baseAddress else { return }
          ck_relations(
            level, form + index * outputs, vectors + head * stride + side + width, width,
            shape.relationCount, &scores)
        }
        best.append(head == 0 ? root : Self.best(scores, except: root))
      }
    }
    return best
  }

  private static func best(_ scores: [Float], except excluded: Int) -> Int {
    var best = excluded == 0 ? 1 : 0
    for index in scores.indices where index != excluded && scores[index] > scores[best] {
      best = index
    }
    return best
  }
}
