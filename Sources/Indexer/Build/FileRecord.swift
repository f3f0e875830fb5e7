import GraphModel

/// What a store keeps of a file that was read: how it looked, and what became of it.
///
/// A file that gave nothing has a record too, so that it is not read again before it changes.
struct FileRecord: Hashable, Sendable {
  /// How the file looked; `nil` if that could not be told.
  var stamp: FileStamp?
  /// The hash of the file's bytes.
  var contentHash: String
  /// The reader that read it.
  var fingerprint: UInt64
  /// The limits that it was read under.
  var limits: UInt64
  /// The names of the documents in it, if they are other than one of the file's own name.
  var documents: [String]?
  /// What in it gave nothing, and why.
  var failures: [BuildFailure]

  /// The names of the documents in a file of some name.
  func documents(of name: String) -> [String] { documents ?? [name] }
}

/// The bytes in which a store keeps what became of files.
enum FileTable {
  /// The bytes of a table; equal tables give equal bytes.
  static func encode(_ records: [ByteName: FileRecord]) -> [UInt8] {
    var writer = RecordWriter()
    writer.put(version)
    writer.put(records.count)
    for name in records.keys.sorted() {
      guard let record = records[name] else { continue }
      writer.put(name.text)
      put(record, of: name.text, to: &writer)
    }
    return writer.bytes()
  }

  private static func put(_ record: FileRecord, of name: String, to writer: inout RecordWriter) {
    writer.put(record.stamp == nil ? 0 : 1)
    if let stamp = record.stamp {
      writer.put(stamp.size)
      writer.put(stamp.modified)
      writer.put(stamp.changed)
    }
    writer.put(record.contentHash)
    writer.put(bits: record.fingerprint)
    writer.put(bits: record.limits)
    writer.put(record.documents == nil ? 0 : 1)
    if let documents = record.documents {
      writer.put(documents.count)
      for document in documents { writer.put(tail(of: document, after: name)) }
    }
    writer.put(record.failures.count)
    for failure in record.failures {
      writer.put(tail(of: failure.name, after: name))
      failure.reason.put(to: &writer)
    }
  }

  /// The table in some bytes; empty if they hold none, for it only saves work.
  static func decode(_ bytes: [UInt8]) -> [ByteName: FileRecord] {
    do throws(RecordError) {
      var records: [ByteName: FileRecord] = [:]
      var reader = try RecordReader(bytes[...])
      guard try reader.number() == version else { return [:] }
      for _ in 0..<(try reader.count()) {
        let name = try reader.text()
        records[ByteName(name)] = try record(of: name, from: &reader)
      }
      return records
    } catch {
      return [:]
    }
  }

  private static func record(
    of name: String, from reader: inout RecordReader
  ) throws(RecordError) -> FileRecord {
    var stamp: FileStamp?
    if try reader.flag() {
      stamp = FileStamp(
        size: try reader.number(), modified: try reader.number(), changed: try reader.number())
    }
    var record = FileRecord(
      stamp: stamp, contentHash: try reader.text(), fingerprint: try reader.bits(),
      limits: try reader.bits(), documents: nil, failures: [])
    if try reader.flag() {
      var documents: [String] = []
      for _ in 0..<(try reader.count()) { documents.append(name + (try reader.text())) }
      record.documents = documents
    }
    for _ in 0..<(try reader.count()) {
      record.failures.append(
        BuildFailure(name: name + (try reader.text()), reason: try FailureReason(from: &reader)))
    }
    return record
  }

  private static func tail(of text: String, after name: String) -> String {
    String(decoding: text.utf8.dropFirst(name.utf8.count), as: UTF8.self)
  }

  /// The version of the table's format.
  private static let version = 2

  /// The bytes of a list of names.
  static func encodeNames(_ names: [String]) -> [UInt8] {
    var writer = RecordWriter()
    writer.put(names.count)
    for name in names { writer.put(name) }
    return writer.bytes()
  }

  /// The names in some bytes; empty if they hold none.
  static func decodeNames(_ bytes: [UInt8]) -> [String] {
    do throws(RecordError) {
      var names: [String] = []
      var reader = try RecordReader(bytes[...])
      for _ in 0..<(try reader.count()) { names.append(try reader.text()) }
      return names
    } catch {
      return []
    }
  }
}
