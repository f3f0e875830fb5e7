/// A sentence's analysis, with the evidence for names that it does not tell.
struct SentenceReading: Sendable {
  var parse: ParsedSentence
  var names: NameEvidence

  static let empty = SentenceReading(parse: .empty, names: .none)

  /// Joins the next part of a long sentence.
  mutating func append(_ part: SentenceReading) {
    names.append(part.names, after: parse.upos.count)
    parse.append(part.parse)
  }
}

/// The names of a sentence, with the evidence for those that it does not tell.
struct SentenceNames: Sendable {
  var names: [NameSpan]
  var evidence: NameEvidence

  init(_ reading: SentenceReading) {
    names = reading.parse.names
    evidence = reading.names
  }
}

extension [SentenceNames] {
  /// Makes the names of a document's sentences agree with each other.
  ///
  /// `forms` has the words of each sentence, and `parse` gives its tree.
  mutating func agree(
    forms: some RandomAccessCollection<[String]>, parse: (_ sentence: Int) -> ParsedSentence
  ) {
    DocumentNames.reconcile(&self, forms: forms)
    PossessiveNames.complete(&self, forms: forms, parse: parse)
    JoinedNames.cut(&self, forms: forms)
  }
}

extension ParsedSentence {
  static let empty = ParsedSentence(
    upos: [], xpos: [], lemmas: [], heads: [], relations: [], names: [])

  /// Joins the next part of a long sentence: its root hangs under the first root as `parataxis`.
  mutating func append(_ part: ParsedSentence) {
    let offset = upos.count
    let root = heads.firstIndex(of: -1)
    upos += part.upos
    xpos += part.xpos
    lemmas += part.lemmas
    headProbabilities += part.headProbabilities
    for (head, relation) in zip(part.heads, part.relations) {
      if head == -1, let root {
        heads.append(root)
        relations.append("parataxis")
      } else {
        heads.append(head == -1 ? -1 : head + offset)
        relations.append(relation)
      }
    }
    names += part.names.map {
      NameSpan(
        tokens: $0.tokens.lowerBound + offset..<$0.tokens.upperBound + offset, kind: $0.kind)
    }
  }
}
