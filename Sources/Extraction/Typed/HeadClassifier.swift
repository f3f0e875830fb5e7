import Linguistics

/// Tells the classes of a phrase from its head: what the name recogniser said, refined by the
/// words that the vocabulary lists.
struct HeadClassifier {
  let lexicon: PatternLexicon
  let sentence: Sentence
  var lemmas: [Int32] = []
  var forms: [Int32] = []

  init(lexicon: PatternLexicon, sentence: Sentence) {
    self.lexicon = lexicon
    self.sentence = sentence
  }

  /// The classes of a name: its kind, its own entry ("Japan"), its last word ("Ltd.", "Ministry").
  ///
  /// Where the document at large takes it for something else, it may be either.
  func classes(ofName number: Int, chainKind: NameSpan.Kind?) -> PatternLexicon.ClassSet {
    let name = sentence.names[number]
    let span = name.tokens.clamped(to: 0..<sentence.tokens.count)
    guard let last = span.last, sentence.tokens[last].upos != .adp else { return 0 }
    let words = span.map { sentence.tokens[$0].form }
    // "Uighurs" are no place, whatever the recogniser says.
    if name.kind == .place, words.count == 1, sentence.tokens[last].xpos == "NNPS",
      listed(words) == nil
    {
      return 0
    }
    var result = lexicon.ancestry[name.kind.rawValue] ?? 0
    if let chainKind { result |= lexicon.ancestry[chainKind.rawValue] ?? 0 }
    if let known = listed(words) { result |= known }
    if let ending = lexicon.nameEndings[words[words.count - 1]] { result |= ending }
    // "University of Oslo": the word before "of" tells as much as a last one.
    if let of = words.firstIndex(of: "of"), of > 0,
      let ending = lexicon.nameEndings[words[of - 1]]
    {
      result |= ending
    }
    if name.kind != .person { result |= nounClasses(at: last) }
    return result
  }

  /// The classes of another phrase: of its noun, else of its chain; `he` and `she` are persons.
  func classes(of token: Int, chainKind: NameSpan.Kind?) -> PatternLexicon.ClassSet {
    let entry = sentence.tokens[token]
    let chain = chainKind.flatMap { lexicon.ancestry[$0.rawValue] } ?? 0
    switch entry.upos {
    case .noun:
      let own = nounClasses(at: token)
      return own == 0 ? chain : own
    case .propn:
      let own = nounClasses(at: token) | (listed([entry.form]) ?? 0)
      return own == 0 ? chain : own
    case .pron:
      if chain != 0 { return chain }
      switch entry.lemma.lowercased() {
      case "he", "she", "him", "her", "his", "i", "me", "my": return lexicon.ancestry["Person"] ?? 0
      case "we", "us", "our", "they", "them", "their":
        return (lexicon.ancestry["Person"] ?? 0) | (lexicon.ancestry["Organization"] ?? 0)
      default: return 0
      }
    case .adj:
      return adjective(at: token)?.classes ?? listed([entry.form]) ?? 0
    default: return chain
    }
  }

  private static let narrowing: Set<String> = [
    "Latin", "Native", "North", "South", "Central", "West", "East",
  ]

  /// What an adjective stands for, "South Korean" in one or two words, and its classes.
  func adjective(at token: Int) -> PatternLexicon.Adjective? {
    let entry = sentence.tokens[token]
    guard entry.upos == .adj || entry.upos == .propn else { return nil }
    guard token > 0 else { return lexicon.adjectives[entry.form] }
    let before = sentence.tokens[token - 1].form
    if let whole = lexicon.adjectives[before + " " + entry.form] { return whole }
    // "Latin American", "Native American", "North Korean" without an entry: something else.
    return Self.narrowing.contains(before) ? nil : lexicon.adjectives[entry.form]
  }

  private func listed(_ words: [String]) -> PatternLexicon.ClassSet? {
    var words = words[...]
    if words.count > 1, words.first?.lowercased() == "the" { words = words.dropFirst() }
    return lexicon.names[words.joined(separator: " ")]
  }

  /// The classes of the noun that ends at a token; the longest entry wins.
  private func nounClasses(at token: Int) -> PatternLexicon.ClassSet { noun(at: token).classes }

  /// The longest listed noun that ends at a token: its number of tokens, 0 if none is listed, and
  /// its classes.
  func noun(at token: Int) -> (length: Int, classes: PatternLexicon.ClassSet) {
    var best: (length: Int, classes: PatternLexicon.ClassSet) = (0, 0)
    for key in [lemmas[token], forms[token]] where key >= 0 {
      for entry in lexicon.nouns[key] ?? [] where entry.words.count >= best.length {
        let start = token - entry.words.count + 1
        guard start >= 0 else { continue }
        let fits = entry.words.indices.allSatisfy { offset in
          let word = entry.words[offset]
          return lemmas[start + offset] == word || forms[start + offset] == word
        }
        guard fits else { continue }
        best.classes =
          entry.words.count > best.length ? entry.classes : best.classes | entry.classes
        best.length = entry.words.count
      }
    }
    return best
  }
}
