/// Which of a document's things, known by their numbers, stand in each sentence.
struct SentenceIndex {
  /// Where the numbers of each sentence begin.
  private var starts: [UInt32]
  private var numbers: [UInt32]

  /// Sorts things by their sentences; those of one sentence keep their order.
  ///
  /// - Parameters:
  ///   - sentences: The sentence of each thing; one that is none of the document leaves its thing out.
  ///   - count: The number of sentences.
  ///
  /// - Complexity: O(*n*) in things and sentences.
  init(_ sentences: some Sequence<Int>, count: Int) {
    starts = Array(repeating: 0, count: count + 2)
    for sentence in sentences where (0..<count).contains(sentence) { starts[sentence + 2] += 1 }
    for sentence in starts.indices.dropFirst() { starts[sentence] += starts[sentence - 1] }
    numbers = Array(repeating: 0, count: Int(starts[count + 1]))
    // Each start moves on to its sentence's end, which is the next one's start.
    for (number, sentence) in sentences.enumerated() where (0..<count).contains(sentence) {
      numbers[Int(starts[sentence + 1])] = UInt32(number)
      starts[sentence + 1] += 1
    }
  }

  /// The numbers of the things in a sentence, in order.
  subscript(sentence: Int) -> some Collection<Int> {
    numbers[Int(starts[sentence])..<Int(starts[sentence + 1])].lazy.map(Int.init)
  }
}
