import Linguistics

extension PatternMatching {
  /// The match that a binding makes, or `nil` if subject or object is missing.
  func typedMatch(
    _ pattern: CompiledPattern, at anchor: Int, _ binding: PatternBinding, sentence: Int
  ) -> TypedMatch? {
    guard let subject = binding.subject, let object = binding.object else { return nil }
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
      words: words, confidence: 0.9 * binding.trust)
  }

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
    let relation = view.relation(of: anchor)
    return relation == "nsubj"
      && view.children[anchor].contains { view.fullRelation(of: $0) == "nmod:poss" }
  }
}
