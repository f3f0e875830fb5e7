import Glibc

/// What the file system has at a path, if it is no plain file.
public enum SpecialFile: String, Hashable, Sendable, CaseIterable {
  /// A named pipe, which may have no end.
  case pipe
  /// A socket.
  case socket
  /// A device.
  case device
}

/// What the file system has at a path.
enum FileKind: Hashable {
  case regular
  case folder
  case special(SpecialFile)

  /// The kind in the system's record of a file.
  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .special(.pipe)
    case S_IFSOCK: self = .special(.socket)
    default: self = .special(.device)
    }
  }

  /// The kind of what is at a path, links followed; `nil` if nothing is or it cannot be told.
  init?(path: String) {
    guard let status = FileStatus.of(path) else { return nil }
    self.init(status)
  }
}

/// Asks the file system about paths.
enum FileStatus {
  /// What the system says of a path, links followed; `nil` with `errno` set if it says nothing.
  static func of(_ path: String) -> stat? {
    var status = stat()
    return PathName.withSystemPath(path) { stat($0, &status) } == 0 ? status : nil
  }

  /// What the system says of a path itself, be it a link.
  static func ofLink(_ path: String) -> stat? {
    var status = stat()
    return PathName.withSystemPath(path) { lstat($0, &status) } == 0 ? status : nil
  }
}
