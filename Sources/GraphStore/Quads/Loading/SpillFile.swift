import Glibc

/// A file without a name for what a load cannot hold in memory: written once, then read in order.
final class SpillFile {
  private let file: Int32
  private let folder: String
  private let buffer: UnsafeMutableRawPointer
  private var used = 0
  private var place = 0
  /// How many bytes were written.
  private(set) var size = 0

  private static let bufferSize = 1 << 18
  /// Linux's `O_TMPFILE`, a macro that Swift does not see.
  private static let nameless = 0o20_000_000 | O_DIRECTORY

  /// Makes a file in a folder; it vanishes with its closing.
  init(in folder: String) throws(StoreError) {
    var descriptor = open(folder, Self.nameless | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      // Not every file system has files without names.
      var name = Array((folder + "/load-XXXXXX").utf8CString)
      descriptor = name.withUnsafeMutableBufferPointer { name in
        guard let base = name.baseAddress else { return -1 }
        let made = mkstemp(base)
        if made >= 0 { unlink(base) }
        return made
      }
    }
    guard descriptor >= 0 else { throw StoreError.lmdb(errno, "open", folder) }
    file = descriptor
    self.folder = folder
    buffer = .allocate(byteCount: Self.bufferSize, alignment: 16)
  }

  deinit {
    close(file)
    buffer.deallocate()
  }

  /// Writes bytes behind those written before.
  func write(_ bytes: UnsafeRawBufferPointer) throws(StoreError) {
    var rest = bytes
    while let source = rest.baseAddress, !rest.isEmpty {
      if used == Self.bufferSize { try flush() }
      let count = min(rest.count, Self.bufferSize - used)
      (buffer + used).copyMemory(from: source, byteCount: count)
      used += count
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    size += bytes.count
  }

  /// Writes a plain value.
  @inline(__always)
  func write<Value: BitwiseCopyable>(value: Value) throws(StoreError) {
    let length = MemoryLayout<Value>.size
    if used + length > Self.bufferSize { try flush() }
    buffer.storeBytes(of: value, toByteOffset: used, as: Value.self)
    used += length
    size += length
  }

  private func flush() throws(StoreError) {
    var start = 0
    while start < used {
      let count = pwrite(file, buffer + start, used - start, off_t(place))
      if count < 0 {
        if errno == EINTR { continue }
        throw StoreError.lmdb(errno, "pwrite", folder)
      }
      start += count
      place += count
    }
    used = 0
  }

  /// Ends the writing.
  func finish() throws(StoreError) { try flush() }

  /// Reads bytes from a place; fewer than wanted only at the end.
  func read(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    var filled = 0
    while filled < room.count, let base = room.baseAddress {
      let count = pread(file, base + filled, room.count - filled, off_t(offset + filled))
      if count < 0 {
        if errno == EINTR { continue }
        throw StoreError.lmdb(errno, "pread", folder)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}

/// Reads a part of a spill file in order.
final class SpillReader {
  private let file: SpillFile
  private var offset: Int
  private let end: Int
  private let buffer: UnsafeMutableRawPointer
  private let bufferSize: Int
  private var used = 0
  private var filled = 0

  init(_ file: SpillFile, from offset: Int = 0, to end: Int? = nil, bufferSize: Int = 1 << 16) {
    self.file = file
    self.offset = offset
    self.end = end ?? file.size
    self.bufferSize = bufferSize
    buffer = .allocate(byteCount: bufferSize, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Reads a plain value, or gives `nil` at the end.
  @inline(__always)
  func next<Value: BitwiseCopyable>(_: Value.Type) throws(StoreError) -> Value? {
    let length = MemoryLayout<Value>.size
    if filled - used < length {
      guard try fill(), filled - used >= length else { return nil }
    }
    defer { used += length }
    return buffer.loadUnaligned(fromByteOffset: used, as: Value.self)
  }

  /// Puts so many bytes into an array in place of what it holds.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(StoreError) {
    bytes.removeAll(keepingCapacity: true)
    var rest = count
    while rest > 0 {
      if used == filled, try !fill() { return }
      let part = min(rest, filled - used)
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: buffer + used, count: part))
      used += part
      rest -= part
    }
  }

  private func fill() throws(StoreError) -> Bool {
    let kept = filled - used
    if kept > 0 { buffer.copyMemory(from: buffer + used, byteCount: kept) }
    used = 0
    let wanted = min(bufferSize - kept, end - offset)
    let count = try file.read(
      at: offset, into: UnsafeMutableRawBufferPointer(start: buffer + kept, count: max(wanted, 0)))
    offset += count
    filled = kept + count
    return count > 0
  }
}
