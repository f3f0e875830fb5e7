import GraphModel

/// What a document's record depends on beside the file's bytes.
struct ReaderVersion: Hashable, Sendable {
  /// The version of the program's readers.
  let program: UInt64
  /// The content of the model.
  let model: UInt64
  /// The content of the vocabulary.
  let vocabulary: UInt64

  /// One number for all of it.
  var fingerprint: UInt64 {
    var hash = StableHash()
    for number in [program, model, vocabulary] { hash.combine(field: String(number)) }
    return hash.value
  }

  /// What changed from another version to this.
  func changes(since old: ReaderVersion) -> Set<ReaderChange> {
    var result: Set<ReaderChange> = []
    if program != old.program { result.insert(.program) }
    if model != old.model { result.insert(.model) }
    if vocabulary != old.vocabulary { result.insert(.vocabulary) }
    return result
  }

  /// The bytes in which a store keeps it.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    for number in [program, model, vocabulary] { RecordWriter.put(fixed: number, to: &bytes) }
    return bytes
  }

  /// Reads it back; `nil` if the bytes hold none.
  init?(decoding bytes: [UInt8]) {
    guard bytes.count == 24 else { return nil }
    self.init(
      program: RecordReader.fixed(bytes[0..<8]), model: RecordReader.fixed(bytes[8..<16]),
      vocabulary: RecordReader.fixed(bytes[16..<24]))
  }

  /// Creates a version from its parts.
  init(program: UInt64, model: UInt64, vocabulary: UInt64) {
    self.program = program
    self.model = model
    self.vocabulary = vocabulary
  }
}

/// Why unchanged files are read again.
public enum ReaderChange: String, Hashable, Sendable, CaseIterable {
  /// Another version of the program read them.
  case program
  /// Another language model read them.
  case model
  /// Another vocabulary was in force.
  case vocabulary
}
