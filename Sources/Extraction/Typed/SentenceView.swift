import Linguistics

/// A sentence's tree, words and classes as numbers: what patterns are matched on.
///
/// All indexes are tokens of the sentence. Making one is O(*n*) in the number of tokens.
struct SentenceView {
  let sentence: Sentence
  /// The numbers of lemmas and forms that patterns use, or -1.
  let lemmas: [Int32]
  let forms: [Int32]
  /// The children of each token, in order.
  let children: [[Int]]
  /// The name that a token belongs to, or -1.
  let nameOf: [Int]
  /// The token that heads each name, with a "Pte." that the name recogniser left out.
  let nameHeads: [Int]
  /// The token that heads each name as the recogniser gave it.
  let innerNameHeads: [Int]
  /// The class of each token as the head of a phrase: a set of classes, empty if unknown.
  let classes: [PatternLexicon.ClassSet]
  /// The number of tokens of the longest listed noun that ends at each token, or 0.
  let nounLengths: [Int]
  /// The coreference chain of each token as a head, or -1.
  let chains: [Int]
  /// Whether the document names the thing of each token as a head, here or elsewhere.
  let isNamedSomewhere: [Bool]
  /// The amount and the time that a token belongs to, or -1; indexes into the document's lists.
  let amounts: [Int]
  let times: [Int]
  /// The year of the date that a token belongs to, or `nil`.
  let years: [Int?]
  /// What an adjective stands for: Japan for "Japanese"; by token.
  let adjectives: [Int: String]
  /// The number of the preposition that each token is or begins ("such as" is one), or -1.
  let prepositions: [Int32]
  /// The numbers of "of" and "by", which bind too tightly to be looked for one step away.
  let bindingPrepositions: [Int32]

  init(
    _ sentence: Sentence, in document: AnnotatedDocument, facts: SentenceFacts,
    lexicon: PatternLexicon
  ) {
    self.sentence = sentence
    let tokens = sentence.tokens
    let count = tokens.count
    lemmas = tokens.map { lexicon.words[Self.lowercased($0.lemma)] ?? -1 }
    forms = tokens.map { lexicon.words[Self.lowercased($0.form)] ?? -1 }
    var children = [[Int]](repeating: [], count: count)
    for (token, entry) in tokens.enumerated() where children.indices.contains(entry.head) {
      children[entry.head].append(token)
    }
    self.children = children

    var nameOf = [Int](repeating: -1, count: count)
    for (number, name) in sentence.names.enumerated() {
      for token in name.tokens.clamped(to: 0..<count) { nameOf[token] = number }
    }
    var nameHeads: [Int] = []
    var innerHeads: [Int] = []
    for name in sentence.names {
      let span = name.tokens.clamped(to: 0..<count)
      innerHeads.append(Self.head(of: span, in: tokens))
      var end = span.upperBound
      while !span.isEmpty, name.kind == .organization, end < count, nameOf[end] < 0,
        tokens[end].upos == .propn, lexicon.nameEndings[tokens[end].form] != nil
      {
        nameOf[end] = nameHeads.count
        end += 1
      }
      nameHeads.append(Self.head(of: span.lowerBound..<end, in: tokens))
    }
    self.nameOf = nameOf
    self.nameHeads = nameHeads
    innerNameHeads = innerHeads

    var chains = [Int](repeating: -1, count: count)
    var chainKinds = [NameSpan.Kind?](repeating: nil, count: count)
    var isNamed = [Bool](repeating: false, count: count)
    for mention in facts.mentions where mention.head < count {
      let name = nameOf[mention.head]
      let head = name >= 0 ? nameHeads[name] : mention.head
      chains[head] = mention.chain
      chainKinds[head] = mention.kind
      isNamed[head] = mention.isNamed
    }
    isNamedSomewhere = isNamed
    self.chains = chains

    var amounts = [Int](repeating: -1, count: count)
    for number in facts.amounts {
      for token in document.amounts[number].tokens.clamped(to: 0..<count) {
        amounts[token] = number
      }
    }
    self.amounts = amounts
    var times = [Int](repeating: -1, count: count)
    for number in facts.times where document.times[number].kind == .date {
      for token in document.times[number].tokens.clamped(to: 0..<count) { times[token] = number }
    }
    self.times = times
    years = times.map { number in
      number < 0 ? nil : document.times[number].value.flatMap { Int($0.prefix(4)) }
    }

    var classifier = HeadClassifier(lexicon: lexicon, sentence: sentence)
    classifier.lemmas = lemmas
    classifier.forms = forms
    var classes = [PatternLexicon.ClassSet](repeating: 0, count: count)
    for token in 0..<count {
      let name = nameOf[token]
      if name >= 0 {
        if nameHeads[name] == token {
          classes[token] = classifier.classes(ofName: name, chainKind: chainKinds[token])
        }
      } else {
        classes[token] = classifier.classes(of: token, chainKind: chainKinds[token])
      }
    }
    self.classes = classes
    var adjectives: [Int: String] = [:]
    for token in 0..<count where nameOf[token] < 0 {
      adjectives[token] = classifier.adjective(at: token)?.name
    }
    self.adjectives = adjectives
    nounLengths = (0..<count).map { classifier.noun(at: $0).length }

    var prepositions = forms
    for token in 0..<count {
      let parts = children[token].filter { tokens[$0].relation.universal == "fixed" }
      guard !parts.isEmpty else { continue }
      let words = ([token] + parts).map { Self.lowercased(tokens[$0].form) }
      prepositions[token] = lexicon.words[words.joined(separator: "_")] ?? -1
    }
    self.prepositions = prepositions
    bindingPrepositions = ["of", "by"].compactMap { lexicon.words[$0] }
  }

  /// The first token of a span whose head is outside.
  private static func head(of span: Range<Int>, in tokens: [Token]) -> Int {
    span.first { !span.contains(tokens[$0].head) } ?? span.lowerBound
  }

  /// ASCII words stay as they are if they are in lower case already, which most lemmas are.
  private static func lowercased(_ word: String) -> String {
    word.utf8.contains { (65...90).contains($0) || $0 >= 0x80 } ? word.lowercased() : word
  }

  var count: Int { sentence.tokens.count }

  func head(of token: Int) -> Int { sentence.tokens[token].head }

  func relation(of token: Int) -> String { sentence.tokens[token].relation.universal }

  func fullRelation(of token: Int) -> String { sentence.tokens[token].relation.full }

  func has(_ token: Int, _ relation: String) -> Bool {
    children[token].contains { self.relation(of: $0) == relation }
  }

  /// The head of the name that a token belongs to, else the token.
  func unit(_ token: Int) -> Int {
    let name = nameOf[token]
    return name >= 0 ? nameHeads[name] : token
  }

  /// The children of a token, or of all tokens of a name outside it, in order.
  func dependents(of token: Int) -> [Int] {
    let name = nameOf[token]
    guard name >= 0 else { return children[token] }
    var result: [Int] = []
    var part = sentence.names[name].tokens.lowerBound
    while part < count, nameOf[part] == name {
      result += children[part].filter { nameOf[$0] != name }
      part += 1
    }
    return result.sorted()
  }

  func isName(_ token: Int) -> Bool { nameOf[token] >= 0 }

  /// Whether a token can head a phrase that names a thing or value.
  func isNominal(_ token: Int) -> Bool {
    switch sentence.tokens[token].upos {
    case .noun, .propn, .pron, .num, .sym, .other: true
    default: nameOf[token] >= 0 || amounts[token] >= 0
    }
  }

  func isVerb(_ token: Int) -> Bool { sentence.tokens[token].upos == .verb }
}
