/// How far a build has come.
public struct BuildProgress: Hashable, Sendable {
  /// What a build is doing.
  public enum Phase: Hashable, Sendable {
    /// Reading files.
    case reading
    /// Making one graph of all documents.
    case linking
    /// Everything is written.
    case finished
  }

  /// What is being done.
  public var phase: Phase
  /// The files that are done.
  public var done: Int
  /// All files that must be read.
  public var total: Int
  /// The bytes of the files that are done.
  public var bytes: Int
  /// The bytes of all files that must be read, as far as known.
  public var totalBytes: Int
  /// The words read.
  public var words: Int
  /// The claims found so far.
  public var claims: Int
  /// The name of the last file that was done.
  public var name: String

  /// Creates the state of a build.
  public init(
    phase: Phase, done: Int, total: Int, bytes: Int, totalBytes: Int, words: Int, claims: Int,
    name: String
  ) {
    self.phase = phase
    self.done = done
    self.total = total
    self.bytes = bytes
    self.totalBytes = totalBytes
    self.words = words
    self.claims = claims
    self.name = name
  }
}
