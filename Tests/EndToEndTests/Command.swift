import Foundation
import Testing

/// The command under test, typed as a user types it, in a folder of its own.
final class Command {
  /// What a run gave.
  struct Result {
    let output: String
    let errors: String
    let status: Int32

    /// The lines of the output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// The binary: the one that `QUIPU_BINARY` names, or the debug build's.
  static let binary =
    ProcessInfo.processInfo.environment["QUIPU_BINARY"].map { URL(filePath: $0) }
    ?? package.appending(path: ".build/debug/quipu")

  /// The working folder.
  let folder: URL

  /// Creates an empty working folder.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "quipu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Types `quipu` and some words.
  @discardableResult
  func quipu(_ words: String..., input: String? = nil) throws -> Result {
    try Self.run(Self.binary, words, in: folder, input: input)
  }

  /// Runs a program to its end.
  static func run(
    _ program: URL, _ words: [String], in folder: URL, input: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["QUIPU_STORE"] = nil
    process.environment = environment
    let scratch = FileManager.default.temporaryDirectory
    let names = (0..<3).map { _ in scratch.appending(path: "quipu-io-\(UUID().uuidString)") }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    try Data((input ?? "").utf8).write(to: names[0])
    try Data().write(to: names[1])
    try Data().write(to: names[2])
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self),
      status: process.terminationStatus)
  }

  /// Writes a file into the working folder.
  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file into the working folder.
  func write(_ data: Data, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Copies the sample documents into the working folder, as `seeds`.
  func copySeeds() throws {
    try FileManager.default.copyItem(
      at: Self.package.appending(path: "seeds"), to: folder.appending(path: "seeds"))
  }

  /// The bytes of an export in each format that holds the whole graph.
  func exports() throws -> [String: String] {
    var result: [String: String] = [:]
    let formats = [
      "jsonl", "graphml", "yed", "gexf", "cyjs", "cx2", "graphology", "node-link", "dot", "neo4j",
      "turtle", "ntriples", "csv", "csv-nodes", "tsv", "tsv-nodes", "vault", "svg", "html",
    ]
    for format in formats {
      let export = try quipu("export", "-f", format, "-q")
      #expect(export.status == 0, "\(format): \(export.errors)")
      result[format] = export.output
    }
    return result
  }
}
