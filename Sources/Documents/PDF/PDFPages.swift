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
    let words = spelledWords()
    let width = textWidth()
    for page in pages {
      var lines = TextLine.split(bytes, page)
      while let first = lines.first, isFurniture(first, furniture) { lines.removeFirst() }
      while let last = lines.last, isFurniture(last, furniture) { lines.removeLast() }
      guard let first = lines.first, !first.range.isEmpty else { continue }
      if let last = writer.bytes.last {
        let goesOn = Self.isOpen(last) && bytes[first.range.lowerBound].isASCIILower
        writer.write(
          goesOn ? [0x20] : [0x0a, 0x0a], for: first.range.lowerBound..<first.range.lowerBound)
      }
      for (i, line) in lines.enumerated() {
        write(line, before: i + 1 < lines.count ? lines[i + 1] : nil, width, words, &writer)
      }
    }
    let cleaned = try TextCleaning.clean(writer.text).text
    guard cleaned.bytes.contains(where: { !$0.isASCIISpace }) else { throw .noMainText }
    return cleaned
  }

  /// Writes a line and what parts it from the next: a space within a paragraph, else a blank line.
  private func write(
    _ line: TextLine, before next: TextLine?, _ width: Int, _ words: SpelledWords,
    _ writer: inout MappedTextWriter
  ) {
    let range = line.range
    // A bullet that was parted from its item.
    if range.count <= 3, !bytes[range].contains(where: { $0.isASCIILetter || $0.isASCIIDigit }) {
      return
    }
    guard let next, !range.isEmpty else {
      writer.copy(range.lowerBound..<endOfWords(range))
      return
    }
    if joins(range, next.range, width) {
      let last = bytes[range.upperBound - 1]
      if last == UInt8(ascii: "-"), range.count > 2, bytes[range.upperBound - 2].isASCIILetter,
        bytes[next.range.lowerBound].isASCIILower
      {
        // The hyphen stays if the word is written with one elsewhere.
        let (head, tail) = (word(before: range.upperBound - 1), word(from: next.range.lowerBound))
        let keeps =
          words.hyphenated.contains(head + [0x2d] + tail) && !words.whole.contains(head + tail)
        writer.copy(range.lowerBound..<range.upperBound - (keeps ? 0 : 1))
        return
      }
      writer.copy(range.lowerBound..<range.upperBound)
      writer.write([0x20], for: range.upperBound..<range.upperBound + 1)
    } else {
      writer.copy(range.lowerBound..<endOfWords(range))
      writer.write([0x0a, 0x0a], for: range.upperBound..<range.upperBound + 1)
    }
  }

  /// Whether the next line goes on with the same paragraph.
  private func joins(_ line: Range<Int>, _ next: Range<Int>, _ width: Int) -> Bool {
    guard let first = next.first.map({ bytes[$0] }) else { return false }
    if bytes[next].starts(with: "•".utf8) || bytes[next].starts(with: "–".utf8) { return false }
    let last = bytes[line.upperBound - 1]
    // Lines that end before a third of the width are items and labels.
    if first.isASCIILower { return line.count * 3 >= width && last != UInt8(ascii: ":") }
    let word = bytes[next].prefix { $0 != 0x20 }.count
    let ends =
      last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: "!")
      || last == UInt8(ascii: ":")
    // A line that ends before the next word had to is the last of its paragraph.
    return (line.count + 1 + word) * 100 >= width * (ends ? 92 : 75)
  }

  /// The end of a line without the number of a footnote after its last full stop.
  private func endOfWords(_ line: Range<Int>) -> Int {
    var at = line.upperBound
    while at > line.lowerBound, bytes[at - 1].isASCIIDigit { at -= 1 }
    guard at < line.upperBound, line.upperBound - at <= 2, at - 4 > line.lowerBound,
      bytes[at - 1] == UInt8(ascii: "."),
      bytes[(at - 4)..<(at - 1)].allSatisfy(\.isASCIILower)
    else { return line.upperBound }
    return at
  }

  /// How long the lines of running text are, in bytes.
  private func textWidth() -> Int {
    var lengths: [Int] = []
    for page in pages {
      lengths += TextLine.split(bytes, page).map(\.range.count).filter { $0 > 20 }
    }
    lengths.sort()
    return lengths.isEmpty ? 80 : lengths[lengths.count * 9 / 10]
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
  private func spelledWords() -> SpelledWords {
    var hyphenated: Set<[UInt8]> = []
    var whole: Set<[UInt8]> = []
    for word in bytes.split(whereSeparator: { !$0.isASCIILetter && $0 != 45 && $0 < 0x80 }) {
      guard word.last != 45, word.count <= 40 else { continue }
      let lower = word.map(\.asciiLowercased)
      if word.contains(45) { hyphenated.insert(lower) } else { whole.insert(lower) }
    }
    return SpelledWords(hyphenated: hyphenated, whole: whole)
  }

  /// How the words of a text are written.
  private struct SpelledWords {
    let hyphenated: Set<[UInt8]>
    let whole: Set<[UInt8]>
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
