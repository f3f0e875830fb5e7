/// Where each byte of a document's clean text came from in the file.
///
/// Kept as runs: within a run, text and file advance together, `scale` bytes of the file for each
/// byte of the text or, if the run is `replaced`, the whole run of text stands for the whole run of
/// the file (an entity such as `&amp;`, a character of another encoding). O(log *n*) for a look-up.
public struct SourceMap: Hashable, Sendable {
  /// A run of bytes of the text and the bytes of the file that it came from.
  ///
  /// Takes 16 bytes, so that even a file with a run for each character stays affordable.
  public struct Run: Hashable, Sendable {
    /// The first byte of the run in the clean text.
    public var text: Int { Int(textStart) }
    /// The first byte of the run in the file.
    public var source: Int { Int(sourceStart) }
    /// The number of bytes that the run has in the file.
    public var sourceCount: Int { Int(sourceLength) }
    /// Whether the bytes differ, so that the run maps as a whole.
    public let isReplaced: Bool
    /// How many bytes of the file make one byte of the text: 2 for ASCII letters in UTF-16, else 1.
    public var scale: Int { Int(bytesPerByte) }

    private let bytesPerByte: UInt8
    private let textStart: UInt32
    private let sourceStart: UInt32
    private let sourceLength: UInt32

    /// Creates a run; offsets beyond 4 GiB are cut to that.
    public init(text: Int, source: Int, sourceCount: Int, isReplaced: Bool, scale: Int = 1) {
      textStart = UInt32(clamping: text)
      sourceStart = UInt32(clamping: source)
      sourceLength = UInt32(clamping: sourceCount)
      self.isReplaced = isReplaced
      bytesPerByte = UInt8(clamping: max(1, scale))
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
    let start =
      first.isReplaced
      ? first.source : first.source + (bytes.lowerBound - first.text) * first.scale
    let end =
      last.isReplaced
      ? last.source + last.sourceCount
      : min(
        last.source + (bytes.upperBound - last.text) * last.scale, last.source + last.sourceCount)
    return start..<max(start, end)
  }

  /// The index of the run that a byte of the text lies in.
  func index(at byte: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].text <= byte { low = middle } else { high = middle }
    }
    return low
  }
}
