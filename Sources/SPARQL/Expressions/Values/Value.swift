internal import GraphModel

/// What an expression is worth: the number of a term, or a value that was computed.
///
/// A number stays a number until an operation needs what is in the term, so that lexical forms are
/// kept and most rows need no dictionary.
enum Value: Sendable {
  case id(UInt64)
  case iri(String)
  case blank(String)
  case string(String)
  case text(String, language: String, direction: BaseDirection?)
  case boolean(Bool)
  case number(Numeric)
  case time(Timestamp)
  case duration(XSDDuration)
  /// A literal whose datatype is unknown, whose form is not one of its datatype, or whose
  /// datatype is derived from one of the computed ones.
  case literal(String, datatype: String)
  case triple(Triple)

  /// The value of a term.
  ///
  /// A literal of a derived type, such as `xsd:byte`, gives its number; its type is then lost.
  init(_ term: Term) {
    switch term {
    case .iri(let iri): self = .iri(iri.value)
    case .blank(let label): self = .blank(label)
    case .text(let text, let language):
      self = .text(text, language: language, direction: nil)
    case .directional(let text, let language, let direction):
      self = .text(text, language: language, direction: direction)
    case .triple(let triple): self = .triple(triple)
    case .literal(let form, let datatype): self = Value(form, datatype: datatype.value)
    }
  }

  /// The value of a literal.
  init(_ form: String, datatype iri: String) {
    self = Self.known(form, datatype: iri) ?? .literal(form, datatype: iri)
  }

  private static func known(_ form: String, datatype iri: String) -> Value? {
    guard let datatype = Datatype(iri) else { return nil }
    switch datatype {
    case .string: return .string(form)
    case .boolean: return LexicalForm.boolean(form).map(Value.boolean)
    case .decimal: return LexicalForm.decimal(form).map { .number(.decimal($0)) }
    case .float: return LexicalForm.float(form).map { .number(.float($0)) }
    case .double: return LexicalForm.double(form).map { .number(.double($0)) }
    default: break
    }
    if let range = datatype.wholeNumbers {
      guard let number = LexicalForm.integer(form), range.contains(number) else { return nil }
      return .number(.integer(number))
    }
    let trimmed = LexicalForm.trim(form)
    if let kind = datatype.timestamp {
      guard let value = Timestamp(kind, lexical: trimmed),
        datatype != .dateTimeStamp || value.timezone != nil
      else { return nil }
      return .time(value)
    }
    return datatype.length.flatMap { XSDDuration($0, lexical: trimmed).map(Value.duration) }
  }

  /// The term of a value; `nil` for the number of a term.
  var term: Term? {
    switch self {
    case .id: nil
    case .iri(let iri): .iri(IRI(iri))
    case .blank(let label): .blank(label)
    case .string(let text): .literal(text, datatype: XSD.string)
    case .text(let text, let language, nil): .text(text, language: language)
    case .text(let text, let language, let direction?):
      .directional(text, language: language, direction: direction)
    case .boolean(let value): .literal(value ? "true" : "false", datatype: XSD.boolean)
    case .number(let value): .literal(value.lexical, datatype: value.rank.datatype.iri)
    case .time(let value): .literal(value.lexical, datatype: value.kind.datatype.iri)
    case .duration(let value): .literal(value.lexical, datatype: value.kind.datatype.iri)
    case .literal(let form, let datatype): .literal(form, datatype: IRI(datatype))
    case .triple(let triple): .triple(triple)
    }
  }
}
