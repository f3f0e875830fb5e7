/// Keeps the possessive mark that is part of a firm's or a place's name: "Sotheby's", "at Kenneally's".
///
/// The mark belongs to a name, wherever the document writes it, if it somewhere stands where nothing is possessed and the
/// name nowhere stands without it. "Google's" of "Apple's profit beat Google's" leaves out what is possessed: another
/// possessor comes before it.
enum PossessiveNames {
  private static let marks: Set<String> = ["'s", "’s"]

  /// Names without the marks that the tagger took in.
  static func unmarked(_ names: [NameSpan], words: [String]) -> [NameSpan] {
    names.map { name in
      guard name.tokens.count > 1,
        marks.contains(words[name.tokens.upperBound - 1])
      else { return name }
      return NameSpan(tokens: name.tokens.dropLast(), kind: name.kind)
    }
  }

  /// Lengthens the unmarked names of a document's sentences by their marks.
  ///
  /// `forms` has the words of each sentence, and `parse` gives its tree. O(*n*) in words.
  static func complete(
    _ sentences: inout [SentenceNames], forms: some RandomAccessCollection<[String]>,
    parse: (_ sentence: Int) -> ParsedSentence
  ) {
    var bare: Set<[String]> = []
    var owned: Set<[String]> = []
    var marked: [(sentence: Int, name: Int, string: [String])] = []
    for (sentence, words) in forms.enumerated() {
      for (index, name) in sentences[sentence].names.enumerated() {
        let mark = name.tokens.upperBound
        let string = Array(words[name.tokens])
        guard mark < words.count, marks.contains(words[mark]) else {
          bare.insert(string)
          continue
        }
        guard name.kind != .person else { continue }
        marked.append((sentence, index, string))
        if possessesNothing(name.tokens, parse(sentence)) { owned.insert(string) }
      }
    }
    owned.subtract(bare)
    for (sentence, index, string) in marked where owned.contains(string) {
      let name = sentences[sentence].names[index]
      sentences[sentence].names[index] = NameSpan(
        tokens: name.tokens.lowerBound..<name.tokens.upperBound + 1, kind: name.kind)
    }
  }

  /// Whether the mark behind a name hangs on it, the name on no noun behind, and no possessor comes before.
  private static func possessesNothing(_ name: Range<Int>, _ parse: ParsedSentence) -> Bool {
    guard name.contains(parse.heads[name.upperBound]),
      let top = name.first(where: { !name.contains(parse.heads[$0]) })
    else { return false }
    let head = parse.heads[top]
    let isPossessor = parse.relations[top].full == "nmod:poss"
    let hasNounBehind = head > top && (parse.upos[head] == .noun || parse.upos[head] == .propn)
    let comesAfterPossessor = parse.relations[..<name.lowerBound].contains {
      $0.full == "nmod:poss"
    }
    return !isPossessor && !hasNounBehind && !comesAfterPossessor
  }
}
