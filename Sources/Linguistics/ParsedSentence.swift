/// What the parser found out about the words of a sentence; all arrays but `names` have one element
/// a word.
public struct ParsedSentence: Hashable, Sendable {
  /// The universal parts of speech.
  public var upos: [UPOS]
  /// The Penn Treebank tags.
  public var xpos: [String]
  /// The dictionary forms.
  public var lemmas: [String]
  /// The index of each word's head, -1 for the root; exactly one word is the root.
  public var heads: [Int]
  /// The relation of each word to its head; `root` for the root.
  public var relations: [DependencyRelation]
  /// Names, in order, without overlaps.
  public var names: [NameSpan]

  /// Creates the analysis of a sentence.
  public init(
    upos: [UPOS], xpos: [String], lemmas: [String], heads: [Int],
    relations: [DependencyRelation], names: [NameSpan]
  ) {
    self.upos = upos
    self.xpos = xpos
    self.lemmas = lemmas
    self.heads = heads
    self.relations = relations
    self.names = names
  }
}
