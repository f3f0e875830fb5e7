internal import GraphModel

/// `CONTAINS`, `STRSTARTS` and `STRENDS` of a constant in a variable's text.
///
/// The text is read as the bytes that the source keeps; a term that stands in several rows of a
/// batch is read once.
final class TextTestNode: ExpressionNode {
  private let place: Int
  private let matcher: TextMatcher
  /// Whether the text is that of `STR`, which IRIs and all literals have; else of strings alone.
  private let isOfAnyTerm: Bool
  private let terms: TermTable
  private let texts: (any TermTexts)?

  init(_ place: Int, _ matcher: TextMatcher, isOfAnyTerm: Bool, _ terms: TermTable) {
    self.place = place
    self.matcher = matcher
    self.isOfAnyTerm = isOfAnyTerm
    self.terms = terms
    texts = terms.texts()
  }

  private func test(_ id: UInt64) throws -> Bool? {
    guard id != 0 else { return nil }
    if let texts, TermID(rawValue: id).kind != .made {
      var result: Bool?
      let isThere = try texts.read(TermID(rawValue: id)) { text, isString in
        if isString || isOfAnyTerm { result = matcher.matches(text) }
      }
      if isThere { return result }
    }
    var text: String
    switch try terms.term(of: id) {
    case .iri(let iri) where isOfAnyTerm: text = iri.value
    case .literal(let form, let datatype) where isOfAnyTerm || datatype == XSD.string: text = form
    case .text(let form, _), .directional(let form, _, _): text = form
    default: return nil
    }
    return text.withUTF8(matcher.matches)
  }

  override func truth(_ batch: Batch, _ row: Int, _ terms: TermTable) throws -> Bool? {
    try test(batch.columns[place][row])
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    try test(batch.columns[place][row]).map(Value.boolean)
  }

  override func select(_ batch: Batch, _ keep: inout [Bool], _ terms: TermTable) throws {
    let rows = (0..<Int32(batch.count)).filter { keep[Int($0)] }
    let ids = Batch.gather(batch.columns[place], rows)
    var last: (id: UInt64, holds: Bool) = (0, false)
    // In the order of numbers, texts that lie together are read together.
    for (count, index) in RadixSort.rows(ids.count, by: [ids]).enumerated() {
      if count & 127 == 127 { try terms.check() }
      let id = ids[Int(index)]
      if id != last.id { last = (id, try test(id) == true) }
      if !last.holds { keep[Int(rows[Int(index)])] = false }
    }
  }
}
