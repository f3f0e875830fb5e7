#if canImport(Glibc)
  import Glibc
#endif

/// The bytes of a model file, and its table of sections (layout: `schema/model-format.md`).
///
/// Nothing is copied: sections point into the file.
final class ModelFile: @unchecked Sendable {
  /// The whole file; never written to.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool
  private var sections: [String: Range<Int>] = [:]

  private static let magic: [UInt8] = Array("QUIPUMDL".utf8)
  static let version: UInt32 = 1

  /// Reads the table of a file whose bytes outlive the object.
  convenience init(embedded bytes: UnsafeRawBufferPointer) throws(LinguisticsError) {
    try self.init(bytes, isMapped: false)
  }

  /// Maps a file into memory and checks its checksum.
  convenience init(path: String) throws(LinguisticsError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .model("cannot open \(path)") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw .model("\(path) is empty")
    }
    let count = Int(status.st_size)
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw .model("cannot map \(path)") }
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    try self.init(bytes, isMapped: true)
    guard checksum == storedChecksum else {
      throw .model("the checksum does not match")
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer, isMapped: Bool) throws(LinguisticsError) {
    self.bytes = bytes
    self.isMapped = isMapped
    guard bytes.count >= 64, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw .model("not a model file")
    }
    let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == Self.version else { throw .model("version \(version) is not known") }
    let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == UInt64(bytes.count),
      bytes.count % 8 == 0, count < 4096, 64 + 32 * count <= bytes.count
    else { throw .model("the file is cut short") }
    for index in 0..<count {
      let at = 64 + 32 * index
      let name = String(
        decoding: bytes[at..<at + 16].prefix { $0 != 0 }, as: UTF8.self)
      let start = bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
      let length = bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self)
      guard start <= UInt64(bytes.count), length <= UInt64(bytes.count) - start, start % 64 == 0
      else { throw .model("section \(name) lies outside the file") }
      sections[name] = Int(start)..<Int(start + length)
    }
  }

  deinit {
    if isMapped { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
  }

  /// The checksum that the header tells.
  var storedChecksum: UInt64 { bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self) }

  /// FNV-1a over the 64-bit words after the header.
  private var checksum: UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in stride(from: 64, to: bytes.count, by: 8) {
      state ^= bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      state &*= 0x100_0000_01b3
    }
    return state
  }

  /// The bytes of a section.
  func section(_ name: String) throws(LinguisticsError) -> UnsafeRawBufferPointer {
    guard let range = sections[name] else { throw .model("section \(name) is missing") }
    return UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  /// A section as an array of `count` elements, or of as many as it holds.
  func array<Element: BitwiseCopyable>(
    _ name: String, of type: Element.Type, count: Int? = nil
  ) throws(LinguisticsError) -> UnsafeBufferPointer<Element> {
    let bytes = try section(name)
    guard bytes.count % MemoryLayout<Element>.stride == 0,
      count == nil || bytes.count == count.map({ $0 * MemoryLayout<Element>.stride })
    else { throw .model("section \(name) has a wrong size") }
    return bytes.assumingMemoryBound(to: type)
  }

  /// The lines of a section, each of which ends with a line feed.
  func lines(_ name: String, count: Int) throws(LinguisticsError) -> [String] {
    let lines = try section(name).split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == count + 1, lines.last == "" else {
      throw .model("section \(name) has a wrong number of lines")
    }
    return Array(lines.dropLast())
  }
}
