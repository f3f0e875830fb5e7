/// Tells files that hold no text from their bytes.
enum FileSignature {
  /// What a file's first bytes tell of it.
  enum Kind: Hashable {
    case text
    case zip
    case pdf
    case rtf
    /// An office document behind a password.
    case encryptedOffice
    /// A picture, a program or another binary format.
    case binary
  }

  /// The kind of a file; that of a PDF may stand some bytes in.
  static func of(_ bytes: [UInt8]) -> Kind {
    if bytes.starts(with: [0x50, 0x4b, 3, 4]) || bytes.starts(with: [0x50, 0x4b, 5, 6]) {
      return .zip
    }
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if bytes.starts(with: "{\\rtf".utf8) { return .rtf }
    if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]),
      bytes.prefix(1 << 16).firstRange(of: encryptedPackage, from: 0) != nil
    {
      return .encryptedOffice
    }
    if isBinary(bytes) {
      return .binary
    }
    return .text
  }

  /// The name of the stream that encrypted office documents have, in UTF-16.
  private static let encryptedPackage: [UInt8] = Array("EncryptedPackage".utf16).flatMap {
    [UInt8(truncatingIfNeeded: $0), 0]
  }

  /// Whether the file starts like a picture, a program, an archive or another binary format.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    for signature in signatures where bytes.starts(with: signature) { return true }
    // RIFF containers and MPEG-4 files have their mark a few bytes in.
    if bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return true }
    if bytes.starts(with: "RIFF".utf8), bytes.count >= 12, bytes[4..<8].contains(where: { $0 < 9 })
    {
      return true
    }
    return false
  }

  private static let signatures: [[UInt8]] = [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a],  // PNG
    [0xff, 0xd8, 0xff],  // JPEG
    Array("GIF87a".utf8), Array("GIF89a".utf8),
    [0x7f, 0x45, 0x4c, 0x46],  // ELF
    [0x1f, 0x8b, 0x08],  // gzip
    [0x28, 0xb5, 0x2f, 0xfd],  // zstd
    [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],  // xz
    [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41],  // bzip2
    [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],  // 7z
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1],  // OLE: old Office files
    Array("SQLite format 3\0".utf8),
    [0x00, 0x61, 0x73, 0x6d],  // WebAssembly
    [0xca, 0xfe, 0xba, 0xbe], [0xcf, 0xfa, 0xed, 0xfe], [0xce, 0xfa, 0xed, 0xfe],  // Java, Mach-O
    Array("OggS".utf8), Array("fLaC".utf8), Array("ID3".utf8) + [0x03], Array("ID3".utf8) + [0x04],
    [0x4d, 0x5a, 0x90, 0x00],  // Windows program
  ]
}
