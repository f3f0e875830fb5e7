import Linguistics

/// Writes out what noun phrases state without a verb as propositions beside the clauses: "Lund | be | the
/// founder of Acme", "Acme | has | ships", "the mine | be in | Norway".
struct NominalPropositions {
  let facts: NominalFacts
  let tree: SentenceTree
  private let text: PhraseText
  let phrase: NounPhrase

  /// Creates the view of a sentence.
  init(facts: NominalFacts, text: PhraseText) {
    self.facts = facts
    tree = facts.tree
    self.text = text
    phrase = facts.phrase
  }

  /// The propositions, by token.
  func propositions() -> [Proposition] {
    (0..<tree.count).flatMap { token -> [Proposition] in
      guard [.noun, .propn, .num].contains(tree[token].upos) else { return [] }
      let described = (facts.apposition(token) + facts.title(token)).compactMap(description)
      return (described.isEmpty ? kind(token) : described) + possession(token) + place(token)
        + quotedTitle(behind: token) + named(token)
    }
  }

  /// "Ada Lund, the founder of Acme": the implied "be" of an apposition, title or place.
  private func description(_ fact: Fact) -> Proposition? {
    let object: Int
    switch fact.object {
    case .phrase(let token), .kind(let token): object = token
    default: return nil
    }
    let isTitle = fact.rule == "nominal/title"
    let subject = isTitle ? nameTokens(fact.subject) : phrase.tokens(fact.subject, .whole)
    // What names a thing beside its kind is no part of the kind.
    let own = Set(tree.subtree(of: fact.subject))
    let inside = phrase.tokens(object, .whole)
    let words = own.contains(object) ? inside : inside.filter { !own.contains($0) }
    return proposition(
      phrase.trimmed(subject.filter { !words.contains($0) }), fact.label, words,
      features: ConfidenceFeatures(
        fact.rule == "nominal/place-in-place" ? .placeInPlace : .implied, subject: fact.subject,
        object: object, tree: tree))
  }

  private func nameTokens(_ head: Int) -> [Int] {
    tree.name(at: head).map { Array($0.tokens.clamped(to: 0..<tree.count)) } ?? [head]
  }

  /// "Acme's ships": the owner has them, if it is named or of a kind that owns.
  private func possession(_ thing: Int) -> [Proposition] {
    tree.children(of: thing, "nmod:poss").compactMap { owner in
      guard facts.isName(owner) || ClassNouns.type(of: tree.lemmas[owner]) == "Organization",
        !facts.isMeasure(owner), facts.analysis.time(at: owner, in: tree.index) == nil
      else { return nil }
      let left = Set(tree.subtree(of: owner))
      let plural =
        ["NNS", "NNPS"].contains(tree[owner].xpos) || tree.child(of: owner, "conj") != nil
      return proposition(
        phrase.tokens(owner, .whole), plural ? "have" : "has",
        phrase.trimmed(phrase.tokens(thing, .whole).filter { !left.contains($0) }),
        features: ConfidenceFeatures(.possessive, subject: owner, object: thing, tree: tree))
    }
  }

  /// "the mine in Norway", "a coin from Rome": where a thing is, if the place or the thing is a name; where
  /// it is from.
  private func place(_ token: Int) -> [Proposition] {
    guard tree.fullRelation(of: token) == "nmod", let thing = tree.head(of: token), thing < token,
      [.noun, .propn].contains(tree[thing].upos),
      facts.analysis.time(at: token, in: tree.index) == nil
    else { return [] }
    let markers = tree.children(of: token, "case").filter { $0 < token }
    guard markers.count == 1, let marker = markers.first, tree.children[marker].isEmpty else {
      return []
    }
    let isOrigin = tree.forms[marker] == "from"
    guard
      isOrigin
        || Self.places.contains(tree.forms[marker])
          && (tree.name(at: token)?.kind == .place || facts.isName(thing))
    else { return [] }
    let own = Set(tree.subtree(of: token))
    let subject = phrase.tokens(thing, .whole).filter { !own.contains($0) && $0 < token }
    return [
      proposition(
        phrase.trimmed(subject), "be " + tree.forms[marker],
        phrase.tokens(token, .whole).filter { $0 != marker },
        features: ConfidenceFeatures(
          isOrigin ? .origin : .located, subject: thing, object: token, tree: tree))
    ].compactMap(\.self)
  }

  private static let places: Set<String> = ["in", "at", "near", "outside", "inside"]

  func proposition(
    _ subject: [Int], _ predicate: String, _ object: [Int], features: ConfidenceFeatures
  ) -> Proposition? {
    guard !subject.isEmpty, !object.isEmpty else { return nil }
    return Proposition(
      sentence: tree.index, subject: text.words(subject, in: tree), predicate: predicate,
      arguments: [text.words(object, in: tree)], features: features,
      weights: PropositionWeights.table)
  }
}
