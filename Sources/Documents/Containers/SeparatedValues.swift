/// Rows of cells (RFC 4180): a cell that begins with a quotation mark may hold delimiters, line ends and
/// doubled quotation marks.
public enum SeparatedValues {
  /// The cells of the first rows of a text, O(*n*) in its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - delimiter: What parts cells, a comma or a tab.
  ///   - limit: How many rows to read at most.
  /// - Returns: For each row, the bytes of its cells without quotation marks.
  public static func rows(
    _ bytes: ArraySlice<UInt8>, delimiter: UInt8, limit: Int = .max
  ) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var at = bytes.startIndex
    while at < bytes.endIndex, rows.count < limit {
      let byte = bytes[at]
      at += 1
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if at < bytes.endIndex, bytes[at] == 0x22 {
          cell.append(0x22)
          at += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22 where cell.isEmpty: isQuoted = true
      case delimiter:
        row.append(cell)
        cell = []
      case 0x0a:
        row.append(cell)
        rows.append(row)
        row = []
        cell = []
      case 0x0d where at == bytes.endIndex || bytes[at] == 0x0a: break
      default: cell.append(byte)
      }
    }
    if rows.count < limit, !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
    return rows
  }
}
