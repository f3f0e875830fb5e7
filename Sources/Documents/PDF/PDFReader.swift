/// Reads PDF with poppler's `pdftotext` and `pdfinfo`, which run as programs of their own within
/// limits: a file that hangs or breaks them does no harm.
enum PDFReader {
  /// Reads a file; each page is a part.
  ///
  /// - Throws: What the program came to, or ``DocumentError/noMainText`` for pages of pictures.
  static func read(_ bytes: [UInt8], limits: ProgramLimits) throws(DocumentError) -> Draft {
    let result = try ChildProgram.run(
      "pdftotext", ["-q", "-enc", "UTF-8", "/dev/stdin", "-"], input: bytes, limits: limits)
    if result.status != 0 {
      let info = try ChildProgram.run(
        "pdftotext", ["/dev/stdin", "-"], input: bytes, limits: limits)
      if info.errors.contains("ncorrect password") || info.errors.contains("Encrypt") {
        throw .encrypted
      }
      let first = info.errors.split(separator: "\n").first.map(String.init) ?? "no pages"
      throw .malformed(format: "PDF", detail: first)
    }
    let pages = PDFPages(result.output)
    guard pages.hasText else { throw .noMainText }
    var draft = PlainTextReader.read(try pages.joined())
    draft.parts = pages.parts
    let info = try? ChildProgram.run(
      "pdfinfo", ["-isodates", "-enc", "UTF-8", "/dev/stdin"], input: bytes, limits: limits)
    if let info, info.status == 0 {
      var metadata = properties(info.output)
      metadata.date = draft.metadata.date ?? metadata.date
      metadata.fill(from: draft.metadata)
      draft.metadata = metadata
    }
    return draft
  }

  /// What `pdfinfo` says of the file.
  static func properties(_ output: [UInt8]) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    for line in output.split(separator: 0x0a) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self).collapsed()
      guard !value.isEmpty else { continue }
      switch String(decoding: line[..<colon], as: UTF8.self) {
      case "Title": if isTitle(value) { metadata.title = value }
      case "Author": metadata.authors = [value]
      case "CreationDate":
        metadata.date = PublicationDate.value(value).map {
          DocumentDate(value: $0, certainty: .probable, place: .properties)
        }
      default: break
      }
    }
    return metadata
  }

  /// Programs that print leave the name of their file as a title.
  private static func isTitle(_ value: String) -> Bool {
    let lower = value.lowercased()
    if lower == "untitled" || lower.hasPrefix("microsoft word - ") { return false }
    return ![".doc", ".docx", ".odt", ".indd", ".qxd", ".tex", ".dvi", ".pdf", ".ppt", ".pptx"]
      .contains(where: lower.hasSuffix)
  }
}
