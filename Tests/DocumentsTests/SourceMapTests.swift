import Documents
import Foundation
import Testing

/// The promise of the source map: the bytes it gives for a character of the clean text are the bytes
/// that were that character in the file.
@Suite("Source map")
struct SourceMapTests {
  /// Checks every code point; `decode` reads the bytes of one.
  private func check(
    _ file: [UInt8], name: String = "a.txt", decode: ([UInt8]) -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let document = try DocumentReader().read(file, name: name)
    var last = 0
    var compared = 0
    for point in 0..<document.codePoints.count {
      let bytes =
        document.codePoints.byte(
          atCodePoint: point)..<document.codePoints.byte(atCodePoint: point + 1)
      let character = document.string(bytes)
      if character.allSatisfy(\.isWhitespace) { continue }
      let source = document.sourceMap.source(of: bytes)
      #expect(
        decode(Array(file[source])) == character, "code point \(point)",
        sourceLocation: sourceLocation)
      #expect(source.lowerBound >= last, sourceLocation: sourceLocation)
      last = source.lowerBound
      compared += 1
    }
    #expect(compared > 20, sourceLocation: sourceLocation)
  }

  private let words = "The café’s owner, Zoë, said: “we’re naïve — but 10 € is fair”. 😀 Fin."

  @Test
  func utf8() throws {
    try check(Array("A headline\n\n\(words)\n\n\(words)".utf8)) {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test
  func utf8WithMarkAndDamage() throws {
    let file =
      [0xef, 0xbb, 0xbf] + Array("The first é ’ ’ line. ".utf8) + [0xff, 0xc3] + Array(words.utf8)
    try check(file) { String(decoding: $0, as: UTF8.self) }
    let document = try DocumentReader().read(file, name: "a")
    #expect(document.repairs == [.invalidBytes(count: 2)])
  }

  @Test
  func windows1252() throws {
    let text =
      "The café’s owner, Zoë, said: “we’re naïve — but 10 € is fair”. That is all, she said."
    let file = try #require(text.data(using: .windowsCP1252))
    try check(Array(file)) { String(data: Data($0), encoding: .windowsCP1252) ?? "?" }
    let document = try DocumentReader().read(Array(file), name: "a")
    #expect(document.string(0..<document.text.count) == text)
    #expect(document.repairs == [.decoded(from: "windows-1252")])
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(isLittleEndian: Bool, hasMark: Bool) throws {
    let encoding: String.Encoding = isLittleEndian ? .utf16LittleEndian : .utf16BigEndian
    let text = (hasMark ? "\u{feff}" : "") + "A headline\r\n\r\n" + words + "\r\n"
    let file = try #require(text.data(using: encoding))
    try check(Array(file)) { String(data: Data($0), encoding: encoding) ?? "?" }
  }

  @Test(arguments: [true, false])
  func utf32(isLittleEndian: Bool) throws {
    let encoding: String.Encoding = isLittleEndian ? .utf32LittleEndian : .utf32BigEndian
    let file = try #require(("\u{feff}" + words).data(using: encoding))
    try check(Array(file)) { String(data: Data($0), encoding: encoding) ?? "?" }
  }

  @Test
  func encodingThatICUReads() throws {
    let text =
      "The owner of the café in Łódź, Zoë Świątek, said that it was not for the many, but for "
      + "the few who have been there before and who know what they want to have."
    let file = try #require(
      ("<?xml version='1.0' encoding='iso-8859-2'?><p>" + text + "</p>")
        .data(using: .isoLatin2))
    try check(Array(file)) { String(data: Data($0), encoding: .isoLatin2) ?? "?" }
    let document = try DocumentReader().read(Array(file), name: "a")
    #expect(document.string(0..<document.text.count).contains("Łódź"))
  }

  @Test
  func mojibake() throws {
    let damaged = words.replacing("😀", with: "").utf8.map { byte -> String in
      String(data: Data([byte]), encoding: .windowsCP1252) ?? String(Unicode.Scalar(byte))
    }.joined()
    try check(Array("A headline\n\n\(damaged)".utf8)) { bytes in
      let seen = String(decoding: bytes, as: UTF8.self)
      if seen.unicodeScalars.count == 1 { return seen }
      let back = seen.unicodeScalars.flatMap { scalar -> [UInt8] in
        String(scalar).data(using: .windowsCP1252).map(Array.init) ?? [UInt8(scalar.value & 0xff)]
      }
      return String(decoding: back, as: UTF8.self)
    }
  }

  @Test
  func page() throws {
    let file = """
      <!DOCTYPE html><html><head><title>x</title><meta charset="utf-8"></head><body>
      <!-- a comment &amp; so --><div class=nav>menu</div>
      <article><h1>AT&amp;T &#38; caf&eacute; — Zoë’s plan</h1>
      <p>The   caf&eacute;&#8217;s owner, <b>Zo&euml;</b>, said&nbsp;that <a href="x?a=1&amp;b=2">she
      &lt;will&gt;</a> go<!-- not -->on; AT&T and R&D are fine, so is &#x1F600; and 5 < 6.</p>
      <p>“We’re naïve”, she said<br>and left &mdash; for good. A last sentence ends it.</p>
      </article></body></html>
      """
    try check(Array(file.utf8), name: "a.html") { bytes in
      let seen = String(decoding: bytes, as: UTF8.self)
      let named = [
        "&amp;": "&", "&#38;": "&", "&eacute;": "é", "&#8217;": "’", "&euml;": "ë", "&lt;": "<",
        "&gt;": ">", "&#x1F600;": "😀", "&mdash;": "—",
      ]
      return named[seen] ?? seen
    }
  }

  @Test
  func pageInWindows1252() throws {
    let page = """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body>
      <p>The café’s owner said that she &amp; her friends would not go to the “naïve” meeting.</p></body></html>
      """
    let file = try #require(page.data(using: .windowsCP1252))
    try check(Array(file), name: "a.html") { bytes in
      let seen = String(data: Data(bytes), encoding: .windowsCP1252) ?? "?"
      return seen == "&amp;" ? "&" : seen
    }
  }

  @Test
  func markdown() throws {
    let file = """
      # The *café*’s plan

      The [owner](http://example.org/a_(b)), **Zoë**, said: `we’re` naïve — snake_case\\* stays.

      - One _item_ that is long enough
      """
    try check(Array(file.utf8), name: "a.md") { String(decoding: $0, as: UTF8.self) }
  }
}
