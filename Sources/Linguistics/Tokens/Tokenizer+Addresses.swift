extension Tokenizer {
  /// Where a web or mail address that starts here ends, or `nil` if none does.
  func addressEnd(_ start: Int, _ end: Int, isFirst: Bool) -> Int? {
    var stop = end
    while stop > start + 1, isTrailing(text.bytes[stop - 1]) { stop -= 1 }
    stop = beforeCurlyClosers(start, stop)
    let run = start..<stop
    guard hasScheme(run) || startsWithWorldWideWeb(run) || isMail(run) else { return nil }
    return stop
  }

  private func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2e, 0x2c, 0x3b, 0x3a, 0x21, 0x3f, 0x29, 0x22, 0x27, 0x3e, 0x5d, 0x7d: true
    default: false
    }
  }

  /// Steps back over curly quotes and stops at the end of a run.
  private func beforeCurlyClosers(_ start: Int, _ end: Int) -> Int {
    var stop = end
    while stop - 3 > start, text.bytes[stop - 3] == 0xe2, text.bytes[stop - 2] == 0x80,
      text.bytes[stop - 1] == 0x9d || text.bytes[stop - 1] == 0x99
    {
      stop -= 3
      while stop > start + 1, isTrailing(text.bytes[stop - 1]) { stop -= 1 }
    }
    return stop
  }

  /// Whether a run holds `scheme://`.
  private func hasScheme(_ run: Range<Int>) -> Bool {
    guard run.count > 6 else { return false }
    for i in run.lowerBound..<min(run.lowerBound + 12, run.upperBound - 3)
    where text.bytes[i] == 0x3a {
      return i > run.lowerBound && text.bytes[i + 1] == 0x2f && text.bytes[i + 2] == 0x2f
    }
    return false
  }

  private func startsWithWorldWideWeb(_ run: Range<Int>) -> Bool {
    guard run.count > 6, text.bytes[run.lowerBound + 3] == 0x2e else { return false }
    return text.lowercased(run.lowerBound..<run.lowerBound + 3) == "www"
  }

  /// Whether a run is `name@host.domain`.
  private func isMail(_ run: Range<Int>) -> Bool {
    guard let at = run.first(where: { text.bytes[$0] == 0x40 }), at > run.lowerBound,
      at + 3 < run.upperBound
    else { return false }
    for i in run where text.kind(at: i, before: run.upperBound) == .mark {
      switch text.bytes[i] {
      case 0x40: if i != at { return false }
      case 0x2e, 0x2d, 0x5f, 0x2b, 0x25: continue
      default: return false
      }
    }
    return text.bytes[at + 1..<run.upperBound].contains(0x2e)
  }
}
