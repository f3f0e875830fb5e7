import Glibc
import GraphFormats

/// Writes a file so that it appears whole or not at all.
enum FileOutput {
  /// Writes to a temporary file beside the path, which takes its place at the end.
  ///
  /// After an error the path is as it was, and no temporary file stays. A device or a pipe is written to as it
  /// is, for nothing may take its place.
  static func write<Result>(
    to path: String, _ body: (DescriptorSink) throws -> Result
  ) throws(CommandError) -> Result {
    if isSpecial(path) { return try writeThrough(to: path, body) }
    let temporary = path + ".\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .unwritable(path: path, code: errno) }
    do {
      let result = try body(DescriptorSink(file))
      guard fsync(file) == 0 || errno == EINVAL, close(file) == 0, rename(temporary, path) == 0
      else { throw OutputError.system(code: errno) }
      return result
    } catch let error as OutputError {
      unlink(temporary)
      guard case .system(let code) = error else { throw .unwritable(path: path, code: EIO) }
      throw .unwritable(path: path, code: code)
    } catch {
      close(file)
      unlink(temporary)
      return try reading { throw error }
    }
  }

  /// Whether a path leads to something that is no file and no folder.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  private static func writeThrough<Result>(
    to path: String, _ body: (DescriptorSink) throws -> Result
  ) throws(CommandError) -> Result {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unwritable(path: path, code: errno) }
    defer { close(file) }
    do {
      return try body(DescriptorSink(file))
    } catch OutputError.system(let code) {
      throw .unwritable(path: path, code: code)
    } catch {
      return try reading { throw error }
    }
  }
}
