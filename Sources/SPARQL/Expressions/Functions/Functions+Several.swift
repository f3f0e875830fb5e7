internal import GraphModel

/// Functions with two and more arguments.
extension Functions {
  /// Calls a function with two arguments.
  func call(_ function: BuiltIn, _ first: Value, _ second: Value) throws -> Value? {
    let terms = scope.terms
    switch function {
    case .equal: return try equal(first, second).map(Value.boolean)
    case .notEqual: return try equal(first, second).map { .boolean(!$0) }
    case .less, .greater, .lessOrEqual, .greaterOrEqual:
      let (a, b) = (try terms.resolve(first).unwrapped, try terms.resolve(second).unwrapped)
      guard let order = a.compare(b) else {
        // Not-a-number is comparable, and nothing is less or greater.
        if case .number = a, case .number = b { return .boolean(false) }
        return nil
      }
      switch function {
      case .less: return .boolean(order < 0)
      case .greater: return .boolean(order > 0)
      case .lessOrEqual: return .boolean(order <= 0)
      default: return .boolean(order >= 0)
      }
    case .add, .subtract, .multiply, .divide:
      let (a, b) = (try terms.resolve(first), try terms.resolve(second))
      let operation: Numeric.Operation =
        switch function {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        default: .divide
        }
      return Arithmetic.apply(operation, a.unwrapped, b.unwrapped)
    case .sameTerm: return .boolean(try sameTerm(first, second))
    case .sameValue: return .boolean(try equal(first, second) ?? false)
    case .strdt: return typed(try terms.resolve(first), try terms.resolve(second))
    case .strlang: return tagged(try terms.resolve(first), try terms.resolve(second), nil)
    case .langMatches:
      guard case .string(let tag) = try terms.resolve(first),
        case .string(let range) = try terms.resolve(second)
      else { return nil }
      return .boolean(TextFunctions.language(tag, matches: range))
    case .contains, .strstarts, .strends, .strbefore, .strafter:
      return text(function, try terms.resolve(first), try terms.resolve(second))
    default: return try call(function, [first, second])
    }
  }

  /// Calls a function with any number of arguments.
  func call(_ function: BuiltIn, _ arguments: [Value]) throws -> Value? {
    let values = try arguments.map(scope.terms.resolve)
    switch function {
    case .substr where values.count == 2 || values.count == 3:
      guard let text = Text(values[0]), case .number(let start) = values[1] else { return nil }
      var length: Double?
      if values.count == 3 {
        guard case .number(let number) = values[2] else { return nil }
        length = number.double
      }
      return text.keeping(TextFunctions.substring(text.value, start: start.double, length: length))
    case .concat: return try concat(values)
    case .regex where values.count == 2 || values.count == 3:
      guard let text = Text(values[0]), case .string(let pattern) = values[1],
        let flags = Self.flags(values, at: 2)
      else { return nil }
      guard let compiled = scope.patterns.pattern(pattern, flags: flags) else { return nil }
      return compiled.matches(text.value).map(Value.boolean)
    case .replace where values.count == 3 || values.count == 4:
      guard let text = Text(values[0]), case .string(let pattern) = values[1],
        case .string(let replacement) = values[2], let flags = Self.flags(values, at: 3)
      else { return nil }
      guard let compiled = scope.patterns.pattern(pattern, flags: flags) else { return nil }
      return try compiled.replacing(in: text.value, with: replacement).map(text.keeping)
    case .strlangdir where values.count == 3: return tagged(values[0], values[1], values[2])
    case .triple where values.count == 3:
      return try triple(arguments)
    default: return nil
    }
  }

  private static func flags(_ values: [Value], at place: Int) -> String? {
    guard values.count > place else { return "" }
    if case .string(let flags) = values[place] { return flags }
    return nil
  }

  /// The operator `=`.
  func equal(_ first: Value, _ second: Value) throws -> Bool? {
    if case .id(let a) = first, case .id(let b) = second {
      let (x, y) = (TermID(rawValue: a), TermID(rawValue: b))
      if a == b {
        switch x.kind {
        case .double, .literal, .made, .triple: break
        default: return true
        }
      } else if x.kind == .iri, y.kind != .made {
        return false
      } else if y.kind == .iri, x.kind != .made {
        return false
      }
    }
    let (a, b) = (try scope.terms.resolve(first), try scope.terms.resolve(second))
    return a.unwrapped.isEqual(to: b.unwrapped)
  }

  private func sameTerm(_ first: Value, _ second: Value) throws -> Bool {
    if case .id(let a) = first, case .id(let b) = second { return a == b }
    return ExactTerm.same(try scope.terms.term(of: first), try scope.terms.term(of: second))
  }

  private func typed(_ form: Value, _ datatype: Value) -> Value? {
    guard case .string(let text) = form, case .iri(let iri) = datatype,
      iri != RDF.langString.value, iri != RDF.namespace + "dirLangString"
    else { return nil }
    return iri == XSD.string.value ? .string(text) : .literal(text, datatype: iri)
  }

  private func tagged(_ form: Value, _ tag: Value, _ way: Value?) -> Value? {
    guard case .string(let text) = form, case .string(let language) = tag,
      TextFunctions.isLanguageTag(language)
    else { return nil }
    guard let way else { return .text(text, language: language, direction: nil) }
    guard case .string(let name) = way, let direction = BaseDirection(rawValue: name) else {
      return nil
    }
    return .text(text, language: language, direction: direction)
  }

  private func text(_ function: BuiltIn, _ first: Value, _ second: Value) -> Value? {
    guard let text = Text(first), let other = Text(second), text.isCompatible(with: other) else {
      return nil
    }
    switch function {
    case .contains: return .boolean(TextFunctions.find(other.value, in: text.value) != nil)
    case .strstarts: return .boolean(TextFunctions.starts(text.value, with: other.value))
    case .strends: return .boolean(TextFunctions.ends(text.value, with: other.value))
    case .strbefore:
      return TextFunctions.before(other.value, in: text.value).map(text.keeping) ?? .string("")
    default:
      return TextFunctions.after(other.value, in: text.value).map(text.keeping) ?? .string("")
    }
  }

  private func concat(_ values: [Value]) throws -> Value? {
    let length = values.reduce(0) { $0 + (Text($1)?.value.utf8.count ?? 0) }
    guard length <= QueryLimits.text else { throw QueryError.textTooLong(limit: QueryLimits.text) }
    var result = ""
    result.reserveCapacity(length)
    var common: Text?
    for (place, value) in values.enumerated() {
      guard let text = Text(value) else { return nil }
      result += text.value
      if place == 0 {
        common = text
      } else if let known = common,
        known.language?.lowercased() != text.language?.lowercased()
          || known.direction != text.direction
      {
        common = nil
      }
    }
    return common?.keeping(result) ?? .string(result)
  }

  private func triple(_ parts: [Value]) throws -> Value? {
    let subject: Subject
    switch try scope.terms.term(of: parts[0]) {
    case .iri(let iri): subject = .iri(iri)
    case .blank(let label): subject = .blank(label)
    default: return nil
    }
    guard case .iri(let predicate) = try scope.terms.term(of: parts[1]) else { return nil }
    return .triple(Triple(subject, predicate, try scope.terms.term(of: parts[2])))
  }
}

extension Value {
  /// The value of a literal that kept its form.
  var unwrapped: Value {
    if case .literal(let form, let datatype) = self { return Value(form, datatype: datatype) }
    return self
  }
}
