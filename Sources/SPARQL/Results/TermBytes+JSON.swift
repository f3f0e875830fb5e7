import GraphModel

/// Terms in JSON.
extension [UInt8] {
  /// Appends a term as an object with `type` and `value`.
  mutating func appendJSON(_ term: Term) {
    switch term {
    case .iri(let iri): appendJSON("uri", iri.value)
    case .blank(let label): appendJSON("bnode", label)
    case .literal(let value, let datatype):
      appendJSON(
        "literal", value, datatype == XSD.string ? [] : [("datatype", datatype.value)])
    case .text(let value, let language): appendJSON("literal", value, [("xml:lang", language)])
    case .directional(let value, let language, let direction):
      appendJSON("literal", value, [("xml:lang", language), ("its:dir", direction.rawValue)])
    case .triple(let triple):
      append("{\"type\":\"triple\",\"value\":{\"subject\":")
      appendJSON(Term(triple.subject))
      append(",\"predicate\":")
      appendJSON(.iri(triple.predicate))
      append(",\"object\":")
      appendJSON(triple.object)
      append("}}")
    }
  }

  private mutating func appendJSON(
    _ type: String, _ value: String, _ others: [(String, String)] = []
  ) {
    append("{\"type\":\"\(type)\"")
    for (key, text) in others {
      append(",\"\(key)\":")
      appendJSON(text)
    }
    append(",\"value\":")
    appendJSON(value)
    append("}")
  }

  /// Appends a text in quotation marks.
  mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0a: append("\\n")
      case 0x0d: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7f:
        append("\\u00")
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
