import Linguistics

extension NominalFacts {
  /// "investors including SoftBank and Temasek", "fields like AI", "companies such as Huawei": the
  /// examples are among the kind.
  func membership(_ token: Int) -> [Fact] {
    guard ["nmod", "obl", "conj"].contains(tree.relation(of: token)),
      let kind = tree.head(of: token),
      [.noun].contains(tree[kind].upos), tree.relation(of: token) != "conj"
    else { return [] }
    let mark = tree.children(of: token, "case")
    guard let first = mark.first, first > kind else { return [] }
    let words = [first] + tree.children(of: first, "fixed")
    let joined = words.sorted().map { tree.forms[$0] }.joined(separator: " ")
    guard ["including", "such as", "like"].contains(joined),
      ["NNS", "NNPS"].contains(tree[kind].xpos) || tree.lemmas[kind] == "hardware"
    else { return [] }
    return builder.conjuncts(token).filter { tree.lemmas[$0] != "one" }.map {
      fact($0, "be among", .phrase(kind), at: token, words: words, rule: "nominal/example")
    }
  }
}
