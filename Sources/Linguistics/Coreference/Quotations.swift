import Documents

/// Which tokens of a document stand in quotation marks, and who speaks there.
struct Quotations {
  /// The quotation of each token, or `nil`, for the sentences that quotations touch.
  private var ofToken: [Int: [Int?]] = [:]
  /// The number of tokens of the other sentences.
  private var counts: [Int32] = []
  /// For each quotation, the token that speaks, by sentence and index.
  private(set) var speakers: [(sentence: Int, token: Int)?] = []

  init(_ sentences: SentenceList, _ trees: SentenceTrees, _ document: Document) {
    mark(sentences, document)
    findSpeakers(sentences, trees)
  }

  /// The quotation of each token of a sentence, or `nil`.
  func ofTokens(of sentence: Int) -> [Int?] {
    ofToken[sentence] ?? Array(repeating: nil, count: Int(counts[sentence]))
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
      if marks.contains(where: { $0 != nil }) { ofToken[counts.count] = marks }
      counts.append(Int32(marks.count))
    }
  }

  /// The speaker of a quotation is the subject of a verb of saying outside it in a sentence that it
  /// touches; a quotation without one goes on with the speaker of the sentence before.
  private mutating func findSpeakers(_ sentences: SentenceList, _ trees: SentenceTrees) {
    var last: (sentence: Int, token: Int)?
    var lastSentence = -2
    for (s, marks) in ofToken.sorted(by: { $0.key < $1.key }) {
      let sentence = sentences[s]
      let present = Set(marks.compactMap { $0 })
      var speaker: (sentence: Int, token: Int)?
      for (i, token) in sentence.tokens.enumerated()
      where marks[i] == nil && SpeechVerbs.lemmas.contains(token.lemma.lowercased())
        && token.upos == .verb
      {
        if let subject = trees[s].children(i, ["nsubj"]).first, marks[subject] == nil {
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
