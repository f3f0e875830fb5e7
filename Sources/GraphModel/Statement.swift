/// Whether the text affirms or denies.
public enum Polarity: String, Hashable, Sendable, CaseIterable {
  case positive
  case negative
}

/// How sure the text is, from its own cue ("may", "likely", "plans to").
public enum Certainty: String, Hashable, Sendable, CaseIterable {
  case certain
  case probable
  case possible
  case unknown
}

/// When a statement held, at the precision that the text gives.
public struct StatementTime: Hashable, Sendable {
  /// The first day, month or year (`2018`, `2018-05`, `2018-05-03`), if known.
  public let start: String?
  /// The last day, month or year, if known.
  public let end: String?
  /// The words of the text: "last year".
  public let text: String

  /// Creates a time.
  public init(start: String?, end: String?, text: String) {
    self.start = start
    self.end = end
    self.text = text
  }
}

/// What a statement or a qualifier is about: a thing or a value.
public enum StatementObject: Hashable, Sendable {
  case entity(EntityID)
  case literal(Literal)
}

/// A further participant or circumstance: who else, how much, where, how.
public struct Qualifier: Hashable, Sendable {
  /// `amount`, `place`, `role`, `manner`, or the preposition or role that the text gives.
  public let role: String
  /// The thing or value.
  public let value: StatementObject
  /// The words of the text.
  public let text: String

  /// Creates a qualifier.
  public init(role: String, value: StatementObject, text: String) {
    self.role = role
    self.value = value
    self.text = text
  }
}

/// A statement together with the evidence for it.
///
/// There is no way to make one without evidence: the first piece is a parameter of its own, and
/// pieces can be added but never taken away. A clause without an object ("SenseTime was
/// blacklisted") has the value `true` of `xsd:boolean` as its object.
public struct Statement: Hashable, Sendable {
  /// What the statement says, without its evidence.
  public let content: Content
  /// The identifier, derived from the content.
  public let id: StatementID
  /// The pieces of evidence, sorted by document and place; never empty.
  public private(set) var evidence: [Evidence]
  /// The extractor's own confidence, in 0...1: the best of the pieces of evidence.
  public private(set) var confidence: Double

  /// The parts that make two statements the same statement.
  public struct Content: Hashable, Sendable {
    /// The thing that the statement is about.
    public var subject: EntityID
    /// The relation.
    public var predicate: Predicate
    /// The other thing, or the value.
    public var object: StatementObject
    /// Affirmed or denied.
    public var polarity: Polarity
    /// How sure the text is.
    public var certainty: Certainty
    /// Who says so; `nil` is the document itself.
    public var speaker: EntityID?
    /// When it held.
    public var time: StatementTime?
    /// Further participants and circumstances, sorted by role and text.
    public var qualifiers: [Qualifier]

    /// Creates a statement's content.
    public init(
      subject: EntityID, predicate: Predicate, object: StatementObject,
      polarity: Polarity = .positive, certainty: Certainty = .certain, speaker: EntityID? = nil,
      time: StatementTime? = nil, qualifiers: [Qualifier] = []
    ) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
      self.polarity = polarity
      self.certainty = certainty
      self.speaker = speaker
      self.time = time
      self.qualifiers = qualifiers.sorted { ($0.role, $0.text) < ($1.role, $1.text) }
    }
  }

  /// Creates a statement from its content and at least one piece of evidence.
  public init(_ content: Content, confidence: Double, from first: Evidence, _ rest: [Evidence] = [])
  {
    self.content = content
    self.confidence = confidence
    id = StatementID(of: content)
    evidence = [first]
    for piece in rest { add(piece, confidence: confidence) }
  }

  /// Adds a piece of evidence, unless the statement has it already.
  ///
  /// - Complexity: O(*n*), where *n* is the number of pieces that the statement has.
  public mutating func add(_ piece: Evidence, confidence other: Double) {
    confidence = max(confidence, other)
    guard !evidence.contains(piece) else { return }
    let place = evidence.firstIndex { piece < $0 } ?? evidence.endIndex
    evidence.insert(piece, at: place)
  }

  /// Whether the statement is written as a plain triple: only what is affirmed and certain is.
  public var isAsserted: Bool { content.polarity == .positive && content.certainty == .certain }
}

extension StatementID {
  /// Derives the identifier of a statement from its content.
  ///
  /// - Complexity: O(*n*) in the length of the content's texts.
  public init(of content: Statement.Content) {
    var hash = StableHash()
    hash.combine(field: content.subject.value)
    hash.combine(field: content.predicate.id)
    hash.combine(object: content.object)
    hash.combine(field: content.polarity.rawValue)
    hash.combine(field: content.certainty.rawValue)
    hash.combine(field: content.speaker?.value ?? "")
    hash.combine(field: content.time?.start ?? "")
    hash.combine(field: content.time?.end ?? "")
    for qualifier in content.qualifiers {
      hash.combine(field: qualifier.role)
      hash.combine(object: qualifier.value)
    }
    self.init("s:" + hash.hex())
  }
}

extension StableHash {
  fileprivate mutating func combine(object: StatementObject) {
    switch object {
    case .entity(let id): combine(field: id.value)
    case .literal(let literal):
      combine(field: literal.value)
      combine(field: literal.datatype.value)
      combine(field: literal.unit ?? "")
      combine(field: literal.cue ?? "")
    }
  }
}
