import CResources
import GraphModel

/// A part of the page's program as it stands in the page: without indentation and lines of comment.
///
/// The files of the program hold no text that goes over a line, so that this changes nothing.
struct PageProgram {
  let bytes: [UInt8]

  /// A file that is embedded in the binary.
  init(_ file: cresources_file) {
    var bytes: [UInt8] = []
    for line in UnsafeBufferPointer(start: file.start, count: file.count).split(separator: 0x0a) {
      let rest = line.drop { $0 == 0x20 }
      let isComment =
        rest.starts(with: "// ".utf8) || rest.starts(with: "/** ".utf8)
        || rest.starts(with: "* ".utf8) && !rest.contains(UInt8(ascii: "{"))
        || rest.elementsEqual("/**".utf8) || rest.elementsEqual("*/".utf8)
      guard !rest.isEmpty, !isComment else { continue }
      bytes += rest
      bytes.append(0x0a)
    }
    self.bytes = bytes
  }

  /// What a content security policy calls a script of just these bytes.
  var source: String { "'sha256-\(Self.base64(SHA256.digest(bytes)))'" }

  /// Bytes in base 64 (RFC 4648).
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let letter = letters[bits >> (18 - 6 * place) & 63]
        text.append(place > group.count ? UInt8(ascii: "=") : letter)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
