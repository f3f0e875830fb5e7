import GraphFormats
import GraphModel

/// A set of quads as rows of words, in which a blank node is a word that starts with `_:`.
struct Dataset: Equatable, CustomStringConvertible {
  var rows: Set<[String]>

  init(rows: some Sequence<[String]>) { self.rows = Set(rows.map { $0.map(Self.exact) }) }

  /// A word in ASCII alone, because a String equals other letters that look the same.
  private static func exact(_ word: String) -> String {
    word.unicodeScalars.map { $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16))}" }
      .joined()
  }

  init(_ quads: some Sequence<Quad>) {
    self.init(
      rows: quads.map { quad in
        Self.words(quad.triple) + [quad.graph.map { Self.word(Term($0))[0] } ?? ""]
      })
  }

  init(_ quads: some Sequence<GeneralizedQuad>) {
    self.init(
      rows: quads.map { quad in
        Self.word(Term(quad.subject)) + Self.word(Term(quad.predicate)) + Self.word(quad.object)
          + [quad.graph.map { Self.word(Term($0))[0] } ?? ""]
      })
  }

  private static func words(_ triple: Triple) -> [String] {
    word(Term(triple.subject)) + ["<\(triple.predicate.value)>"] + word(triple.object)
  }

  private static func word(_ term: Term) -> [String] {
    switch term {
    case .iri(let iri): ["<\(iri.value)>"]
    case .blank(let label): ["_:" + label]
    case .literal(let text, let datatype): ["\"\(text)\"^^<\(datatype.value)>"]
    case .text(let text, let language): ["\"\(text)\"@\(language.lowercased())"]
    case .directional(let text, let language, let direction):
      ["\"\(text)\"@\(language.lowercased())--\(direction.rawValue)"]
    case .triple(let triple): ["<<("] + words(triple) + [")>>"]
    }
  }

  var description: String {
    rows.map { $0.joined(separator: " ") }.sorted().joined(separator: "\n")
  }

  /// Whether two datasets differ in the names of blank nodes alone.
  ///
  /// Colours are refined until they stop changing; a colour that several nodes share is split by
  /// trying each partner in turn.
  func isIsomorphic(to other: Dataset) -> Bool {
    rows.count == other.rows.count && Self.match(self, other, [:], [:])
  }

  private typealias Colours = [String: Int]

  private static func match(
    _ a: Dataset, _ b: Dataset, _ fixedA: Colours, _ fixedB: Colours
  ) -> Bool {
    let coloursA = a.colours(fixedA)
    let coloursB = b.colours(fixedB)
    guard coloursA.values.sorted() == coloursB.values.sorted() else { return false }
    let classes = Dictionary(grouping: coloursA.keys.sorted()) { coloursA[$0] ?? 0 }
    guard let shared = classes.filter({ $0.value.count > 1 }).min(by: { $0.key < $1.key }),
      let node = shared.value.first
    else {
      let names = Dictionary(coloursB.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let renamed = a.rows.map { row in
        row.map { word in
          coloursA[word].flatMap { names[$0] } ?? word
        }
      }
      return Set(renamed) == b.rows
    }
    for partner in coloursB.keys.sorted() where coloursB[partner] == shared.key {
      let mark = fixedA.count + 1
      let nextA = fixedA.merging([node: mark]) { _, new in new }
      let nextB = fixedB.merging([partner: mark]) { _, new in new }
      if match(a, b, nextA, nextB) { return true }
    }
    return false
  }

  private func colours(_ fixed: Colours) -> Colours {
    var colours: Colours = [:]
    var uses: [String: [[String]]] = [:]
    for row in rows {
      for word in Set(row) where word.hasPrefix("_:") {
        colours[word] = fixed[word] ?? 0
        uses[word, default: []].append(row)
      }
    }
    var count = Set(colours.values).count
    while true {
      var next: Colours = [:]
      for (node, rows) in uses {
        let seen = rows.map { row in
          row.map { word in
            word == node ? "self" : colours[word].map { "~\($0)" } ?? word
          }.joined(separator: "\u{1}")
        }
        let text = "\(colours[node] ?? 0)\n" + seen.sorted().joined(separator: "\n")
        next[node] = Int(truncatingIfNeeded: StableHash.of(text))
      }
      let nextCount = Set(next.values).count
      colours = next
      if nextCount == count { return colours }
      count = nextCount
    }
  }
}

extension StableHash {
  fileprivate static func of(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(field: text)
    return hash.value
  }
}
