import Documents

/// Which tokens of a document stand in quotation marks, and who speaks there.
struct Quotations {
  /// For each sentence, the quotation of each token, or `nil`.
  private(set) var ofToken = QuotationMarks()
  /// For each quotation, the token that speaks, by sentence and index.
  private(set) var speakers: [(sentence: Int, token: Int)?] = []
  /// For each quotation, the sentence that its first mark stands in.
  private var openings: [Int] = []

  init(_ sentences: SentenceList, _ trees: SentenceTrees, _ document: Document) {
    mark(sentences, document)
    findSpeakers(sentences, trees)
  }

  private mutating func mark(_ sentences: SentenceList, _ document: Document) {
    var open: Int?
    var block = 0
    for (index, sentence) in sentences.enumerated() {
      while block < document.blocks.count,
        document.blocks[block].range.upperBound <= sentence.bytes.lowerBound
      {
        block += 1
        if open != nil, !Self.isClosed(in: sentences[index...].prefix(Self.longest)) { open = nil }
      }
      var marks: [Int?] = []
      for (place, token) in sentence.tokens.enumerated() {
        switch token.form {
        case "“", "``", "„":
          open = speakers.count
          speakers.append(nil)
          openings.append(index)
          marks.append(nil)
        case "”", "''":
          open = nil
          marks.append(nil)
        case "\"":
          let isOpening = Self.isOpening(place, in: sentence.tokens) ?? (open == nil)
          if isOpening, open != nil {
            // Each sentence of a long quotation may begin with a mark.
          } else if isOpening {
            open = speakers.count
            speakers.append(nil)
            openings.append(index)
          } else {
            open = nil
          }
          marks.append(nil)
        default: marks.append(open)
        }
      }
      ofToken.append(marks)
    }
  }

  /// Whether a straight mark opens a quotation, as the words that it touches tell; `nil` if it touches none or two.
  private static func isOpening(_ index: Int, in tokens: [Token]) -> Bool? {
    let touchesBefore =
      index > 0 && tokens[index - 1].bytes.upperBound == tokens[index].bytes.lowerBound
    let touchesNext =
      index + 1 < tokens.count
      && tokens[index].bytes.upperBound == tokens[index + 1].bytes.lowerBound
    return touchesBefore == touchesNext ? nil : touchesNext
  }

  /// So many sentences a quotation may go on behind the paragraph that opens it.
  private static let longest = 6

  /// Whether the first mark that tells its side in some sentences closes a quotation.
  private static func isClosed(in sentences: some Collection<Sentence>) -> Bool {
    let mark = sentences.lazy.flatMap(\.tokens).map(\.form).first {
      ["“", "``", "„", "\"", "”", "''"].contains($0)
    }
    return mark == "”" || mark == "''"
  }

  /// The speaker of a quotation is the subject of a verb of saying outside it in a sentence that it
  /// touches; a quotation without one goes on with the speaker of the sentence before.
  private mutating func findSpeakers(_ sentences: SentenceList, _ trees: SentenceTrees) {
    var last: (sentence: Int, token: Int)?
    var lastSentence = -2
    let opened = Dictionary(grouping: openings.indices, by: { openings[$0] })
    for (s, sentence) in sentences.enumerated() {
      // "She said: “" may be cut off from what she said.
      let present = Set(ofToken[s].compactMap { $0 } + (opened[s] ?? []))
      guard !present.isEmpty else { continue }
      var speaker: (sentence: Int, token: Int)?
      for (i, token) in sentence.tokens.enumerated()
      where ofToken[s][i] == nil && SpeechVerbs.lemmas.contains(token.lemma.lowercased())
        && token.upos == .verb
      {
        if let subject = subject(of: i, in: trees[s], s) {
          speaker = (s, subject)
          break
        }
      }
      if speaker == nil, let subject = bringer(in: trees[s], s) { speaker = (s, subject) }
      if speaker == nil, lastSentence == s - 1 || lastSentence == s { speaker = last }
      for quotation in present.sorted() where speakers[quotation] == nil {
        speakers[quotation] = speaker
      }
      if speaker != nil {
        last = speaker
        lastSentence = s
      }
    }
  }

  /// The subject of a verb outside quotations, or that of the verb above one without: "she left a note saying".
  private func subject(of verb: Int, in tree: SentenceTree, _ sentence: Int) -> Int? {
    var above = verb
    for _ in 0..<4 {
      if above != verb, ["quote", "cite"].contains(tree.tokens[above].lemma),
        let quoted = tree.children(above, ["obj"]).first
      {
        return ofToken[sentence][quoted] == nil ? quoted : nil
      }
      if let subject = tree.children(above, ["nsubj"]).first {
        return ofToken[sentence][subject] == nil ? subject : nil
      }
      guard
        ["acl", "advcl", "xcomp", "conj", "obj", "obl", "nmod"].contains(
          tree.tokens[above].relation.universal),
        tree.tokens.indices.contains(tree.tokens[above].head)
      else { return nil }
      above = tree.tokens[above].head
    }
    return nil
  }

  /// The subject of a verb, whatever it means, that has a quoted clause in the first person under it: "Lee left this
  /// farewell: “I have …”".
  private func bringer(in tree: SentenceTree, _ sentence: Int) -> Int? {
    let quoted = ofToken[sentence]
    guard
      tree.tokens.indices.contains(where: {
        quoted[$0] != nil && ["i", "my", "we", "our"].contains(tree.tokens[$0].form.lowercased())
      })
    else { return nil }
    for (index, token) in tree.tokens.enumerated()
    where quoted[index] != nil && tree.tokens.indices.contains(token.head)
      && quoted[token.head] == nil
    {
      guard ["ccomp", "parataxis", "appos"].contains(token.relation.universal) else { continue }
      let verb = token.relation.universal == "appos" ? tree.tokens[token.head].head : token.head
      guard tree.tokens.indices.contains(verb), tree.tokens[verb].upos == .verb,
        let subject = tree.children(verb, ["nsubj"]).first, quoted[subject] == nil
      else { continue }
      return subject
    }
    return nil
  }
}

/// Verbs that introduce what somebody said.
enum SpeechVerbs {
  static let lemmas: Set<String> = [
    "say", "tell", "add", "ask", "write", "explain", "note", "argue", "warn", "claim", "insist",
    "state", "reply", "answer", "comment", "remark", "declare", "announce", "admit", "concede",
    "recall", "observe", "joke", "tweet", "post", "stress", "emphasize", "emphasise", "think",
    "believe", "suggest", "complain", "quip", "respond", "continue", "conclude", "agree",
    "acknowledge",
  ]
}
