import GraphModel
import Linguistics

/// The mentions of a document, made when a claim first speaks of them.
///
/// A phrase is known by its head, so all claims about "the company" of one sentence share one
/// mention.
struct MentionTable {
  /// The document.
  let document: AnnotatedDocument
  /// Its trees.
  let trees: SentenceTrees
  /// The mentions so far, in order of making.
  private(set) var mentions: [Mention] = []

  private var indexOfHead: [TokenAddress: Int] = [:]
  private var adjectives: [TokenAddress: Int] = [:]
  private let chainOfHead: ChainsOfTokens
  private let tentative: Set<TokenAddress>
  /// The numbers that the chains have as names of makes: "787" where the document tells of a "Boeing 787".
  private let models: Set<TokenAddress>
  private var nextChain: Int
  private var lastSource: (sentence: Int, chain: Int)?
  private var borrowed: Set<Int> = []
  private var cut: Set<Int> = []
  private let text: PhraseText
  private let analysis: DocumentAnalysis

  /// Creates an empty table.
  init(analysis: DocumentAnalysis) {
    self.analysis = analysis
    document = analysis.document
    trees = analysis.trees
    text = analysis.text
    chainOfHead = ChainsOfTokens(analysis.facts.mentions, trees)
    var tentative: Set<TokenAddress> = []
    var models: Set<TokenAddress> = []
    for mention in document.chains.lazy.flatMap(\.mentions)
    where trees.indices.contains(mention.sentence) {
      let address = TokenAddress(sentence: mention.sentence, token: mention.head)
      if mention.isTentative { tentative.insert(address) }
      if mention.kind == .name, mention.tokens.count == 1,
        document.sentences[mention.sentence].tokens[mention.head].upos == .num
      {
        models.insert(address)
      }
    }
    self.tentative = tentative
    self.models = models
    nextChain = document.chains.count
  }

  /// Whether a mention took its chain from the speaker that it stands for.
  func isBorrowed(_ index: Int) -> Bool { borrowed.contains(index) }

  /// Whether a mention's words are a piece of a longer name or phrase that the tree tore apart.
  func isCut(_ index: Int) -> Bool { cut.contains(index) }

  /// Whether a token is a pronoun whose antecedent is unsure.
  func isTentative(_ address: TokenAddress) -> Bool { tentative.contains(address) }

  /// The coreference chain of the phrase that a token heads, or `nil`.
  func chain(of address: TokenAddress) -> Int? { chainOfHead[address] }

  /// The index of the mention that a token heads, made on first use.
  ///
  /// A first-person pronoun in a quotation stands for the antecedent, the speaker.
  ///
  /// - Returns: `nil` for a token without a place in the text.
  mutating func mention(_ address: TokenAddress, antecedent: TokenAddress? = nil) -> Int? {
    make(named(address), antecedent: antecedent)
  }

  /// The index of the mention of a common noun itself, although a name stands right behind it: "the
  /// research firm" of "the research firm IDC".
  mutating func mention(describedBy address: TokenAddress) -> Int? {
    make(address, antecedent: nil)
  }

  /// The index of the mention of a country that an adjective stands for: Japan in "Japanese".
  mutating func mention(_ address: TokenAddress, standingFor name: String) -> Int? {
    if let known = adjectives[address] { return known }
    guard trees.indices.contains(address.sentence) else { return nil }
    let tree = trees[address.sentence]
    var tokens = address.token..<address.token + 1
    // "South Korean" is two words.
    let first = name.lowercased().prefix { $0 != " " }
    if address.token > 0, tree.forms[address.token - 1] == first {
      tokens = address.token - 1..<address.token + 1
    }
    guard let quote = text.quote(tokens, in: tree) else { return nil }
    mentions.append(
      Mention(
        sentence: address.sentence, span: quote.span, text: quote.text, core: name,
        headLemma: tree.lemmas[address.token], kind: .name, type: "Place", number: .singular,
        gender: .neuter, isDefinite: false, chain: nextChain))
    nextChain += 1
    adjectives[address] = mentions.count - 1
    return mentions.count - 1
  }

  private mutating func make(_ address: TokenAddress, antecedent: TokenAddress?) -> Int? {
    if let known = indexOfHead[address] { return known }
    guard trees.indices.contains(address.sentence) else { return nil }
    let tree = trees[address.sentence]
    guard tree.sentence.tokens.indices.contains(address.token) else { return nil }
    let isOwned = tree.children(of: address.token, "nmod:poss").contains { tree[$0].xpos == "WP$" }
    // "SenseTime, whose valuation": the valuation is no other name of the company.
    var chain = isOwned ? nil : chainOfHead[address]
    var borrows = false
    if chain == nil, let antecedent, antecedent != address, let index = mention(antecedent) {
      chain = mentions[index].chain
      borrows = true
    }
    let features = MentionFeatures(
      tree: tree, head: address.token, isModel: models.contains(address))
    if features.kind == .unnamedSource {
      // "the people said", after "people familiar with the matter": the same people.
      if chain == nil, UnnamedSource.isBareDefinite(address.token, in: tree), let last = lastSource,
        tree.index - last.sentence <= 3
      {
        chain = last.chain
      }
    }
    let phrase = NounPhrase(tree: tree)
    let wide =
      features.kind == .unnamedSource
      ? phrase.trimmed(sourceTokens(address.token, in: tree))
      : phrase.tokens(address.token, .conjunct)
    let run = withoutClitic(
      covering(phrase.run(address.token, in: wide), name: tree.name(at: address.token), in: tree),
      in: tree)
    guard let quote = text.quote(run, in: tree) else { return nil }
    let coreRun = withoutClitic(
      coreTokens(address.token, kind: features.kind, wide: wide, in: tree), in: tree)
    if chain == nil {
      chain = nextChain
      nextChain += 1
    }
    mentions.append(
      Mention(
        sentence: address.sentence, span: quote.span, text: quote.text,
        core: text.words(Array(coreRun), in: tree), headLemma: features.headLemma,
        kind: features.kind,
        type: features.type ?? chainOfHead[address].flatMap { document.chains[$0].kind?.rawValue },
        number: features.number, gender: features.gender, isDefinite: features.isDefinite,
        chain: chain ?? 0))
    indexOfHead[address] = mentions.count - 1
    let words = PhraseEdges(tree: tree, head: address.token, run: run, core: coreRun)
    let isNamedBehind =
      features.kind != .name
      && chainOfHead[TokenAddress(sentence: address.sentence, token: run.upperBound)].map {
        $0 == chain
      } == true
    if !isNamedBehind, words.isCut(isTime: { analysis.time(at: $0, in: address.sentence) != nil }) {
      cut.insert(mentions.count - 1)
    }
    if features.kind == .unnamedSource { lastSource = (address.sentence, chain ?? 0) }
    if borrows { borrowed.insert(mentions.count - 1) }
    return mentions.count - 1
  }

  /// The name that stands right behind a common noun, or the phrase itself: in "the research firm
  /// IDC" it is IDC that the phrase refers to.
  private func named(_ address: TokenAddress) -> TokenAddress {
    guard trees.indices.contains(address.sentence) else { return address }
    let tree = trees[address.sentence]
    guard tree.sentence.tokens.indices.contains(address.token), tree[address.token].upos == .noun,
      tree.name(at: address.token) == nil
    else { return address }
    let phrase = NounPhrase(tree: tree)
    let name = tree.children(of: address.token, "appos").first {
      $0 > address.token && phrase.isRight(address.token, before: $0)
        && tree.name(at: $0).map {
          !phrase.isSetOff($0.tokens.lowerBound) || isOne($0, address.token, in: tree)
        }
          == true
    }
    return name.map { TokenAddress(sentence: address.sentence, token: $0) } ?? address
  }

  /// "Singer, Ada Lund, has left": a singular and the person right behind its comma.
  private func isOne(_ name: NameSpan, _ noun: Int, in tree: SentenceTree) -> Bool {
    name.kind == .person && tree[noun].xpos == "NN" && name.tokens.lowerBound == noun + 2
      && tree.child(of: noun, "conj") == nil
  }

  /// A range of tokens with all of the name that heads it: "Johnson & Johnson".
  private func covering(_ tokens: Range<Int>, name: NameSpan?, in tree: SentenceTree) -> Range<Int>
  {
    guard let name, name.tokens.overlaps(tokens) else { return tokens }
    let whole =
      min(
        tokens.lowerBound, name.tokens.lowerBound)..<max(tokens.upperBound, name.tokens.upperBound)
    return whole.clamped(to: 0..<tree.count)
  }

  /// A range of tokens without a genitive ending that is no part of a name: "Mike Tomlinson's", but "Sotheby's".
  private func withoutClitic(_ tokens: Range<Int>, in tree: SentenceTree) -> Range<Int> {
    let last = tokens.upperBound - 1
    guard tokens.count > 1, ["'s", "'", "s'"].contains(tree.forms[last]),
      tree.forms[last] != "'s" || tree.name(at: last) == nil
    else { return tokens }
    return tokens.dropLast()
  }

  /// The words that name or describe: a name alone, a nominal without what it leans on.
  private func coreTokens(_ head: Int, kind: Mention.Kind, wide: [Int], in tree: SentenceTree)
    -> Range<Int>
  {
    let phrase = NounPhrase(tree: tree)
    if kind == .name, let name = tree.name(at: head) {
      return whole(name.tokens.clamped(to: 0..<tree.count), in: tree)
    }
    let core = phrase.run(head, in: kind == .unnamedSource ? wide : phrase.tokens(head, .core))
    return kind == .name ? WrittenName.trimmed(core, head: head, in: tree) : core
  }

  /// A name with the parts behind it that the tagger left out: "David Davis", of which it saw "David".
  private func whole(_ name: Range<Int>, in tree: SentenceTree) -> Range<Int> {
    var end = name.upperBound
    while end < tree.count, tree[end].upos == .propn, tree.relation(of: end) == "flat",
      tree.name(at: end) == nil, tree.head(of: end).map(name.contains) == true
    {
      end += 1
    }
    return name.lowerBound..<end
  }

  /// "a person familiar with the matter", "officials who asked not to be named".
  private func sourceTokens(_ head: Int, in tree: SentenceTree) -> [Int] {
    tree.subtree(of: head) { child, parent in
      parent == head
        && ["case", "punct", "cc", "conj", "appos", "parataxis"].contains(tree.relation(of: child))
    }
  }
}
