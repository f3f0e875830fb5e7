/// Reads JSON Lines: an object a line, each a document; also one array of objects, or one object.
final class JSONRecordReader: MemberReader {
  private let stream: ByteStream
  private let limits: ContainerLimits
  private let fields: RecordFields
  private var number = 0
  private var keys = MemberNames()
  /// Whether every object is a line; else objects are told apart by their brackets.
  private let isLines: Bool

  init(_ stream: ByteStream, limits: ContainerLimits, fields: RecordFields) {
    self.stream = stream
    self.limits = limits
    self.fields = fields
    let head = (try? stream.peek(1 << 16)) ?? []
    isLines = Self.startsWithLine(head)
  }

  /// Whether a file's first line is a whole object.
  private static func startsWithLine(_ head: ArraySlice<UInt8>) -> Bool {
    let start = trimmed(head)
    guard start.first == UInt8(ascii: "{") else { return false }
    guard let end = start.firstIndex(of: 0x0a) else {
      // A line longer than what is seen, or a file of one line.
      return true
    }
    return JSONValue(start[..<end]) != nil
  }

  private static func trimmed(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = head.starts(with: [0xef, 0xbb, 0xbf]) ? head.dropFirst(3) : head
    return start.drop(while: \.isASCIISpace)
  }

  /// Whether a file holds objects with a text each.
  static func isRecords(_ head: ArraySlice<UInt8>, name: String, fields: RecordFields) -> Bool {
    let start = trimmed(head)
    var opening = start
    if start.first == UInt8(ascii: "[") { opening = trimmed(start.dropFirst()) }
    guard opening.first == UInt8(ascii: "{"),
      opening.dropFirst().drop(while: \.isASCIISpace).first
        == UInt8(ascii: "\"")
    else { return false }
    let lower = name.lowercased()
    if [".jsonl", ".ndjson", ".json"].contains(where: lower.hasSuffix) { return true }
    // Without the hint of a name it has to be JSON as far as can be seen.
    if let (value, _) = JSONValue.leading(opening), case .object = value { return true }
    return head.count >= 1 << 16 && opening.prefix(400).contains(UInt8(ascii: ":"))
  }

  func next() throws(DocumentError) -> MemberStep? {
    while true {
      guard let record = try isLines ? nextLine() : nextObject() else { return nil }
      number += 1
      if record.isCut {
        return MemberStep(
          suffix: "#\(number)", content: .failure(.memberTooLarge(limit: limits.memberSize)))
      }
      return step(record.bytes)
    }
  }

  private func step(_ bytes: [UInt8]) -> MemberStep {
    guard let value = JSONValue(bytes[...]), case .object(let members) = value else {
      return MemberStep(
        suffix: "#\(number)",
        content: .failure(.malformed(format: "JSON", detail: "record \(number)")))
    }
    let names = members.map(\.name)
    func field(_ wanted: String?, _ usual: [String]) -> JSONValue? {
      RecordFields.index(wanted, usual, in: names).map { members[$0].value }
    }
    func string(_ wanted: String?, _ usual: [String]) -> String? {
      field(wanted, usual).flatMap(Self.words).flatMap { $0.isEmpty ? nil : $0 }
    }
    let suffix = string(fields.id, RecordFields.idNames).flatMap(RecordKey.init).map {
      "#" + keys.unique($0.text)
    }
    let place = suffix ?? "#\(number)"
    guard let text = field(fields.text, RecordFields.textNames).flatMap(Self.words) else {
      return MemberStep(suffix: place, content: .failure(.noTextField(names.prefix(40).map { $0 })))
    }
    var metadata = DocumentMetadata()
    metadata.title = string(fields.title, RecordFields.titleNames)
    metadata.date = string(fields.date, RecordFields.dateNames).flatMap(RecordKey.date)
    metadata.url = string(fields.url, RecordFields.urlNames)
    metadata.source = string(nil, RecordFields.sourceNames)
    if case .array(let people)? = field(nil, RecordFields.authorNames) {
      metadata.authors = people.compactMap(Self.words)
    } else {
      metadata.authors = string(nil, RecordFields.authorNames).map { [$0] } ?? []
    }
    return MemberStep(suffix: place, content: .whole(Array(text.utf8), .record), metadata: metadata)
  }

  /// The words of a value: a string, a number, or strings in a list as paragraphs.
  private static func words(_ value: JSONValue) -> String? {
    if case .array(let parts) = value {
      let texts = parts.compactMap(\.text)
      return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }
    return value.text ?? value["name"]?.text ?? value["text"]?.text
  }

  private func nextLine() throws(DocumentError) -> ByteStream.Line? {
    while var line = try stream.line(limit: limits.memberSize) {
      if line.bytes.starts(with: [0xef, 0xbb, 0xbf]) { line.bytes.removeFirst(3) }
      if line.isCut || !line.bytes.allSatisfy(\.isASCIISpace) { return line }
    }
    return nil
  }

  /// The next object by its brackets, wherever lines end.
  private func nextObject() throws(DocumentError) -> ByteStream.Line? {
    var bytes: [UInt8] = []
    var depth = 0
    var isString = false
    var isEscaped = false
    var isCut = false
    while true {
      let piece = try stream.peek(1 << 12)
      if piece.isEmpty {
        // What is cut off is told as a broken record.
        return bytes.isEmpty ? nil : ByteStream.Line(bytes: bytes, isCut: isCut)
      }
      var used = 0
      var isDone = false
      for byte in piece {
        used += 1
        if depth == 0, byte != UInt8(ascii: "{") { continue }
        if bytes.count < limits.memberSize { bytes.append(byte) } else { isCut = true }
        if isString {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isString = false
          }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isString = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
          depth -= 1
          isDone = depth == 0
        default: break
        }
        if isDone { break }
      }
      _ = try stream.take(used)
      if isDone { return ByteStream.Line(bytes: bytes, isCut: isCut) }
    }
  }
}

/// A record's key as part of a name.
struct RecordKey {
  /// The key without what would make it look like a path.
  let text: String

  /// A key; nil if it is too long or empty.
  init?(_ key: String) {
    guard !key.isEmpty, key.utf8.count <= 200 else { return nil }
    guard key.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7f }) else {
      return nil
    }
    text = key.replacing("..", with: "__")
  }

  /// The date in a field.
  static func date(_ value: String) -> DocumentDate? {
    PublicationDate.value(value).map {
      DocumentDate(value: $0, certainty: .stated, place: .field)
    }
  }
}
