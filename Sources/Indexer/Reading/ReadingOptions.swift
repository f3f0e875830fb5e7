import GraphModel

/// The limits and names under which files are read.
public struct ReadingOptions: Hashable, Sendable {
  /// The largest document, in bytes.
  public var documentSize = 64 << 20
  /// The most bytes that may come out of one packed file, at all depths together.
  public var unpackedSize = 256 << 30
  /// How many bytes may come out of a packed file for each byte of it.
  public var unpackingRatio = 250
  /// How deep files may be packed in files.
  public var depth = 8
  /// How many documents one file may hold.
  public var members = 10_000_000
  /// The field of a record (of JSON Lines, of a table) that holds its text; `nil` finds it.
  public var textField: String?
  /// The field of a record that holds its title; `nil` finds it.
  public var titleField: String?
  /// The field of a record that holds its date; `nil` finds it.
  public var dateField: String?
  /// The field of a record that names it; `nil` finds it.
  public var idField: String?
  /// The Turtle of a vocabulary of one's own; `nil` takes the program's.
  public var vocabulary: [UInt8]?
  /// The name of the file that it came from.
  public var vocabularyFile: String?

  /// Creates the usual limits.
  public init() {}

  /// One number for all of it.
  var fingerprint: UInt64 {
    var hash = StableHash()
    for number in [documentSize, unpackedSize, unpackingRatio, depth, members] {
      hash.combine(field: String(number))
    }
    for field in [textField, titleField, dateField, idField] {
      hash.combine(field: field ?? "\0")
    }
    return hash.value
  }
}
