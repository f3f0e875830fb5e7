import GraphFormats
import Testing

@Suite("Names of formats")
struct ExportFormatTests {
  @Test(
    "a format has its name, short names and file endings",
    arguments: [
      ("turtle", ExportFormat.turtle), ("TTL", .turtle), ("nt", .ntriples), ("jsonl", .jsonl),
      ("csv-nodes", .csvNodes), ("dot", .dot), ("graphml", .graphml),
    ])
  func names(name: String, format: ExportFormat) {
    #expect(ExportFormat(name: name) == format)
  }

  @Test("no name and no file ending stands for two formats")
  func unique() {
    let names = ExportFormat.allCases.flatMap { [$0.rawValue] + $0.otherNames }
    #expect(Set(names).count == names.count)
    let endings = ExportFormat.allCases.flatMap(\.fileExtensions)
    #expect(Set(endings).count == endings.count)
    for format in ExportFormat.allCases {
      for ending in format.fileExtensions {
        #expect(ExportFormat(fileExtension: ending.uppercased()) == format)
      }
    }
    #expect(ExportFormat(name: "docx") == nil)
    #expect(ExportFormat(fileExtension: "") == nil)
  }
}
