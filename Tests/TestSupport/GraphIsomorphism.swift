public import GraphModel

/// Whether two graphs differ in the names of blank nodes alone.
public func isomorphic(_ a: [Triple], _ b: [Triple]) -> Bool {
  isomorphic(a.map { Quad($0) }, b.map { Quad($0) })
}

/// Whether two datasets differ in the names of blank nodes alone.
///
/// Colours are refined until they stop changing; a colour that several nodes share is split by
/// trying each partner in turn.
public func isomorphic(_ a: [Quad], _ b: [Quad]) -> Bool {
  let a = Set(a)
  let b = Set(b)
  guard a.count == b.count else { return false }
  return match(a, b, [:], [:])
}

private typealias Colours = [String: String]

private func match(_ a: Set<Quad>, _ b: Set<Quad>, _ fixedA: Colours, _ fixedB: Colours) -> Bool {
  let coloursA = refine(a, fixedA)
  let coloursB = refine(b, fixedB)
  guard coloursA.values.sorted() == coloursB.values.sorted() else { return false }
  let classes = Dictionary(grouping: coloursA.keys.sorted()) { coloursA[$0] ?? "" }
  guard let shared = classes.filter({ $0.value.count > 1 }).min(by: { $0.key < $1.key }) else {
    let names = Dictionary(coloursB.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(a.map { $0.renamed { names[coloursA[$0] ?? ""] ?? $0 } }) == b
  }
  guard let node = shared.value.first else { return false }
  let mark = "fixed\(fixedA.count)"
  for partner in coloursB.keys.sorted() where coloursB[partner] == shared.key {
    let nextA = fixedA.merging([node: mark]) { _, new in new }
    let nextB = fixedB.merging([partner: mark]) { _, new in new }
    if match(a, b, nextA, nextB) { return true }
  }
  return false
}

private func refine(_ graph: Set<Quad>, _ fixed: Colours) -> Colours {
  var colours: Colours = [:]
  for quad in graph {
    for label in quad.blanks { colours[label] = fixed[label] ?? "" }
  }
  var count = Set(colours.values).count
  while true {
    var signatures: [String: [String]] = [:]
    for quad in graph {
      for label in Set(quad.blanks) {
        let seen = quad.renamed { $0 == label ? "self" : "~" + (colours[$0] ?? "") }
        signatures[label, default: []].append("\(seen)")
      }
    }
    var next: Colours = [:]
    for (label, parts) in signatures {
      next[label] = StableHash.hex(
        ((colours[label] ?? "") + parts.sorted().joined(separator: "\n")).utf8)
    }
    let nextCount = Set(next.values).count
    colours = next
    if nextCount == count { return colours }
    count = nextCount
  }
}

extension Quad {
  fileprivate var blanks: [String] {
    triple.blanks + (graph.map { Triple($0, RDF.type, .string("")).blanks } ?? [])
  }

  fileprivate func renamed(_ name: (String) -> String) -> Quad {
    Quad(triple.renamed(name), graph: graph.map { $0.renamed(name) })
  }
}

extension Subject {
  fileprivate func renamed(_ name: (String) -> String) -> Subject {
    if case .blank(let label) = self { return .blank(name(label)) }
    return self
  }
}

extension Triple {
  fileprivate var blanks: [String] {
    var labels: [String] = []
    if case .blank(let label) = subject { labels.append(label) }
    switch object {
    case .blank(let label): labels.append(label)
    case .triple(let inner): labels += inner.blanks
    default: break
    }
    return labels
  }

  fileprivate func renamed(_ name: (String) -> String) -> Triple {
    let object: Term
    switch self.object {
    case .blank(let label): object = .blank(name(label))
    case .triple(let inner): object = .triple(inner.renamed(name))
    default: object = self.object
    }
    return Triple(subject.renamed(name), predicate, object)
  }
}
