/// Text as a part of an IRI or of a form (RFC 3986, section 2.1).
public enum PercentEncoding {
  /// A text with all but ASCII letters, digits and `-._~` as percent signs and the hexadecimal digits of
  /// their UTF-8 bytes.
  ///
  ///     PercentEncoding.encoded("Malmö 1")  // "Malm%C3%B6%201"
  public static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
      default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
