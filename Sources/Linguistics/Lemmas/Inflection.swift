/// A form that differs from its lemma by a regular ending.
enum Inflection: Hashable, Sendable {
  /// -ed: past tense or past participle of a verb.
  case past
  /// -ing: present participle or gerund of a verb.
  case participle
  /// -s: third person of a verb.
  case thirdPerson
  /// -s: plural of a noun.
  case plural
  /// -er: comparative of an adjective or adverb.
  case comparative
  /// -est: superlative of an adjective or adverb.
  case superlative

  /// The inflection that tags tell of, if any.
  init?(upos: UPOS, xpos: String) {
    switch (upos, xpos) {
    case (.verb, "VBD"), (.verb, "VBN"): self = .past
    case (.verb, "VBG"): self = .participle
    case (.verb, "VBZ"): self = .thirdPerson
    case (.noun, "NNS"): self = .plural
    case (.adj, "JJR"), (.adv, "RBR"): self = .comparative
    case (.adj, "JJS"), (.adv, "RBS"): self = .superlative
    default: return nil
    }
  }

  /// The part of speech among whose lemmas the base form is.
  var upos: UPOS {
    switch self {
    case .past, .participle, .thirdPerson: .verb
    case .plural: .noun
    case .comparative, .superlative: .adj
    }
  }
}
