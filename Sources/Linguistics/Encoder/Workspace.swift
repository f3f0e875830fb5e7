internal import CKernels

/// The buffers of one pass of the encoder; belongs to one thread.
final class Workspace {
  /// Rows of a batch that the buffers hold.
  let rows: Int
  /// Hidden states.
  let hidden: UnsafeMutablePointer<Float>
  /// The output of attention, then the states of words.
  let other: UnsafeMutablePointer<Float>
  /// Queries, keys and values; the inner layer of the feed-forward; then heads' vectors.
  let wide: UnsafeMutablePointer<Float>
  /// The scores of tags.
  let tags: UnsafeMutablePointer<Float>
  let bytes: UnsafeMutablePointer<UInt8>
  let ranges: UnsafeMutablePointer<ck_range>
  let attention: UnsafeMutablePointer<Float>

  init(rows: Int, weights: EncoderWeights, shape: ModelConfiguration) {
    self.rows = rows
    let widest = max(3 * shape.hidden, shape.feedForward, weights.projection.outputs)
    hidden = .allocate(capacity: rows * shape.hidden)
    other = .allocate(capacity: rows * shape.hidden)
    wide = .allocate(capacity: rows * widest)
    tags = .allocate(capacity: rows * weights.tags.outputs)
    bytes = .allocate(capacity: rows * widest)
    ranges = .allocate(capacity: rows)
    attention = .allocate(capacity: ck_attend_scratch(rows))
  }

  deinit {
    hidden.deallocate()
    other.deallocate()
    wide.deallocate()
    tags.deallocate()
    bytes.deallocate()
    ranges.deallocate()
    attention.deallocate()
  }
}
