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
    return [vouched(fact(name, "be", .kind(token), at: token, words: [], rule: "nominal/title"))]
  }
}
