import Foundation
import GraphModel
import SPARQL

/// What became of a test.
enum Outcome: Hashable {
  case passed
  /// The expected file writes a number in another form than the data that it shows.
  case passedByValue
  case failed(String)
  /// Left out, and why.
  case skipped(String)
}

/// Tests whether a query or update is, or is not, SPARQL.
enum SyntaxRun {
  static func run(_ entry: ManifestEntry) throws -> Outcome {
    guard let file = TestFiles.url(entry.action) else { return .failed("no file") }
    let isUpdate = entry.type.contains("Update") || file.pathExtension == "ru"
    let text = try TestFiles.bytes(file)
    let base = TestFiles.base(file)
    let shouldPass = entry.type.contains("Positive")
    do {
      if isUpdate {
        _ = try Update(text, base: base)
      } else {
        _ = try Query(text, base: base)
      }
    } catch {
      return shouldPass
        ? .failed("\(error.line):\(error.column) \(error.problem)") : .passed
    }
    return shouldPass ? .passed : .failed("accepted")
  }
}
