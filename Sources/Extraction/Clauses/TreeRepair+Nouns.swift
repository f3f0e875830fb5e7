import Linguistics

extension TreeRepair {
  /// Makes what tells the content of a noun no relative clause: in "the rumour that Acme sold its mine"
  /// nothing is missing from the clause that the rumour could stand for.
  mutating func nameContentClauses() {
    let tree = tree
    for clause in tokens.indices where tree.fullRelation(of: clause) == "acl:relcl" {
      guard let noun = tree.head(of: clause), ModalWords.contentNouns.contains(tree.lemmas[noun]),
        let mark = tree.children(of: clause, "obj", "obl").first(where: { tree.forms[$0] == "that" }
        ),
        mark == tree.children[clause].first, tree.child(of: clause, "nsubj") != nil,
        tree.children(of: clause, "obj", "ccomp").contains(where: { $0 != mark })
      else { continue }
      attach(mark, to: clause, as: "mark")
      attach(clause, to: noun, as: "acl")
    }
  }

  /// The names, each with the words that a hyphen without spaces joins to it ("Ann Lee-Roy"), and what a
  /// saint's genitive names as one: "St Ann's Square".
  func wholeNames() -> [NameSpan] {
    var whole: [NameSpan] = []
    for name in sentence.names where !isPhrase(name) {
      var (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
      // "Acme senior vice president", "the UK city of": what goes on in small letters is no name.
      while end - start > 1, isSmallWord(end - 1), tokens[start].form.first?.isUppercase == true {
        end -= 1
      }
      // "King" Ada Lund": the mark closes what began before.
      if let mark = (start..<end - 1).last(where: { ["\"", "''", "”"].contains(tokens[$0].form) }),
        !(start..<mark).contains(where: { ["\"", "``", "“"].contains(tokens[$0].form) })
      {
        start = mark + 1
      }
      if end < tokens.count, end - start > 1, tokens.isJoint(end - 1), isNameWord(end) { end += 1 }
      while end + 1 < tokens.count, tokens.isJoint(end), isNameWord(end + 1) { end += 2 }
      while start > 1, tokens.isJoint(start - 1), isNameWord(start - 2) { start -= 2 }
      if let saint = whole.last, isSaint(saint),
        isGenitive(from: saint.tokens.upperBound, to: start)
      {
        whole[whole.count - 1] = NameSpan(tokens: saint.tokens.lowerBound..<end, kind: name.kind)
      } else {
        whole.append(
          (start..<end) == name.tokens ? name : NameSpan(tokens: start..<end, kind: name.kind))
      }
    }
    return whole
  }

  /// "Day after Day": nobody's name.
  private func isPhrase(_ name: NameSpan) -> Bool {
    name.kind == .person
      && tokens[name.tokens].contains {
        [
          "about", "after", "at", "before", "by", "for", "from", "in", "on", "to", "with",
          "without",
        ]
        .contains($0.form)
      }
  }

  private func isSmallWord(_ token: Int) -> Bool {
    [.noun, .adj, .adp].contains(tokens[token].upos)
      && tokens[token].form.allSatisfy(\.isLowercase)
  }

  private func isSaint(_ name: NameSpan) -> Bool {
    ["St", "St.", "Saint"].contains(tokens[name.tokens.lowerBound].form)
  }

  private func isGenitive(from end: Int, to next: Int) -> Bool {
    next == end && ["'s", "’s"].contains(tokens[end - 1].form)
      || next == end + 1 && ["'s", "’s"].contains(tokens[end].form)
  }

  private func isNameWord(_ token: Int) -> Bool {
    tokens[token].upos == .propn && tokens[token].form.first?.isUppercase == true
      && !sentence.names.contains { $0.tokens.contains(token) }
  }

  /// Joins a second thing that a subject is to the first: in "is the owner of Nordia and a supplier of Halden" nobody owns
  /// the supplier.
  mutating func joinPredicates() {
    let tree = tree
    for second in tokens.indices where tree.relation(of: second) == "conj" {
      guard tokens[second].upos == .noun, tree.name(at: second) == nil,
        let determiner = tree.child(of: second, "det"),
        ["a", "an"].contains(tree.forms[determiner]),
        let named = tree.head(of: second), named < second, tree.name(at: named) != nil,
        tree.relation(of: named) == "nmod", let first = tree.head(of: named), first < named,
        tokens[first].upos == .noun, tree.child(of: first, "cop") != nil
      else { continue }
      attach(second, to: first)
    }
  }
}
