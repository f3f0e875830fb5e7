/// Reads web archives (WARC 1.0 and 1.1, ISO 28500): the pages that were answered, and texts.
///
/// Requests, notes about records and files that are no text (pictures, scripts, style sheets) are
/// passed over, as are answers other than that the page is there. When a page was fetched is not
/// when it was published and is not used.
final class WARCReader: MemberReader {
  private let stream: ByteStream
  private let limits: ContainerLimits
  private var number = 0

  init(_ stream: ByteStream, limits: ContainerLimits) {
    self.stream = stream
    self.limits = limits
  }

  /// Whether a file starts as a record.
  static func isArchive(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: "WARC/".utf8) }

  func next() throws(DocumentError) -> MemberStep? {
    while try skipBlankLines() {
      let headers = try recordHeaders()
      number += 1
      guard let size = headers["content-length"].flatMap({ Int($0) }), size >= 0 else {
        throw .malformed(format: "WARC", detail: "record \(number) has no length")
      }
      let type = headers["warc-type"] ?? ""
      let isAnswer = type == "response"
      let isText = Self.isText(headers["content-type"] ?? "text/plain")
      guard isAnswer || (type == "resource" || type == "conversion") && isText else {
        try pass(size)
        continue
      }
      let suffix = "#\(number)"
      // The lines before a page are few.
      guard size <= limits.memberSize + 1 << 16 else {
        try pass(size)
        return MemberStep(
          suffix: suffix, content: .failure(.memberTooLarge(limit: limits.memberSize)))
      }
      let block = try take(size)
      var metadata = DocumentMetadata()
      metadata.url = headers["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
      if !isAnswer {
        return MemberStep(suffix: suffix, content: .whole(block, .file), metadata: metadata)
      }
      if !metadata.isFromWeb { continue }
      do throws(DocumentError) {
        guard let page = try HTTPAnswer(block, limits: limits).page else { continue }
        return MemberStep(suffix: suffix, content: .whole(page, .file), metadata: metadata)
      } catch {
        return MemberStep(suffix: suffix, content: .failure(error))
      }
    }
    return nil
  }

  /// Whether texts are sent by the name of a media type.
  static func isText(_ type: String) -> Bool {
    let name = type.lowercased().prefix { $0 != ";" }.filter { $0 != " " }
    if name.isEmpty { return true }
    if name.hasPrefix("text/") { return name != "text/css" && !name.contains("script") }
    return name.hasSuffix("+xml") && name != "image/svg+xml"
      || [
        "application/xml", "application/xhtml+xml", "application/pdf", "application/json",
        "application/rtf", "application/msword", "application/epub+zip", "message/rfc822",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      ].contains(name)
  }

  private func skipBlankLines() throws(DocumentError) -> Bool {
    while let byte = try stream.peek(1).first {
      guard byte == 0x0d || byte == 0x0a else { return true }
      _ = try stream.take(1)
    }
    return false
  }

  /// The named fields of a record, names in lower case.
  private func recordHeaders() throws(DocumentError) -> [String: String] {
    guard let version = try stream.line(limit: 1 << 12),
      version.bytes.starts(with: "WARC/".utf8)
    else { throw .malformed(format: "WARC", detail: "what follows record \(number) is no record") }
    var fields: [String: String] = [:]
    while let line = try stream.line(limit: 1 << 16) {
      let text = line.bytes[TextLine.trim(line.bytes, 0..<line.bytes.count)]
      if text.isEmpty { return fields }
      guard fields.count < 1000 else { break }
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: text[..<colon].map(\.asciiLowercased), as: UTF8.self)
      fields[name] = String(
        decoding: text[(colon + 1)...].drop(while: \.isASCIISpace), as: UTF8.self)
    }
    throw .malformed(format: "WARC", detail: "record \(number + 1) is cut off")
  }

  private func pass(_ size: Int) throws(DocumentError) {
    guard try stream.skip(size) == size else { throw cutOff }
  }

  private func take(_ size: Int) throws(DocumentError) -> [UInt8] {
    var block: [UInt8] = []
    while block.count < size {
      let piece = try stream.take(min(1 << 16, size - block.count))
      if piece.isEmpty { throw cutOff }
      block += piece
    }
    return block
  }

  private var cutOff: DocumentError {
    .malformed(format: "WARC", detail: "record \(number) is cut off")
  }
}

extension DocumentMetadata {
  /// Whether it was fetched from the Web: not a name's address, which crawlers note too.
  fileprivate var isFromWeb: Bool { url?.hasPrefix("http") ?? true }
}

/// An answer of a server (RFC 9112) with the page in it.
struct HTTPAnswer {
  /// The page; nil if the answer is another than 200, or no text.
  let page: [UInt8]?

  init(_ block: [UInt8], limits: ContainerLimits) throws(DocumentError) {
    guard let lineEnd = block.firstIndex(of: 0x0a) else {
      page = nil
      return
    }
    let words = block[..<lineEnd].split(separator: 0x20)
    guard words.count >= 2, words[0].starts(with: "HTTP/".utf8), words[1].elementsEqual("200".utf8)
    else {
      page = nil
      return
    }
    let headers = MailHeaders(block, lineEnd + 1..<block.count)
    guard WARCReader.isText(headers.parameters("content-type").value) else {
      page = nil
      return
    }
    var body = Array(block[min(headers.end, block.count)...])
    if headers.parameters("transfer-encoding").value.contains("chunked"),
      let whole = Self.dechunked(body)
    {
      body = whole
    }
    let coding = headers.parameters("content-encoding").value
    switch coding {
    case "", "identity": break
    case "gzip", "x-gzip", "zstd":
      // Crawlers often store pages unpacked and leave the header as it was.
      if body.starts(with: [0x1f, 0x8b]) || body.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) {
        body = try Self.unpacked(body, limits)
      }
    default:
      // So do those whose coding is not known here: text shows.
      guard (try? CharacterDecoder.decode(body)) != nil,
        body.prefix(1 << 12).allSatisfy({ $0 != 0 })
      else { throw .unsupported("content coded as \(coding)") }
    }
    page = body
  }

  private static func unpacked(
    _ body: [UInt8], _ limits: ContainerLimits
  ) throws(DocumentError) -> [UInt8] {
    let reader = try ArchiveReader(
      ByteStream(bytes: body), isZip: false, limits: limits, budget: UnpackingBudget(limits))
    guard let step = try reader.next(), case .stream(let stream) = step.content else { return [] }
    return try stream.takeAll(limit: limits.memberSize)
  }

  /// A body without the sizes of the chunks in which it was sent; nil if it has none.
  private static func dechunked(_ body: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var at = 0
    while at < body.count {
      guard let end = body[at...].prefix(64).firstIndex(of: 0x0a) else { return nil }
      let digits = body[at..<end].prefix { $0 != 0x0d && $0 != UInt8(ascii: ";") && $0 != 0x20 }
      guard !digits.isEmpty, digits.count <= 8,
        let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0
      else { return result.isEmpty ? nil : result }
      if size == 0 { return result }
      let stop = min(body.count, end + 1 + size)
      result += body[(end + 1)..<stop]
      at = stop
      while at < body.count, body[at] == 0x0d || body[at] == 0x0a { at += 1 }
    }
    return result
  }
}
