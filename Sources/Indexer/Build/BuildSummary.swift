/// What a build did, or would do.
public struct BuildSummary: Hashable, Sendable {
  /// Documents that are new.
  public var added = 0
  /// Documents that were read again because they changed.
  public var changed = 0
  /// Documents that were read again because the model, the vocabulary or the program is new.
  public var refreshed = 0
  /// Documents that are as they were.
  public var unchanged = 0
  /// Documents that were taken out because their files are gone or no longer readable as text.
  public var removed = 0
  /// Documents outside the given paths that an older model, vocabulary or program read.
  public var outdated = 0
  /// What gave nothing, by name: files, and documents in files.
  public var failed: [BuildFailure] = []
  /// What of ``failed`` did so before and was not read again, because its file has not changed.
  public var remembered: [BuildFailure] = []
  /// Documents that are older than wanted or tell no date.
  public var leftOut = 0
  /// Files that wait for the next build, because no more were to be read.
  public var postponed = 0
  /// Files and folders that ignore files left out.
  public var ignored = 0
  /// Why documents were read again whose files have not changed.
  public var readerChanges: Set<ReaderChange> = []
  /// Whether the graph was made anew although no document changed, because it is made by other rules
  /// now or the last build was stopped.
  public var isRelinked = false
  /// What a build would do, if only a sample was read.
  public var estimate: BuildEstimate?
  /// The statements of the whole graph.
  public var statements = 0
  /// The entities of the whole graph.
  public var entities = 0
  /// The words of the documents that were read.
  public var words = 0
  /// The bytes of the files that were read.
  public var bytes = 0
  /// Statements left out because their quote was not the text at its place: errors of the program.
  public var mismatched = 0

  /// Creates the summary of a build that did nothing.
  public init() {}
}

/// What became of a file since it was indexed.
public struct DocumentStatus: Hashable, Sendable {
  /// How a file and its document compare.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// The store has no document of the file.
    case new
    /// The file has another content than the one that was read.
    case changed
    /// The file is no longer there.
    case gone
    /// The document is up to date.
    case unchanged
  }

  /// The document's name.
  public let name: String
  /// How file and document compare.
  public let state: State

  /// Creates a status.
  public init(name: String, state: State) {
    self.name = name
    self.state = state
  }
}
