/// Finds out quickly whether a line starts with one of many ASCII phrases, in either case.
struct PrefixTable {
  /// The phrases by their first byte in lower case.
  private let byLead: [[[UInt8]]]

  /// Creates the table of lower-case phrases.
  init(_ phrases: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      if let lead = bytes.first { table[Int(lead)].append(bytes) }
    }
    byLead = table
  }

  /// The length of the first phrase that the line starts with; nil if it starts with none.
  func match(_ line: ArraySlice<UInt8>) -> Int? {
    guard let lead = line.first else { return nil }
    let phrases = byLead[Int(lead.asciiLowercased)]
    for phrase in phrases where line.hasPrefix(ignoringCase: phrase) { return phrase.count }
    return nil
  }
}
