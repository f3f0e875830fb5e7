/// Why a parser does not go on where it is.
enum ReadStop: Error {
  /// The window ends inside a token, and the source has more bytes.
  case needsMore
  /// The bytes at this place of the window break the rules.
  case problem(SyntaxError.Problem, at: Int)
  /// The same for a place that the window may have left.
  case located(SyntaxError)
  /// The source or the sink threw this.
  case outside(any Error)
}
