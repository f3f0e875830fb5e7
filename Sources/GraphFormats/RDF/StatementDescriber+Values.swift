import GraphModel

/// Amounts, quantities, dates and places.
extension StatementDescriber {
  /// Whether a value has parts that an RDF literal cannot hold: a unit, or a word like "about".
  static func needsNode(_ literal: Literal) -> Bool { literal.unit != nil || literal.cue != nil }

  /// Describes the open node as schema.org's amount of money, or its quantity with a unit.
  mutating func parts(of literal: Literal) {
    let isMoney = literal.isMoney
    output.property("rdf:type", is: isMoney ? "schema:MonetaryAmount" : "schema:QuantitativeValue")
    output.property("schema:value")
    output.literal(literal.value, datatype: Self.datatype(of: literal))
    if let unit = literal.unit {
      output.property(isMoney ? "schema:currency" : "schema:unitText", text: unit)
    }
    if let cue = literal.cue { output.property("q:approximation", text: cue) }
    if !literal.text.isEmpty { output.property("rdfs:label", text: literal.text) }
  }

  /// The prefixed name of a datatype; `nil` for strings.
  static func datatype(of literal: Literal) -> String? {
    literal.datatype == XSD.string ? nil : literal.shortDatatype
  }

  /// The datatype that fits a date's precision; `nil`, a string, if it has no such form.
  static func dateType(_ date: String) -> String? {
    let bytes = Array(date.utf8)
    let dashes = [4, 7].filter { $0 < bytes.count }
    let isDate = bytes.enumerated().allSatisfy { index, byte in
      dashes.contains(index) ? byte == UInt8(ascii: "-") : byte.isDigit
    }
    guard isDate else { return nil }
    switch bytes.count {
    case 4: return "xsd:gYear"
    case 7: return "xsd:gYearMonth"
    case 10: return "xsd:date"
    default: return nil
    }
  }

  /// The name of a place: the document's and the two ends, in code points.
  func placeName(of piece: Evidence) -> String {
    "\(piece.document.value)-\(piece.span.start)-\(piece.span.end)"
  }

  /// Describes the place of a quote by position and by words (Web Annotation), once.
  mutating func describePlace(of piece: Evidence) {
    let name = placeName(of: piece)
    guard isNew("place", name) else { return }
    let label = name.dropFirst(2)
    output.begin(name)
    output.property("rdf:type", is: "oa:SpecificResource")
    output.resource("prov:Entity")
    output.property("oa:hasSource", is: piece.document.value)
    output.property("q:sentence", integer: piece.sentence)
    output.property("oa:hasSelector")
    output.beginBlank("p" + label)
    output.property("rdf:type", is: "oa:TextPositionSelector")
    output.property("oa:start", integer: piece.span.start)
    output.property("oa:end", integer: piece.span.end)
    output.endBlank()
    output.beginBlank("t" + label)
    output.property("rdf:type", is: "oa:TextQuoteSelector")
    output.property("oa:exact", text: piece.quote)
    output.endBlank()
    output.end()
  }
}

extension Literal {
  /// Whether the unit has the form of an ISO 4217 code.
  fileprivate var isMoney: Bool {
    guard let unit, unit.utf8.count == 3 else { return false }
    return unit.utf8.allSatisfy { (0x41...0x5a).contains($0) }
  }
}
