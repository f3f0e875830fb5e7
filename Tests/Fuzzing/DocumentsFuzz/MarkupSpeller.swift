/// Spells well-formed XML with bytes: each is a step, which may use those after it.
struct MarkupSpeller {
  private let names: [String]

  init(_ names: [String]) { self.names = names.isEmpty ? ["p"] : names }

  /// The tree that the bytes spell below a root; O(*n*).
  func spell(_ bytes: ArraySlice<UInt8>, root: String?) -> [UInt8] {
    var rest = bytes
    var open = [root ?? names[Int(rest.popFirst() ?? 0) % names.count]]
    var result = Array("<?xml version=\"1.0\"?>\n<\(open[0])>".utf8)
    while let step = rest.popFirst() {
      switch step % 8 {
      case 0, 1, 2:
        let name = names[Int(rest.popFirst() ?? 0) % names.count]
        result += "<\(name)".utf8
        for index in 0..<Int(step >> 3) % 3 {
          // A name twice would not be well-formed.
          let place = (Int(rest.popFirst() ?? 0) + index) % 8 + 8 * index
          result += " \(Self.attributes[place])=\"".utf8 + value(&rest) + "\"".utf8
        }
        if step >> 6 == 3 {
          result += "/>".utf8
        } else {
          result += ">".utf8
          open.append(name)
        }
      case 3 where open.count > 1: result += Self.end(open.removeLast())
      case 4: result += value(&rest)
      case 5: result += "<!--".utf8 + take(Int(step >> 3), &rest).filter { $0 != 0x2d } + "-->".utf8
      case 6:
        result += "<![CDATA[".utf8 + take(Int(step >> 3), &rest).filter { $0 != 0x5d } + "]]>".utf8
      default: result += escaped(take(Int(step >> 3), &rest))
      }
    }
    for name in open.reversed() { result += Self.end(name) }
    return result
  }

  /// The end tag of an element, whose name may have a namespace's declaration after it.
  private static func end(_ name: String) -> [UInt8] {
    Array("</\(name.prefix { $0 != " " })>".utf8)
  }

  private func value(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let choice = Int(rest.popFirst() ?? 0)
    if choice < 128 { return Array(Self.values[choice % Self.values.count].utf8) }
    return escaped(take(choice % 32, &rest))
  }

  private func take(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let taken = Array(rest.prefix(count))
    rest = rest.dropFirst(count)
    // XML has no other control characters, and is UTF-8.
    return Array(
      String(decoding: taken.map { $0 < 0x20 && $0 != 0x0a ? 0x20 : $0 }, as: UTF8.self).utf8)
  }

  private func escaped(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: "&"): Array("&#38;".utf8)
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      default: [byte]
      }
    }
  }

  private static let attributes = [
    "type", "val", "id", "href", "idref", "ref-type", "style-name", "lang",
    "when", "norm", "datetime", "content", "properties", "event", "name", "rel",
    "styleId", "full-path", "class", "contrib-type", "pub-id-type", "ident", "title", "role",
  ]

  private static let values = [
    "The board met on Monday in Claro, and the new quay was approved. ", "2019-10-29", "29",
    "October", "fn", "author", "separator", "Heading 1", "Title", "1", "1.xhtml",
    "../2.xhtml#a%20b",
    "alternate", "en", "de", "publication", "Tue, 29 Oct 2019 08:15:00 -0500", "20191029T081500Z",
    "&lt;p&gt;A road &amp;amp; a quay.&lt;/p&gt;", "&#xA0;&#x2019;", "\u{200b}", "café – “so”",
  ]
}
