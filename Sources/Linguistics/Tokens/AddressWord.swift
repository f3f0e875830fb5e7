/// Words that are mail or web addresses or the names of files, and so never a person, place or organisation.
enum AddressWord {
  private static let fileEndings: Set<String> = [
    "csv", "doc", "docx", "gif", "htm", "html", "jpeg", "jpg", "pdf", "png", "ppt", "pptx", "rtf",
    "txt", "xls", "xlsx", "zip",
  ]

  /// Whether a word is such an address; `Booking.com`, which may be a firm, is not.
  ///
  /// O(*n*) in bytes.
  static func matches(_ word: String) -> Bool {
    let bytes = word.utf8
    guard bytes.count > 3 else { return false }
    if let at = bytes.firstIndex(of: 0x40) {
      return at > bytes.startIndex && bytes[at...].contains(0x2e)
    }
    if word.contains("://") || word.lowercased().hasPrefix("www.") { return true }
    guard let dot = bytes.lastIndex(of: 0x2e), dot > bytes.startIndex else { return false }
    return fileEndings.contains(word[bytes.index(after: dot)...].lowercased())
  }
}
