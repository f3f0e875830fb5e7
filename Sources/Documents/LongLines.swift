/// Cuts blocks that are too long to handle at once.
enum LongLines {
  /// Cuts every block longer than `limit` bytes at the last space before the limit.
  ///
  /// - Returns: The blocks and how many were cut.
  static func cut(
    _ blocks: [TextBlock], _ text: [UInt8], limit: Int
  ) -> (blocks: [TextBlock], count: Int) {
    guard blocks.contains(where: { $0.range.count > limit }) else { return (blocks, 0) }
    var result: [TextBlock] = []
    var count = 0
    for block in blocks {
      var rest = block.range
      if rest.count > limit { count += 1 }
      while rest.count > limit {
        var end = rest.lowerBound + limit
        // The later half is searched, so that blocks do not become tiny.
        let low = rest.lowerBound + limit / 2
        if let space = text[low..<end].lastIndex(of: 0x20) {
          end = space
        } else {
          while end > rest.lowerBound + 1, text[end] & 0xc0 == 0x80 { end -= 1 }
        }
        let piece = TextLine.trim(text, rest.lowerBound..<end)
        if !piece.isEmpty { result.append(TextBlock(range: piece, kind: block.kind)) }
        rest = TextLine.trim(text, end..<rest.upperBound)
      }
      if !rest.isEmpty { result.append(TextBlock(range: rest, kind: block.kind)) }
    }
    return (result, count)
  }
}
