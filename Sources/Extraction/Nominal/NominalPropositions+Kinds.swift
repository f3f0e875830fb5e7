import Linguistics

/// What a thing is, where no name says so and a statement of the graph would be too bold.
extension NominalPropositions {
  /// "his daughter, a nurse", "Moe, one of the crew": what a comma sets off behind a thing and an article or
  /// a number tells to be one of a kind.
  func kind(_ token: Int) -> [Proposition] {
    guard tree.relation(of: token) == "appos", let thing = tree.head(of: token), thing < token,
      [.noun, .propn].contains(tree[thing].upos), phrase.isSetOff(token),
      tree.name(at: token) == nil, !NominalFacts.summaries.contains(tree.lemmas[token]),
      isOneOfMany(token) || isKind(token) && !facts.isMeasure(thing)
    else { return [] }
    let own = Set(tree.subtree(of: token))
    return implied(
      phrase.trimmed(phrase.tokens(thing, .whole).filter { !own.contains($0) }),
      be: phrase.tokens(token, .whole), heads: (thing, token))
  }

  private func isKind(_ token: Int) -> Bool {
    tree[token].upos == .noun && !facts.isMeasure(token)
      && tree.children(of: token, "det").contains {
        ["a", "an", "another", "the"].contains(tree.forms[$0])
      }
  }

  private func isOneOfMany(_ token: Int) -> Bool {
    // "two shops, one of which closed" tells of a clause.
    tree.lemmas[token] == "one" && Partitives.isPartitive(token, in: tree)
      && !tree.subtree(of: token).contains { ["WDT", "WP"].contains(tree[$0].xpos) }
  }

  /// "the film “Two Rivers”": a quotation right behind a kind is a title, if it begins as one does.
  func quotedTitle(behind kind: Int) -> [Proposition] {
    guard tree[kind].upos == .noun, tree.name(at: kind) == nil, kind + 3 < tree.count,
      Self.opening.contains(tree.forms[kind + 1]),
      tree[kind + 2].form.first?.isUppercase == true,
      let close = (kind + 3..<min(kind + 10, tree.count)).first(where: {
        Self.closing.contains(tree.forms[$0])
      }), !tree.isPunctuation(close - 1)
    else { return [] }
    let lead = tree.subtree(of: kind) { child, parent in
      child > kind
        || parent == kind
          && !["det", "amod", "compound", "nummod", "nmod"].contains(tree.relation(of: child))
    }
    return implied(Array(kind + 1...close), be: phrase.trimmed(lead), heads: (kind + 2, kind))
  }

  /// "Nordia's auditor Ada Lund": a person or body is what the noun right in front of the name says.
  func named(_ kind: Int) -> [Proposition] {
    guard tree[kind].upos == .noun, tree[kind].xpos == "NN", tree.name(at: kind) == nil,
      !facts.isMeasure(kind), let name = tree.name(at: kind + 1), name.kind != .place,
      name.tokens.lowerBound == kind + 1, name.tokens.upperBound <= tree.count,
      let head = tree.head(of: name),
      ([kind] + name.tokens).allSatisfy({ facts.apposition($0).isEmpty && facts.title($0).isEmpty })
    else { return [] }
    let lead = phrase.trimmed(
      tree.subtree(of: tree.head(of: kind) == head ? head : kind) { child, parent in
        child > kind || tree.relation(of: child) == "case" && [kind, head].contains(parent)
      }.filter { $0 <= kind })
    guard let start = lead.first, lead == Array(start...kind) else { return [] }
    return implied(Array(name.tokens), be: lead, heads: (head, kind))
  }

  private static let opening: Set<String> = ["``", "\"", "“", "‘"]
  private static let closing: Set<String> = ["''", "\"", "”", "’"]

  private func implied(_ subject: [Int], be object: [Int], heads: (Int, Int)) -> [Proposition] {
    let features = ConfidenceFeatures(.implied, subject: heads.0, object: heads.1, tree: tree)
    return [proposition(subject, "be", object, features: features)].compactMap(\.self)
  }
}
