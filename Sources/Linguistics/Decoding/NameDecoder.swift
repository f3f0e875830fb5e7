/// Finds the best well-formed sequence of name tags (Viterbi).
struct NameDecoder: Sendable {
  private let tags: [NameTag]
  /// Row by row: the tags that may precede each tag.
  private let predecessors: [[Int]]
  private let initial: [Bool]

  init(tags: [NameTag]) {
    self.tags = tags
    predecessors = tags.map { tag in tags.indices.filter { tag.mayFollow(tags[$0]) } }
    initial = tags.map { $0.mayFollow(nil) }
  }

  /// The numbers of the best tags; the lowest number wins a tie.
  ///
  /// `scores` holds the score of each tag for each word; words are rows of `stride` floats.
  func best(_ scores: UnsafePointer<Float>, words: Int, stride: Int) -> [Int] {
    guard words > 0 else { return [] }
    let count = tags.count
    var total = (0..<count).map { initial[$0] ? scores[$0] : -.infinity }
    var back: [Int] = []
    back.reserveCapacity((words - 1) * count)
    for word in 1..<max(words, 1) {
      let row = scores + word * stride
      var next = [Float](repeating: -.infinity, count: count)
      for tag in 0..<count {
        var best = predecessors[tag].first ?? 0
        for previous in predecessors[tag] where total[previous] > total[best] { best = previous }
        back.append(best)
        next[tag] = total[best] + row[tag]
      }
      total = next
    }
    var tag = 0
    for other in 1..<count where total[other] > total[tag] { tag = other }
    var path = [tag]
    for word in (1..<max(words, 1)).reversed() {
      tag = back[(word - 1) * count + tag]
      path.append(tag)
    }
    return path.reversed()
  }

  /// Joins tags to names.
  func spans(_ numbers: [Int]) -> [NameSpan] {
    var spans: [NameSpan] = []
    for (word, number) in numbers.enumerated() {
      switch tags[number] {
      case .outside: break
      case .begin(let kind): spans.append(NameSpan(tokens: word..<word + 1, kind: kind))
      case .inside(let kind):
        guard let last = spans.popLast() else { break }
        spans.append(NameSpan(tokens: last.tokens.lowerBound..<word + 1, kind: kind))
      }
    }
    return spans
  }
}
