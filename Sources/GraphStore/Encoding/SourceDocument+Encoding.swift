import GraphModel

extension ByteWriter {
  /// Appends a document's description; the identifier follows from the name.
  mutating func document(_ document: SourceDocument) {
    text(document.name)
    text(document.title)
    text(document.date)
    text(document.language)
    text(document.contentHash)
    number(document.sentenceCount)
  }

  /// Appends ranges of bytes: the distance from the end of the one before, and the length.
  ///
  /// The distance is zigzag-coded (0, -1, 1, -2 … become 0, 1, 2, 3 …), for ranges may overlap.
  mutating func ranges(_ ranges: [Range<Int>]) {
    number(ranges.count)
    var end = 0
    for range in ranges {
      let distance = range.lowerBound - end
      number(distance << 1 ^ distance >> (Int.bitWidth - 1))
      number(range.count)
      end = range.upperBound
    }
  }
}

extension ByteReader {
  /// Reads a document's description.
  mutating func sourceDocument() throws(EncodingFault) -> SourceDocument {
    SourceDocument(
      name: try text(), title: try optionalText(), date: try optionalText(),
      language: try text(), contentHash: try text(), sentenceCount: try number())
  }

  /// Reads ranges that lie in a text of `limit` bytes.
  mutating func ranges(within limit: Int) throws(EncodingFault) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var end = 0
    let total = try count()
    result.reserveCapacity(total)
    for _ in 0..<total {
      let coded = try varint()
      let distance = Int(truncatingIfNeeded: coded >> 1) ^ -Int(truncatingIfNeeded: coded & 1)
      let length = try number()
      let start = end &+ distance
      guard start >= 0, start <= limit, length >= 0, length <= limit - start else { throw .number }
      end = start + length
      result.append(start..<end)
    }
    return result
  }
}
