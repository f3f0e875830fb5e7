internal import CKernels

/// Runs the network: 6 transformer layers over the pieces of several sentences, then the linear heads
/// over their words.
///
/// Sentences lie one after another without padding. The matrix products see rows, attention sees one
/// sentence; so a sentence's result is the same bits whatever lies beside it.
struct Encoder {
  let shape: ModelConfiguration
  let weights: EncoderWeights
  let level: ck_level

  init(_ model: Model, level: ck_level = ck_best_level()) {
    shape = model.configuration
    weights = model.weights
    self.level = level
  }

  /// Leaves in `workspace` the rows of each sentence's root and words, sentence after sentence: the
  /// scores of tags in `tags`, the arc and relation vectors in `wide`.
  func run(_ batch: some Collection<PieceSequence>, _ workspace: Workspace) {
    embed(batch, workspace)
    let count = batch.reduce(0) { $0 + $1.pieces.count }
    for layer in weights.layers {
      multiply(workspace.hidden, count, layer.attentionInput, CK_STORE, workspace.wide, workspace)
      attend(batch, workspace)
      multiply(
        workspace.other, count, layer.attentionOutput, CK_ADD, workspace.hidden, workspace)
      ck_layer_norm(level, workspace.hidden, count, shape.hidden, layer.attentionNorm.start)
      multiply(workspace.hidden, count, layer.expansion, CK_GELU, workspace.wide, workspace)
      multiply(workspace.wide, count, layer.contraction, CK_ADD, workspace.hidden, workspace)
      ck_layer_norm(level, workspace.hidden, count, shape.hidden, layer.outputNorm.start)
    }
    let words = gather(batch, workspace)
    multiply(workspace.other, words, weights.tags, CK_STORE, workspace.tags, workspace)
    multiply(workspace.other, words, weights.projection, CK_GELU, workspace.wide, workspace)
  }

  private func multiply(
    _ rows: UnsafePointer<Float>, _ count: Int, _ linear: LinearWeights, _ finish: ck_finish,
    _ out: UnsafeMutablePointer<Float>, _ workspace: Workspace
  ) {
    let inputs = linear.kernel.inputs
    ck_quantise(level, rows, count, inputs, inputs, workspace.bytes, workspace.ranges)
    withUnsafePointer(to: linear.kernel) {
      ck_multiply(level, workspace.bytes, workspace.ranges, count, $0, finish, out, out)
    }
  }

  private func embed(_ batch: some Collection<PieceSequence>, _ workspace: Workspace) {
    let width = shape.hidden
    var row = 0
    for sentence in batch {
      for (position, piece) in sentence.pieces.enumerated() {
        ck_embed(
          level, weights.pieces + Int(piece) * width, weights.pieceScales.start[Int(piece)],
          weights.positions.start + position * width,
          weights.cases.start + Int(sentence.cases[position]) * width, width,
          workspace.hidden + row * width)
        row += 1
      }
    }
    ck_layer_norm(level, workspace.hidden, row, width, weights.embeddingNorm.start)
  }

  private func attend(_ batch: some Collection<PieceSequence>, _ workspace: Workspace) {
    let width = shape.hidden
    var row = 0
    for sentence in batch {
      let count = sentence.pieces.count
      ck_attend(
        level, workspace.wide + row * 3 * width, count, width, workspace.other + row * width,
        workspace.attention)
      row += count
    }
  }

  /// Copies the state of each word's first piece; returns how many there are.
  private func gather(_ batch: some Collection<PieceSequence>, _ workspace: Workspace) -> Int {
    let width = shape.hidden
    var row = 0
    var word = 0
    for sentence in batch {
      for first in sentence.first {
        (workspace.other + word * width).update(
          from: workspace.hidden + (row + first) * width, count: width)
        word += 1
      }
      row += sentence.pieces.count
    }
    return word
  }
}
