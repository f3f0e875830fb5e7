import Linguistics

extension PatternMatching {
  /// The match that a binding makes, or `nil` if subject or object is missing.
  func typedMatch(
    _ pattern: CompiledPattern, at anchor: Int, _ binding: PatternBinding, sentence: Int
  ) -> TypedMatch? {
    guard let subject = binding.subject, let object = binding.object, !isMerelyNamed(anchor) else {
      return nil
    }
    var taken: Set<Int> = []
    for argument in [subject.argument, object.argument] {
      switch argument {
      case .thing(let tokens, _), .text(let tokens, _): taken.formUnion(tokens)
      case .amount(let index): taken.formUnion(tokens(ofAmount: index))
      case .time(let index): taken.formUnion(tokens(ofTime: index))
      }
    }
    let words = Set(binding.words).subtracting(taken).sorted()
    return TypedMatch(
      relation: pattern.relation, rule: pattern.rule, sentence: sentence, head: anchor,
      isPresupposed: isPresupposed(anchor), subject: subject.argument, object: object.argument,
      details: binding.details.map {
        TypedMatch.Detail(role: $0.role, argument: $0.argument.argument)
      },
      words: words, adjectives: view.adjectives, confidence: 0.9 * binding.trust)
  }

  /// Whether a deed is named and not told: "keen on succeeding him", "hopes of winning it".
  ///
  /// A gerund tells a deed only behind the prepositions of time and means.
  private func isMerelyNamed(_ anchor: Int) -> Bool {
    guard view.isVerb(anchor), view.sentence.tokens[anchor].xpos == "VBG" else { return false }
    return view.caseWords(of: anchor).contains { mark in
      !Self.tellingMarks.contains(view.sentence.tokens[mark].form.lowercased())
    }
  }

  private static let tellingMarks: Set<String> = [
    "after", "before", "since", "while", "when", "by", "upon", "following", "in", "as", "with",
    "despite", "besides", "that", "because", "although", "though",
  ]

  private func tokens(ofAmount index: Int) -> [Int] {
    (0..<view.count).filter { view.amounts[$0] == index }
  }

  private func tokens(ofTime index: Int) -> [Int] {
    (0..<view.count).filter { view.times[$0] == index }
  }

  /// Whether a wording states nothing new: a name with its country, a noun in apposition or in a
  /// title, the possessed subject of a sentence ("whose $7.5 billion valuation is …").
  private func isPresupposed(_ anchor: Int) -> Bool {
    if view.isVerb(anchor) { return false }
    if view.isName(anchor) { return true }
    if view.has(anchor, "cop") { return false }
    let predication = view.predication(of: anchor)
    if !predication.fillers.isEmpty { return predication.isPresupposed }
    if isHolder(anchor) { return true }
    let relation = view.relation(of: anchor)
    return relation == "nsubj"
      && view.children[anchor].contains { view.fullRelation(of: $0) == "nmod:poss" }
  }
}
