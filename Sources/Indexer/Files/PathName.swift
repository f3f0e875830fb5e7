import Glibc

/// Paths as text: joining, normalising, and the names by which a store knows its documents.
///
/// Everything is done on bytes alone; no symbolic link is followed. The file system's names need
/// not be UTF-8: bytes that are not are written `\xE9` (two capital hexadecimal digits), and a
/// backslash that such a sequence begins with in a name itself is written `\x5C`, so that every name
/// has one text and every text one name.
enum PathName {
  /// The working folder, or `/` if it is gone.
  static func workingFolder() -> String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return text(UnsafeBufferPointer(start: pointer, count: strlen(pointer)))
  }

  /// The absolute path without `.`, `..`, doubled or trailing slashes.
  static func absolute(_ path: String, in folder: String) -> String {
    let full = path.utf8.first == slash ? path : folder + "/" + path
    var parts: [Substring.UTF8View] = []
    for part in full.utf8.split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        _ = parts.popLast()
      } else {
        parts.append(Substring(part).utf8)
      }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// The path of an entry of a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  /// The folder that holds a normalised path.
  static func parent(of path: String) -> String {
    let bytes = path.utf8
    guard let last = bytes.lastIndex(of: slash), last != bytes.startIndex else { return "/" }
    return String(decoding: bytes[..<last], as: UTF8.self)
  }

  /// The path relative to a folder if it is inside, else the path.
  static func name(of path: String, relativeTo folder: String) -> String {
    let prefix = folder == "/" ? "/" : folder + "/"
    guard path.utf8.count > prefix.utf8.count, path.utf8.starts(with: prefix.utf8) else {
      return path
    }
    return String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// Whether a normalised path is a root itself or lies under it.
  static func isPath(_ path: String, under root: String) -> Bool {
    guard path.utf8.starts(with: root.utf8) else { return false }
    let rest = path.utf8.dropFirst(root.utf8.count)
    return rest.isEmpty || root == "/" || rest.first == slash
  }

  /// A path or name and the folders above it, from the longest to the shortest.
  static func upward(from path: String) -> [String] {
    var result = [path]
    var bytes = path.utf8[...]
    while let last = bytes.lastIndex(of: slash), last != bytes.startIndex {
      bytes = bytes[..<last]
      result.append(String(decoding: bytes, as: UTF8.self))
    }
    return result
  }

  private static let slash = UInt8(ascii: "/")
}

extension PathName {
  /// The text of a name of the file system.
  static func text(_ name: UnsafeBufferPointer<CChar>) -> String {
    let bytes = name.map { UInt8(bitPattern: $0) }
    if let text = String(validating: bytes, as: UTF8.self) {
      guard bytes.contains(backslash) else { return text }
      return escaped(bytes)
    }
    return escaped(bytes)
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      var parser = UTF8.ForwardParser()
      var iterator = rest.makeIterator()
      if case .valid(let scalar) = parser.parseScalar(from: &iterator) {
        if byte == backslash, escapedByte(rest) != nil {
          result += Array("\\x5C".utf8)
        } else {
          result += rest.prefix(scalar.count)
        }
        rest = rest.dropFirst(scalar.count)
      } else {
        result += Array("\\x".utf8) + [digit(byte >> 4), digit(byte & 15)]
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of the file system's name for a text; the counterpart of ``text(_:)``.
  static func systemName(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == backslash, let hidden = escapedByte(rest) {
        result.append(hidden)
        rest = rest.dropFirst(4)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// Calls the closure with the file system's form of a path.
  static func withSystemPath<Result>(
    _ path: String, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    guard path.utf8.contains(backslash) else { return path.withCString(body) }
    let bytes = systemName(path).map { CChar(bitPattern: $0) } + [0]
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return "".withCString(body) }
      return body(base)
    }
  }

  /// The absolute path for a path as a user gave it.
  ///
  /// It is taken as it is if there is such a file, else as this type writes names that are not UTF-8.
  static func given(_ path: String, in folder: String) -> String {
    guard path.utf8.contains(backslash) else { return absolute(path, in: folder) }
    let plain = path.withCString { text(UnsafeBufferPointer(start: $0, count: strlen($0))) }
    let found = absolute(plain, in: folder)
    return FileStatus.ofLink(found) == nil ? absolute(path, in: folder) : found
  }

  /// The byte that a sequence such as `\xE9` at the start stands for.
  private static func escapedByte(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    let start = bytes.startIndex
    guard bytes.count >= 4, bytes[start] == backslash, bytes[start + 1] == UInt8(ascii: "x"),
      let high = value(bytes[start + 2]), let low = value(bytes[start + 3])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 65...70: digit - 55
    default: nil
    }
  }

  private static let backslash = UInt8(ascii: "\\")
}
