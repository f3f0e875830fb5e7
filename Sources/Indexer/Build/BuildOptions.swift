/// How a build is done.
public struct BuildOptions: Hashable, Sendable {
  /// Read what must be read, or a sample of it, but write nothing.
  public var isDryRun = false
  /// Read files again that have not changed.
  public var rereadsAll = false
  /// Read files again that gave nothing before and have not changed.
  public var retriesFailed = false
  /// Patterns, as `.gitignore` writes them, of which a file found in a folder must match one.
  public var included: [String] = []
  /// Patterns of files and folders that are passed over.
  public var excluded: [String] = []
  /// Whether `.gitignore` and `.quipuignore` files count.
  public var usesIgnoreFiles = true
  /// A date (`2019`, `2019-10` or `2019-10-29`); of new and changed documents only those are read
  /// that tell a date of their own on that day or later.
  public var since: String?
  /// The most files that are read; further ones wait for the next build.
  public var limit: Int?
  /// The limits and names under which files are read.
  public var reading = ReadingOptions()
  /// The number of threads that read; two use both cores of a small machine.
  public var threads = 2
  /// The number of documents that are committed together; a build that is stopped loses no more.
  public var batch = 16

  /// Creates the usual options.
  public init() {}
}
