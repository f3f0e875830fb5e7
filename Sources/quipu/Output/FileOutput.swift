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
    let temporary = isSpecial(path) ? nil : path + ".\(getpid()).tmp"
    let making = temporary == nil ? 0 : O_CREAT | O_TRUNC
    let file = open(temporary ?? path, O_WRONLY | O_CLOEXEC | making, 0o644)
    guard file >= 0 else { throw .unwritable(path: path, code: errno) }
    do {
      let result = try body(DescriptorSink(file))
      guard fsync(file) == 0 || errno == EINVAL, close(file) == 0,
        temporary.map({ rename($0, path) == 0 }) ?? true
      else { throw OutputError.system(code: errno) }
      return result
    } catch let error as OutputError {
      if let temporary { unlink(temporary) }
      guard case .system(let code) = error else { throw .unwritable(path: path, code: EIO) }
      throw .unwritable(path: path, code: code)
    } catch {
      close(file)
      if let temporary { unlink(temporary) }
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
}
