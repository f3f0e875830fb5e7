/// Reads messages (RFC 5322 with MIME): the text parts, subject, sender, date; files that are
/// attached are listed.
///
/// Quoted text of other messages and the signature are told apart as headers: they are not what
/// this message says.
enum MailReader {
  /// Reads a message.
  ///
  /// - Throws: ``DocumentError/noMainText`` if it has no text part that says anything.
  static func read(_ bytes: [UInt8]) throws(DocumentError) -> Draft {
    var message = MailMessage(bytes)
    try message.read(0..<bytes.count, depth: 0, number: "1")
    let headers = MailHeaders(bytes, 0..<bytes.count)
    guard !message.assembly.draft.blocks.isEmpty else { throw .noMainText }
    var metadata = DocumentMetadata()
    metadata.title = headers.words("subject")
    metadata.authors = headers.words("from").map { [sender($0)] } ?? []
    metadata.date = headers.words("date").flatMap(PublicationDate.value).map {
      DocumentDate(value: $0, certainty: .stated, place: .mailHeader)
    }
    metadata.source = headers.words("list-id") ?? headers.words("organization")
    metadata.language = headers.words("content-language")
    metadata.url = headers.words("archived-at").map { $0.filter { $0 != "<" && $0 != ">" } }
    var draft = message.assembly.finished(metadata)
    draft.attachments = message.attachments
    return draft
  }

  /// The name in `"A. Name" <a@b.example>`, or the address.
  private static func sender(_ field: String) -> String {
    guard let open = field.firstIndex(of: "<") else { return field }
    let name = field[..<open].filter { $0 != "\"" }
    let words = name.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? field[open...].filter { $0 != "<" && $0 != ">" } : words
  }
}

/// The parts of a message.
private struct MailMessage {
  let bytes: [UInt8]
  var assembly = DraftAssembly()
  var attachments: [String] = []
  private var parts = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a part with its headers; whether it gave text.
  @discardableResult
  mutating func read(
    _ range: Range<Int>, depth: Int, number: String
  ) throws(DocumentError) -> Bool {
    parts += 1
    guard depth < 50, parts < 10_000 else { return false }
    let headers = MailHeaders(bytes, range)
    let body = min(headers.end, range.upperBound)..<range.upperBound
    let (type, parameters) = headers.parameters("content-type")
    let (disposition, named) = headers.parameters("content-disposition")
    let name = named["filename"] ?? parameters["name"]
    if disposition == "attachment" || name != nil && !type.hasPrefix("multipart/") {
      attachments.append(name ?? "(\(type.isEmpty ? "no name" : type))")
      return false
    }
    switch type {
    case "", "text/plain", "text/html", "text/markdown", "text/enriched":
      return try readText(
        body, headers, charset: parameters["charset"], isHTML: type == "text/html", number: number)
    case "message/rfc822", "message/global":
      return try read(body, depth: depth + 1, number: number + ".1")
    case "multipart/alternative":
      return try readAlternative(split(body, parameters["boundary"]), depth, number)
    case _ where type.hasPrefix("multipart/"):
      var hasText = false
      for (i, part) in split(body, parameters["boundary"]).enumerated() {
        if try read(part, depth: depth + 1, number: "\(number).\(i + 1)") {
          hasText = true
          // What else a page consists of belongs to it.
          if type == "multipart/related" { break }
        }
      }
      return hasText
    default:
      attachments.append("(\(type))")
      return false
    }
  }

  /// Reads the plain text, or else the last form that gives text.
  private mutating func readAlternative(
    _ forms: [Range<Int>], _ depth: Int, _ number: String
  ) throws(DocumentError) -> Bool {
    let types = forms.map { MailHeaders(bytes, $0).parameters("content-type").value }
    let plain = forms.indices.filter { types[$0] == "text/plain" || types[$0].isEmpty }
    let others = forms.indices.filter { !plain.contains($0) }.reversed()
    for i in plain + others
    where try read(forms[i], depth: depth + 1, number: "\(number).\(i + 1)") { return true }
    return false
  }

  private mutating func readText(
    _ body: Range<Int>, _ headers: MailHeaders, charset: String?, isHTML: Bool, number: String
  ) throws(DocumentError) -> Bool {
    let raw = bytes[body]
    let decoded: [UInt8]
    switch headers.parameters("content-transfer-encoding").value {
    case "base64": decoded = TransferCoding.base64(raw)
    case "quoted-printable": decoded = TransferCoding.quotedPrintable(raw)
    default: decoded = Array(raw)
    }
    var draft: Draft
    do throws(DocumentError) {
      let (text, repairs) = try TextDecoding.decode(decoded, declared: charset)
      draft = isHTML ? try MarkupReader.wholePage(text) : PlainTextReader.read(text)
      if !isHTML { MailQuotes.mark(&draft) }
      draft.repairs = repairs
    } catch {
      guard error == .empty || error == .noMainText else { throw error }
      return false
    }
    guard draft.blocks.contains(where: { $0.kind != .header }) else { return false }
    assembly.append(draft, name: "part \(number)", sourceCount: decoded.count)
    return true
  }

  /// The parts between the lines that are the boundary.
  private func split(_ body: Range<Int>, _ boundary: String?) -> [Range<Int>] {
    guard let boundary, !boundary.isEmpty else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var parts: [Range<Int>] = []
    var start: Int?
    var at = body.lowerBound
    while at < body.upperBound {
      var end = at
      while end < body.upperBound, bytes[end] != 0x0a { end += 1 }
      let line = bytes[at..<end]
      let next = min(end + 1, body.upperBound)
      if line.starts(with: mark) {
        let rest = line.dropFirst(mark.count)
        let isClosing = rest.starts(with: "--".utf8)
        if rest.dropFirst(isClosing ? 2 : 0).allSatisfy(\.isASCIISpace) {
          // The line end before the boundary belongs to it.
          if let start { parts.append(start..<max(start, at - 1)) }
          start = isClosing ? nil : next
          if isClosing { return parts }
        }
      }
      at = next
    }
    if let start, start < body.upperBound { parts.append(start..<body.upperBound) }
    return parts
  }
}

/// Tells what a message quotes from what it says.
private enum MailQuotes {
  /// Makes headers of quoted paragraphs, of the line that announces them, and of the signature.
  static func mark(_ draft: inout Draft) {
    let bytes = draft.text.bytes
    var isSignature = false
    for i in draft.blocks.indices {
      let block = draft.blocks[i]
      let text = bytes[block.range]
      let isQuoted = text.first == UInt8(ascii: ">")
      if text.starts(with: "-- ".utf8) || text.elementsEqual("--".utf8) { isSignature = true }
      let next = i + 1 < draft.blocks.count ? draft.blocks[i + 1].range : nil
      let announces =
        text.hasSuffix(ignoringCase: Array("wrote:".utf8))
        && next.map { bytes[$0.lowerBound] == UInt8(ascii: ">") } ?? true
      if isQuoted || announces || isSignature {
        draft.blocks[i] = TextBlock(range: block.range, kind: .header)
      }
    }
  }
}
