import GraphModel

/// A term as bytes that sort by kind, then datatype or language, then text.
///
/// The kind is one byte: 1 an IRI, 2 a blank node, 3 a literal, 4 a text with a language. A
/// literal's datatype and a text's language come first and end with a zero byte.
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
    default: throw .number
    }
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
