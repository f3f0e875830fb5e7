/// Where each byte of a document's clean text came from in the file.
///
/// Kept as runs: within a run, text and file advance together byte by byte or, if the run is
/// `replaced`, the whole run of text stands for the whole run of the file (an entity such as
/// `&amp;`, a character of another encoding). O(log *n*) for a look-up.
public struct SourceMap: Hashable, Sendable {
  /// A run of bytes of the text and the bytes of the file that it came from.
  public struct Run: Hashable, Sendable {
    /// The first byte of the run in the clean text.
    public let text: Int
    /// The first byte of the run in the file.
    public let source: Int
    /// The number of bytes that the run has in the file.
    public let sourceCount: Int
    /// Whether the bytes differ, so that the run maps as a whole.
    public let isReplaced: Bool

    /// Creates a run.
    public init(text: Int, source: Int, sourceCount: Int, isReplaced: Bool) {
      self.text = text
      self.source = source
      self.sourceCount = sourceCount
      self.isReplaced = isReplaced
    }
  }

  /// The runs, by their place in the text; the first starts at 0.
  public let runs: [Run]

  /// Creates a map from its runs, sorted by place in the text.
  public init(runs: [Run]) { self.runs = runs }

  /// The map of a text that equals its file.
  public static func identity(count: Int) -> SourceMap {
    SourceMap(runs: [Run(text: 0, source: 0, sourceCount: count, isReplaced: false)])
  }

  /// The bytes of the file that a non-empty range of bytes of the text came from.
  public func source(of bytes: Range<Int>) -> Range<Int> {
    guard !runs.isEmpty, !bytes.isEmpty else { return 0..<0 }
    let first = runs[index(at: bytes.lowerBound)]
    let last = runs[index(at: bytes.upperBound - 1)]
    let start = first.isReplaced ? first.source : first.source + bytes.lowerBound - first.text
    let end =
      last.isReplaced
      ? last.source + last.sourceCount
      : min(last.source + bytes.upperBound - last.text, last.source + last.sourceCount)
    return start..<max(start, end)
  }

  private func index(at byte: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].text <= byte { low = middle } else { high = middle }
    }
    return low
  }
}
