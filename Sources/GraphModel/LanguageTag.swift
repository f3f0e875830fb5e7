/// Language tags, whose case means nothing (RFC 5646, section 2.1.1).
public enum LanguageTag {
  /// Brings the tag that `bytes` end with into the usual case: `en-US`, `zh-Hant-TW`, `de-x-us`.
  ///
  /// Languages are in small letters, regions in capitals, scripts with a capital first. Two tags
  /// are equal when their usual forms are.
  public static func normalize(_ bytes: inout [UInt8], from first: Int = 0) {
    var start = first
    var isFirst = true
    var followsSingleton = false
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "-")) ?? bytes.endIndex
      let isPlain = isFirst || followsSingleton
      for place in start..<end {
        let letter = bytes[place]
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter | 0x20) else { continue }
        let isCapital =
          !isPlain && (end - start == 2 || end - start == 4 && place == start)
        bytes[place] = isCapital ? letter & 0xdf : letter | 0x20
      }
      followsSingleton = followsSingleton || end - start == 1
      isFirst = false
      start = end < bytes.endIndex ? end + 1 : end
    }
  }

  /// The tag in the usual case.
  public static func normalized(_ tag: String) -> String {
    var bytes = Array(tag.utf8)
    normalize(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
