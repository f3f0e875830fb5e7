import CArchive
import Glibc

/// What has come out of a file so far, at all depths.
final class UnpackingBudget {
  private let limits: ContainerLimits
  private var bytes = 0
  private var members = 0

  init(_ limits: ContainerLimits) { self.limits = limits }

  /// Counts bytes that were unpacked.
  func charge(bytes more: Int) throws(DocumentError) {
    bytes += more
    guard bytes <= limits.totalSize else { throw .unpackedTooLarge(limit: limits.totalSize) }
  }

  /// Counts a member.
  func chargeMember() throws(DocumentError) {
    members += 1
    guard members <= limits.count else { throw .tooManyMembers(limit: limits.count) }
  }
}

/// Reads archives and compressed files: zip, tar, gzip, bzip2, xz, zstd.
final class ArchiveReader: MemberReader {
  private let limits: ContainerLimits
  private let budget: UnpackingBudget
  private let input: ArchiveInput
  private let archive: OpaquePointer
  private let format: String
  private var names = MemberNames()
  /// The bytes that came out so far.
  private var unpacked = 0
  /// The number of the entry that is open: an older one's stream has ended.
  private var entry = 0
  private var isAtEnd = false

  /// Opens an archive.
  ///
  /// - Throws: ``DocumentError/memberTooLarge(limit:)`` for a zip file in another file that is
  ///   larger than the limit: it has to be in memory.
  init(
    _ stream: ByteStream, isZip: Bool, limits: ContainerLimits, budget: UnpackingBudget
  ) throws(DocumentError) {
    self.limits = limits
    self.budget = budget
    format = isZip ? "zip" : "archive"
    if isZip, stream.file == nil {
      input = ArchiveInput(bytes: try stream.takeAll(limit: limits.memberSize))
    } else {
      input = ArchiveInput(stream, isSeekable: isZip)
    }
    guard let opened = carchive_open(isZip ? CARCHIVE_ZIP : CARCHIVE_STREAM, input.callbacks) else {
      throw .system(code: ENOMEM)
    }
    archive = opened
  }

  deinit { carchive_close(archive) }

  func next() throws(DocumentError) -> MemberStep? {
    while !isAtEnd {
      var found = carchive_entry()
      let result = carchive_next(archive, &found)
      try input.rethrow()
      guard result == CARCHIVE_ENTRY else {
        isAtEnd = true
        guard result == CARCHIVE_END else { throw malformed }
        // Without the directory at its end libarchive reads what there is and says nothing.
        if format == "zip", !(try input.hasZipDirectory()) {
          throw .malformed(format: format, detail: "the directory at its end is missing")
        }
        return nil
      }
      entry += 1
      if found.is_raw != 0 { return MemberStep(suffix: "", content: .stream(stream())) }
      // A hostile header may have millions of entries with nothing in them.
      try budget.chargeMember()
      guard found.is_file != 0 else { continue }
      let written = String(cString: found.path)
      guard let path = MemberNames.path(written) else {
        return MemberStep(
          suffix: "/" + names.unique(MemberNames.flat(written)),
          content: .failure(.unsafeName(written)))
      }
      let suffix = "/" + names.unique(path)
      if found.is_encrypted != 0 {
        return MemberStep(suffix: suffix, content: .failure(.encrypted))
      }
      return MemberStep(suffix: suffix, content: .stream(stream()))
    }
    return nil
  }

  private var malformed: DocumentError {
    .malformed(format: format, detail: String(cString: carchive_message(archive)))
  }

  /// The bytes of the open entry.
  private func stream() -> ByteStream {
    let number = entry
    return ByteStream { [self] () throws(DocumentError) -> [UInt8] in
      guard entry == number else { return [] }
      var result: Int64 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { target, count in
        result = carchive_read(archive, target.baseAddress, target.count)
        count = max(0, Int(result))
      }
      try input.rethrow()
      guard result >= 0 else { throw malformed }
      unpacked += piece.count
      guard unpacked <= limits.ratioFloor || unpacked / limits.ratio <= input.consumed else {
        isAtEnd = true
        throw .unpackingRatio(limit: limits.ratio)
      }
      try budget.charge(bytes: piece.count)
      return piece
    }
  }
}

/// Hands the bytes of an archive to libarchive.
private final class ArchiveInput {
  private let stream: ByteStream?
  private let bytes: [UInt8]
  private let size: Int
  private var position = 0
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var error: DocumentError?
  private let isSeekable: Bool
  /// How many bytes were handed over.
  private(set) var consumed = 0

  init(bytes: [UInt8]) {
    stream = nil
    self.bytes = bytes
    size = bytes.count
    isSeekable = true
  }

  init(_ stream: ByteStream, isSeekable: Bool) {
    self.stream = stream
    bytes = []
    var status = stat()
    size = stream.file.map { fstat($0, &status) == 0 ? Int(status.st_size) : 0 } ?? 0
    self.isSeekable = isSeekable && stream.file != nil
  }

  deinit { buffer.deallocate() }

  /// Throws what went wrong within a callback.
  func rethrow() throws(DocumentError) {
    if let error { throw error }
  }

  var callbacks: carchive_input {
    carchive_input(
      user: Unmanaged.passUnretained(self).toOpaque(),
      read: { user, bytes in
        guard let user else { return -1 }
        let input = Unmanaged<ArchiveInput>.fromOpaque(user).takeUnretainedValue()
        bytes?.pointee = UnsafeRawPointer(input.buffer.baseAddress)
        return input.read()
      },
      seek: isSeekable
        ? { user, offset, whence in
          guard let user else { return -1 }
          let input = Unmanaged<ArchiveInput>.fromOpaque(user).takeUnretainedValue()
          return input.seek(offset, whence)
        } : nil)
  }

  /// Whether the record with which a zip file ends is there; only a comment may follow it.
  func hasZipDirectory() throws(DocumentError) -> Bool {
    let count = min(size, 22 + 1 << 16)
    let tail: [UInt8]
    if let file = stream?.file {
      tail = try ByteStream.read(file, at: size - count, count: count)
    } else {
      tail = Array(bytes.suffix(count))
    }
    return tail.firstRange(of: [0x50, 0x4b, 5, 6], from: 0) != nil
  }

  private func read() -> Int64 {
    do throws(DocumentError) {
      let piece: ArraySlice<UInt8>
      if let stream {
        if isSeekable, let file = stream.file {
          piece = try ByteStream.read(file, at: position, count: buffer.count)[...]
        } else {
          piece = try stream.take(buffer.count)
        }
      } else {
        piece = bytes[position..<min(bytes.count, position + buffer.count)]
      }
      buffer.copyBytes(from: piece)
      position += piece.count
      consumed += piece.count
      return Int64(piece.count)
    } catch {
      self.error = error
      return -1
    }
  }

  private func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
    let start =
      switch whence {
      case SEEK_SET: 0
      case SEEK_CUR: position
      default: size
      }
    let (place, overflow) = start.addingReportingOverflow(Int(offset))
    guard !overflow, place >= 0, place <= size else { return -1 }
    position = place
    return Int64(place)
  }
}
