import CDeflate
import CResources
public import GraphModel

/// Writes a page that shows the graph: one file, no network, every statement with its sentences.
///
/// The page holds the graph as texts and columns of numbers, deflated (see ``PageData``), and the
/// program that draws it (`HTML/Page/`, embedded in the binary). Its content security policy
/// forbids it to load or send anything. Memory grows with the graph: the data is compressed whole.
public struct HTMLWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the page.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let picture = try options.picture ?? GraphPicture(of: source)
    let data = try PageData(source, picture, options)
    var page = ByteWriter(to: sink)
    page.raw(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; \
      form-action 'none'">
      <meta name="generator" content="quipu">
      <title>Quipu</title>
      <style>

      """)
    page.program(cresources_page_style())
    page.raw("</style>\n</head>\n")
    page.program(cresources_page_body())
    let packed = try Self.deflated(data.packed())
    page.raw("<script id=\"data\" type=\"text/plain\" data-length=\"\(packed.count)\">\n")
    try page.base91(packed)
    page.raw("\n</script>\n<script>\n")
    page.program(cresources_page_script())
    page.raw("</script>\n</body>\n</html>\n")
    try page.flush()
    var loss = ExportLoss()
    loss.add(.qualifiers, data.statements.reduce(0) { $0 + $1.statement.content.qualifiers.count })
    return loss
  }

  /// The bytes as a zlib stream.
  private static func deflated(_ bytes: [UInt8]) throws(OutputError) -> [UInt8] {
    let capacity = cdeflate_bound(bytes.count)
    var length = 0
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      bytes.withUnsafeBufferPointer {
        length = cdeflate($0.baseAddress, $0.count, buffer.baseAddress, capacity)
      }
      count = length
    }
    // Only for want of memory (ENOMEM).
    guard length > 0 else { throw .system(code: 12) }
    return result
  }
}

extension ByteWriter {
  /// Writes a file that is embedded in the binary, without indentation and lines of comment.
  ///
  /// The files of the page hold no text that goes over a line, so that this changes nothing.
  fileprivate mutating func program(_ file: cresources_file) {
    let bytes = UnsafeBufferPointer(start: file.start, count: file.count)
    for line in bytes.split(separator: 0x0a) {
      let start = line.firstIndex { $0 != 0x20 } ?? line.endIndex
      let rest = line[start...]
      let isComment =
        rest.starts(with: "// ".utf8) || rest.starts(with: "/** ".utf8)
        || rest.starts(with: "* ".utf8) && !rest.contains(UInt8(ascii: "{"))
        || rest.elementsEqual("/**".utf8) || rest.elementsEqual("*/".utf8)
      guard !rest.isEmpty, !isComment else { continue }
      raw(UnsafeBufferPointer(rebasing: rest))
      byte(0x0a)
    }
  }

  /// Writes bytes in base 91, in one line: 13 bits, the lowest first, become two of the ASCII
  /// characters from `#` to `~` without `<`, so that the text can stand in an element as it is.
  ///
  /// Base 64 would take 8 % more.
  fileprivate mutating func base91(_ bytes: [UInt8]) throws {
    var held: UInt32 = 0
    var count: UInt32 = 0
    func letter(_ value: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: value < 25 ? value + 35 : value + 36)
    }
    for next in bytes {
      held |= UInt32(next) << count
      count += 8
      if count > 12 {
        byte(letter((held & 8191) / 91))
        byte(letter((held & 8191) % 91))
        held >>= 13
        count -= 13
      }
      try checkpoint()
    }
    if count > 0 {
      byte(letter(held / 91))
      byte(letter(held % 91))
    }
  }
}
