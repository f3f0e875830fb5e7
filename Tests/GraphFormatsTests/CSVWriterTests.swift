import GraphFormats
import GraphModel
import Testing

@Suite("CSV")
struct CSVWriterTests {
  private func label(_ text: String) throws -> (cell: String, loss: ExportLoss) {
    let entity = Entity(id: EntityID("e:a"), label: text, types: ["Thing"], isNamed: true)
    let graph = StatementGraph(documents: [], entities: [entity], statements: [])
    let (bytes, loss) = try exported(graph, as: .csvNodes)
    let row = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", maxSplits: 1)[1]
    let start = row.index(row.startIndex, offsetBy: 4)
    return (String(row[start...].prefix(while: { $0 != "E" })), loss)
  }

  @Test(
    "cells that a spreadsheet would run are defused, numbers are left alone",
    arguments: [
      ("=1+1", "'=1+1,"), ("@x", "'@x,"), ("+x", "'+x,"), ("-x", "'-x,"), ("-1.5", "-1.5,"),
      ("+49", "+49,"), ("-", "'-,"), ("\u{ff1d}1", "'\u{ff1d}1,"), ("a=1", "a=1,"),
      ("\t=1", "'\t=1,"),
    ])
  func formulas(text: String, cell: String) throws {
    let (written, loss) = try label(text)
    #expect(written == cell)
    #expect(loss[.protectedCells] == (cell.hasPrefix("'") ? 1 : 0))
  }

  @Test(
    "quotation marks where RFC 4180 wants them",
    arguments: [
      ("a,b", "\"a,b\","), ("a\"b", "\"a\"\"b\","), ("a\nb", "\"a\nb\","), (" a", "\" a\","),
      ("a b", "a b,"),
    ])
  func quoting(text: String, cell: String) throws {
    #expect(try label(text).cell == cell)
  }
}
