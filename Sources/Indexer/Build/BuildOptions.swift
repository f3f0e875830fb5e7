/// How a build is done.
public struct BuildOptions: Hashable, Sendable {
  /// Read everything but write nothing.
  public var isDryRun = false
  /// Read files again that have not changed.
  public var rereadsAll = false
  /// The number of threads that read; two use both cores of a small machine.
  public var threads = 2
  /// The number of documents that are committed together.
  public var batch = 64

  /// Creates the usual options.
  public init() {}
}
