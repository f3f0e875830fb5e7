internal import CResources

/// The names of countries, and the names and postal codes of their states (`schema/places.tsv`).
struct RegionNames: Sendable {
  /// Those of the table that is part of the program.
  static let embedded: RegionNames = {
    let file = cresources_places()
    return RegionNames(UnsafeBufferPointer(start: file.start, count: file.count))
  }()

  private var names: Set<String> = []
  private var codes: Set<String> = []

  /// Reads a table; lines about anything but countries and states are passed over.
  ///
  /// O(*n*) in bytes.
  init(_ bytes: some Collection<UInt8>) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where !line.starts(with: "city\t".utf8) {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count >= 4, cells[0] == "country" || cells[0] == "state" else { continue }
      names.insert(cells[2].lowercased())
      if cells[0] == "state" { codes.insert(cells[3].lowercased()) }
    }
  }

  /// Whether words are such a name, in any case, or such a code that begins with a capital: `in` and `me` are words.
  func contains(_ words: ArraySlice<String>) -> Bool {
    guard let word = words.first else { return false }
    if names.contains(words.joined(separator: " ").lowercased()) { return true }
    return words.count == 1 && codes.contains(word.lowercased())
      && word.unicodeScalars.first?.properties.isUppercase == true
  }
}
