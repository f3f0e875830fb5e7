import GraphModel

/// A line of canonical N-Quads with gaps for its blank nodes, which have numbers instead of labels.
struct CanonicalLine: Hashable {
  /// Where a blank node stands in a quad, as the standard abbreviates it.
  enum Position: UInt8 {
    case subject = 0x73
    case object = 0x6f
    case graph = 0x67
  }

  /// A blank node in its place.
  struct Gap: Hashable {
    let node: Int
    let position: Position
  }

  /// What stands before, between and behind the gaps; one more than there are gaps.
  private(set) var texts: [[UInt8]] = [[]]
  private(set) var gaps: [Gap] = []
  /// The predicate in angle brackets.
  private(set) var predicate: [UInt8] = []

  /// Makes the line of a quad.
  ///
  /// - Parameters:
  ///   - quad: The quad.
  ///   - number: The number of a blank node by its label.
  ///   - written: A term that is no blank node as the line has it.
  init(
    _ quad: QuadBytes, number: (TermBytes) -> Int, written: (TermBytes) -> [UInt8]
  ) {
    predicate = written(quad.predicate)
    add(quad.subject, .subject, number, written)
    texts[texts.count - 1] += [0x20] + predicate + [0x20]
    add(quad.object, .object, number, written)
    if let graph = quad.graph {
      texts[texts.count - 1].append(0x20)
      add(graph, .graph, number, written)
    }
    texts[texts.count - 1] += " .\n".utf8
  }

  private mutating func add(
    _ term: TermBytes, _ position: Position, _ number: (TermBytes) -> Int,
    _ written: (TermBytes) -> [UInt8]
  ) {
    guard term.kind == .blank else {
      texts[texts.count - 1] += written(term)
      return
    }
    gaps.append(Gap(node: number(term), position: position))
    texts.append([])
  }

  /// The line with labels in its gaps.
  func filled(_ label: (Int) -> String) -> [UInt8] {
    var line = texts[0]
    for (gap, text) in zip(gaps, texts.dropFirst()) {
      line += label(gap.node).utf8
      line += text
    }
    return line
  }
}
