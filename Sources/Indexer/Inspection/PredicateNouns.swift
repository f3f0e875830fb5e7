import Extraction
import GraphModel
import Linguistics
import Resolution

/// Finds the nouns that say what a person is: "the host" of "Ann Lee will be the host" and of "they chose
/// Ann Lee as the host".
///
/// The graph keeps such a noun apart from the person, for that the one is the other is what the text states.
/// Who looks at mentions wants to see whom it describes.
struct PredicateNouns {
  private let annotated: AnnotatedDocument

  /// Prepares the search in a document.
  init(_ annotated: AnnotatedDocument) { self.annotated = annotated }

  /// For mentions that describe another, that other.
  ///
  /// O(*n* · *d*) in the mentions and the tokens of a sentence.
  func described(by mentions: [Mention]) -> [Int: Int] {
    var ofSentence: [Int: [Int]] = [:]
    for (i, mention) in mentions.enumerated() {
      ofSentence[mention.sentence, default: []].append(i)
    }
    var result: [Int: Int] = [:]
    for (number, inside) in ofSentence
    where annotated.sentences.indices.contains(number)
      && inside.contains(where: { Self.mayDescribe(mentions[$0]) })
    {
      let sentence = annotated.sentences[number]
      let reader = MentionHeads(sentence, of: annotated.document)
      let heads = inside.map { reader.head(of: mentions[$0]) }
      // What each token heads, a name first.
      var ofHead: [Int: Int] = [:]
      for (i, head) in zip(inside, heads) {
        guard let head else { continue }
        let known = ofHead[head].map { mentions[$0].kind }
        if known == nil || mentions[i].kind == .name && known != .name { ofHead[head] = i }
      }
      for (i, head) in zip(inside, heads) where Self.mayDescribe(mentions[i]) {
        guard let head, let subject = subject(ofPredicate: head, in: sentence.tokens),
          let other = ofHead[subject], other != i,
          mentions[i].type == EntityType.person || mentions[other].type == EntityType.person,
          mentions[other].kind == .pronoun
            || isPlural(sentence.tokens[head]) == isPlural(sentence.tokens[subject])
        else { continue }
        result[i] = other
      }
    }
    return result
  }

  private static func mayDescribe(_ mention: Mention) -> Bool {
    mention.kind == .nominal && NounClasses.mayBePerson(mention.headLemma)
  }

  private func isPlural(_ token: Token) -> Bool { token.xpos == "NNS" || token.xpos == "NNPS" }

  /// What a noun says something of: the subject of its copula, or what is called, chosen or named so.
  private func subject(ofPredicate noun: Int, in tokens: [Token]) -> Int? {
    func child(of head: Int, _ relations: Set<String>) -> Int? {
      tokens.indices.first {
        tokens[$0].head == head && relations.contains(tokens[$0].relation.full)
      }
    }
    if child(of: noun, ["cop"]) != nil {
      // "He is on the board", "he is no doctor".
      let isOther = tokens.contains {
        $0.head == noun
          && ($0.relation.full == "case"
            || ["not", "n't", "no", "never"].contains($0.lemma.lowercased()))
      }
      return isOther ? nil : child(of: noun, ["nsubj"])
    }
    guard tokens[noun].relation.universal == "obl",
      tokens.contains(where: {
        $0.head == noun && $0.relation.full == "case" && $0.form.lowercased() == "as"
      }), tokens.indices.contains(tokens[noun].head),
      Self.callings.contains(tokens[tokens[noun].head].lemma.lowercased())
    else { return nil }
    let verb = tokens[noun].head
    return child(of: verb, ["obj"]) ?? child(of: verb, ["nsubj", "nsubj:pass"])
  }

  /// Verbs that have somebody be something: "unveiled as", "serve as".
  private static let callings: Set<String> = [
    "act", "announce", "appoint", "choose", "confirm", "describe", "elect", "hail", "hire",
    "identify", "install",
    "know", "name", "nominate", "pick", "promote", "reveal", "select", "serve", "tap", "unveil",
    "work",
  ]
}
