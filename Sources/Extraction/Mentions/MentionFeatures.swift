import Linguistics

/// What a noun phrase's own words tell of the thing: kind, class, number, gender.
struct MentionFeatures {
  /// The lemma of the head in lower case.
  let headLemma: String
  /// How the phrase refers.
  let kind: Mention.Kind
  /// Local name of the class, or `nil`.
  let type: String?
  /// Singular or plural.
  let number: Mention.Number
  /// Gender.
  let gender: Mention.Gender
  /// Whether it is a definite nominal.
  let isDefinite: Bool

  /// Reads the features of the phrase that a token heads, which the document may use as the number of a make.
  init(tree: SentenceTree, head: Int, isModel: Bool = false) {
    let token = tree[head]
    let lemma = tree.lemmas[head]
    let form = tree.forms[head]
    let name = tree.name(at: head)
    headLemma = lemma
    let isPronoun =
      token.upos == .pron && !["WP", "WDT", "NN", "EX"].contains(token.xpos)
      || ["PRP", "PRP$"].contains(token.xpos)
    if isPronoun {
      kind = .pronoun
    } else if UnnamedSource.isUnnamed(head, in: tree) {
      kind = .unnamedSource
    } else if name != nil || token.upos == .propn && !Self.isTitle(head, in: tree)
      || isModel || WrittenName.isName(head, in: tree)
    {
      kind = .name
    } else {
      kind = .nominal
    }
    type =
      name?.kind.rawValue
      ?? (kind == .nominal && !Self.isDevice(head, in: tree) || kind == .unnamedSource
        ? ClassNouns.type(of: lemma) : nil)
    number = Self.number(token, form: form)
    gender = Self.gender(tree: tree, head: head, lemma: lemma, form: form, type: type)
    let determiners = tree.children(of: head, "det").map { tree.forms[$0] }
    isDefinite =
      kind == .nominal
      && (determiners.contains { ["the", "this", "that", "these", "those"].contains($0) }
        || tree.child(of: head, "nmod:poss") != nil)
  }

  /// Whether a player is none of a game, but plays what is recorded: "a portable music player".
  private static func isDevice(_ head: Int, in tree: SentenceTree) -> Bool {
    tree.lemmas[head] == "player"
      && tree.children(of: head, "compound").contains {
        ["audio", "cd", "cassette", "dvd", "media", "minidisc", "mp3", "music", "record", "video"]
          .contains(tree.forms[$0])
      }
  }

  /// Whether a word is the office of the person behind it, with a capital or not: "CEO Ann Lee".
  private static func isTitle(_ head: Int, in tree: SentenceTree) -> Bool {
    tree[head].relation.full == "nmod:desc" && Roles.isRole(tree.lemmas[head])
  }

  private static func number(_ token: Token, form: String) -> Mention.Number {
    switch token.xpos {
    case "NNS", "NNPS": return .plural
    case "NN", "NNP": return .singular
    default: break
    }
    if ["they", "them", "their", "themselves", "we", "us", "our", "these", "those", "ourselves"]
      .contains(form)
    {
      return .plural
    }
    if [
      "he", "she", "it", "him", "her", "his", "its", "i", "me", "my", "himself", "herself",
      "itself", "this", "that",
    ].contains(form) {
      return .singular
    }
    return .unknown
  }

  private static func gender(
    tree: SentenceTree, head: Int, lemma: String, form: String, type: String?
  ) -> Mention.Gender {
    if ["he", "him", "his", "himself"].contains(form) { return .male }
    if ["she", "her", "hers", "herself"].contains(form) { return .female }
    if ["it", "its", "itself"].contains(form) { return .neuter }
    for child in tree.children[head] where child < head {
      switch tree.lemmas[child] {
      case "mr.", "mr", "sir", "lord", "king", "prince", "chairman", "father", "monsieur":
        return .male
      case "mrs.", "mrs", "ms.", "ms", "miss", "lady", "queen", "princess", "madame", "dame",
        "chairwoman":
        return .female
      default: break
      }
    }
    if ClassNouns.male.contains(lemma) { return .male }
    if ClassNouns.female.contains(lemma) { return .female }
    if type == "Organization" || type == "Place" { return .neuter }
    return .unknown
  }
}
