import Glibc

/// Reads whole files.
enum FileBytes {
  /// The bytes of a file, or of the standard input.
  ///
  /// - Parameters:
  ///   - path: The path; `nil` is the standard input.
  ///   - limit: The largest number of bytes that is read.
  /// - Returns: All bytes.
  /// - Throws: The reason why the bytes cannot be had.
  static func read(_ path: String?, limit: Int) throws(FailureReason) -> [UInt8] {
    guard let path else { return try read(descriptor: 0, expected: 1 << 16, limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FailureReason(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FailureReason(errno: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
    guard Int(status.st_size) <= limit else {
      throw .tooLarge(bytes: Int(status.st_size), limit: limit)
    }
    return try read(descriptor: descriptor, expected: Int(status.st_size), limit: limit)
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
