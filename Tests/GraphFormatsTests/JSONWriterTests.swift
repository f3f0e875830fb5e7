import Foundation
import GraphFormats
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private func text(
    isMarkupSafe: Bool = false, _ body: (inout JSONWriter) -> Void
  ) throws -> String {
    let sink = MemorySink()
    var json = JSONWriter(to: sink, isMarkupSafe: isMarkupSafe)
    body(&json)
    try json.flush()
    return sink.text
  }

  @Test("commas stand between values and nowhere else")
  func commas() throws {
    let text = try text { json in
      json.beginObject()
      json.field("a", 1)
      json.field("none", nil as String?)
      json.key("b")
      json.beginArray()
      json.beginObject()
      json.endObject()
      json.beginArray()
      json.endArray()
      json.value(-12)
      json.null()
      json.endArray()
      json.field("c", true)
      json.field("d", ["x", "y"])
      json.endObject()
      json.endLine()
      json.beginArray()
      json.endArray()
    }
    #expect(text == "{\"a\":1,\"b\":[{},[],-12,null],\"c\":true,\"d\":[\"x\",\"y\"]}\n[]")
  }

  @Test("every character comes back as it was")
  func escapes() throws {
    var all = "“é😀\u{2028}\u{7f}"
    for code in 0..<0x80 { all.unicodeScalars.append(Unicode.Scalar(UInt8(code))) }
    for isMarkupSafe in [false, true] {
      let text = try text(isMarkupSafe: isMarkupSafe) { json in
        json.beginArray()
        json.value(all)
        json.endArray()
      }
      let read = try JSONDecoder().decode([String].self, from: Data(text.utf8))
      #expect(Array(read[0].unicodeScalars) == Array(all.unicodeScalars))
      #expect(text.contains("<") != isMarkupSafe)
    }
  }

  @Test("numbers that JSON lacks become null; shares have four places at most")
  func numbers() throws {
    let text = try text { json in
      json.beginArray()
      for number in [0.1, 1e300, .infinity, .nan] as [Double] { json.value(number) }
      for share in [0, 1, 0.86, 0.123_449, 0.99999, 0.0001, 7, -1, .nan] { json.share(share) }
      json.value(Int.min)
      json.endArray()
    }
    #expect(
      text == "[0.1,1e+300,null,null,0.0,1.0,0.86,0.1234,1.0,0.0001,1.0,0.0,0.0,\(Int.min)]")
  }
}
