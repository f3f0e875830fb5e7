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
  /// How likely each word's head is among all words of the sentence (softmax of the arc scores), 0...1.
  public var headProbabilities: [Float]
  /// The relation of each word to its head; `root` for the root.
  public var relations: [DependencyRelation]
  /// Names, in order, without overlaps.
  public var names: [NameSpan]

  /// Creates the analysis of a sentence; without probabilities its heads are taken as certain.
  public init(
    upos: [UPOS], xpos: [String], lemmas: [String], heads: [Int],
    relations: [DependencyRelation], names: [NameSpan], headProbabilities: [Float]? = nil
  ) {
    self.upos = upos
    self.xpos = xpos
    self.lemmas = lemmas
    self.heads = heads
    self.relations = relations
    self.names = names
    self.headProbabilities = headProbabilities ?? Array(repeating: 1, count: heads.count)
  }
}
