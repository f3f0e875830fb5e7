internal import GraphModel

/// The built-in functions that evaluate every argument; `nil` is a type error.
struct Functions {
  let scope: QueryScope

  init(_ scope: QueryScope) { self.scope = scope }

  /// Calls a function with no argument.
  func call(_ function: BuiltIn) throws -> Value? {
    switch function {
    case .rand: .number(.double(Double.random(in: 0..<1, using: &scope.random)))
    case .now: .time(scope.now)
    case .uuid: .iri("urn:uuid:" + scope.random.uuid())
    case .struuid: .string(scope.random.uuid())
    case .bnode: .blank(try scope.freshBlankNode())
    case .concat: .string("")
    default: nil
    }
  }

  /// Calls a function with one argument.
  func call(_ function: BuiltIn, _ argument: Value) throws -> Value? {
    switch function {
    case .isIRI, .isBlank, .isLiteral, .isTriple, .isNumeric:
      return try .boolean(isA(function, argument))
    case .str: return try str(argument)
    case .lang, .langDirection, .hasLang, .hasLangDirection, .datatype:
      return try tags(function, argument)
    case .iri: return try iri(argument)
    case .not, .abs, .round, .ceil, .floor, .unaryPlus, .unaryMinus:
      return try number(function, scope.terms.resolve(argument).unwrapped)
    case .year, .month, .day, .hours, .minutes, .seconds, .timezone, .tz:
      guard case .time(let time) = try scope.terms.resolve(argument).unwrapped else {
        return nil
      }
      return part(function, of: time)
    case .md5, .sha1, .sha256, .sha384, .sha512:
      guard case .string(let text) = try scope.terms.resolve(argument) else { return nil }
      return .string(Self.digest(function).hexadecimal(text))
    case .subject, .predicate, .object:
      guard case .triple(let triple) = try scope.terms.resolve(argument) else { return nil }
      switch function {
      case .subject: return Value(Term(triple.subject))
      case .predicate: return .iri(triple.predicate.value)
      default: return .id(try scope.terms.id(of: triple.object))
      }
    case .strlen, .ucase, .lcase, .encodeForURI:
      guard let text = Text(try scope.terms.resolve(argument)) else { return nil }
      switch function {
      case .strlen: return .number(.integer(Int128(TextFunctions.length(text.value))))
      case .ucase: return text.keeping(text.value.uppercased())
      case .lcase: return text.keeping(text.value.lowercased())
      default: return .string(PercentEncoding.encoded(text.value))
      }
    case .concat: return try Text(scope.terms.resolve(argument)).map { $0.keeping($0.value) }
    default: return nil
    }
  }

  private func number(_ function: BuiltIn, _ value: Value) -> Value? {
    if function == .not { return value.effectiveBoolean.map { .boolean(!$0) } }
    if case .duration(let length) = value, function == .unaryMinus {
      return .duration(length.negated)
    }
    guard case .number(let number) = value else { return nil }
    return switch function {
    case .abs: number.absolute.map(Value.number)
    case .round: .number(number.rounded)
    case .ceil: .number(number.ceiling)
    case .floor: .number(number.floor)
    case .unaryMinus: number.negated.map(Value.number)
    default: value
    }
  }

  private static func digest(_ function: BuiltIn) -> Digest {
    switch function {
    case .md5: .md5
    case .sha1: .sha1
    case .sha256: .sha256
    case .sha384: .sha384
    default: .sha512
    }
  }
}

/// Functions of terms.
extension Functions {
  private func isA(_ function: BuiltIn, _ value: Value) throws -> Bool {
    if function == .isNumeric {
      if case .number = try scope.terms.resolve(value) { return true }
      if case .literal(let form, let datatype) = value, let known = Datatype(datatype) {
        // A computed value of a derived type, such as `xsd:byte(1)`.
        if case .number = Value(form, datatype: datatype) { return known.isNumeric }
      }
      return false
    }
    let shape: TermShape
    switch value {
    case .id(let id): shape = try scope.terms.kind(of: id)
    case .iri: shape = .iri
    case .blank: shape = .blank
    case .triple: shape = .triple
    default: shape = .literal
    }
    switch function {
    case .isIRI: return shape == .iri
    case .isBlank: return shape == .blank
    case .isLiteral: return shape == .literal
    default: return shape == .triple
    }
  }

  private func str(_ value: Value) throws -> Value? {
    switch value {
    case .string: return value
    case .text(let text, _, _): return .string(text)
    default: break
    }
    switch try scope.terms.term(of: value) {
    case .iri(let iri): return .string(iri.value)
    case .literal(let form, _): return .string(form)
    case .text(let text, _), .directional(let text, _, _): return .string(text)
    case .blank, .triple: return nil
    }
  }

  private func tags(_ function: BuiltIn, _ value: Value) throws -> Value? {
    let term = try scope.terms.term(of: value)
    var language: String?
    var direction: BaseDirection?
    var datatype: String
    switch term {
    case .iri, .blank, .triple:
      return function == .hasLang || function == .hasLangDirection ? .boolean(false) : nil
    case .literal(_, let iri): datatype = iri.value
    case .text(_, let tag):
      language = tag
      datatype = RDF.langString.value
    case .directional(_, let tag, let way):
      language = tag
      direction = way
      datatype = RDF.namespace + "dirLangString"
    }
    switch function {
    case .lang: return .string(language ?? "")
    case .langDirection: return .string(direction?.rawValue ?? "")
    case .hasLang: return .boolean(language != nil)
    case .hasLangDirection: return .boolean(direction != nil)
    default: return .iri(datatype)
    }
  }

  private func iri(_ value: Value) throws -> Value? {
    switch try scope.terms.resolve(value) {
    case .iri(let iri): return .iri(iri)
    case .string(let text):
      return IRIReference.resolve(text, against: scope.base).map(Value.iri)
    default: return nil
    }
  }

  func part(_ function: BuiltIn, of time: Timestamp) -> Value? {
    let hasDate = time.kind != .time
    let hasTime = time.kind == .dateTime || time.kind == .time
    switch function {
    case .year:
      guard hasDate, time.kind != .gMonth, time.kind != .gMonthDay, time.kind != .gDay else {
        return nil
      }
      return .number(.integer(Int128(time.year)))
    case .month:
      guard hasDate, time.kind != .gYear, time.kind != .gDay else { return nil }
      return .number(.integer(Int128(time.month)))
    case .day:
      guard hasDate, time.kind != .gYear, time.kind != .gYearMonth, time.kind != .gMonth else {
        return nil
      }
      return .number(.integer(Int128(time.day)))
    case .hours: return hasTime ? .number(.integer(Int128(time.hour))) : nil
    case .minutes: return hasTime ? .number(.integer(Int128(time.minute))) : nil
    case .seconds: return hasTime ? .number(.decimal(time.second)) : nil
    case .tz: return .string(time.timezoneText)
    default:
      return time.timezone.map {
        .duration(XSDDuration(kind: .dayTime, seconds: ExactDecimal(Int128($0 * 60))))
      }
    }
  }
}

extension Value {
  /// Whether the value is an `xsd:string`.
  var isPlainString: Bool {
    if case .string = self { true } else { false }
  }
}
