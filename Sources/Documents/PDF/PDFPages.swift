/// The pages of a text that form feeds part, made into one running text.
///
/// What stands at the head or foot of many pages is left out, words that were parted at the end of
/// a line are joined, and a paragraph that goes on over the page is one.
struct PDFPages {
  private let bytes: [UInt8]
  private let pages: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var pages: [Range<Int>] = []
    var start = 0
    for at in bytes.indices where bytes[at] == 0x0c {
      pages.append(start..<at)
      start = at + 1
    }
    if start < bytes.count { pages.append(start..<bytes.count) }
    self.pages = pages
  }

  /// Whether any page has words.
  var hasText: Bool { bytes.contains { !$0.isASCIISpace } }

  /// The pages as parts of the source.
  var parts: [SourcePart] {
    pages.enumerated().map { index, range in
      SourcePart(
        name: "page \(index + 1)", range: range.lowerBound..<min(bytes.count, range.upperBound + 1))
    }
  }

  /// The running text, cleaned, with its map to the bytes of all pages.
  func joined() throws(DocumentError) -> MappedText {
    var writer = MappedTextWriter(MappedText(file: bytes))
    let furniture = repeatedLines()
    let broken = brokenWords()
    for page in pages {
      var lines = TextLine.split(bytes, page)
      while let first = lines.first, isFurniture(first, furniture) { lines.removeFirst() }
      while let last = lines.last, isFurniture(last, furniture) { lines.removeLast() }
      guard let first = lines.first, !first.range.isEmpty else { continue }
      if let last = writer.bytes.last {
        let goesOn = Self.isOpen(last) && bytes[first.range.lowerBound].isASCIILower
        writer.write(
          goesOn ? [0x0a] : [0x0a, 0x0a], for: first.range.lowerBound..<first.range.lowerBound)
      }
      for (i, line) in lines.enumerated() {
        let range = line.range
        let isLast = i + 1 == lines.count
        if !isLast, let next = lines[i + 1].range.first.map({ bytes[$0] }), next.isASCIILower,
          range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: "-"),
          bytes[range.upperBound - 2].isASCIILetter
        {
          // The hyphen stays if the word is written with one elsewhere.
          let tail = word(before: range.upperBound - 1) + word(from: lines[i + 1].range.lowerBound)
          let keeps = broken.hyphenated.contains(
            word(before: range.upperBound - 1) + [0x2d] + word(from: lines[i + 1].range.lowerBound))
          writer.copy(
            range.lowerBound..<range.upperBound - (keeps && !broken.whole.contains(tail) ? 0 : 1))
          continue
        }
        writer.copy(range)
        if !isLast { writer.write([0x0a], for: range.upperBound..<range.upperBound + 1) }
      }
    }
    let cleaned = try TextCleaning.clean(writer.text).text
    guard cleaned.bytes.contains(where: { !$0.isASCIISpace }) else { throw .noMainText }
    return cleaned
  }

  private static func isOpen(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte >= 0x80
  }

  /// A line without its digits, in lower case: "12 The Report" and "13 The Report" are one.
  private func form(_ line: TextLine) -> [UInt8] {
    bytes[line.range].lazy.filter { !$0.isASCIIDigit }.map(\.asciiLowercased)
  }

  private func isFurniture(_ line: TextLine, _ repeated: Set<[UInt8]>) -> Bool {
    if line.range.isEmpty { return true }
    let form = form(line)
    // A page's number.
    if form.allSatisfy({ $0.isASCIISpace || $0 == 45 || $0 == 124 }) {
      return line.range.count <= 12
    }
    return repeated.contains(form)
  }

  /// The forms of lines that stand at the head or foot of at least three pages and of a third.
  private func repeatedLines() -> Set<[UInt8]> {
    guard pages.count >= 3 else { return [] }
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      let lines = TextLine.split(bytes, page).filter { !$0.range.isEmpty }
      let ends = Set((lines.prefix(2) + lines.suffix(2)).filter { $0.range.count <= 200 }.map(form))
      for end in ends { counts[end, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= 3 && $0.value * 3 >= pages.count }.keys)
  }

  /// The words of the text that are written with a hyphen within a line, and those without.
  private func brokenWords() -> (hyphenated: Set<[UInt8]>, whole: Set<[UInt8]>) {
    var hyphenated: Set<[UInt8]> = []
    var whole: Set<[UInt8]> = []
    for word in bytes.split(whereSeparator: { !$0.isASCIILetter && $0 != 45 && $0 < 0x80 }) {
      guard word.last != 45, word.count <= 40 else { continue }
      let lower = word.map(\.asciiLowercased)
      if word.contains(45) { hyphenated.insert(lower) } else { whole.insert(lower) }
    }
    return (hyphenated, whole)
  }

  private func word(before end: Int) -> [UInt8] {
    var start = end
    while start > 0, bytes[start - 1].isASCIILetter, end - start < 40 { start -= 1 }
    return bytes[start..<end].map(\.asciiLowercased)
  }

  private func word(from start: Int) -> [UInt8] {
    var end = start
    while end < bytes.count, bytes[end].isASCIILetter, end - start < 40 { end += 1 }
    return bytes[start..<end].map(\.asciiLowercased)
  }
}
