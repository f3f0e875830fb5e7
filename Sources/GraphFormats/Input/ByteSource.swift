import Glibc

/// A place that bytes are read from, in order: a file, a pipe, a buffer.
public protocol ByteSource: AnyObject {
  /// Fills the room, or as much of it as there is to read now, and tells how many bytes it filled.
  ///
  /// - Returns: 0 at the end alone.
  func read(into room: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Reads what is in memory.
public final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let pieceSize: Int
  private var offset = 0

  /// Creates a source over some bytes, given in pieces of at most this size.
  public init(_ bytes: [UInt8], pieceSize: Int = .max) {
    self.bytes = bytes
    self.pieceSize = max(pieceSize, 1)
  }

  /// Copies the next bytes.
  public func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, bytes.count - offset, pieceSize)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { source in
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + count]))
    }
    offset += count
    return count
  }
}

/// Reads an open file descriptor, which stays the caller's to close.
public final class DescriptorSource: ByteSource {
  private let descriptor: Int32

  /// Creates a source over a file descriptor, such as 0 for standard input.
  public init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Reads the next bytes, going on after interruptions.
  ///
  /// - Throws: ``InputError`` when the system refuses.
  public func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    while true {
      let count = Glibc.read(descriptor, room.baseAddress, room.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .system(code: errno) }
    }
  }
}

/// Why bytes could not be read.
public enum InputError: Error, Hashable, Sendable {
  /// The system's error number (`errno`).
  case system(code: Int32)
}
