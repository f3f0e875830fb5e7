import Glibc
import GraphFormats

/// Writes a file so that it appears whole or not at all.
enum FileOutput {
  /// Writes to a temporary file beside the path, which takes its place at the end.
  ///
  /// After an error the path is as it was, and no temporary file stays.
  static func write<Result>(
    to path: String, _ body: (DescriptorSink) throws -> Result
  ) throws(CommandError) -> Result {
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
}
