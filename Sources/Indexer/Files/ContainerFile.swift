import Glibc

/// A file with several documents in it, which is read piece by piece.
final class ContainerFile {
  /// The open file.
  let descriptor: Int32
  /// How the file looked when it was opened.
  let stamp: FileStamp
  private let reader: any DocumentReading

  /// Opens a file if it begins as such a file does; `nil` if it does not.
  ///
  /// - Throws: The reason why the file cannot be read at all.
  init?(_ path: String, name: String, reader: any DocumentReading) throws(FailureReason) {
    self.reader = reader
    descriptor = PathName.withSystemPath(path) {
      open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, FileKind(status) == .regular else {
      // Reading it whole tells what is wrong.
      stamp = FileStamp(size: 0, modified: 0, changed: 0)
      return nil
    }
    stamp = FileStamp(status)
    let head = try Self.piece(of: descriptor, at: 0, count: 1 << 16)
    guard reader.isContainer(head: head, name: name) else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether the file is as it was when it was opened.
  func isUnchanged() throws(FailureReason) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FailureReason(errno: errno) }
    return FileStamp(status) == stamp
  }

  /// A hash of the file's bytes, as a hash of the hashes of its pieces.
  func contentHash() throws(FailureReason) -> String {
    var hashes: [UInt8] = []
    var offset = 0
    while true {
      let piece = try Self.piece(of: descriptor, at: offset, count: 4 << 20)
      if piece.isEmpty { break }
      offset += piece.count
      hashes += Array(reader.contentHash(of: piece).utf8)
    }
    return reader.contentHash(of: hashes)
  }

  private static func piece(
    of descriptor: Int32, at offset: Int, count: Int
  ) throws(FailureReason) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, made in
      while made < count {
        let got = pread(
          descriptor, target.baseAddress.map { $0 + made }, count - made, off_t(offset + made))
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        guard got > 0 else { return }
        made += got
      }
    }
    guard code == 0 else { throw FailureReason(errno: code) }
    return bytes
  }
}
