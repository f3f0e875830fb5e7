public import GraphModel

/// What was extracted from one document, free of the text it came from: claims over mentions.
///
/// It is all that resolution needs, and it is what a store keeps of a document.
public struct ExtractedDocument: Hashable, Sendable {
  /// The phrases that claims speak of, in order of the text.
  public var mentions: [Mention]
  /// What is claimed, in order of the text.
  public var claims: [Claim]
  /// What the document begins with.
  public var lead: Lead

  /// Creates the extraction of a document.
  public init(mentions: [Mention], claims: [Claim], lead: Lead = .none) {
    self.mentions = mentions
    self.claims = claims
    self.lead = lead
  }
}

/// A phrase of a document that refers to a thing.
public struct Mention: Hashable, Sendable {
  /// How a phrase refers.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case name
    case nominal
    case pronoun
    /// A source that the text keeps unnamed: "a person familiar with the matter".
    case unnamedSource
  }

  /// Grammatical number.
  public enum Number: String, Hashable, Sendable, CaseIterable {
    case singular
    case plural
    case unknown
  }

  /// Gender, as far as names, titles and pronouns tell.
  public enum Gender: String, Hashable, Sendable, CaseIterable {
    case female
    case male
    case neuter
    case unknown
  }

  /// The sentence's index in the document.
  public let sentence: Int
  /// Where the whole phrase stands.
  public let span: TextSpan
  /// The words of the whole phrase: "Xu Li, chief executive officer of SenseTime".
  public let text: String
  /// The words that name or describe the thing, without determiner, apposition or relative
  /// clause: "Xu Li", "worried employees".
  public let core: String
  /// The lemma of the head word, in lower case: "employee".
  public let headLemma: String
  /// How it refers.
  public let kind: Kind
  /// Local name of the class, as far as it is known: `Person`, `Organization`, `Place`.
  public let type: String?
  /// Singular or plural.
  public let number: Number
  /// Gender.
  public let gender: Gender
  /// Whether a nominal is definite ("the company", "its founders") and so needs an antecedent.
  public let isDefinite: Bool
  /// The number of the coreference chain that the linguistic pipeline put it in; mentions with
  /// the same number are one thing in this document.
  public let chain: Int

  /// Creates a mention.
  public init(
    sentence: Int, span: TextSpan, text: String, core: String, headLemma: String, kind: Kind,
    type: String?, number: Number, gender: Gender, isDefinite: Bool, chain: Int
  ) {
    self.sentence = sentence
    self.span = span
    self.text = text
    self.core = core
    self.headLemma = headLemma
    self.kind = kind
    self.type = type
    self.number = number
    self.gender = gender
    self.isDefinite = isDefinite
    self.chain = chain
  }
}

/// A participant of a claim: a mention (an index into the document's mentions) or a value.
public enum Participant: Hashable, Sendable {
  case mention(Int)
  indirect case value(Literal, span: TextSpan)
}

/// One fact that a sentence states, over mentions instead of entities.
public struct Claim: Hashable, Sendable {
  /// A further participant or circumstance.
  public struct Detail: Hashable, Sendable {
    /// The role: `amount`, `place`, `role`, or the preposition of the text.
    public let role: String
    /// The thing or value.
    public let participant: Participant
    /// The words of the text.
    public let text: String

    /// Creates a detail.
    public init(role: String, participant: Participant, text: String) {
      self.role = role
      self.participant = participant
      self.text = text
    }
  }

  /// The sentence's index in the document.
  public let sentence: Int
  /// Where the quote that shows the claim stands: the whole sentence, as a rule.
  public let quote: TextSpan
  /// The exact words at `quote`.
  public let quoteText: String
  /// The thing that the claim is about: an index into the document's mentions.
  public let subject: Int
  /// The relation.
  public let predicate: Predicate
  /// The words of the text that give the relation.
  public let predicateText: String
  /// The other thing or the value; `nil` for a clause without an object.
  public let object: Participant?
  /// Affirmed or denied.
  public let polarity: Polarity
  /// How sure the text is.
  public let certainty: Certainty
  /// The word that makes it unsure or denied ("may", "deny"), if there is one.
  public let cue: String?
  /// Who says so: an index into the mentions; `nil` is the document itself.
  public let speaker: Int?
  /// When it held.
  public let time: StatementTime?
  /// Further participants and circumstances.
  public let details: [Detail]
  /// The extractor's own confidence, in 0...1.
  public let confidence: Double
  /// The name of the rule: `clause/verb`, `invest/raise-from`.
  public let rule: String

  /// Creates a claim.
  public init(
    sentence: Int, quote: TextSpan, quoteText: String, subject: Int, predicate: Predicate,
    predicateText: String, object: Participant?, polarity: Polarity, certainty: Certainty,
    cue: String?, speaker: Int?, time: StatementTime?, details: [Detail], confidence: Double,
    rule: String
  ) {
    self.sentence = sentence
    self.quote = quote
    self.quoteText = quoteText
    self.subject = subject
    self.predicate = predicate
    self.predicateText = predicateText
    self.object = object
    self.polarity = polarity
    self.certainty = certainty
    self.cue = cue
    self.speaker = speaker
    self.time = time
    self.details = details
    self.confidence = confidence
    self.rule = rule
  }
}

/// A clause in words: one predicate with its arguments.
public struct Proposition: Hashable, Sendable {
  /// The sentence's index in the document.
  public let sentence: Int
  /// The words of the subject.
  public let subject: String
  /// The words of the predicate, with the first preposition where it belongs to it.
  public let predicate: String
  /// The words of the further arguments, in order.
  public let arguments: [String]
  /// The extractor's own confidence, in 0...1.
  public let confidence: Double
  /// What the confidence was worked out from, by the features' names.
  public let features: [String: Double]

  /// Creates a proposition.
  public init(
    sentence: Int, subject: String, predicate: String, arguments: [String], confidence: Double,
    features: [String: Double] = [:]
  ) {
    self.sentence = sentence
    self.subject = subject
    self.predicate = predicate
    self.arguments = arguments
    self.confidence = confidence
    self.features = features
  }
}

extension Mention {
  /// What a description says of a thing: its core, or all of it if the core is less than the title that the text
  /// writes with capitals ("Prime Minister").
  var description: String {
    text.first?.isUppercase == true && text.hasSuffix(" " + core) && !text.contains(" the ")
      && !["The ", "A ", "An ", "His ", "Her ", "Its ", "Their "].contains(where: text.hasPrefix)
      ? text : core
  }
}
