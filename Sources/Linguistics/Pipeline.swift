/// Reads documents: sentences, tokens, tags, trees, names, coreference, times and amounts.
///
/// A pipeline is a value that threads may share; each call works on its own buffers.
public struct Pipeline: Sendable {
  let parser: Parser

  /// Creates a pipeline around a trained model.
  public init(model: Model) { parser = Parser(model: model) }
}
