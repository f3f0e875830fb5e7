/// Words of a document that name a thing.
public struct MentionText: Hashable, Sendable {
  /// The words, equal to the text at the span.
  public let text: String
  /// Where they stand.
  public let span: TextSpan

  /// Creates a mention.
  public init(text: String, span: TextSpan) {
    self.text = text
    self.span = span
  }
}

/// The place in a document that a statement was read from, and the rule that read it.
public struct Evidence: Hashable, Sendable, Comparable {
  /// The document.
  public let document: DocumentID
  /// The number of the sentence in its document, from 0.
  public let sentence: Int
  /// Where the quote stands in the document's clean text.
  public let span: TextSpan
  /// The exact words at the span.
  public let quote: String
  /// The name of the extraction rule: `invest/raise-from`, `clause/verb`.
  public let rule: String
  /// The words that name the subject here; `nil` if it is understood and not said.
  public let subject: MentionText?
  /// The words that name the object here; `nil` if there is none.
  public let object: MentionText?
  /// The words that give the predicate here: "raised … from investors including".
  public let predicateText: String

  /// Creates a piece of evidence.
  public init(
    document: DocumentID, sentence: Int, span: TextSpan, quote: String, rule: String,
    subject: MentionText?, object: MentionText?, predicateText: String
  ) {
    self.document = document
    self.sentence = sentence
    self.span = span
    self.quote = quote
    self.rule = rule
    self.subject = subject
    self.object = object
    self.predicateText = predicateText
  }

  /// Whether one piece comes before another, by document, place and rule.
  public static func < (a: Evidence, b: Evidence) -> Bool {
    if a.document != b.document { return a.document < b.document }
    if a.span != b.span { return a.span < b.span }
    if a.rule != b.rule { return a.rule < b.rule }
    if a.subject?.span != b.subject?.span {
      return (a.subject?.span.start ?? -1, a.subject?.span.end ?? -1)
        < (b.subject?.span.start ?? -1, b.subject?.span.end ?? -1)
    }
    return (a.object?.span.start ?? -1, a.object?.span.end ?? -1, a.predicateText)
      < (b.object?.span.start ?? -1, b.object?.span.end ?? -1, b.predicateText)
  }
}
