import GraphModel

/// Terms in XML.
extension [UInt8] {
  /// Appends a term as an element.
  mutating func appendXML(_ term: Term) {
    switch term {
    case .iri(let iri): appendXML("uri", iri.value)
    case .blank(let label): appendXML("bnode", label)
    case .literal(let value, let datatype):
      guard datatype != XSD.string else { return appendXML("literal", value) }
      appendXML("literal", value, [("datatype", datatype.value)])
    case .text(let value, let language): appendXML("literal", value, [("xml:lang", language)])
    case .directional(let value, let language, let direction):
      appendXML("literal", value, [("xml:lang", language), ("its:dir", direction.rawValue)])
    case .triple(let triple):
      append("<triple><subject>")
      appendXML(Term(triple.subject))
      append("</subject><predicate>")
      appendXML(.iri(triple.predicate))
      append("</predicate><object>")
      appendXML(triple.object)
      append("</object></triple>")
    }
  }

  private mutating func appendXML(
    _ element: String, _ value: String, _ attributes: [(String, String)] = []
  ) {
    append("<\(element)")
    for (name, text) in attributes {
      append(" \(name)=\"")
      appendXML(text)
      append("\"")
    }
    append(">")
    appendXML(value)
    append("</\(element)>")
  }

  /// Appends a text, fit for an element or an attribute.
  mutating func appendXML(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: append("&amp;")
      case 0x3c: append("&lt;")
      case 0x3e: append("&gt;")
      case 0x22: append("&quot;")
      case 0x0d: append("&#xD;")
      case 0..<0x09, 0x0b, 0x0c, 0x0e..<0x20, 0xfffe, 0xffff: append("\u{fffd}")
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
