import GraphModel

/// Tells contents apart: equal hashes are equal bytes.
public enum ContentHash {
  /// SHA-256 of some bytes, 64 lower-case hexadecimal digits; O(*n*).
  public static func hex(_ bytes: [UInt8]) -> String { SHA256.hex(bytes) }
}
