import GraphModel
import Linguistics

extension NominalFacts {
  /// "the 29-year-old co-founder", "Ada, 36,": a person's age.
  func age(_ token: Int) -> [Fact] {
    if tree[token].upos == .num,
      tree.relation(of: token) == "appos" || tree.relation(of: token) == "nummod",
      let host = tree.head(of: token), host < token, isPersonName(host), phrase.isSetOff(token),
      let years = Int(tree[token].form), (1...120).contains(years),
      tree.children[token].allSatisfy({ tree.isPunctuation($0) })
    {
      return [
        fact(host, "be aged", .words([token]), at: token, words: [token], rule: "nominal/age")
      ]
    }
    return []
  }
}
