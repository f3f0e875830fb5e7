import Glibc
import GraphFormats

/// Writes a folder of files so that it appears whole or not at all.
enum FolderOutput {
  /// The empty file that tells a folder which an export made, and may replace.
  static let mark = ".quipu-export"

  /// Writes to a temporary folder beside the path, which takes its place at the end.
  ///
  /// A folder that an earlier export made is replaced; another one that holds files is not touched.
  /// After an error the path is as it was, and no temporary folder stays.
  static func write<Result>(
    to path: String, _ body: (FolderTree) throws -> Result
  ) throws(CommandError) -> Result {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let isReplaceable = access(path + "/" + mark, F_OK) == 0
    guard isReplaceable || access(path, F_OK) != 0 || rmdir(path) == 0 else {
      throw .unwritable(path: path, code: errno)
    }
    let temporary = path + ".\(getpid()).tmp"
    guard mkdir(temporary, 0o755) == 0 else { throw .unwritable(path: path, code: errno) }
    do {
      let tree = FolderTree(temporary)
      let result = try body(tree)
      try tree.file(mark) { _ in }
      if isReplaceable {
        let old = path + ".\(getpid()).old"
        guard rename(path, old) == 0 else { throw OutputError.system(code: errno) }
        guard rename(temporary, path) == 0 else {
          let code = errno
          rename(old, path)
          throw OutputError.system(code: code)
        }
        remove(old)
      } else {
        guard rename(temporary, path) == 0 else { throw OutputError.system(code: errno) }
      }
      return result
    } catch let error as OutputError {
      remove(temporary)
      guard case .system(let code) = error else { throw .unwritable(path: path, code: EIO) }
      throw .unwritable(path: path, code: code)
    } catch {
      remove(temporary)
      return try reading { throw error }
    }
  }

  /// Removes a folder and all in it; links are removed, not followed.
  private static func remove(_ path: String) {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let inner = path + "/" + name
      if unlink(inner) != 0 { remove(inner) }
    }
    closedir(folder)
    rmdir(path)
  }
}

/// A folder that files are written into.
final class FolderTree: FileTree {
  private let path: String

  init(_ path: String) { self.path = path }

  func file(_ path: String, _ body: (any ByteSink) throws -> Void) throws {
    let whole = self.path + "/" + path
    if let slash = whole.lastIndex(of: "/") {
      let folder = String(whole[..<slash])
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
        throw OutputError.system(code: errno)
      }
    }
    let file = open(whole, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw OutputError.system(code: errno) }
    do {
      try body(DescriptorSink(file))
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw OutputError.system(code: errno) }
  }
}
