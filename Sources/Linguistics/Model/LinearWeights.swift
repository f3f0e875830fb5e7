internal import CKernels

/// A linear layer: signed bytes with one scale an output, as the kernels read them.
struct LinearWeights: @unchecked Sendable {
  /// The pointers into the model file.
  let kernel: ck_linear

  /// The outputs, filled up to whole panels.
  var outputs: Int { kernel.outputs }

  /// Finds a layer's sections, `name.w` and `name.p`.
  init(_ file: ModelFile, _ name: String, inputs: Int, outputs: Int) throws(LinguisticsError) {
    let panel = Int(CK_PANEL)
    let full = (outputs + panel - 1) / panel * panel
    let weights = try file.array("\(name).w", of: Int8.self, count: full * inputs)
    let parameters = try file.array("\(name).p", of: Float.self, count: 3 * full)
    guard let weights = weights.baseAddress, let parameters = parameters.baseAddress else {
      throw .model("section \(name).w is empty")
    }
    kernel = ck_linear(
      weights: weights, scale: parameters, bias: parameters + full, sum: parameters + 2 * full,
      inputs: inputs, outputs: full)
  }
}
