/// The lemmas of known forms, sorted by form and universal tag.
struct LemmaTable: @unchecked Sendable {
  /// Lines `form TAB tag TAB lemma LF`, sorted by their bytes.
  private let bytes: UnsafeRawBufferPointer
  /// Where each line starts, and where the last one ends.
  private let starts: UnsafeBufferPointer<UInt32>

  init(_ file: ModelFile) throws(LinguisticsError) {
    bytes = try file.section("lemmas")
    starts = try file.array("lemmas.starts", of: UInt32.self)
    var last: UInt32 = 0
    for start in starts {
      guard start >= last, Int(start) <= bytes.count else {
        throw .model("section lemmas.starts is not in order")
      }
      last = start
    }
    guard !starts.isEmpty else { throw .model("section lemmas.starts is empty") }
  }

  /// The lemma of a lower-cased form, if the table has it.
  ///
  /// - Complexity: O(log *n*) in the number of entries.
  func lemma(of form: String, _ upos: UPOS) -> String? {
    let key = Array("\(form)\t\(upos.rawValue)\t".utf8)
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if line(middle).prefix(key.count).lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < starts.count - 1, line(low).starts(with: key) else { return nil }
    return String(decoding: line(low).dropFirst(key.count).dropLast(), as: UTF8.self)
  }

  private func line(_ index: Int) -> Slice<UnsafeRawBufferPointer> {
    bytes[Int(starts[index])..<Int(starts[index + 1])]
  }
}
