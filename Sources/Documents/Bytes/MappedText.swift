/// A UTF-8 text with the map back to the file that it came from: what one station of the reader
/// hands to the next.
struct MappedText {
  /// The text, valid UTF-8 once it has been decoded.
  var bytes: [UInt8]
  /// Where each byte came from in the file.
  var map: SourceMap

  /// A text that equals its file.
  init(file bytes: [UInt8]) {
    self.bytes = bytes
    map = .identity(count: bytes.count)
  }

  init(bytes: [UInt8], map: SourceMap) {
    self.bytes = bytes
    self.map = map
  }
}

/// Writes a text out of pieces of another, so that the new text's map leads to the same file.
struct MappedTextWriter {
  /// The text that the pieces come from.
  let origin: MappedText
  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  private var runs: [SourceMap.Run] = []
  /// The run of the origin that was used last: pieces mostly come in order.
  private var hint = 0

  init(_ origin: MappedText) {
    self.origin = origin
    bytes.reserveCapacity(origin.bytes.count)
  }

  /// The finished text.
  var text: MappedText { MappedText(bytes: bytes, map: SourceMap(runs: runs)) }

  /// Copies bytes of the origin as they are.
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var run = runIndex(at: range.lowerBound)
    var at = range.lowerBound
    let all = origin.map.runs
    while at < range.upperBound, run < all.count {
      let end = run + 1 < all.count ? min(all[run + 1].text, range.upperBound) : range.upperBound
      let piece = all[run]
      let text = bytes.count + at - range.lowerBound
      if piece.isReplaced {
        add(
          SourceMap.Run(
            text: text, source: piece.source, sourceCount: piece.sourceCount, isReplaced: true))
      } else {
        add(
          SourceMap.Run(
            text: text, source: piece.source + (at - piece.text) * piece.scale,
            sourceCount: (end - at) * piece.scale, isReplaced: false, scale: piece.scale))
      }
      at = end
      run += 1
    }
    hint = max(0, run - 1)
    bytes.append(contentsOf: origin.bytes[range])
  }

  /// Writes bytes that stand for a range of the origin.
  mutating func write(_ replacement: some Collection<UInt8>, for range: Range<Int>) {
    guard !replacement.isEmpty else { return }
    let source = source(of: range)
    add(
      SourceMap.Run(
        text: bytes.count, source: source.lowerBound, sourceCount: source.count, isReplaced: true))
    bytes.append(contentsOf: replacement)
  }

  /// Writes a Unicode scalar that stands for a range of the origin.
  mutating func write(_ scalar: Unicode.Scalar, for range: Range<Int>) {
    write(UTF8Scalars.encode(scalar), for: range)
  }

  /// Writes ASCII bytes each of which stands for `scale` bytes of the origin, which is the file.
  mutating func write(ascii: [UInt8], from start: Int, scale: Int) {
    guard !ascii.isEmpty else { return }
    add(
      SourceMap.Run(
        text: bytes.count, source: start, sourceCount: ascii.count * scale, isReplaced: false,
        scale: scale))
    bytes.append(contentsOf: ascii)
  }

  /// The bytes of the file that a range of the origin came from.
  private mutating func source(of range: Range<Int>) -> Range<Int> {
    guard !origin.map.runs.isEmpty else { return 0..<0 }
    let first = origin.map.runs[runIndex(at: range.lowerBound)]
    if range.isEmpty {
      let at = first.isReplaced ? first.source : first.source + range.lowerBound - first.text
      return at..<at
    }
    if !first.isReplaced, first.scale == 1,
      hint + 1 >= origin.map.runs.count
        || origin.map.runs[hint + 1].text >= range.upperBound
    {
      let start = first.source + range.lowerBound - first.text
      return start..<start + range.count
    }
    return origin.map.source(of: range)
  }

  /// The run of the origin in which a byte lies; O(1) if it is near the last one asked for.
  private mutating func runIndex(at byte: Int) -> Int {
    let all = origin.map.runs
    var index = hint
    if index < all.count, all[index].text <= byte {
      var steps = 0
      while index + 1 < all.count, all[index + 1].text <= byte, steps < 8 {
        index += 1
        steps += 1
      }
      if index + 1 < all.count, all[index + 1].text <= byte { index = origin.map.index(at: byte) }
    } else {
      index = origin.map.index(at: byte)
    }
    hint = index
    return index
  }

  private mutating func add(_ run: SourceMap.Run) {
    if let last = runs.last, !last.isReplaced, !run.isReplaced, last.scale == run.scale,
      last.source + last.sourceCount == run.source,
      last.text + last.sourceCount / last.scale == run.text
    {
      runs[runs.count - 1] = SourceMap.Run(
        text: last.text, source: last.source, sourceCount: last.sourceCount + run.sourceCount,
        isReplaced: false, scale: last.scale)
    } else {
      runs.append(run)
    }
  }
}
