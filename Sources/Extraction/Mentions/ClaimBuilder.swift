import GraphModel
import Linguistics

/// Turns facts over tokens into claims over mentions, and leaves out what must not be stated.
struct ClaimBuilder {
  /// The document's analysis.
  let analysis: DocumentAnalysis
  /// The mentions.
  var table: MentionTable
  /// The claims so far.
  var claims: [Claim] = []
  /// The number of claims before the sentence under way.
  private(set) var first = 0
  /// The tokens that give the predicate of each claim of the sentence under way.
  var predicates: [Set<Int>] = []
  private var seen: Set<Key> = []
  private var quote: (sentence: Int, words: (text: String, span: TextSpan)?)?
  private let linkedChains: Set<Int>
  let namedChains: Set<Int>

  private struct Key: Hashable {
    let subject: Int
    let predicate: String
    let object: Participant?
    let polarity: Polarity
    let certainty: Certainty
  }

  /// Creates a builder for a document.
  init(analysis: DocumentAnalysis) {
    self.analysis = analysis
    table = MentionTable(analysis: analysis)
    linkedChains = Set(
      analysis.document.chains.enumerated().filter { $1.mentions.contains { $0.kind != .pronoun } }
        .map(\.offset))
    namedChains = Set(
      analysis.document.chains.enumerated().filter { $1.mentions.contains { $0.kind == .name } }
        .map(\.offset))
  }

  /// Begins the next sentence.
  mutating func beginSentence() {
    first = claims.count
    predicates = []
    seen = []
  }

  /// Adds the claim of a fact, unless the filter or a missing place forbids it.
  mutating func add(_ fact: Fact, in tree: SentenceTree, confidence: Double) {
    var context = analysis.context(of: fact, in: tree.index)
    if let hedge = fact.hedge, let certainty = ModalWords.hedges(tree.lemmas[hedge]) {
      context.weaken(to: certainty, cue: tree.forms[hedge])
    }
    if fact.isPresupposed { context = context.presupposed }
    // "the outbreak in 2019 and then in 2020 led": no year does anything.
    if context.isAsserted, fact.rule != "clause/copula",
      analysis.time(at: fact.subject, in: tree.index) != nil, tree.name(at: fact.subject) == nil
    {
      return
    }
    if fact.isVouched, !tree.isQuoted(fact.subject) { context = ClauseContext() }
    guard !context.isAsserted || confidence >= RuleConfidence.least,
      FactFilter(tree: tree).allows(fact, context: context),
      var subject = mention(headedBy: fact.subject, in: tree, context: context)
    else { return }
    // "Acme's lawyers said": a role of nobody known tells nothing but its own name.
    if fact.rule == "nominal/role", tree.name(at: fact.subject) == nil,
      Roles.isRole(tree.lemmas[fact.subject]),
      !namedChains.contains(table.mentions[subject].chain)
    {
      return
    }
    if context.isAsserted,
      SaidWords(fact, in: tree)?.isUnsure(of: table.mentions[subject], table) == true
    {
      return
    }
    var object: Participant?
    if let filler = fact.object {
      guard let participant = participant(filler, in: tree, context: context) else { return }
      object = participant
      if case .mention(let index) = participant {
        guard
          !context.isAsserted
            || isLinked(index) && !isTentative(filler, in: tree) && !isCut(index, in: fact)
        else { return }
        if isSame(index, subject) {
          guard fact.label == "be", let described = description(of: subject, as: index) else {
            return
          }
          (subject, object) = described
        } else if isKind(filler, of: fact), table.mentions[index].kind == .nominal,
          fact.rule == "nominal/title" || namedChains.contains(table.mentions[index].chain)
        {
          // The "president" of "president Ann Lee" is what she is, and no other president of the text.
          let kind = table.mentions[index]
          object = .value(
            Literal(value: kind.description, datatype: XSD.string, text: kind.text), span: kind.span
          )
        }
      }
    }
    let details = fact.details.compactMap { detail in
      participant(detail.filler, in: tree, context: context).map {
        Claim.Detail(role: detail.role, participant: $0, text: words(of: detail.filler, in: tree))
      }
    }
    append(
      Draft(
        subject: subject, predicate: Predicate(open: fact.label), words: fact.predicate,
        object: object, details: details, confidence: confidence, rule: fact.rule),
      context: context, in: tree)
  }

  /// "Is" between two phrases of one thing: the name is the subject, and the description a value.
  private func description(of a: Int, as b: Int) -> (subject: Int, object: Participant)? {
    let (first, second) = (table.mentions[a], table.mentions[b])
    guard first.span != second.span else { return nil }
    let isSwapped = second.kind == .name && first.kind != .name
    let described = isSwapped ? first : second
    guard described.kind == .nominal else { return nil }
    let value = Literal(
      value: described.description, datatype: XSD.string, text: described.text)
    return (isSwapped ? b : a, .value(value, span: described.span))
  }

  /// What is new in a claim beside its sentence and context.
  struct Draft {
    let subject: Int
    let predicate: Predicate
    /// The tokens that give the predicate.
    let words: [Int]
    let object: Participant?
    let details: [Claim.Detail]
    let confidence: Double
    let rule: String
  }

  /// Adds a claim unless the sentence made it already.
  mutating func append(_ draft: Draft, context: ClauseContext, in tree: SentenceTree) {
    guard let quote = quote(of: tree) else { return }
    let key = Key(
      subject: draft.subject, predicate: draft.predicate.id,
      object: draft.object,
      polarity: context.polarity, certainty: context.certainty)
    guard seen.insert(key).inserted else { return }
    claims.append(
      Claim(
        sentence: tree.index, quote: quote.span, quoteText: quote.text, subject: draft.subject,
        predicate: draft.predicate, predicateText: analysis.text.words(draft.words, in: tree),
        object: draft.object,
        polarity: context.polarity, certainty: context.certainty, cue: context.cue,
        speaker: context.speaker.flatMap { table.mention($0) }, time: context.time,
        details: draft.details,
        confidence: draft.confidence, rule: draft.rule))
    predicates.append(Set(draft.words))
  }

  /// The words and the place of a sentence, which all its claims share.
  private mutating func quote(of tree: SentenceTree) -> (text: String, span: TextSpan)? {
    if let quote, quote.sentence == tree.index { return quote.words }
    let words = analysis.text.quote(sentence: tree)
    quote = (tree.index, words)
    return words
  }

  /// The mention that a token heads, unless it is a pronoun without an antecedent in a claim that
  /// would be asserted.
  mutating func mention(headedBy token: Int, in tree: SentenceTree, context: ClauseContext) -> Int?
  {
    let address = TokenAddress(sentence: tree.index, token: token)
    guard
      let index = table.mention(
        address, antecedent: antecedent(of: token, in: tree, context: context)),
      !context.isAsserted
        || isLinked(index) && !table.isTentative(address) && !table.isCut(index)
    else { return nil }
    return index
  }

  /// Whether two mentions are one thing.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    a == b || table.mentions[a].chain == table.mentions[b].chain
  }

  /// The claims, and the mentions in order of the text; the builder gives them away.
  consuming func finished() -> ExtractedDocument {
    let order = table.mentions.indices.sorted {
      let (a, b) = (table.mentions[$0], table.mentions[$1])
      if a.sentence != b.sentence { return a.sentence < b.sentence }
      return a.span == b.span ? $0 < $1 : a.span < b.span
    }
    var place = Array(repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    // One after the other: the claims of a long document are not to exist twice.
    for index in claims.indices { claims[index] = claims[index].renumbered(place) }
    return ExtractedDocument(mentions: order.map { table.mentions[$0] }, claims: claims)
  }

  /// Whether a mention says what it refers to: a pronoun does only with an antecedent.
  func isLinked(_ index: Int) -> Bool {
    let mention = table.mentions[index]
    guard mention.kind == .pronoun else { return true }
    return linkedChains.contains(mention.chain) || table.isBorrowed(index)
  }

  /// Whether an object says what its subject is, beside it and without a verb.
  private func isKind(_ filler: Fact.Filler, of fact: Fact) -> Bool {
    if case .kind = filler { return true }
    return fact.rule == "nominal/apposition"
  }

  /// Whether an object is a piece of a phrase; what a name is, stands right before it and is none.
  private func isCut(_ index: Int, in fact: Fact) -> Bool {
    if case .kind = fact.object { return false }
    return table.isCut(index)
  }

  /// Whether a filler is a pronoun whose antecedent is unsure.
  private func isTentative(_ filler: Fact.Filler, in tree: SentenceTree) -> Bool {
    guard case .phrase(let head) = filler else { return false }
    return table.isTentative(TokenAddress(sentence: tree.index, token: head))
  }

  /// What "we" and "I" in quoted speech stand for: the speaker.
  private func antecedent(of token: Int, in tree: SentenceTree, context: ClauseContext)
    -> TokenAddress?
  {
    Self.ownPronouns.contains(tree.forms[token]) ? context.speaker : nil
  }

  /// How speakers call themselves.
  static let ownPronouns: Set<String> = ["we", "i", "us", "me", "our", "my"]

  private mutating func participant(
    _ filler: Fact.Filler, in tree: SentenceTree, context: ClauseContext
  ) -> Participant? {
    switch filler {
    case .phrase(let head):
      return table.mention(
        TokenAddress(sentence: tree.index, token: head),
        antecedent: antecedent(of: head, in: tree, context: context)
      ).map { .mention($0) }
    case .kind(let head):
      return table.mention(describedBy: TokenAddress(sentence: tree.index, token: head)).map {
        .mention($0)
      }
    case .amount(let token):
      return analysis.amount(at: token, in: tree.index).flatMap(analysis.value)
    case .words(let tokens):
      guard let first = tokens.first, let last = tokens.last,
        let quote = analysis.text.quote(first..<last + 1, in: tree)
      else { return nil }
      return .value(
        Literal(
          value: analysis.text.words(tokens, in: tree), datatype: XSD.string, text: quote.text),
        span: quote.span)
    }
  }

  private func words(of filler: Fact.Filler, in tree: SentenceTree) -> String {
    switch filler {
    case .phrase(let head), .kind(let head):
      analysis.text.words(NounPhrase(tree: tree).tokens(head, .whole), in: tree)
    case .amount(let token):
      analysis.amount(at: token, in: tree.index).map {
        analysis.text.words(Array($0.tokens), in: tree)
      } ?? tree[token].form
    case .words(let tokens): analysis.text.words(tokens, in: tree)
    }
  }
}
