import Glibc

/// A file that is looked at without a store.
public struct InputFile: Hashable, Sendable {
  /// The name to show.
  public let name: String
  /// The content.
  public let bytes: [UInt8]

  /// Creates an input from its content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Reads a file, or with `-` the standard input; its name is the path as it is given.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - limit: The largest number of bytes that is read.
  /// - Throws: The reason why the bytes cannot be had.
  public init(path: String, limit: Int = 1 << 30) throws(FailureReason) {
    let isInput = path == "-"
    bytes = try FileBytes.read(
      isInput ? nil : PathName.given(path, in: PathName.workingFolder()), limit: limit,
      acceptsPipes: true
    ).bytes
    name = isInput ? FileWalk.standardInput : path
  }

  /// The lines that are not blank, with their numbers from 0; an ending `\r` is no part of a line.
  var lines: [(number: Int, bytes: [UInt8])] {
    var result: [(number: Int, bytes: [UInt8])] = []
    let pieces = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    for (number, piece) in pieces.enumerated() {
      let line = piece.last == 0x0d ? piece.dropLast() : piece
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      result.append((number, Array(line)))
    }
    return result
  }
}
