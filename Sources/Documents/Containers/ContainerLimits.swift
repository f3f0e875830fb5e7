/// How much may come out of one file that holds several documents, so that none can explode.
public struct ContainerLimits: Hashable, Sendable {
  /// How many bytes may come out of a packed file for each byte of it.
  ///
  /// Holds from ``ratioFloor`` bytes on: a small file may well be a thousand spaces.
  public var ratio = 250
  /// How many bytes may come out before ``ratio`` is looked at.
  public var ratioFloor = 16 << 20
  /// How deep files may be packed in files; `a.zip/b.tar.gz/c.mbox#1` is 3 deep.
  public var depth = 8
  /// How many members one file may have, at all depths together.
  public var count = 10_000_000
  /// The largest member, in bytes; a larger one is left out, the others are read.
  public var memberSize = 64 << 20
  /// How many bytes may come out of one file, at all depths together.
  public var totalSize = 256 << 30

  /// The limits that are in force if nothing else is said.
  public init() {}
}
