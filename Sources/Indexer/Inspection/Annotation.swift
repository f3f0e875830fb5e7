/// What the reader saw in a document; all offsets are Unicode code points into `text`, half-open.
public struct Annotation: Hashable, Sendable {
  /// The document's name.
  public var document: String
  /// The title, if one was found.
  public var title: String?
  /// The publication date, if one was found.
  public var date: String?
  /// The language, as a BCP 47 tag.
  public var language: String
  /// The clean text.
  public var text: String
  /// The sentences, in order.
  public var sentences: Sentences
  /// Names, phrases and pronouns that refer to a thing, in order.
  public var mentions: [Mention]
  /// Dates, times, durations and recurring times, in order.
  public var times: [Time]
  /// Money, percentages and quantities, in order.
  public var amounts: [Amount]

  /// A sentence.
  public struct Sentence: Hashable, Sendable {
    /// The first code point.
    public var start: Int
    /// One past the last code point.
    public var end: Int
    /// The words, in order.
    public var tokens: [Token]
  }

  /// A word in its sentence's tree.
  public struct Token: Hashable, Sendable {
    /// The first code point.
    public var start: Int
    /// One past the last code point.
    public var end: Int
    /// The words as they stand in the text.
    public var text: String
    /// The dictionary form.
    public var lemma: String
    /// The universal part of speech: `NOUN`.
    public var upos: String
    /// The Penn Treebank tag: `NNS`.
    public var xpos: String
    /// The head's index in the sentence, from 0; -1 for the root.
    public var head: Int
    /// The relation to the head: `nsubj:pass`.
    public var deprel: String
  }

  /// A phrase that refers to a thing.
  public struct Mention: Hashable, Sendable {
    /// The first code point.
    public var start: Int
    /// One past the last code point.
    public var end: Int
    /// Local name of the thing's class: `Organization`, or `Thing` if it is not known.
    public var type: String
    /// How it refers: `name`, `nominal` or `pronoun`.
    public var kind: String
    /// The entity's identifier; equal ones are one thing.
    public var entity: String
  }

  /// A time expression (TIMEX3).
  public struct Time: Hashable, Sendable {
    /// The first code point.
    public var start: Int
    /// One past the last code point.
    public var end: Int
    /// The normalised value: `2018`, `P5Y`; `nil` if the document has no date to count from.
    public var value: String?
    /// The kind: `DATE`, `TIME`, `DURATION` or `SET`.
    public var type: String
  }

  /// An amount of money, a percentage, or a number with a unit.
  public struct Amount: Hashable, Sendable {
    /// The first code point.
    public var start: Int
    /// One past the last code point.
    public var end: Int
    /// The number in plain decimal notation; of a range, the lower one.
    public var value: String
    /// The upper number of a range.
    public var upper: String?
    /// The ISO 4217 currency, `percent`, another unit, or `ordinal`.
    public var unit: String?
    /// The word that makes it approximate or a bound.
    public var cue: String?
  }
}

/// The clean text of a document, with what is known of it.
public struct CleanText: Hashable, Sendable {
  /// The name by which a store would know the document.
  public var name: String
  /// The title, if one was found.
  public var title: String?
  /// The publication date, if one was found.
  public var date: String?
  /// The language, as a BCP 47 tag.
  public var language: String
  /// The text, in UTF-8.
  public var text: [UInt8]
}
