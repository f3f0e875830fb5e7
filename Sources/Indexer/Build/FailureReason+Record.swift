extension FailureReason {
  /// Adds the reason to a record.
  func put(to writer: inout RecordWriter) {
    switch self {
    case .notFound: writer.put(0)
    case .permissionDenied: writer.put(1)
    case .isFolder: writer.put(2)
    case .system(let code):
      writer.put(3)
      writer.put(Int(code))
    case .empty: writer.put(4)
    case .binary: writer.put(5)
    case .tooLarge(let bytes, let limit):
      writer.put(6)
      writer.put(bytes)
      writer.put(limit)
    case .unsupportedLanguage(let tag):
      writer.put(7)
      writer.put(tag)
    case .entityDeclaration: writer.put(8)
    case .malformed(let format, let detail):
      writer.put(9)
      writer.put(format)
      writer.put(detail)
    case .noMainText: writer.put(10)
    case .special(let kind):
      writer.put(11)
      writer.put(kind.rawValue)
    case .linkLoop: writer.put(12)
    case .changedWhileRead: writer.put(13)
    case .encrypted: writer.put(14)
    case .missingTool(let name):
      writer.put(15)
      writer.put(name)
    case .timedOut(let seconds):
      writer.put(16)
      writer.put(seconds)
    case .noTextField(let fields):
      writer.put(17)
      writer.put(fields.count)
      for field in fields { writer.put(field) }
    case .outOfMemory(let limit): Self.put(18, limit, to: &writer)
    case .memberTooLarge(let limit): Self.put(19, limit, to: &writer)
    case .unpackedTooLarge(let limit): Self.put(20, limit, to: &writer)
    case .tooManyMembers(let limit): Self.put(21, limit, to: &writer)
    case .tooDeep(let limit): Self.put(22, limit, to: &writer)
    case .unpackingRatio(let limit): Self.put(23, limit, to: &writer)
    case .unsafeName(let name):
      writer.put(24)
      writer.put(name)
    case .unsupported(let what):
      writer.put(25)
      writer.put(what)
    }
  }

  private static func put(_ number: Int, _ limit: Int, to writer: inout RecordWriter) {
    writer.put(number)
    writer.put(limit)
  }

  /// Reads a reason from a record.
  init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.number() {
    case 0: self = .notFound
    case 1: self = .permissionDenied
    case 2: self = .isFolder
    case 3: self = .system(code: Int32(truncatingIfNeeded: try reader.number()))
    case 4: self = .empty
    case 5: self = .binary
    case 6: self = .tooLarge(bytes: try reader.number(), limit: try reader.number())
    case 7: self = .unsupportedLanguage(try reader.text())
    case 8: self = .entityDeclaration
    case 9: self = .malformed(format: try reader.text(), detail: try reader.text())
    case 10: self = .noMainText
    case 11:
      guard let kind = SpecialFile(rawValue: try reader.text()) else { throw .damaged }
      self = .special(kind)
    case 12: self = .linkLoop
    case 13: self = .changedWhileRead
    case 14: self = .encrypted
    case 15: self = .missingTool(try reader.text())
    case 16: self = .timedOut(seconds: try reader.number())
    case 17:
      var fields: [String] = []
      for _ in 0..<(try reader.count()) { fields.append(try reader.text()) }
      self = .noTextField(fields)
    case 18: self = .outOfMemory(limit: try reader.number())
    case 19: self = .memberTooLarge(limit: try reader.number())
    case 20: self = .unpackedTooLarge(limit: try reader.number())
    case 21: self = .tooManyMembers(limit: try reader.number())
    case 22: self = .tooDeep(limit: try reader.number())
    case 23: self = .unpackingRatio(limit: try reader.number())
    case 24: self = .unsafeName(try reader.text())
    case 25: self = .unsupported(try reader.text())
    default: throw .damaged
    }
  }
}
