import Glibc

/// Reads whole files.
enum FileBytes {
  /// A file's content.
  struct Content {
    /// All bytes.
    let bytes: [UInt8]
    /// How the file looked while it was read; `nil` if that cannot tell whether it changed.
    let stamp: FileStamp?
  }

  /// How often a file is read anew that changed meanwhile.
  private static let attempts = 3

  /// The content of a file, or of the standard input.
  ///
  /// Never waits for anybody: a pipe, a socket or a device is refused. A file that another program
  /// writes to meanwhile is read again, and refused if it does not come to rest.
  ///
  /// - Parameters:
  ///   - path: The path; `nil` is the standard input.
  ///   - limit: The largest number of bytes that is read.
  ///   - acceptsPipes: Whether the path may lead to a pipe or a device, and is then waited for.
  /// - Returns: The content.
  /// - Throws: The reason why the bytes cannot be had.
  static func read(
    _ path: String?, limit: Int, acceptsPipes: Bool = false
  ) throws(FailureReason) -> Content {
    guard let path else {
      return Content(
        bytes: try read(descriptor: 0, expected: 1 << 16, limit: limit), stamp: nil)
    }
    let waits = acceptsPipes ? 0 : O_NONBLOCK
    let descriptor = PathName.withSystemPath(path) {
      open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | waits)
    }
    guard descriptor >= 0 else { throw failure(opening: path) }
    defer { close(descriptor) }
    for _ in 0..<attempts {
      let before = try status(descriptor)
      switch FileKind(before) {
      case .folder: throw .isFolder
      case .special(let kind):
        guard acceptsPipes else { throw .special(kind) }
        return Content(
          bytes: try read(descriptor: descriptor, expected: 1 << 16, limit: limit), stamp: nil)
      case .regular: break
      }
      guard Int(before.st_size) <= limit else {
        throw .tooLarge(bytes: Int(before.st_size), limit: limit)
      }
      let bytes = try read(descriptor: descriptor, expected: Int(before.st_size), limit: limit)
      let stamp = FileStamp(before)
      if FileStamp(try status(descriptor)) == stamp, bytes.count == stamp.size || stamp.size == 0 {
        return Content(bytes: bytes, stamp: stamp)
      }
      guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FailureReason(errno: errno) }
    }
    throw .changedWhileRead
  }

  /// Why a file could not be opened; opening a socket fails with a number that says little.
  private static func failure(opening path: String) -> FailureReason {
    let code = errno
    if code == ENXIO, case .special(let kind) = FileKind(path: path) { return .special(kind) }
    return FailureReason(errno: code)
  }

  private static func status(_ descriptor: Int32) throws(FailureReason) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FailureReason(errno: errno) }
    return status
  }

  private static func read(
    descriptor: Int32, expected: Int, limit: Int
  ) throws(FailureReason) -> [UInt8] {
    var bytes: [UInt8] = []
    var code: Int32 = 0
    var chunk = max(expected + 1, 1 << 12)
    while true {
      let want = chunk
      let piece = [UInt8](unsafeUninitializedCapacity: want) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, want)
        code = got < 0 ? errno : 0
        count = max(got, 0)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw FailureReason(errno: code) }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else {
        throw .tooLarge(bytes: bytes.count, limit: limit)
      }
      chunk = max(1 << 16, min(bytes.count, 1 << 22))
    }
  }
}
