import GraphModel

/// What the page holds of evidence.
extension PageData {
  /// The sentences of each statement, and where the words for its subject and object stand in them.
  func writeEvidence(to columns: inout PageColumns) {
    var spans = EvidenceSpans()
    for (row, statement) in statements.enumerated() {
      for (index, piece) in statement.statement.evidence.enumerated() {
        let sentence = statement.evidence[index]
        let words = PageWords(piece.quote)
        func names(_ entity: Int) -> EvidenceSpans.Names {
          let isKnown = index > 0 || order.meetings[order.places[entity]].row < row
          return EvidenceSpans.Names(
            key: SIMD2(sentence, entity), label: isKnown ? entities[entity].label : nil,
            aliases: entities[entity].aliases)
        }
        let subject = piece.place(of: piece.subject)
        spans.add(subject, names(statement.subject), in: words, from: 0)
        var objectNames: EvidenceSpans.Names?
        if case .entity(let object) = statement.object { objectNames = names(object) }
        let base = subject.map { words.wordCount(before: $0.upperBound) } ?? 0
        spans.add(piece.place(of: piece.object), objectNames, in: words, from: base)
      }
    }
    columns.add("sentence", growing: statements.flatMap(\.evidence))
    columns.add("span", spans.codes)
    columns.add("length", spans.lengths)
  }
}

/// Where words stand in sentences, as numbers.
///
/// A code is 0 if they do not, 1 if they stand where they last stood for that entity in that
/// sentence, 2 if where the entity's name first stands, 3 to 5 if where one of its first other names
/// does, else how many words behind the words before them they begin, made 7 more unless negative,
/// with their number as the length. Parts that do not begin and end with words are 6, with two
/// numbers among the lengths: their beginning and their length in code points.
private struct EvidenceSpans {
  /// What tells the words for an entity in a sentence.
  struct Names {
    /// The sentence and the entity.
    let key: SIMD2<Int>
    /// Its name, if the page knows it by then.
    let label: String?
    let aliases: [String]
  }

  private(set) var codes: [Int] = []
  private(set) var lengths: [Int] = []
  private var last: [SIMD2<Int>: Range<Int>] = [:]

  mutating func add(_ span: Range<Int>?, _ names: Names?, in words: PageWords, from base: Int) {
    guard let span else { return codes.append(0) }
    if let names {
      if last.updateValue(span, forKey: names.key) == span { return codes.append(1) }
      let texts = [names.label] + names.aliases.prefix(3).map(Optional.some)
      let named = texts.firstIndex { text in
        text.map { words.place(of: Array($0.unicodeScalars)) == span } ?? false
      }
      if let named { return codes.append(2 + named) }
    }
    if let part = words.words(span) {
      let distance = part.lowerBound - base
      codes.append(distance < 0 ? distance : distance + 7)
      lengths.append(part.count)
    } else {
      codes.append(6)
      lengths += [span.lowerBound, span.count]
    }
  }
}

extension Evidence {
  /// Where a mention stands in the quote, in code points, if it does.
  fileprivate func place(of mention: MentionText?) -> Range<Int>? {
    inQuote(mention).map { $0.span.start - span.start..<$0.span.end - span.start }
  }
}
