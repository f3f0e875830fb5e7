import Documents
public import GraphModel

/// What is wrong with a list of known names.
public enum GazetteerProblem: Error, Hashable, Sendable {
  /// The file has no thing with a name.
  case empty(file: String)
  /// A line has no name; lines count from 1.
  case noName(file: String, line: Int)
  /// A line's identifier makes no IRI.
  case badIdentifier(file: String, line: Int, String)
  /// The header names no column for identifiers or none for names; the columns there are.
  case noColumn(file: String, String, columns: [String])
}

/// Reads lists of known names from tables.
///
/// - **Tab-separated**: a line a thing; its identifier, its class (`Person`, `Organization`, `Place`, a
///   plain word such as `company`, or nothing) and its names, one a column or several parted by `|`.
///   A first line that begins with `id` names the columns: `id`, `type`, `name`, `aliases`, `country`
///   in any order; others are passed over. Lines that begin with `#` are comments.
/// - **OFAC's** `SDN.CSV`, `ALT.CSV` and `ADD.CSV`, as the US Treasury publishes them: give the first
///   with any of the others. They are told by their number of columns.
public enum GazetteerReader {
  /// A file of a list.
  public struct File: Sendable {
    /// Its name, for problems.
    public let name: String
    /// Its bytes: UTF-8, or Latin-1 if they are not.
    public let bytes: [UInt8]

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Reads the files of a list.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - list: The name of the list.
  ///   - base: What stands before an identifier that is no IRI; without it
  ///     ``base(of:)``.
  /// - Returns: The list.
  /// - Throws: What is wrong with the first file that cannot be read, with the line.
  public static func read(
    _ files: [File], list: String, base: String? = nil
  ) throws(GazetteerProblem) -> Gazetteer {
    let base = base ?? Self.base(of: list)
    var things: [KnownThing] = []
    var register = OFACRegister()
    for file in files {
      let text = Self.text(file.bytes)
      if let first = Self.records(text, limit: 1).first, OFACRegister.knows(first),
        !text.utf8.prefix(while: { $0 != 0x0A }).contains(0x09)
      {
        register.add(Self.records(text))
      } else {
        things += try TabTable(text, file: file.name).things(base: base)
      }
    }
    things += register.things(base: base)
    guard !things.isEmpty else { throw .empty(file: files.first?.name ?? "") }
    return Gazetteer(name: list, things: things)
  }

  /// What stands before the identifiers of a list that are no IRIs.
  public static func base(of list: String) -> String {
    "urn:quipu:known:" + PercentEncoding.encoded(list) + ":"
  }

  /// The IRI of an identifier; `nil` if it has characters that none may have.
  static func iri(_ identifier: String, base: String) -> String? {
    guard !identifier.isEmpty else { return nil }
    let scheme = identifier.utf8.prefix { $0 != UInt8(ascii: ":") }
    let isAbsolute =
      scheme.count < identifier.utf8.count && scheme.count > 1
      && scheme.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    if !isAbsolute { return base + PercentEncoding.encoded(identifier) }
    let isLegal = identifier.utf8.allSatisfy { $0 > 0x20 && !Self.forbidden.contains($0) }
    return isLegal ? identifier : nil
  }

  private static let forbidden = Set("<>\"{}|^`\\".utf8)

  /// The class that a word of a list stands for; `nil` for others, which no entity has.
  public static func type(_ word: String) -> String? {
    switch word.lowercased() {
    case "person", "individual", "people", "human": "Person"
    case "organization", "organisation", "company", "corporation", "agency", "party", "entity",
      "ngo", "bank", "team":
      "Organization"
    case "place", "country", "city", "region", "location": "Place"
    default: nil
    }
  }

  /// The records of comma-separated values.
  private static func records(_ text: String, limit: Int = .max) -> [[String]] {
    SeparatedValues.rows(Array(text.utf8)[...], delimiter: UInt8(ascii: ","), limit: limit).map {
      $0.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    var text = ""
    for byte in body { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }
}
