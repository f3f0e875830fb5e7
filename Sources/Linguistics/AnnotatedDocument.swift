public import Documents

/// A document with what the reader saw in it: sentences, names, coreference, times and amounts.
public struct AnnotatedDocument: Sendable {
  /// The text.
  public let document: Document
  /// The sentences, in order.
  public let sentences: SentenceList
  /// What refers to one and the same thing, by first mention; each chain has at least one mention.
  public let chains: [CoreferenceChain]
  /// Dates, times and durations, in order.
  public let times: [TimeExpression]
  /// Money, percentages and quantities, in order.
  public let amounts: [AmountExpression]

  /// Creates an annotated document.
  public init(
    document: Document, sentences: SentenceList, chains: [CoreferenceChain],
    times: [TimeExpression], amounts: [AmountExpression]
  ) {
    self.document = document
    self.sentences = sentences
    self.chains = chains
    self.times = times
    self.amounts = amounts
  }

  /// Creates an annotated document of sentences, which are packed.
  public init(
    document: Document, sentences: [Sentence], chains: [CoreferenceChain],
    times: [TimeExpression], amounts: [AmountExpression]
  ) {
    self.init(
      document: document, sentences: SentenceList(sentences), chains: chains, times: times,
      amounts: amounts)
  }
}

/// A sentence with its dependency tree (Universal Dependencies 2) and names.
public struct Sentence: Hashable, Sendable {
  /// The bytes of the document's text.
  public let bytes: Range<Int>
  /// The kind of block it stands in.
  public let block: TextBlock.Kind
  /// The tokens, in order; never empty.
  public let tokens: [Token]
  /// Names, in order, without overlaps.
  public let names: [NameSpan]

  /// Creates a sentence.
  public init(bytes: Range<Int>, block: TextBlock.Kind, tokens: [Token], names: [NameSpan]) {
    self.bytes = bytes
    self.block = block
    self.tokens = tokens
    self.names = names
  }
}

/// A word or a punctuation mark in its sentence's tree.
public struct Token: Hashable, Sendable {
  /// The bytes of the document's text; empty only with pretokenised input.
  public let bytes: Range<Int>
  /// The words as they stand in the text.
  public let form: String
  /// The dictionary form.
  public let lemma: String
  /// The universal part of speech.
  public let upos: UPOS
  /// The Penn Treebank tag.
  public let xpos: String
  /// The index of the head in the sentence, or -1 for the root.
  public let head: Int
  /// The relation to the head, with its subtype: `nsubj:pass`.
  public let relation: DependencyRelation
  /// How likely the head is, 0...1; 1 where something else than the parser settled it.
  public let headProbability: Float

  /// Creates a token.
  public init(
    bytes: Range<Int>, form: String, lemma: String, upos: UPOS, xpos: String, head: Int,
    relation: DependencyRelation, headProbability: Float = 1
  ) {
    self.bytes = bytes
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.head = head
    self.relation = relation
    self.headProbability = headProbability
  }
}

/// The universal parts of speech (universaldependencies.org/u/pos).
public enum UPOS: String, Hashable, Sendable, CaseIterable {
  case adj = "ADJ"
  case adp = "ADP"
  case adv = "ADV"
  case aux = "AUX"
  case cconj = "CCONJ"
  case det = "DET"
  case intj = "INTJ"
  case noun = "NOUN"
  case num = "NUM"
  case part = "PART"
  case pron = "PRON"
  case propn = "PROPN"
  case punct = "PUNCT"
  case sconj = "SCONJ"
  case sym = "SYM"
  case verb = "VERB"
  case other = "X"
}

/// A dependency relation: a universal relation and an optional subtype.
public struct DependencyRelation: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The relation with its subtype: `acl:relcl`.
  public let full: String
  /// The universal relation alone: `acl`.
  public let universal: String

  /// Creates a relation from its written form.
  public init(_ full: String) {
    self.full = full
    universal = full.firstIndex(of: ":").map { String(full[..<$0]) } ?? full
  }

  /// Creates a relation from its written form.
  public init(stringLiteral value: String) { self.init(value) }
}

/// A proper name in a sentence.
public struct NameSpan: Hashable, Sendable {
  /// What a name names.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case person = "Person"
    case organization = "Organization"
    case place = "Place"
  }

  /// The tokens of the sentence.
  public let tokens: Range<Int>
  /// What it names.
  public let kind: Kind

  /// Creates a name.
  public init(tokens: Range<Int>, kind: Kind) {
    self.tokens = tokens
    self.kind = kind
  }
}

/// The mentions of one thing in one document.
public struct CoreferenceChain: Hashable, Sendable {
  /// A phrase that refers to a thing.
  public struct Mention: Hashable, Sendable {
    /// How a phrase refers.
    public enum Kind: String, Hashable, Sendable {
      case name
      case nominal
      case pronoun
    }

    private let firstToken: Int32
    private let endToken: Int32
    private let firstOfExtent: Int32
    private let endOfExtent: Int32
    private let headToken: Int32
    private let sentenceNumber: Int32
    /// How it refers.
    public let kind: Kind
    /// Whether it was joined although another antecedent was nearly as good: good enough to gather what is
    /// told of a thing, not to state anything of it.
    public let isTentative: Bool

    /// The sentence's index in the document.
    public var sentence: Int { Int(sentenceNumber) }
    /// The tokens that name or describe the thing: "the founder of Acme".
    public var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
    /// The tokens of the whole phrase, with relative clauses and a genitive ending: "the founder of
    /// Acme, who left".
    public var extent: Range<Int> { Int(firstOfExtent)..<Int(endOfExtent) }
    /// The token that heads it.
    public var head: Int { Int(headToken) }

    /// Creates a mention; without an extent, its tokens are the whole phrase.
    ///
    /// - Precondition: The numbers are below two thousand million.
    public init(
      sentence: Int, tokens: Range<Int>, extent: Range<Int>? = nil, head: Int, kind: Kind,
      isTentative: Bool = false
    ) {
      let extent = extent ?? tokens
      sentenceNumber = Int32(sentence)
      firstToken = Int32(tokens.lowerBound)
      endToken = Int32(tokens.upperBound)
      firstOfExtent = Int32(extent.lowerBound)
      endOfExtent = Int32(extent.upperBound)
      headToken = Int32(head)
      self.kind = kind
      self.isTentative = isTentative
    }
  }

  /// The mentions, in order of the text.
  public let mentions: [Mention]
  /// What the thing is, as far as the names and words tell.
  public let kind: NameSpan.Kind?

  /// Creates a chain.
  public init(mentions: [Mention], kind: NameSpan.Kind?) {
    self.mentions = mentions
    self.kind = kind
  }
}

/// A date, time, duration or recurring time (TIMEX3).
public struct TimeExpression: Hashable, Sendable {
  /// The kinds of TimeML's TIMEX3.
  public enum Kind: String, Hashable, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// The bytes of the document's text.
  public let bytes: Range<Int>
  /// The sentence's index in the document.
  public let sentence: Int
  /// The tokens of the expression.
  public let tokens: Range<Int>
  /// The kind.
  public let kind: Kind
  /// The normalised value (`2018`, `2019-08-22`, `2019-Q3`, `P5Y`), or `nil` if the document has
  /// no date for it to be relative to.
  public let value: String?

  /// Creates a time expression.
  public init(
    bytes: Range<Int>, sentence: Int, tokens: Range<Int>, kind: Kind, value: String?
  ) {
    self.bytes = bytes
    self.sentence = sentence
    self.tokens = tokens
    self.kind = kind
    self.value = value
  }
}

/// An amount of money, a percentage, or a number with a unit.
public struct AmountExpression: Hashable, Sendable {
  /// The bytes of the document's text.
  public let bytes: Range<Int>
  /// The sentence's index in the document.
  public let sentence: Int
  /// The tokens of the expression, with its cue.
  public let tokens: Range<Int>
  /// The number in plain decimal notation: `7500000000`; of a range, the lower one.
  public let value: String
  /// The upper number of a range; `nil` for a single amount.
  public let upper: String?
  /// The ISO 4217 currency, `percent`, another unit, or ``ordinal``; `nil` for a bare count.
  public let unit: String?
  /// The word that makes it approximate or a bound: "about", "more than".
  public let cue: String?

  /// Creates an amount.
  public init(
    bytes: Range<Int>, sentence: Int, tokens: Range<Int>, value: String, upper: String? = nil,
    unit: String?, cue: String?
  ) {
    self.bytes = bytes
    self.sentence = sentence
    self.tokens = tokens
    self.value = value
    self.upper = upper
    self.unit = unit
    self.cue = cue
  }

  /// The unit of a number that ranks: "third", "21st".
  public static let ordinal = "ordinal"
}
