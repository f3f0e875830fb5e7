/// Finds the tree of highest total score whose arcs do not cross, with exactly one word under the root.
///
/// Eisner (1996), by spans: a complete span holds a head and all it governs on one side, an
/// incomplete one an arc between its ends and what lies below it. The leftmost split wins a tie.
///
/// - Complexity: O(*n*³), O(*n*²) in memory.
struct ProjectiveTree {
  private let count: Int
  private let scores: [Float]
  /// Best totals of spans, `[from * count + to]`; `right` and `left` tell on which side the head's words lie.
  private var complete: (left: [Double], right: [Double])
  private var arcs: (left: [Double], right: [Double])
  /// Where the best spans are split.
  private var completeSplit: (left: [Int], right: [Int])
  private var arcSplit: (left: [Int], right: [Int])

  /// Heads of the words 1...n, 0 for the root; element 0 is unused.
  ///
  /// `scores` are those of ``Arborescence/heads(scores:words:)``.
  static func heads(scores: [Float], words: Int) -> [Int] {
    guard words > 0 else { return [0] }
    var solver = ProjectiveTree(count: words + 1, scores: scores)
    solver.fill()
    return solver.read()
  }

  private init(count: Int, scores: [Float]) {
    self.count = count
    self.scores = scores
    let none = [Double](repeating: -.infinity, count: count * count)
    complete = (none, none)
    arcs = (none, none)
    let unset = [Int](repeating: 0, count: count * count)
    completeSplit = (unset, unset)
    arcSplit = (unset, unset)
    for word in 0..<count {
      complete.left[word * count + word] = 0
      complete.right[word * count + word] = 0
    }
  }

  private mutating func fill() {
    for length in 1..<count {
      for from in 0..<count - length {
        fill(from, from + length)
      }
    }
  }

  private mutating func fill(_ from: Int, _ to: Int) {
    let span = from * count + to
    // The root has one word, so nothing of its own lies between it and that word.
    var split = from
    var best = -Double.infinity
    for middle in from..<(from == 0 ? 1 : to) {
      let total =
        complete.right[from * count + middle] + complete.left[(middle + 1) * count + to]
      if total > best { (best, split) = (total, middle) }
    }
    arcs.right[span] = best + Double(scores[to * count + from])
    arcSplit.right[span] = split
    if from > 0 {
      arcs.left[span] = best + Double(scores[from * count + to])
      arcSplit.left[span] = split
      (best, split) = (-.infinity, from)
      for middle in from..<to {
        let total = complete.left[from * count + middle] + arcs.left[middle * count + to]
        if total > best { (best, split) = (total, middle) }
      }
      complete.left[span] = best
      completeSplit.left[span] = split
    }
    (best, split) = (-.infinity, to)
    for middle in from + 1...to {
      let total = arcs.right[from * count + middle] + complete.right[middle * count + to]
      if total > best { (best, split) = (total, middle) }
    }
    complete.right[span] = best
    completeSplit.right[span] = split
  }

  /// A span whose arcs are still to be read.
  private struct Span {
    var from: Int
    var to: Int
    var isComplete: Bool
    var isRight: Bool
  }

  private func read() -> [Int] {
    var heads = [Int](repeating: 0, count: count)
    var open = [Span(from: 0, to: count - 1, isComplete: true, isRight: true)]
    while let span = open.popLast() {
      let (from, to) = (span.from, span.to)
      guard from < to else { continue }
      let at = from * count + to
      if span.isComplete {
        let split = span.isRight ? completeSplit.right[at] : completeSplit.left[at]
        open.append(
          Span(from: from, to: split, isComplete: !span.isRight, isRight: span.isRight))
        open.append(Span(from: split, to: to, isComplete: span.isRight, isRight: span.isRight))
      } else {
        let split = span.isRight ? arcSplit.right[at] : arcSplit.left[at]
        heads[span.isRight ? to : from] = span.isRight ? from : to
        open.append(Span(from: from, to: split, isComplete: true, isRight: true))
        open.append(Span(from: split + 1, to: to, isComplete: true, isRight: false))
      }
    }
    return heads
  }
}
