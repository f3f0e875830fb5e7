/// The quotation of each token, sentence by sentence; sentences without any take up nothing.
struct QuotationMarks {
  private var marked: [Int: [Int?]] = [:]
  private var counts: [Int32] = []

  /// Adds the next sentence: the quotation of each of its tokens, or `nil`.
  mutating func append(_ marks: [Int?]) {
    if marks.contains(where: { $0 != nil }) { marked[counts.count] = marks }
    counts.append(Int32(marks.count))
  }

  /// The quotation of each token of a sentence, or `nil`.
  subscript(sentence: Int) -> [Int?] {
    marked[sentence] ?? Array(repeating: nil, count: Int(counts[sentence]))
  }
}
