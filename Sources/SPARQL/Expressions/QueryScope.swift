internal import Glibc
internal import GraphModel

/// What the expressions of one query share: its terms, its clock, its random numbers.
final class QueryScope {
  let terms: TermTable
  /// What `NOW()` gives, the same all through the query.
  let now: Timestamp
  /// What relative IRIs are resolved against.
  let base: String?
  var random: RandomNumbers
  var patterns = PatternCache()
  private var blankNodes = 0
  private var labels: [String: String] = [:]

  init(terms: TermTable, now: Timestamp, base: String?, seed: UInt64?) {
    self.terms = terms
    self.now = now
    self.base = base
    random = RandomNumbers(seed: seed)
  }

  /// A label that no other blank node of the source or the query has.
  func freshBlankNode() throws -> String {
    while true {
      blankNodes += 1
      let label = "q\(blankNodes)"
      let id = try terms.idIfKnown(.blank(label))
      if id == nil { return label }
    }
  }

  /// Tells that another solution is worked on: its labels of blank nodes are its own.
  func beginRow() {
    if !labels.isEmpty { labels = [:] }
  }

  /// The blank node that a label stands for in this solution.
  func blankNode(labelled text: String) throws -> String {
    if let known = labels[text] { return known }
    let label = try freshBlankNode()
    labels[text] = label
    return label
  }

  /// The machine's clock, in UTC.
  static func clock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var now = Timestamp(kind: .dateTime)
    now.timezone = 0
    let milliseconds = Int128(time.tv_sec) * 1000 + Int128(time.tv_nsec / 1_000_000)
    now.setLocal(seconds: ExactDecimal(coefficient: milliseconds, scale: 3))
    return now
  }
}

/// Random numbers: the system's, or the same sequence again for a seed.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64?
  private var system = SystemRandomNumberGenerator()

  init(seed: UInt64?) { state = seed }

  mutating func next() -> UInt64 {
    guard let current = state else { return system.next() }
    // SplitMix64.
    let advanced = current &+ 0x9e37_79b9_7f4a_7c15
    state = advanced
    var z = advanced
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A version 4 UUID (RFC 9562).
  mutating func uuid() -> String {
    let high = next() & 0xffff_ffff_ffff_0fff | 0x4000
    let low = next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    func hexadecimal(_ value: UInt64, _ digits: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: digits - text.utf8.count) + text
    }
    return [
      hexadecimal(high >> 32, 8), hexadecimal(high >> 16 & 0xffff, 4),
      hexadecimal(high & 0xffff, 4), hexadecimal(low >> 48, 4),
      hexadecimal(low & 0xffff_ffff_ffff, 12),
    ].joined(separator: "-")
  }
}
