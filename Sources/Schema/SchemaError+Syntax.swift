public import GraphFormats

extension SchemaError {
  /// Where the file stops being Turtle.
  public static func position(of error: SyntaxError) -> SourcePosition {
    SourcePosition(line: error.line, column: error.column)
  }

  /// What was wrong there, in the terms of the Turtle grammar.
  public static func detail(of error: SyntaxError) -> String { String(describing: error.problem) }
}
