/// Statements with the texts that they rest on: what a query's functions ask for evidence.
///
/// It does not change while it is read, and may be asked from several threads.
public protocol EvidenceSource: StatementSource, Sendable {
  /// The statement with this identifier, or `nil`.
  func statement(_ id: StatementID) throws -> Statement?
  /// The words of a sentence, counted from 0 in its document, or `nil` if there is none.
  func sentence(_ number: Int, of document: DocumentID) throws -> String?
  /// All sentences that have the words of a text, with how well each fits.
  func sentences(matching text: String) throws -> [SentenceScore]
  /// All entities that a text may name, with how well it fits each: from 0 to 1 for its very name.
  func entities(matching text: String) throws -> [EntityScore]
}

/// How well a sentence fits a search; comparable within one search only.
public struct SentenceScore: Hashable, Sendable {
  /// The document.
  public let document: DocumentID
  /// The sentence, counted from 0 in its document.
  public let sentence: Int
  /// The score; the higher, the better.
  public let score: Double

  /// Creates a score.
  public init(document: DocumentID, sentence: Int, score: Double) {
    self.document = document
    self.sentence = sentence
    self.score = score
  }
}

/// How well a name fits an entity.
public struct EntityScore: Hashable, Sendable {
  /// The entity.
  public let entity: EntityID
  /// From 0 to 1 for its very name.
  public let score: Double

  /// Creates a score.
  public init(entity: EntityID, score: Double) {
    self.entity = entity
    self.score = score
  }
}
