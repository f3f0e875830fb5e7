/// What a program that reads one file may use before it is stopped.
public struct ProgramLimits: Hashable, Sendable {
  /// Seconds of processor time.
  public var processorSeconds = 30
  /// Seconds by the clock.
  public var seconds = 60
  /// Bytes of memory.
  public var memory = 1 << 30
  /// Bytes of text that it may give.
  public var output = 64 << 20

  /// The limits that are in force if nothing else is said.
  public init() {}
}
