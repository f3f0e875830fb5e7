/// Records of comma-separated values (RFC 4180).
enum CommaTable {
  /// The records of a text; a quoted cell may hold commas, line ends and doubled quotes.
  ///
  /// O(*n*).
  static func records(_ text: String, limit: Int = .max) -> [[String]] {
    var records: [[String]] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    func close() -> String {
      defer { cell = [] }
      return String(decoding: cell, as: UTF8.self)
    }
    for byte in text.utf8 {
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          isQuoted = false
          wasQuote = true
        } else {
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if wasQuote { cell.append(byte) }
        isQuoted = true
      case UInt8(ascii: ","): cells.append(close())
      case UInt8(ascii: "\n"):
        cells.append(close())
        records.append(cells)
        cells = []
        if records.count == limit { return records }
      case UInt8(ascii: "\r"): break
      default: cell.append(byte)
      }
      wasQuote = false
    }
    if !cell.isEmpty || !cells.isEmpty { records.append(cells + [close()]) }
    return records
  }
}
