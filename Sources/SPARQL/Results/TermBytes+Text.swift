import GraphModel

/// Terms in CSV, and in SPARQL's own form.
extension [UInt8] {
  /// Appends a term as a cell of comma-separated values: its text without its kind.
  mutating func appendCSV(_ term: Term) {
    switch term {
    case .iri(let iri): appendCSV(iri.value)
    case .blank(let label): appendCSV("_:" + label)
    case .literal(let value, _), .text(let value, _), .directional(let value, _, _):
      appendCSV(value)
    case .triple:
      var text: [UInt8] = []
      text.appendSPARQL(term, abbreviated: false)
      appendCSV(String(decoding: text, as: UTF8.self))
    }
  }

  /// Appends a text as a cell, in quotation marks where it needs them.
  mutating func appendCSV(_ text: String) {
    let isPlain = text.utf8.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != 0x0a && $0 != 0x0d
    }
    guard !isPlain else { return append(text) }
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a term as SPARQL and Turtle write it, on one line and without tabs.
  ///
  /// If `abbreviated`, numbers and booleans stand without their datatype where SPARQL reads the
  /// same term back.
  mutating func appendSPARQL(_ term: Term, abbreviated: Bool) {
    switch term {
    case .iri(let iri): appendSPARQL(iri)
    case .blank(let label): append("_:" + label)
    case .literal(let value, let datatype):
      if abbreviated, NumberForm(value).map({ $0.datatype == datatype.value }) ?? false {
        return append(value)
      }
      appendQuoted(value)
      guard datatype != XSD.string else { return }
      append("^^")
      appendSPARQL(datatype)
    case .text(let value, let language):
      appendQuoted(value)
      append("@" + language)
    case .directional(let value, let language, let direction):
      appendQuoted(value)
      append("@" + language + "--" + direction.rawValue)
    case .triple(let triple):
      append("<<( ")
      appendSPARQL(Term(triple.subject), abbreviated: abbreviated)
      append(" ")
      appendSPARQL(triple.predicate)
      append(" ")
      appendSPARQL(triple.object, abbreviated: abbreviated)
      append(" )>>")
    }
  }

  private mutating func appendSPARQL(_ iri: IRI) {
    append(UInt8(ascii: "<"))
    for byte in iri.value.utf8 {
      if IRIText.isAllowed(byte) {
        append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      }
    }
    append(UInt8(ascii: ">"))
  }

  private mutating func appendQuoted(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0a: append("\\n")
      case 0x0d: append("\\r")
      case 0x09: append("\\t")
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}

/// The datatype that SPARQL's grammar gives a number or boolean without quotation marks.
private struct NumberForm {
  let datatype: String

  init?(_ text: String) {
    if text == "true" || text == "false" {
      datatype = XSD.boolean.value
      return
    }
    let bytes = Array(text.utf8)
    var lexer = Lexer(bytes)
    guard let first = bytes.first, first.isDigit || "+-.".utf8.contains(first),
      let token = try? lexer.next(), token.end == bytes.count
    else { return nil }
    switch token.kind {
    case .integer: datatype = XSD.integer.value
    case .decimal: datatype = XSD.decimal.value
    case .double: datatype = XSD.namespace + "double"
    default: return nil
    }
  }
}
