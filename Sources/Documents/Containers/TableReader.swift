/// Reads tables of text (CSV by RFC 4180, TSV): the first row names the columns, each other row is a
/// document.
final class TableReader: MemberReader {
  private let stream: ByteStream
  private let limits: ContainerLimits
  private let fields: RecordFields
  private let delimiter: UInt8
  private let names: [String]
  private let textColumn: Int
  private var number = 0
  private var keys = MemberNames()

  /// Reads the row of names.
  ///
  /// - Throws: ``DocumentError/noTextField(_:)`` if no column holds texts.
  init(
    _ stream: ByteStream, delimiter: UInt8, limits: ContainerLimits, fields: RecordFields
  ) throws(DocumentError) {
    self.limits = limits
    self.fields = fields
    self.delimiter = delimiter
    let head = try stream.peek(1 << 16)
    if head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff]) {
      // Spreadsheets write UTF-16, in which nothing can be told apart byte by byte.
      let bytes = try stream.takeAll(limit: limits.memberSize)
      self.stream = ByteStream(bytes: try CharacterDecoder.decode(bytes).text.bytes)
    } else {
      self.stream = stream
    }
    if try self.stream.peek(3).elementsEqual([0xef, 0xbb, 0xbf]) { _ = try self.stream.skip(3) }
    let sample = Self.rows(try self.stream.peek(1 << 16), delimiter, limit: 200)
    let header = try Self.row(self.stream, delimiter, limit: limits.memberSize)
    names = (header?.cells ?? []).map { String(decoding: $0, as: UTF8.self) }.map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard
      let column = RecordFields.index(fields.text, RecordFields.textNames, in: names)
        ?? (fields.text == nil ? Self.longestColumn(sample, names.count) : nil)
    else { throw .noTextField(names.prefix(40).map { $0 }) }
    textColumn = column
  }

  /// The column with the longest texts, if these are sentences: eight words on average.
  private static func longestColumn(_ rows: [[[UInt8]]], _ count: Int) -> Int? {
    var words = [Int](repeating: 0, count: count)
    for row in rows.dropFirst() {
      for (i, cell) in row.prefix(count).enumerated() {
        words[i] += cell.split(separator: 0x20).count
      }
    }
    guard rows.count > 1, let most = words.max(), most >= 8 * (rows.count - 1) else { return nil }
    return words.firstIndex(of: most)
  }

  /// The delimiter of a table; nil if the file is none.
  ///
  /// A table's first row names columns, of which one has the usual name of a text, or the file's
  /// name says that it is one; and the next rows have as many cells.
  static func delimiter(of head: ArraySlice<UInt8>, name: String, fields: RecordFields) -> UInt8? {
    let lower = name.lowercased()
    let isNamed = [".csv", ".tsv", ".tab"].contains(where: lower.hasSuffix)
    var sample = head
    if head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff]) {
      guard isNamed, let text = try? CharacterDecoder.decode(Array(head)).text.bytes else {
        return nil
      }
      sample = text[...]
    } else if head.starts(with: [0xef, 0xbb, 0xbf]) {
      sample = head.dropFirst(3)
    }
    guard let end = sample.firstIndex(of: 0x0a), !sample.prefix(1 << 12).contains(0) else {
      return nil
    }
    let first = sample[..<end]
    guard first.count <= 4096 else { return nil }
    for delimiter in [0x2c, 0x09, 0x3b, 0x7c] as [UInt8] where first.contains(delimiter) {
      let rows = rows(sample, delimiter, limit: 20)
      guard rows.count >= 2, let header = rows.first, header.count >= 2,
        header.allSatisfy({ $0.count <= 60 && !$0.contains(0x0a) })
      else { continue }
      let names = header.map { String(decoding: $0, as: UTF8.self) }
      let even = rows.dropFirst().count { $0.count == header.count }
      let hasText =
        RecordFields.index(fields.text, RecordFields.textNames, in: names) != nil
        && names.allSatisfy { !$0.isEmpty }
      if isNamed ? even * 2 >= rows.count - 1 : hasText && even == rows.count - 1 {
        return delimiter
      }
    }
    return nil
  }

  func next() throws(DocumentError) -> MemberStep? {
    while let row = try Self.row(stream, delimiter, limit: limits.memberSize) {
      if row.cells.count == 1, row.cells[0].allSatisfy(\.isASCIISpace) { continue }
      number += 1
      if row.isCut {
        return MemberStep(
          suffix: "#\(number)", content: .failure(.memberTooLarge(limit: limits.memberSize)))
      }
      return step(row.cells)
    }
    return nil
  }

  private func step(_ cells: [[UInt8]]) -> MemberStep {
    func string(_ wanted: String?, _ usual: [String]) -> String? {
      guard let index = RecordFields.index(wanted, usual, in: names), index < cells.count,
        !cells[index].isEmpty
      else { return nil }
      return String(decoding: cells[index], as: UTF8.self)
    }
    let key = string(fields.id, RecordFields.idNames).flatMap(RecordKey.init)
    let suffix = key.map { "#" + keys.unique($0.text) } ?? "#\(number)"
    guard cells.count > textColumn else {
      return MemberStep(
        suffix: suffix,
        content: .failure(
          .malformed(format: "CSV", detail: "row \(number) has \(cells.count) cells")))
    }
    var metadata = DocumentMetadata()
    metadata.title = string(fields.title, RecordFields.titleNames)
    metadata.date = string(fields.date, RecordFields.dateNames).flatMap(RecordKey.date)
    metadata.url = string(fields.url, RecordFields.urlNames)
    metadata.source = string(nil, RecordFields.sourceNames)
    metadata.authors = string(nil, RecordFields.authorNames).map { [$0] } ?? []
    return MemberStep(
      suffix: suffix, content: .whole(cells[textColumn], .record), metadata: metadata)
  }

  /// A row of a table.
  struct Row {
    var cells: [[UInt8]]
    /// Whether it was longer than the limit.
    var isCut: Bool
  }

  /// The next row, nil at the end; line ends within quotation marks belong to a cell.
  private static func row(
    _ stream: ByteStream, _ delimiter: UInt8, limit: Int
  ) throws(DocumentError) -> Row? {
    guard var line = try stream.line(limit: limit) else { return nil }
    var isCut = line.isCut
    // A quotation mark at the start of a cell opens it until the next that stands alone.
    var quotes = QuoteState()
    quotes.pass(line.bytes, delimiter)
    while !isCut, quotes.isQuoted,
      let more = try stream.line(limit: max(1, limit - line.bytes.count))
    {
      line.bytes += more.bytes
      quotes.pass(more.bytes, delimiter)
      isCut = more.isCut || line.bytes.count >= limit
    }
    return Row(
      cells: SeparatedValues.rows(line.bytes[...], delimiter: delimiter, limit: 1).first ?? [[]],
      isCut: isCut)
  }

  /// Whether a row goes on in the next line.
  private struct QuoteState {
    private(set) var isQuoted = false
    private var isStart = true

    mutating func pass(_ bytes: [UInt8], _ delimiter: UInt8) {
      for byte in bytes {
        if byte == 0x22 {
          if isQuoted || isStart { isQuoted.toggle() }
          // Two of them within a cell are one: the second opens it again.
          isStart = !isQuoted
        } else {
          isStart = !isQuoted && (byte == delimiter || byte == 0x0a)
        }
      }
    }
  }

  /// The first rows of a sample, the last of which may be cut off and is left out.
  private static func rows(
    _ sample: ArraySlice<UInt8>, _ delimiter: UInt8, limit: Int
  ) -> [[[UInt8]]] {
    var rows = SeparatedValues.rows(sample, delimiter: delimiter, limit: limit + 1)
    if rows.count > 2, sample.last != 0x0a || rows.count > limit { rows.removeLast() }
    return rows
  }
}
