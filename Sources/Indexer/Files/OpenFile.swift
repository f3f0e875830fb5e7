import Glibc

/// A plain file that is open to be read piece by piece.
final class OpenFile {
  /// The open file.
  let descriptor: Int32
  /// How the file looked when it was opened.
  let stamp: FileStamp

  /// Opens a file, without waiting for anybody.
  ///
  /// - Throws: The reason why it cannot be read; ``FailureReason/special(_:)`` for a pipe, a socket or
  ///   a device.
  init(_ path: String) throws(FailureReason) {
    let file = PathName.withSystemPath(path) {
      open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    }
    guard file >= 0 else {
      let code = errno
      // Opening a socket fails with a number that says little.
      if code == ENXIO, case .special(let kind) = FileKind(path: path) { throw .special(kind) }
      throw FailureReason(errno: code)
    }
    descriptor = file
    var status = stat()
    guard fstat(file, &status) == 0 else {
      stamp = FileStamp(size: 0, modified: 0, changed: 0)
      throw FailureReason(errno: errno)
    }
    stamp = FileStamp(status)
    switch FileKind(status) {
    case .regular: break
    case .folder: throw .isFolder
    case .special(let kind): throw .special(kind)
    }
  }

  deinit { close(descriptor) }

  /// The hash of the file's bytes.
  func contentHash() throws(FailureReason) -> String { try FileHash.of(descriptor: descriptor) }

  /// The first 64 kB.
  func head() throws(FailureReason) -> [UInt8] {
    try FileHash.read(descriptor, at: 0, count: 1 << 16)
  }

  /// Whether the file is as it was when it was opened.
  func isUnchanged() throws(FailureReason) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FailureReason(errno: errno) }
    return FileStamp(status) == stamp
  }
}
