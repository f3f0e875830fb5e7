import Glibc

/// Paths as text: joining, normalising, and the names by which a store knows its documents.
///
/// Everything is done on the text alone; no symbolic link is followed.
enum PathName {
  /// The working folder, or `/` if it is gone.
  static func workingFolder() -> String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The absolute path without `.`, `..`, doubled or trailing slashes.
  static func absolute(_ path: String, in folder: String) -> String {
    let full = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The folder that holds a normalised path.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The path relative to a folder if it is inside, else the path.
  static func name(of path: String, relativeTo folder: String) -> String {
    let prefix = folder == "/" ? "/" : folder + "/"
    guard path.hasPrefix(prefix), path.utf8.count > prefix.utf8.count else { return path }
    return String(path.dropFirst(prefix.count))
  }

  /// Whether a normalised path is a root itself or lies under it.
  static func isPath(_ path: String, under root: String) -> Bool {
    path == root || path.hasPrefix(root == "/" ? "/" : root + "/")
  }
}
