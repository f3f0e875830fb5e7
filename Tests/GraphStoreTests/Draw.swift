import GraphModel

/// Random values that are the same on every run (SplitMix64; Steele, Lea and Flood, 2014).
struct Draw {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 }

  mutating func bits() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func number(_ bound: Int) -> Int { Int(bits() % UInt64(bound)) }

  mutating func flag() -> Bool { number(2) == 0 }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for i in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(i, number(i + 1)) }
    return result
  }

  mutating func text(_ longest: Int = 12) -> String {
    let letters: [Character] = ["a", "b", "é", "z", " ", "\u{0}", "𝔸", "中", "e\u{301}", "\""]
    return String((0..<number(longest + 1)).map { _ in letters[number(letters.count)] })
  }

  mutating func optionalText() -> String? { flag() ? text() : nil }

  mutating func span() -> TextSpan? {
    let start = number(1 << (1 + number(30)))
    return TextSpan(start..<start + 1 + number(300))
  }

  mutating func object() -> StatementObject {
    if flag() { return .entity(EntityID("e:" + text())) }
    let datatypes = [
      XSD.string, XSD.boolean, XSD.integer, XSD.decimal, XSD.date, XSD.gYear, XSD.gYearMonth,
      IRI("x:own"),
    ]
    return .literal(
      Literal(
        value: text(), datatype: datatypes[number(datatypes.count)], unit: optionalText(),
        text: text(), cue: optionalText()))
  }

  mutating func mention() -> MentionText? {
    guard flag(), let span = span() else { return nil }
    return MentionText(text: text(), span: span)
  }

  mutating func evidence() -> Evidence? {
    span().map {
      Evidence(
        document: flag() ? DocumentID(name: text()) : DocumentID(text()), sentence: number(500),
        span: $0, quote: text(40), rule: text(), subject: mention(), object: mention(),
        predicateText: text())
    }
  }

  mutating func statement() -> Statement? {
    guard let first = evidence() else { return nil }
    var content = Statement.Content(
      subject: EntityID("e:" + text()), predicate: Predicate(id: "q:" + text(), label: text()),
      object: object(), polarity: Polarity.allCases[number(2)],
      certainty: Certainty.allCases[number(4)],
      qualifiers: (0..<number(4)).map { _ in
        Qualifier(role: text(3), value: object(), text: text())
      })
    if flag() { content.speaker = EntityID(text()) }
    if flag() {
      content.time = StatementTime(start: optionalText(), end: optionalText(), text: text())
    }
    return Statement(
      content, confidence: Double(number(1_000)) / 1_000, from: first,
      (0..<number(3)).compactMap { _ in evidence() })
  }
}
