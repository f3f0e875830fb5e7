import Glibc

/// What the file system says of a file without opening it; equal stamps are an unchanged file.
///
/// The time of the last change of the inode is part of it, because a program can set the time of
/// the last change of the content back.
struct FileStamp: Hashable, Sendable {
  /// The number of bytes.
  let size: Int
  /// When the content changed, in nanoseconds since 1970.
  let modified: Int
  /// When the inode changed, in nanoseconds since 1970.
  let changed: Int

  /// Creates a stamp from its parts.
  init(size: Int, modified: Int, changed: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// The stamp in the system's record of a file.
  init(_ status: stat) {
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    changed = Int(status.st_ctim.tv_sec) * 1_000_000_000 + Int(status.st_ctim.tv_nsec)
  }
}
