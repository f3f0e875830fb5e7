import Schema

/// Reads the text of a wording pattern: recursive descent over bytes, no backtracking.
struct PatternParser {
  private let bytes: [UInt8]
  private var next = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The pattern that a text writes; O(*n*).
  static func parse(_ text: String) throws(PatternProblem) -> PatternNode {
    var parser = PatternParser(text)
    parser.skipSpace()
    let node = try parser.node()
    guard parser.next == parser.bytes.count else { throw parser.expected("a role or the end") }
    return node
  }

  // MARK: Grammar

  private mutating func node() throws(PatternProblem) -> PatternNode {
    var node = try head()
    skipSpace()
    while let byte = peek, byte != UInt8(ascii: "]") {
      node.clauses.append(try clause())
      skipSpace()
    }
    return node
  }

  /// A capture and a test: `S`, `amount:Money`, `role@noun:chief`, `verb:buy`, `*`.
  private mutating func head() throws(PatternProblem) -> PatternNode {
    if take("*") { return PatternNode(capture: nil, test: .any, clauses: []) }
    let first = try word("a word, a class or a capture")
    if PatternNode.WordKind(rawValue: first.text) != nil, peek == UInt8(ascii: ":") {
      return PatternNode(capture: nil, test: try test(startingWith: first), clauses: [])
    }
    if Self.isCapture(first.text) {
      let isTitle = take("@")
      if isTitle || take(":") {
        if take("*") {
          return PatternNode(capture: first, isTitle: isTitle, test: .any, clauses: [])
        }
        let start = try word("a class or a part of speech")
        if !isTitle { try refuseKind(first, before: start) }
        return PatternNode(
          capture: first, isTitle: isTitle, test: try test(startingWith: start), clauses: [])
      }
      return PatternNode(capture: first, test: .implied, clauses: [])
    }
    if let initial = first.text.utf8.first, (65...90).contains(initial) {
      return PatternNode(capture: nil, test: try test(startingWith: first), clauses: [])
    }
    throw PatternProblem(problem: .unknownCapture(first.text), offset: first.offset)
  }

  /// Throws if `vreb:buy` stands where a part of speech and a word should: a qualifier is followed by
  /// a class or a part of speech.
  private func refuseKind(
    _ first: PatternNode.Located, before start: PatternNode.Located
  ) throws(PatternProblem) {
    guard let initial = start.text.utf8.first, !(65...90).contains(initial),
      peek != UInt8(ascii: ":")
    else { return }
    let kinds = PatternNode.WordKind.allCases.map(\.rawValue)
    throw PatternProblem(
      problem: .unknownKind(
        first.text, suggestion: Schema.suggestion(for: first.text, among: kinds)),
      offset: first.offset)
  }

  private mutating func test(startingWith first: PatternNode.Located) throws(PatternProblem)
    -> PatternNode.Test
  {
    if take(":") {
      guard let kind = PatternNode.WordKind(rawValue: first.text) else {
        throw PatternProblem(
          problem: .unknownKind(first.text, suggestion: nil), offset: first.offset)
      }
      return .words(kind, try alternatives("a word"))
    }
    var classes = [first]
    while take("|") { classes.append(try word("a class")) }
    return .classes(classes, orUnknown: take("~"))
  }

  private mutating func clause() throws(PatternProblem) -> PatternNode.Clause {
    let forbidden = take("!")
    let roles = try alternatives("a role")
    var mode: PatternNode.Clause.Mode = forbidden ? .forbidden : .required
    if take("?") {
      if forbidden { throw expected("'>' (a forbidden role cannot be optional)", at: next - 1) }
      mode = .optional
    }
    if take(">") {
      return PatternNode.Clause(roles: roles, mode: mode, filler: try filler())
    }
    guard forbidden else { throw expected("'>' after the role") }
    let anything = PatternNode(capture: nil, test: .any, clauses: [])
    return PatternNode.Clause(roles: roles, mode: mode, filler: anything)
  }

  private mutating func filler() throws(PatternProblem) -> PatternNode {
    let start = next
    if take("[") { return try bracketed(capture: nil) }
    if let byte = peek, byte != UInt8(ascii: "*") {
      let name = try word("a capture, a class or '['")
      if Self.isCapture(name.text), take("@") {
        if take("[") { return try bracketed(capture: name) }
        next = start
      } else {
        next = start
      }
    }
    return try head()
  }

  private mutating func bracketed(capture: PatternNode.Located?) throws(PatternProblem)
    -> PatternNode
  {
    skipSpace()
    var inner = try node()
    guard take("]") else { throw expected("']'") }
    if let capture {
      if let second = inner.capture {
        throw PatternProblem(problem: .captured(second.text, times: 2), offset: second.offset)
      }
      inner.capture = capture
      inner.isTitle = true
    }
    return inner
  }

  private mutating func alternatives(_ what: String) throws(PatternProblem)
    -> [PatternNode.Located]
  {
    var words = [try word(what)]
    while take("|") { words.append(try word(what)) }
    return words
  }

  // MARK: Bytes

  private static func isCapture(_ text: String) -> Bool {
    if text == "S" || text == "O" || text == "S&O" { return true }
    return text.utf8.allSatisfy { (97...122).contains($0) }
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let byte = peek, byte == UInt8(ascii: mark) else { return false }
    next += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || (0x09...0x0d).contains(byte) { next += 1 }
  }

  private mutating func word(_ what: String) throws(PatternProblem) -> PatternNode.Located {
    let start = next
    while let byte = peek, Self.belongsToWord(byte) { next += 1 }
    guard next > start else { throw expected(what) }
    return PatternNode.Located(
      text: String(decoding: bytes[start..<next], as: UTF8.self), offset: start)
  }

  /// Letters, digits, `_`, `-`, `&`, `.`, `'` and everything outside ASCII.
  private static func belongsToWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 0x80...0xff: true
    default: byte == 0x5f || byte == 0x2d || byte == 0x26 || byte == 0x2e || byte == 0x27
    }
  }

  private func expected(_ what: String, at place: Int? = nil) -> PatternProblem {
    let place = place ?? next
    let rest = bytes[place...].prefix { $0 != 0x20 }
    let found = rest.isEmpty ? "the end" : "'" + String(decoding: rest, as: UTF8.self) + "'"
    return PatternProblem(problem: .expected(what, found: found), offset: place)
  }
}
