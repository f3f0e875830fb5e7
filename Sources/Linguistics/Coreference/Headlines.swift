/// Where a document's headlines stand and its text begins.
///
/// Headlines are the sentences before the first that ends with a stop; a text without stops has none.
struct Headlines {
  /// How many sentences after the first of the text belong to the lead.
  static let reach = 3
  /// How many sentences after the first of the text may name what the lead speaks of.
  static let horizon = 8
  /// How many sentences at the beginning may be headlines.
  private static let most = 3
  /// How many sentences may come before the text.
  private static let searched = 6
  private static let stops: Set<String> = [".", "!", "?", "\"", "''", "”"]

  /// The first sentence of the text.
  let body: Int
  private let sentences: Range<Int>

  init(_ trees: some Collection<SentenceTree>) {
    let ends = trees.prefix(Self.searched).map { Self.stops.contains($0.tokens.last?.form ?? "") }
    body = ends.firstIndex(of: true) ?? 0
    sentences = 0..<min(body, Self.most)
  }

  /// Whether a sentence is a headline.
  func contains(_ sentence: Int) -> Bool { sentences.contains(sentence) }
}
