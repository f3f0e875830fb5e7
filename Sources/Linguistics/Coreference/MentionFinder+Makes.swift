/// What tells names of makes and offices from other words that are written as names.
extension MentionFinder {
  /// Whether a token stands before a noun that tells the sort of what it names: "an iPhone device".
  func isBeforeSort(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    guard token.relation.universal == "compound", token.head > index,
      tree.tokens.indices.contains(token.head)
    else {
      return false
    }
    let head = tree.tokens[token.head]
    return head.upos == .noun && !ThingSorts.companions(of: head.lemma.lowercased()).isEmpty
  }

  /// Whether a token designates a make, by its own letters or by what the document tells.
  func isModel(_ index: Int) -> Bool {
    NameSpelling.isModel(index, in: sentence.tokens) || models.isModel(index, in: sentence.tokens)
  }

  /// Whether a token goes on the number before it: the letter of "3G" where it was cut off.
  func isGlued(_ index: Int) -> Bool {
    let (before, token) = (sentence.tokens[index - 1], sentence.tokens[index])
    return before.upos == .num && token.upos == .propn
      && token.bytes.lowerBound == before.bytes.upperBound
  }

  /// Whether a token is the number of a version that ends a name, or the nickname behind a number: "Orion 4", "787
  /// Skyliner".
  func isVersion(_ index: Int, of name: ClosedRange<Int>) -> Bool {
    let token = sentence.tokens[index]
    if isGlued(index) { return true }
    if token.upos == .num {
      return token.relation.universal == "flat" && name.contains(token.head)
        && token.form.utf8.allSatisfy { (0x30...0x39).contains($0) } && token.form.utf8.count < 4
    }
    return token.upos == .noun && isModel(name.upperBound)
      && sentence.tokens[name.upperBound].head == index
      && token.form.utf8.first.map(SentenceStarters.isCapital) == true
  }

  /// Whether a word written as a name tells what a person does: beside the name ("Acme CEO Ann Lee"), or an office with
  /// an article ("the Prime Minister").
  func isOffice(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    let lemma = token.lemma.lowercased()
    guard token.upos == .propn || token.upos == .noun, NounClasses.kind(of: lemma) == .person else {
      return false
    }
    let isDefinite = definiteness(of: index) == .definite
    // "Ann Lee, Acme CEO" may become it: behind a name it takes an article, or what the office is of.
    if isBesideName(index) {
      return token.head > index || isDefinite || !tree.children(index, ["nmod"]).isEmpty
    }
    return NounClasses.offices.contains(lemma) && isDefinite
  }
}
