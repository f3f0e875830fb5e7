import Glibc

/// A place that bytes are written to, in order: a file, a pipe, a buffer.
public protocol ByteSink: AnyObject {
  /// Takes the bytes; they are valid during the call alone.
  func write(_ bytes: UnsafeRawBufferPointer) throws
}

/// Keeps what is written in memory.
public final class MemorySink: ByteSink {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty sink.
  public init() {}

  /// Appends the bytes.
  public func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }

  /// What was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Hands what is written to a closure.
public final class ClosureSink: ByteSink {
  private let body: (UnsafeRawBufferPointer) throws -> Void

  /// Creates a sink over a closure.
  public init(_ body: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.body = body }

  /// Calls the closure with the bytes.
  public func write(_ bytes: UnsafeRawBufferPointer) throws { try body(bytes) }
}

/// Writes to an open file descriptor, which stays the caller's to close.
public final class DescriptorSink: ByteSink {
  private let descriptor: Int32

  /// Creates a sink over a file descriptor, such as 1 for standard output.
  public init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Writes all of the bytes, going on after interruptions and short writes.
  ///
  /// - Throws: ``OutputError`` when the system refuses.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    var rest = bytes[...]
    while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, start, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputError.system(code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// Why bytes could not be written.
public enum OutputError: Error, Hashable, Sendable {
  /// The system's error number (`errno`).
  case system(code: Int32)
}
