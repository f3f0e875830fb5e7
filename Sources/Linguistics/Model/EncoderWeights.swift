/// What the encoder and its heads multiply by; all of it points into the model file.
struct EncoderWeights: @unchecked Sendable {
  /// One transformer layer.
  struct Layer: Sendable {
    let attentionInput: LinearWeights
    let attentionOutput: LinearWeights
    let attentionNorm: Floats
    let expansion: LinearWeights
    let contraction: LinearWeights
    let outputNorm: Floats
  }

  /// Floats of the model file.
  struct Floats: @unchecked Sendable {
    let start: UnsafePointer<Float>

    init(_ file: ModelFile, _ name: String, count: Int) throws(LinguisticsError) {
      guard let start = try file.array(name, of: Float.self, count: count).baseAddress else {
        throw .model("section \(name) is empty")
      }
      self.start = start
    }
  }

  let pieces: UnsafePointer<Int8>
  let pieceScales: Floats
  let positions: Floats
  let cases: Floats
  let embeddingNorm: Floats
  let layers: [Layer]
  /// Universal tags, Penn tags, lemma scripts and name tags, side by side.
  let tags: LinearWeights
  /// Arc and relation vectors: dependant's arc, head's arc, dependant's relation, head's relation.
  let projection: LinearWeights
  /// The bilinear form of arcs, [dependant side][head side].
  let arc: Floats
  /// The bilinear forms of relations, applied to the dependant's side.
  let relations: LinearWeights

  /// Finds all sections and checks their sizes.
  init(_ file: ModelFile, _ shape: ModelConfiguration) throws(LinguisticsError) {
    let width = shape.hidden
    guard
      let pieces = try file.array("word.w", of: Int8.self, count: shape.vocabulary * width)
        .baseAddress
    else { throw .model("section word.w is empty") }
    self.pieces = pieces
    pieceScales = try Floats(file, "word.p", count: shape.vocabulary)
    positions = try Floats(file, "position", count: shape.positions * width)
    cases = try Floats(file, "case", count: shape.caseClasses * width)
    embeddingNorm = try Floats(file, "norm", count: 2 * width)
    var layers: [Layer] = []
    for i in 0..<shape.layers {
      layers.append(
        Layer(
          attentionInput: try LinearWeights(file, "\(i).qkv", inputs: width, outputs: 3 * width),
          attentionOutput: try LinearWeights(file, "\(i).o", inputs: width, outputs: width),
          attentionNorm: try Floats(file, "\(i).ln1", count: 2 * width),
          expansion: try LinearWeights(
            file, "\(i).f1", inputs: width, outputs: shape.feedForward),
          contraction: try LinearWeights(
            file, "\(i).f2", inputs: shape.feedForward, outputs: width),
          outputNorm: try Floats(file, "\(i).ln2", count: 2 * width)))
    }
    self.layers = layers
    tags = try LinearWeights(
      file, "tags", inputs: width,
      outputs: shape.uposCount + shape.xposCount + shape.scriptCount + shape.nameTagCount)
    projection = try LinearWeights(
      file, "proj", inputs: width, outputs: 2 * (shape.arc + shape.label))
    arc = try Floats(file, "arc", count: shape.arc * shape.arc)
    relations = try LinearWeights(
      file, "label", inputs: shape.label, outputs: shape.relationCount * (shape.label + 1))
  }
}
