import Linguistics

extension NominalFacts {
  /// A role or kind in front of a name: "CEO Xu Li", "SenseTime CEO Xu Li", "the market research firm
  /// IDC", "China surveillance giant Hikvision".
  func title(_ token: Int) -> [Fact] {
    guard
      tree[token].upos == .noun || tree[token].upos == .propn && Roles.isTitle(tree.lemmas[token]),
      tree.name(at: token) == nil, let name = tree.head(of: token), name > token, isName(name),
      ["compound", "nmod", "flat", "amod", "dep"].contains(tree.relation(of: token)),
      tree.child(of: token, "case") == nil
    else { return [] }
    let lemma = tree.lemmas[token]
    // Neither the "general" of "General Secretary Ann Lee" nor that of "Secretary-General" is a title of its own.
    let goesOn =
      token + 1 < name && tree.head(of: token + 1) == name
      && Roles.isTitle(tree.lemmas[token + 1])
    let isSecondHalf = tree.sentence.tokens.isJoint(token - 1)
    guard !goesOn, !isSecondHalf || tree.head(of: token - 2) == token else { return [] }
    guard
      Roles.isRole(lemma) || Roles.isTitle(lemma) || ClassNouns.type(of: lemma) == "Organization"
    else { return [] }
    // "government agency X" is a kind, but "government official" names nobody.
    guard tree.name(at: name) != nil else { return [] }
    // A role fits persons, a kind of organization the others.
    let isPerson = isPersonName(name)
    guard isPerson == (ClassNouns.type(of: lemma) == "Person" || Roles.isTitle(lemma)) else {
      return []
    }
    return [
      vouched(
        fact(
          name, "be", wholeTitle(token, of: name) ?? .kind(token), at: token, words: [],
          rule: "nominal/title"))
    ]
  }

  /// The words of a title that the tree keeps apart ("former mayor" before "Ann Lee", "General Secretary",
  /// "Director-General"), or that tell of another time; `nil` if the noun's own phrase is all of it.
  private func wholeTitle(_ token: Int, of name: Int) -> Fact.Filler? {
    let isPart = { (other: Int) in
      other < token && tree.relation(of: other) != "punct" && tree.name(at: other) == nil
    }
    let past = (tree.children[name] + tree.children[token]).filter {
      isPart($0) && Self.pastMarks.contains(tree.lemmas[$0])
    }.min()
    let own = phrase.run(token, in: phrase.tokens(token, .core)).lowerBound
    var start = own
    while start > 0, tree.head(of: start - 1) == name, isPart(start - 1),
      tree[start - 1].upos == .propn
    {
      start -= 1
    }
    let end = phrase.joined(from: token)
    guard past != nil || start < own || end > token else { return nil }
    let words = (min(start, past ?? start)...end).filter { tree.forms[$0] != "," }
    return words.contains { tree.name(at: $0)?.kind == .person } ? nil : .words(words)
  }

  /// Words that tell that a role is no longer or not quite held.
  private static let pastMarks: Set<String> = [
    "acting", "deputy", "ex", "former", "interim", "late", "outgoing", "shadow", "then", "vice",
  ]
}
