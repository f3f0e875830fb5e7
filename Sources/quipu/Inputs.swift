import Indexer

/// The files that the verbs without a store look at.
enum Inputs {
  /// Reads the files at some paths; what cannot be read is told apart.
  static func read(_ paths: [String]) -> (files: [InputFile], failed: [BuildFailure]) {
    var files: [InputFile] = []
    var failed: [BuildFailure] = []
    for path in paths {
      do throws(FailureReason) {
        files.append(try InputFile(path: path))
      } catch {
        failed.append(BuildFailure(name: path, reason: error))
      }
    }
    return (files, failed)
  }

  /// The reader that is part of the program, with the vocabulary that was named, if one was.
  static func reader(_ invocation: Invocation? = nil) throws(CommandError) -> TextReader {
    var options = ReadingOptions()
    if let invocation { try ReadingArguments.vocabulary(invocation, into: &options) }
    let chosen = options
    return try indexing { () throws(IndexerError) in try TextReader.embedded(options: chosen) }
  }

  /// Tells of what could not be read, and how the verb ended.
  static func report(_ failed: [BuildFailure], found: Bool, _ console: Console) -> ExitCode {
    for failure in failed { console.complain("quipu: " + FailureText.describe(failure)) }
    guard failed.isEmpty else { return .failure }
    return found ? .success : .nothing
  }
}
