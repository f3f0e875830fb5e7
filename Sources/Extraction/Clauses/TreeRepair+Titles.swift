import Linguistics

extension TreeRepair {
  /// Makes the name the head of "title name", wherever the title has taken its place.
  mutating func joinTitles() {
    for name in sentence.names where name.kind == .person && name.tokens.lowerBound > 0 {
      let tree = tree
      guard let person = tree.head(of: name),
        let title = title(before: name, headedBy: person, in: tree)
      else { continue }
      let (head, relation) = (tokens[title].head, tokens[title].relation.full)
      attach(person, to: head, as: relation)
      attach(title, to: person, as: "nmod:desc")
      handOver(from: title, to: person, in: tree) { child in
        let kept = ["compound", "amod", "det", "nmod", "nummod", "flat", "fixed", "advmod"]
        return child > person || !kept.contains(tree.relation(of: child))
      }
      // "Secretary of State Ann Lee": what completes the title goes with it.
      for child in tree.children[person]
      where child > title && child < name.tokens.lowerBound && tree.child(of: child, "case") != nil
      {
        attach(child, to: title, as: "nmod")
      }
    }
  }

  /// Makes the name the head of coordinated titles: in "singer and actor Ada Lund died" nobody but she did.
  ///
  /// A bare singular noun that counts people stands for no one by itself.
  mutating func joinCoordinatedTitles() {
    for name in sentence.names where name.kind == .person && name.tokens.lowerBound > 2 {
      let tree = tree
      let last = name.tokens.lowerBound - 1
      guard tree.relation(of: last) == "conj", let title = tree.head(of: last), title < last,
        isBareTitle(title, in: tree), isBareTitle(last, in: tree),
        let person = tree.head(of: name),
        [title, last].contains(tokens[person].head)
      else { continue }
      let (head, relation) = (tokens[title].head, tokens[title].relation.full)
      for token in name.tokens where token != person && !name.tokens.contains(tokens[token].head) {
        attach(token, to: person, as: "flat")
      }
      attach(person, to: head, as: relation)
      for other in tree.children(of: title, "conj") {
        attach(other, to: person, as: "nmod:desc")
      }
      handOver(from: title, to: person, in: tree) { child in
        !name.tokens.contains(child)
          && !["conj", "compound", "amod"].contains(tree.relation(of: child))
      }
      attach(title, to: person, as: "nmod:desc")
    }
  }

  /// Makes the name the head of "class name": in "chairman of messaging firm Nordia" it is Nordia's chairman.
  mutating func joinClassNouns() {
    for name in sentence.names where name.kind != .person && name.tokens.lowerBound > 1 {
      let tree = tree
      let noun = name.tokens.lowerBound - 1
      guard tokens[noun].xpos == "NN", tree.name(at: noun) == nil,
        ClassNouns.type(of: tree.lemmas[noun]) == name.kind.rawValue,
        tree.child(of: noun, "det", "nmod:poss", "nummod", "cop") == nil,
        let head = tree.head(of: noun), head < noun,
        let named = tree.head(of: name),
        tree.child(of: named, "case", "cop", "nsubj") == nil,
        [noun, head].contains(tokens[named].head),
        ["appos", "nmod", "dep", "flat"].contains(tree.relation(of: named))
      else { continue }
      attach(named, to: head, as: tokens[noun].relation.full)
      attach(noun, to: named, as: "nmod:desc")
      handOver(from: noun, to: named, in: tree) { child in
        !["compound", "amod", "flat"].contains(tree.relation(of: child))
      }
    }
  }

  /// Gives a preposition to the name that it stands before, not to the title between them: "of firm Nordia".
  mutating func freeTitlesOfPrepositions() {
    let tree = tree
    for title in tokens.indices where tokens[title].relation.full == "nmod:desc" {
      guard let name = tree.head(of: title), name > title else { continue }
      handOver(from: title, to: name, in: tree) { tree.relation(of: $0) == "case" && $0 < title }
    }
  }

  /// Hangs some of a title's dependents on the name that it stands before.
  private mutating func handOver(
    from title: Int, to name: Int, in tree: SentenceTree, where isOfName: (Int) -> Bool
  ) {
    for child in tree.children[title] where child != name && isOfName(child) {
      attach(child, to: name)
    }
  }

  private func isBareTitle(_ noun: Int, in tree: SentenceTree) -> Bool {
    tokens[noun].upos == .noun && tokens[noun].xpos == "NN" && tree.name(at: noun) == nil
      && tree.child(of: noun, "det", "nmod:poss", "nummod", "nmod", "cop") == nil
      && !["Organization", "Place"].contains(ClassNouns.type(of: tree.lemmas[noun]))
  }

  private func title(before name: NameSpan, headedBy person: Int, in tree: SentenceTree) -> Int? {
    let before = name.tokens.lowerBound - 1
    guard !tree.isPunctuation(before), tree.child(of: person, "case", "cop", "nsubj") == nil,
      let governor = tree.head(of: person)
    else { return nil }
    let isTitle = { (token: Int) in
      token <= before && [.noun, .propn].contains(tree[token].upos)
        && tree.name(at: token)?.kind != .person
        && (Roles.isTitle(tree.lemmas[token])
          || token == before && ClassNouns.type(of: tree.lemmas[token]) == "Person"
            && isBareTitle(token, in: tree))
    }
    let relation = tree.relation(of: person)
    // "Manager of Senator Ann Lee": the nearer title is hers.
    if isTitle(governor), governor == before || !isTitle(before),
      ["nmod", "appos", "dep", "flat"].contains(relation)
    {
      let between = Set(tree.subtree(of: governor))
      return (governor...before).allSatisfy { between.contains($0) && tree.forms[$0] != "," }
        ? governor : nil
    }
    // "Producer Ann Lee said": whatever the noun, a verb has no two subjects side by side.
    let isDescription =
      tree[before].upos == .noun && tree.child(of: before, "det", "nmod:poss") == nil
      && tree.relation(of: before) == relation
    guard ["obj", "iobj", "nsubj", "obl"].contains(relation), isTitle(before) || isDescription
    else { return nil }
    return tree.head(of: before) == governor && tree.child(of: before, "case") == nil
      && ["obj", "iobj", "nsubj"].contains(tree.relation(of: before)) ? before : nil
  }
}
