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
  private let sentences: [Sentence]
  private let mentions: [Mention]
  /// For each sentence, the mentions that each token heads, a name first.
  private let ofHead: [[Int: Int]]
  private let heads: [Int?]

  /// Prepares the search among the mentions of a document.
  init(_ annotated: AnnotatedDocument, mentions: [Mention]) {
    sentences = annotated.sentences
    self.mentions = mentions
    let reader = MentionHeads(annotated)
    heads = mentions.map { reader.head(of: $0) }
    var ofHead = [[Int: Int]](repeating: [:], count: sentences.count)
    for (i, head) in heads.enumerated() {
      guard let head else { continue }
      let known = ofHead[mentions[i].sentence][head]
      if known == nil || (mentions[i].kind == .name && known.map { mentions[$0].kind } != .name) {
        ofHead[mentions[i].sentence][head] = i
      }
    }
    self.ofHead = ofHead
  }

  /// For mentions that describe another, that other. O(*n* · *d*) in the mentions and the tokens of a sentence.
  func described() -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (i, mention) in mentions.enumerated() where mention.kind == .nominal {
      guard let head = heads[i] else { continue }
      let tokens = sentences[mention.sentence].tokens
      guard let subject = subject(ofPredicate: head, in: tokens),
        NounClasses.mayBePerson(mention.headLemma),
        let other = ofHead[mention.sentence][subject], other != i,
        mention.type == EntityType.person || mentions[other].type == EntityType.person,
        mentions[other].kind == .pronoun || isPlural(tokens[head]) == isPlural(tokens[subject])
      else { continue }
      result[i] = other
    }
    return result
  }

  private func isPlural(_ token: Token) -> Bool { token.xpos == "NNS" || token.xpos == "NNPS" }

  /// What a noun says something of: the subject of its copula, or what is called, chosen or named so.
  private func subject(ofPredicate noun: Int, in tokens: [Token]) -> Int? {
    func child(of head: Int, _ relations: Set<String>) -> Int? {
      tokens.indices.first { tokens[$0].head == head && relations.contains(tokens[$0].relation.full) }
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
    "act", "announce", "appoint", "choose", "confirm", "describe", "elect", "hail", "hire", "identify", "install",
    "know", "name", "nominate", "pick", "promote", "reveal", "select", "serve", "tap", "unveil", "work",
  ]
}
