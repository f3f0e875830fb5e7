import GraphModel

/// A term as bytes that sort by kind, then datatype or language, then text.
///
/// The kind is one byte: 1 an IRI, 2 a blank node, 3 a literal, 4 a text with a language, 5 one
/// that has a direction too, 6 a triple. A literal's datatype and a text's language come first
/// and end with a zero byte; a direction follows its language after two hyphens. A triple's
/// parts are terms, each after its length in bytes.
extension ByteWriter {
  /// Appends a term.
  mutating func term(_ term: Term) {
    switch term {
    case .iri(let iri):
      byte(1)
      raw(iri.value.utf8)
    case .blank(let label):
      byte(2)
      raw(label.utf8)
    case .literal(let value, let datatype):
      byte(3)
      raw(datatype.value.utf8)
      byte(0)
      raw(value.utf8)
    case .text(let value, let language):
      byte(4)
      raw(language.utf8)
      byte(0)
      raw(value.utf8)
    case .directional(let value, let language, let direction):
      byte(5)
      raw("\(language)--\(direction.rawValue)".utf8)
      byte(0)
      raw(value.utf8)
    case .triple(let triple):
      byte(6)
      for part in [Term(triple.subject), .iri(triple.predicate), triple.object] {
        var inner = ByteWriter()
        inner.term(part)
        varint(UInt64(inner.bytes.count))
        raw(inner.bytes)
      }
    }
  }
}

extension Term {
  /// The term that some bytes stand for.
  init(encoded bytes: ArraySlice<UInt8>) throws(EncodingFault) {
    guard let kind = bytes.first else { throw .short }
    let rest = bytes.dropFirst()
    switch kind {
    case 1: self = .iri(IRI(try Self.string(rest)))
    case 2: self = .blank(try Self.string(rest))
    case 3, 4:
      guard let border = rest.firstIndex(of: 0) else { throw .short }
      let qualifier = try Self.string(rest[..<border])
      let value = try Self.string(rest[(border + 1)...])
      self =
        kind == 3
        ? .literal(value, datatype: IRI(qualifier)) : .text(value, language: qualifier)
    case 5: self = try Self.directional(rest)
    case 6: self = .triple(try Self.triple(rest))
    default: throw .number
    }
  }

  private static func directional(_ bytes: ArraySlice<UInt8>) throws(EncodingFault) -> Term {
    guard let border = bytes.firstIndex(of: 0) else { throw .short }
    let qualifier = bytes[..<border]
    guard let direction = BaseDirection(rawValue: try string(qualifier.suffix(3))),
      qualifier.dropLast(3).suffix(2).elementsEqual("--".utf8)
    else { throw .text }
    return .directional(
      try string(bytes[(border + 1)...]), language: try string(qualifier.dropLast(5)),
      direction: direction)
  }

  private static func triple(_ bytes: ArraySlice<UInt8>) throws(EncodingFault) -> Triple {
    var rest = bytes
    let subject: Subject
    switch try part(&rest) {
    case .iri(let iri): subject = .iri(iri)
    case .blank(let label): subject = .blank(label)
    default: throw .number
    }
    guard case .iri(let predicate) = try part(&rest) else { throw .number }
    let object = try part(&rest)
    guard rest.isEmpty else { throw .rest }
    return Triple(subject, predicate, object)
  }

  /// Takes a term and the length before it off the front.
  private static func part(_ bytes: inout ArraySlice<UInt8>) throws(EncodingFault) -> Term {
    var length = 0
    var shift = 0
    while true {
      guard let byte = bytes.popFirst() else { throw .short }
      guard shift < 56 else { throw .number }
      length |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    guard length <= bytes.count else { throw .short }
    defer { bytes = bytes.dropFirst(length) }
    return try Term(encoded: bytes.prefix(length))
  }

  private static func string(_ bytes: ArraySlice<UInt8>) throws(EncodingFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .text }
    return text
  }
}

/// The triple that a statement contributes to the index.
extension Statement {
  /// The subject's IRI.
  var subjectTerm: Term { .iri(content.subject.iri) }

  /// The predicate's IRI.
  var predicateTerm: Term {
    .iri(Quipu.iri(content.predicate.id) ?? IRI(content.predicate.id))
  }

  /// The object's IRI, or its value with its datatype (the unit is not part of the term).
  var objectTerm: Term {
    switch content.object {
    case .entity(let id): .iri(id.iri)
    case .literal(let literal): .literal(literal.value, datatype: literal.datatype)
    }
  }
}

extension EntityID {
  /// The IRI; an identifier without a known prefix is one itself.
  fileprivate var iri: IRI { Quipu.iri(value) ?? IRI(value) }
}
