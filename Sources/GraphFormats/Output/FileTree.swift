/// A place that files with paths are written to, one after another: a folder, an archive.
public protocol FileTree: AnyObject {
  /// Writes a file; the closure gets the place for its bytes.
  ///
  /// Paths are relative, with `/` between the parts.
  func file(_ path: String, _ body: (any ByteSink) throws -> Void) throws
}

/// Keeps the files in memory, in the order in which they were written.
public final class MemoryTree: FileTree {
  /// The files.
  public private(set) var files: [(path: String, bytes: [UInt8])] = []

  /// Creates an empty tree.
  public init() {}

  /// Adds a file.
  public func file(_ path: String, _ body: (any ByteSink) throws -> Void) throws {
    let sink = MemorySink()
    try body(sink)
    files.append((path, sink.bytes))
  }
}

/// Writes the files as a tar archive (POSIX pax), so that formats of several files can be one stream.
///
/// Each file is held in memory until its length is known. Times are 0 and owners nobody, so that
/// the same files give the same bytes.
public final class TarArchive: FileTree {
  private let sink: any ByteSink

  /// Creates an empty archive.
  public init(to sink: any ByteSink) { self.sink = sink }

  /// Adds a file.
  public func file(_ path: String, _ body: (any ByteSink) throws -> Void) throws {
    let content = MemorySink()
    try body(content)
    // A long or non-ASCII path stands in a header of its own.
    if path.utf8.count > 99 || !path.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) {
      let record = Self.record("path", path)
      try entry("pax", type: UInt8(ascii: "x"), record)
      try entry("long", type: UInt8(ascii: "0"), content.bytes)
    } else {
      try entry(path, type: UInt8(ascii: "0"), content.bytes)
    }
  }

  /// Ends the archive.
  public func finish() throws { try write([UInt8](repeating: 0, count: 1024)) }

  /// A line of a pax header, which begins with its own length.
  private static func record(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n".utf8
    var length = rest.count + 1
    while String(length).utf8.count + rest.count != length { length += 1 }
    return Array(String(length).utf8) + Array(rest)
  }

  private func entry(_ name: String, type: UInt8, _ content: [UInt8]) throws {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      for (index, byte) in text.utf8.enumerated() { header[place + index] = byte }
    }
    func octal(_ number: Int, digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    put(name, at: 0)
    put(octal(0o644, digits: 7), at: 100)
    put(octal(0, digits: 7), at: 108)
    put(octal(0, digits: 7), at: 116)
    put(octal(content.count, digits: 11), at: 124)
    put(octal(0, digits: 11), at: 136)
    put("        ", at: 148)
    header[156] = type
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = header.reduce(0) { $0 + Int($1) }
    put(octal(sum, digits: 6), at: 148)
    header[154] = 0
    try write(header)
    try write(content)
    try write([UInt8](repeating: 0, count: (512 - content.count % 512) % 512))
  }

  private func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { if !$0.isEmpty { try sink.write($0) } }
  }
}
