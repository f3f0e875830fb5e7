import Linguistics

extension SentenceView {
  /// What a description is said of: Ada for the chemist of "Ada is a chemist who …", Acme for the
  /// firm of "Acme, a firm that …".
  ///
  /// Such a noun names nothing by itself; what is said of it is said of its bearer.
  func bearer(of noun: Int, depth: Int = 0) -> Int? {
    guard depth < 4, sentence.tokens[noun].upos == .noun, !isName(noun) else { return nil }
    if has(noun, "cop") {
      guard !isDenied(noun),
        let subject = children[noun].first(where: { fullRelation(of: $0) == "nsubj" })
      else { return nil }
      let holder = unit(resolveRelative(subject))
      guard holder != noun else { return nil }
      return bearer(of: holder, depth: depth + 1) ?? holder
    }
    // "its founder and chief executive Ada Byron"
    for other in children[noun] where relation(of: other) == "conj" && isAlike(noun, other) {
      if let name = nameBeside(other) { return name }
    }
    let governor = head(of: noun)
    guard governor >= 0 else { return nil }
    let holder = unit(governor)
    switch fullRelation(of: noun) {
    case "appos": return isName(holder) ? holder : bearer(of: holder, depth: depth + 1)
    case "conj":
      // "Ada, co-owner of Acme and chief executive of …", hung on the name.
      if isName(holder), !hasAppositions(holder, before: noun) { return nil }
      if isName(holder) { return isAlike(noun, holder) ? holder : nil }
      // "Ada is a chemist and author who …"
      return isAlike(noun, governor) && !has(noun, "nsubj")
        ? bearer(of: governor, depth: depth + 1) : nil
    default: return nil
    }
  }

  /// The name that stands behind a noun and says whom it means: "his company, Acme", "chemist Ada
  /// Byron".
  func nameBeside(_ noun: Int) -> Int? {
    guard sentence.tokens[noun].upos == .noun else { return nil }
    for child in children[noun] where child > noun && isName(child) && caseWords(of: child).isEmpty
    {
      switch fullRelation(of: child) {
      case "appos", "flat", "nmod:desc", "nmod:unmarked", "dep": return unit(child)
      default: break
      }
    }
    return nil
  }

  private func hasAppositions(_ name: Int, before token: Int) -> Bool {
    children[name].contains {
      $0 < token && relation(of: $0) == "appos" && sentence.tokens[$0].upos == .noun
    }
  }

  /// Whether two words may speak of the same thing, by their classes.
  private func isAlike(_ a: Int, _ b: Int) -> Bool { classes[a] & classes[b] != 0 }

  private func isDenied(_ noun: Int) -> Bool {
    children[noun].contains { child in
      switch sentence.tokens[child].form.lowercased() {
      case "not", "n't", "n’t", "never", "no", "neither": true
      default: false
      }
    }
  }
}
