public import GraphModel

/// What becomes of the quads that the default graph has when others are loaded.
public enum DefaultGraphPolicy: Hashable, Sendable {
  /// They stay beside those that are loaded.
  case kept
  /// They go, unless they are loaded again.
  case replaced
  /// They go to the graph with this name.
  case moved(to: IRI)
}
