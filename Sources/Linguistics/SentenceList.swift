import Documents

/// The sentences of a document, packed: a token takes 24 bytes, a fifth of a ``Token``.
///
/// A long text has millions of tokens but far fewer different words, so that words, and tags with relations, are
/// kept once each and tokens hold their numbers. A sentence is unpacked whenever it is asked for: whoever reads one
/// often keeps it.
///
/// - Complexity: O(*m*) for a sentence of *m* tokens.
public struct SentenceList: RandomAccessCollection, Sendable {
  /// A sentence, of which the next one tells the end of tokens and names.
  struct Row: Sendable {
    let start: UInt32
    let end: UInt32
    let firstToken: UInt32
    let firstName: UInt32
    let block: TextBlock.Kind
  }

  /// A token.
  struct PackedToken: Sendable {
    let start: UInt32
    let end: UInt32
    /// Its place in ``SentenceList/words``.
    let word: UInt32
    /// Its place in ``SentenceList/labels``.
    let label: UInt32
    let head: Int32
    let headProbability: Float
  }

  /// A word and its dictionary form.
  struct Word: Hashable, Sendable {
    let form: String
    let lemma: String
  }

  /// What a token is and does.
  struct Label: Hashable, Sendable {
    let upos: UPOS
    let xpos: String
    let relation: DependencyRelation
  }

  var rows: [Row] = []
  var tokens: [PackedToken] = []
  var names: [NameSpan] = []
  var words: [Word] = []
  var labels: [Label] = []

  /// Creates an empty list.
  public init() {}

  /// Packs sentences.
  public init(_ sentences: some Sequence<Sentence>) {
    var packer = SentencePacker()
    for sentence in sentences { packer.append(sentence) }
    self = packer.list
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of sentences.
  public var endIndex: Int { rows.count }

  /// The sentence at an index.
  public subscript(index: Int) -> Sentence {
    let row = rows[index]
    return Sentence(
      bytes: Int(row.start)..<Int(row.end), block: row.block,
      tokens: tokenRange(index).map { token(tokens[$0]) }, names: Array(names[nameRange(index)]))
  }

  /// The bytes of the text that each sentence stands at.
  public var bytes: [Range<Int>] { rows.map { Int($0.start)..<Int($0.end) } }

  /// The words of a sentence as they stand in the text.
  func forms(of index: Int) -> [String] {
    tokenRange(index).map { words[Int(tokens[$0].word)].form }
  }

  /// The number of tokens of all sentences that are of no part of speech of some.
  public func tokenCount(without left: Set<UPOS>) -> Int {
    let counts = labels.map { !left.contains($0.upos) }
    return tokens.count { counts[Int($0.label)] }
  }

  private func tokenRange(_ index: Int) -> Range<Int> {
    let end = index + 1 < rows.count ? Int(rows[index + 1].firstToken) : tokens.count
    return Int(rows[index].firstToken)..<end
  }

  private func nameRange(_ index: Int) -> Range<Int> {
    let end = index + 1 < rows.count ? Int(rows[index + 1].firstName) : names.count
    return Int(rows[index].firstName)..<end
  }

  private func token(_ packed: PackedToken) -> Token {
    let word = words[Int(packed.word)]
    let label = labels[Int(packed.label)]
    return Token(
      bytes: Int(packed.start)..<Int(packed.end), form: word.form, lemma: word.lemma,
      upos: label.upos, xpos: label.xpos, head: Int(packed.head), relation: label.relation,
      headProbability: packed.headProbability)
  }
}

extension SentenceList: Equatable {
  /// Whether two lists hold the same sentences.
  public static func == (left: SentenceList, right: SentenceList) -> Bool {
    left.elementsEqual(right)
  }
}

extension SentenceList: ExpressibleByArrayLiteral {
  /// Packs sentences.
  public init(arrayLiteral elements: Sentence...) { self.init(elements) }
}
