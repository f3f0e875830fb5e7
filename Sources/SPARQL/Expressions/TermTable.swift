internal import GraphModel

/// The terms of one query: those of the source, and those that the query makes.
///
/// One term has one number, wherever it came from, so that joins, DISTINCT and GROUP BY compare
/// numbers: a value that fits is in its number, a term that the source knows has the source's,
/// any other gets the next of kind ``TermID/Kind/made``.
final class TermTable {
  private let source: any QuadSource
  private let budget: MemoryBudget
  /// The table that this one adds to.
  private let base: TermTable?
  private var made: [Term] = []
  private var numbers: [ExactTerm: UInt64] = [:]
  /// Throws if the query must stop; asked where one batch may take long.
  var check: () throws -> Void = {}

  /// Creates a table of a source's terms, and of another table's, which is only read.
  init(_ source: any QuadSource, _ budget: MemoryBudget, beyond base: TermTable? = nil) {
    self.source = source
    self.budget = budget
    self.base = base
  }

  deinit { budget.add(-taken) }

  /// About how many bytes the made terms take.
  private var taken = 0
  /// Where the numbers of terms begin that are made beyond another table's.
  private static let beyond: UInt64 = 1 << 48

  /// The number of a made term, if it was made already.
  private func known(_ term: ExactTerm) -> UInt64? { base?.known(term) ?? numbers[term] }

  /// The number of a term.
  func id(of term: Term) throws -> UInt64 {
    if let inline = TermID(inlining: term) { return inline.rawValue }
    let key = ExactTerm(term)
    if let known = known(key) { return known }
    if let stored = try source.id(of: term) { return stored.rawValue }
    let id = TermID(.made, (base == nil ? 0 : Self.beyond) + UInt64(made.count)).rawValue
    made.append(term)
    numbers[key] = id
    taken += 160 + term.lexicalLength
    budget.add(160 + term.lexicalLength)
    return id
  }

  /// The number of a term, or `nil` if neither the source nor the query has it.
  func idIfKnown(_ term: Term) throws -> UInt64? {
    if let inline = TermID(inlining: term) { return inline.rawValue }
    return try known(ExactTerm(term)) ?? source.id(of: term)?.rawValue
  }

  /// The number of a value.
  func id(of value: Value) throws -> UInt64 {
    switch value {
    case .id(let id): return id
    case .boolean(let truth): return TermID(truth).rawValue
    case .number(.integer(let number)):
      if let small = Int64(exactly: number), let inline = TermID(integer: small) {
        return inline.rawValue
      }
    default: break
    }
    guard let term = value.term else { return 0 }
    return try id(of: term)
  }

  /// The term of a number.
  func term(of id: UInt64) throws -> Term {
    let number = TermID(rawValue: id)
    if number.isInline, let term = number.inlineTerm { return term }
    if number.kind == .made {
      if let base, number.payload < Self.beyond { return try base.term(of: id) }
      let place = Int(number.payload & (Self.beyond - 1))
      guard place < made.count else { throw QueryError.unknownTerm(id) }
      return made[place]
    }
    guard let term = try source.term(of: number) else { throw QueryError.unknownTerm(id) }
    return term
  }

  /// What reads the texts of the source's terms without making strings, if there is such a thing.
  func texts() -> (any TermTexts)? { source.texts() }

  /// The term of a value.
  func term(of value: Value) throws -> Term {
    if case .id(let id) = value { return try term(of: id) }
    return value.term ?? .blank("")
  }

  /// The value with what is in its term, if it is a number of one.
  func resolve(_ value: Value) throws -> Value {
    guard case .id(let id) = value else { return value }
    return try self.value(of: id)
  }

  /// The value of a term's number; no dictionary is read for a value inside its number.
  func value(of id: UInt64) throws -> Value {
    let number = TermID(rawValue: id)
    switch number.kind {
    case .boolean: return .boolean(number.payload == 1)
    case .integer, .derivedInteger:
      return .number(.integer(Int128(number.integerValue ?? 0)))
    case .decimal:
      let millionths = Int128(number.decimalMillionths ?? 0)
      return .number(.decimal(ExactDecimal(coefficient: millionths, scale: 6)))
    case .date:
      guard let fields = number.calendarFields else { break }
      var time = Timestamp(kind: .date)
      (time.year, time.month, time.day) = (fields.year, fields.month, fields.day)
      return .time(time)
    default: break
    }
    return Value(try term(of: id))
  }

  /// What kind of term a number names.
  func kind(of id: UInt64) throws -> TermShape {
    switch TermID(rawValue: id).kind {
    case .blank: return .blank
    case .iri: return .iri
    case .triple: return .triple
    case .made, nil:
      switch try term(of: id) {
      case .blank: return .blank
      case .iri: return .iri
      case .triple: return .triple
      default: return .literal
      }
    default: return .literal
    }
  }
}

/// The four kinds of RDF term.
enum TermShape: Hashable, Sendable { case blank, iri, literal, triple }

/// A term that equals only what has the same code points.
///
/// Swift's strings are also equal if they are canonically equivalent; RDF's are not.
struct ExactTerm: Hashable {
  let term: Term

  init(_ term: Term) { self.term = term }

  static func == (a: ExactTerm, b: ExactTerm) -> Bool { same(a.term, b.term) }

  func hash(into hasher: inout Hasher) { Self.hash(term, into: &hasher) }

  private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  /// Whether two language tags are the same, whatever their case (RDF 1.2 Concepts, section 3.4).
  private static func sameTag(_ a: String, _ b: String) -> Bool {
    same(a, b) || same(a.lowercased(), b.lowercased())
  }

  private static func same(_ a: Subject, _ b: Subject) -> Bool {
    switch (a, b) {
    case (.iri(let x), .iri(let y)): same(x.value, y.value)
    case (.blank(let x), .blank(let y)): same(x, y)
    default: false
    }
  }

  static func same(_ a: Term, _ b: Term) -> Bool {
    switch (a, b) {
    case (.iri(let x), .iri(let y)): same(x.value, y.value)
    case (.blank(let x), .blank(let y)): same(x, y)
    case (.literal(let x, let t), .literal(let y, let u)): same(x, y) && same(t.value, u.value)
    case (.text(let x, let l), .text(let y, let m)): same(x, y) && sameTag(l, m)
    case (.directional(let x, let l, let d), .directional(let y, let m, let e)):
      same(x, y) && sameTag(l, m) && d == e
    case (.triple(let x), .triple(let y)):
      same(x.subject, y.subject) && same(x.predicate.value, y.predicate.value)
        && same(x.object, y.object)
    default: false
    }
  }

  private static func hash(_ text: String, into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  private static func hash(_ term: Term, into hasher: inout Hasher) {
    switch term {
    case .iri(let iri):
      hasher.combine(0)
      hash(iri.value, into: &hasher)
    case .blank(let label):
      hasher.combine(1)
      hash(label, into: &hasher)
    case .literal(let form, let datatype):
      hasher.combine(2)
      hash(form, into: &hasher)
      hash(datatype.value, into: &hasher)
    case .text(let text, let language):
      hasher.combine(3)
      hash(text, into: &hasher)
      hash(language.lowercased(), into: &hasher)
    case .directional(let text, let language, let direction):
      hasher.combine(4)
      hash(text, into: &hasher)
      hash(language.lowercased(), into: &hasher)
      hasher.combine(direction)
    case .triple(let triple):
      hasher.combine(5)
      hash(Term(triple.subject), into: &hasher)
      hash(triple.predicate.value, into: &hasher)
      hash(triple.object, into: &hasher)
    }
  }
}

extension Term {
  /// About how many bytes the texts of a term have.
  var lexicalLength: Int {
    switch self {
    case .iri(let iri): iri.value.utf8.count
    case .blank(let label): label.utf8.count
    case .literal(let form, let datatype): form.utf8.count + datatype.value.utf8.count
    case .text(let text, let language), .directional(let text, let language, _):
      text.utf8.count + language.utf8.count
    case .triple(let triple):
      Term(triple.subject).lexicalLength + triple.predicate.value.utf8.count
        + triple.object.lexicalLength
    }
  }
}
