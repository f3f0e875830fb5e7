import Documents

/// Which tokens of a document stand in quotation marks, and who speaks there.
struct Quotations {
  /// For each sentence, the quotation of each token, or `nil`.
  private(set) var ofToken = QuotationMarks()
  /// For each quotation, the token that speaks, by sentence and index.
  private(set) var speakers: [(sentence: Int, token: Int)?] = []

  init(_ sentences: SentenceList, _ trees: SentenceTrees, _ document: Document) {
    mark(sentences, document)
    findSpeakers(sentences, trees)
  }

  private mutating func mark(_ sentences: SentenceList, _ document: Document) {
    var open: Int?
    var block = 0
    for sentence in sentences {
      while block < document.blocks.count,
        document.blocks[block].range.upperBound <= sentence.bytes.lowerBound
      {
        block += 1
        open = nil
      }
      var marks: [Int?] = []
      for token in sentence.tokens {
        switch token.form {
        case "“", "``", "„":
          open = speakers.count
          speakers.append(nil)
          marks.append(nil)
        case "”", "''":
          open = nil
          marks.append(nil)
        case "\"":
          if open == nil {
            open = speakers.count
            speakers.append(nil)
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

  /// The speaker of a quotation is the subject of a verb of saying outside it in a sentence that it
  /// touches; a quotation without one goes on with the speaker of the sentence before.
  private mutating func findSpeakers(_ sentences: SentenceList, _ trees: SentenceTrees) {
    var last: (sentence: Int, token: Int)?
    var lastSentence = -2
    for (s, sentence) in sentences.enumerated() {
      let present = Set(ofToken[s].compactMap { $0 })
      guard !present.isEmpty else { continue }
      var speaker: (sentence: Int, token: Int)?
      for (i, token) in sentence.tokens.enumerated()
      where ofToken[s][i] == nil && SpeechVerbs.lemmas.contains(token.lemma.lowercased())
        && token.upos == .verb
      {
        if let subject = trees[s].children(i, ["nsubj"]).first, ofToken[s][subject] == nil {
          speaker = (s, subject)
          break
        }
      }
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
