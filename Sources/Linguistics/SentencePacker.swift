/// Packs the sentences of a document one after the other, so that the unpacked ones need not exist together.
struct SentencePacker {
  /// What was packed so far.
  private(set) var list = SentenceList()
  private var numberOfWord: [SentenceList.Word: UInt32] = [:]
  private var numberOfLabel: [SentenceList.Label: UInt32] = [:]

  /// Makes room for the tokens of a text of so many bytes.
  ///
  /// An array that grows is in memory twice while it is moved.
  mutating func reserve(bytes: Int) {
    guard bytes > 1 << 16 else { return }
    list.tokens.reserveCapacity(bytes / 4)
  }

  /// Adds a sentence.
  ///
  /// - Precondition: Its bytes are below 4 GiB, as those of any document.
  mutating func append(_ sentence: Sentence) {
    list.rows.append(
      SentenceList.Row(
        start: UInt32(sentence.bytes.lowerBound), end: UInt32(sentence.bytes.upperBound),
        firstToken: UInt32(list.tokens.count), firstName: UInt32(list.names.count),
        block: sentence.block))
    for token in sentence.tokens {
      list.tokens.append(
        SentenceList.PackedToken(
          start: UInt32(token.bytes.lowerBound), end: UInt32(token.bytes.upperBound),
          word: Self.number(
            of: SentenceList.Word(form: token.form, lemma: token.lemma), in: &list.words,
            by: &numberOfWord),
          label: Self.number(
            of: SentenceList.Label(upos: token.upos, xpos: token.xpos, relation: token.relation),
            in: &list.labels, by: &numberOfLabel),
          head: Int32(clamping: token.head), headProbability: token.headProbability))
    }
    list.names += sentence.names
  }

  /// The place of a value among those noted, which it is added to if it is new.
  private static func number<Value: Hashable>(
    of value: Value, in values: inout [Value], by numbers: inout [Value: UInt32]
  ) -> UInt32 {
    if let number = numbers[value] { return number }
    let number = UInt32(values.count)
    numbers[value] = number
    values.append(value)
    return number
  }
}

extension SentenceList {
  /// The same sentences with other names; `names` has one element for each sentence.
  func renamed(_ names: [[NameSpan]]) -> SentenceList {
    var list = self
    list.names = []
    list.rows = zip(rows, names).map { row, names in
      defer { list.names += names }
      return Row(
        start: row.start, end: row.end, firstToken: row.firstToken,
        firstName: UInt32(list.names.count), block: row.block)
    }
    return list
  }
}
