import Foundation
import Testing

/// The arrows that ARCHITECTURE.md draws; every module may also use GraphModel and Foundation.
private let allowed: [String: Set<String>] = [
  "GraphModel": [],
  "GraphAnalytics": [],
  "GraphFormats": ["GraphAnalytics", "CXML", "CResources", "CLZMA"],
  "GraphStore": ["CLMDB"],
  "SPARQL": ["CRegex"],
  "Documents": ["CXML", "CEncoding", "CArchive", "CChildProcess"],
  "Linguistics": ["Documents", "CKernels", "CResources"],
  "Schema": ["GraphFormats", "CResources"],
  "Extraction": ["Documents", "Linguistics", "Schema"],
  "Resolution": ["Extraction", "Schema", "CResources"],
  "Indexer": [
    "Documents", "Linguistics", "Schema", "Extraction", "Resolution", "GraphStore", "CAllocator",
  ],
  "quipu": ["Indexer", "GraphStore", "SPARQL", "GraphFormats", "CHTTP"],
]

private let sources = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Sources").standardizedFileURL

/// SwiftPM lets a target import what its dependencies depend on; this test does not.
@Test("a module imports only what its arrows allow", arguments: allowed.keys.sorted())
func arrows(module: String) throws {
  let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
  let own = Set(folders)
  let arrows = try #require(allowed[module])
  let files = FileManager.default.enumerator(
    at: sources.appending(path: module), includingPropertiesForKeys: nil)
  var count = 0
  for case let file as URL in try #require(files) where file.pathExtension == "swift" {
    count += 1
    let text = try String(contentsOf: file, encoding: .utf8)
    for match in text.matches(of: /(?m)^(?:\w+ )?import (\w+)/) {
      let name = String(match.1)
      guard own.contains(name), name != "GraphModel" else { continue }
      #expect(
        arrows.contains(name),
        "\(module)/\(file.lastPathComponent) imports \(name); draw the arrow in ARCHITECTURE.md first"
      )
    }
  }
  #expect(count > 0, "\(module) holds no Swift file")
}

@Test("every Swift module has its arrows listed")
func listed() throws {
  for folder in try FileManager.default.contentsOfDirectory(atPath: sources.path)
  where !folder.hasPrefix("C") {
    #expect(allowed[folder] != nil, "draw the arrows of \(folder) in ARCHITECTURE.md first")
  }
}
