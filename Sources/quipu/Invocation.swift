import Glibc
import GraphModel
import GraphStore
import Indexer

/// One run of a verb: what was typed, and where to write.
struct Invocation: Sendable {
  /// What was typed after the verb.
  let arguments: ParsedArguments
  /// Where output goes.
  nonisolated(unsafe) let console: Console

  /// Whether JSON Lines were asked for.
  var json: Bool { arguments.flags.contains("json") }

  /// The working folder.
  var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// The folder of the store that was asked for, by option or environment, if any.
  var chosenStore: String? {
    if let path = arguments.value("store") { return path }
    guard let path = getenv("QUIPU_STORE") else { return nil }
    let text = String(cString: path)
    return text.isEmpty ? nil : text
  }

  /// The folder of the store: the one that was asked for, or the nearest one upwards.
  func store() throws(CommandError) -> String {
    guard let path = chosenStore ?? GraphStore.find(from: workingFolder) else {
      throw .noStore(workingFolder)
    }
    return path
  }

  /// The folder of the store as ``store()`` gives it, or the one to make in the working folder.
  var storeToMake: String {
    chosenStore ?? GraphStore.find(from: workingFolder) ?? workingFolder + "/.quipu"
  }

  /// A snapshot of the store to read.
  func snapshot() throws(CommandError) -> GraphSnapshot {
    let path = try store()
    do {
      return try GraphStore.open(at: path, access: .readOnly).snapshot()
    } catch {
      throw .store(error)
    }
  }

  /// The number that an option gives, or the default.
  func number(_ option: String, default fallback: Int) throws(CommandError) -> Int {
    do { return try arguments.number(option, default: fallback) } catch { throw .usage(error) }
  }

  /// The fraction that an option gives, or the default.
  func fraction(_ option: String, default fallback: Double) throws(CommandError) -> Double {
    do { return try arguments.fraction(option, default: fallback) } catch { throw .usage(error) }
  }
}

/// Runs reads of a store, whose errors become the command's.
func reading<Result>(_ body: () throws -> Result) throws(CommandError) -> Result {
  do {
    return try body()
  } catch let error as CommandError {
    throw error
  } catch let error as StoreError {
    throw .store(error)
  } catch {
    throw .unexpected(String(describing: error))
  }
}

/// Runs an indexer's work, whose errors become the command's.
func indexing<Result>(
  _ body: () throws(IndexerError) -> Result
) throws(CommandError) -> Result {
  do {
    return try body()
  } catch {
    throw .indexer(error)
  }
}
