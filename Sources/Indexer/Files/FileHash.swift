import Documents
import Glibc

/// Tells whether a file's bytes are those that were read: a hash of the hashes of its pieces, so that a
/// file need not be in memory.
enum FileHash {
  private static let piece = 4 << 20

  /// The hash of a file that is in memory.
  static func of(_ bytes: [UInt8]) -> String {
    guard bytes.count > piece else { return whole([ContentHash.hex(bytes)]) }
    return whole(
      stride(from: 0, to: bytes.count, by: piece).map {
        ContentHash.hex(Array(bytes[$0..<min(bytes.count, $0 + piece)]))
      })
  }

  /// The hash of an open file.
  static func of(descriptor: Int32) throws(FailureReason) -> String {
    var hashes: [String] = []
    var offset = 0
    while true {
      let bytes = try read(descriptor, at: offset, count: piece)
      if bytes.isEmpty, offset > 0 { break }
      hashes.append(ContentHash.hex(bytes))
      offset += bytes.count
      if bytes.count < piece { break }
    }
    return whole(hashes)
  }

  private static func whole(_ hashes: [String]) -> String {
    ContentHash.hex(hashes.flatMap { Array($0.utf8) })
  }

  /// Bytes of an open file from a place on; fewer at its end.
  static func read(
    _ descriptor: Int32, at offset: Int, count: Int
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
