/// Takes apart what the tagger took for one body and is two: "Acme and Lumen Works", where the document names Acme or
/// Lumen Works alone too.
enum JoinedNames {
  /// Cuts names of bodies at a single "and" between words that are both written as names, if what stands before it or
  /// behind it is a name elsewhere in the document.
  ///
  /// A body of two names ("Marks and Spencer") stays whole: neither is told alone. O(*n*) in words.
  static func cut(
    _ sentences: inout [SentenceNames], forms: some RandomAccessCollection<[String]>
  ) {
    var whole = Set<[String]>()
    for (sentence, words) in zip(sentences, forms) {
      for name in sentence.names { whole.insert(Array(words[name.tokens])) }
    }
    for (index, words) in forms.enumerated() {
      var names: [NameSpan] = []
      var isCut = false
      for name in sentences[index].names {
        guard name.kind == .organization, let parts = parts(of: name.tokens, in: words),
          whole.contains(Array(words[parts.0])) && whole.contains(Array(words[parts.1]))
            || isAlone(parts.0, parts.1, words, whole)
        else {
          names.append(name)
          continue
        }
        isCut = true
        names.append(NameSpan(tokens: parts.0, kind: name.kind))
        names.append(NameSpan(tokens: parts.1, kind: name.kind))
      }
      if isCut { sentences[index].names = names }
    }
  }

  /// Whether the first part is a name by itself in the document and the second has two words or more: one word may be
  /// a part of a body's name ("Procter and Gamble").
  private static func isAlone(
    _ first: Range<Int>, _ second: Range<Int>, _ words: [String], _ whole: Set<[String]>
  ) -> Bool {
    second.count > 1 && whole.contains(Array(words[first]))
  }

  private static func parts(of name: Range<Int>, in words: [String]) -> (Range<Int>, Range<Int>)? {
    let ands = name.filter { words[$0] == "and" }
    guard ands.count == 1, let and = ands.first, and > name.lowerBound, and + 1 < name.upperBound,
      isCapitalised(words[and - 1]), isCapitalised(words[and + 1])
    else { return nil }
    return (name.lowerBound..<and, and + 1..<name.upperBound)
  }

  private static func isCapitalised(_ word: String) -> Bool {
    word.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
  }
}
