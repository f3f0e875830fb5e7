public import GraphModel
import GraphStore
import Resolution

/// A line of the journal of judgements, as people read it.
public struct JournalLine: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case same
    case different
    case unsure
    case apart
    case undo
  }

  /// The number of the line, from 1.
  public let number: Int
  /// What was decided.
  public let verdict: Verdict
  /// The things that it is about, as they were then; none for an undoing.
  public let sides: [(id: EntityID, label: String)]
  /// For ``Verdict/apart``, the documents that speak of another thing.
  public let documents: [DocumentID]
  /// For ``Verdict/undo``, the line that it undoes.
  public let undoes: Int?
  /// Whether a later line undid it.
  public let isUndone: Bool

  /// Whether two lines say the same.
  public static func == (a: JournalLine, b: JournalLine) -> Bool { a.number == b.number }

  /// Hashes the number.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

extension Indexer {
  /// The journal of judgements, in order.
  public func journal() throws(IndexerError) -> [JournalLine] {
    let store = try open(.readOnly)
    let snapshot = try Self.translating { try store.snapshot() }
    let journal = try JudgementJournal(snapshot)
    let undone = journal.undone
    return journal.entries.map { entry in
      switch entry {
      case .undo(let number, let other):
        JournalLine(
          number: number, verdict: .undo, sides: [], documents: [], undoes: other, isUndone: false)
      case .judgement(let judgement):
        JournalLine(
          number: judgement.number,
          verdict: JournalLine.Verdict(rawValue: judgement.verdict.rawValue) ?? .unsure,
          sides: [
            (judgement.first.id, judgement.first.label),
            (judgement.second.id, judgement.second.label),
          ], documents: judgement.documents, undoes: nil,
          isUndone: undone.contains(judgement.number))
      }
    }
  }

  /// Writes down that two entities are one, two, or that nobody can tell, and links the graph anew.
  ///
  /// - Parameters:
  ///   - verdict: `same`, `different` or `unsure`.
  ///   - first: The identifier, present or former, of the one.
  ///   - second: That of the other.
  /// - Returns: The number of the line, and for `same` the entity that the two became.
  /// - Throws: ``IndexerError/unknownEntity(_:)``, ``IndexerError/alreadyOne(_:)``; the store is then
  ///   as it was.
  @discardableResult
  public func judge(
    _ verdict: JournalLine.Verdict, _ first: EntityID, _ second: EntityID
  ) throws(IndexerError) -> (number: Int, entity: EntityID?) {
    var session = try JudgementSession(self)
    let one = try session.side(of: first)
    let other = try session.side(of: second)
    guard one != other else { throw .alreadyOne(one.id) }
    guard let kind = Judgement.Verdict(rawValue: verdict.rawValue), kind != .apart else {
      throw .nothingToUndo(nil)
    }
    let number = try session.add(kind, one, other)
    return (number, kind == .same ? try session.entity(of: one) : nil)
  }

  /// Writes down that a name of an entity is another thing's, and links the graph anew.
  ///
  /// - Throws: ``IndexerError/noSuchPart(name:parts:)`` if the entity was not joined from that name.
  @discardableResult
  public func split(_ entity: EntityID, name: String) throws(IndexerError) -> (
    number: Int, entity: EntityID?
  ) {
    var session = try JudgementSession(self)
    let whole = try session.side(of: entity)
    let (part, rest) = try session.part(of: whole, named: name)
    let number = try session.add(.different, rest, part)
    return (number, try session.entity(of: part))
  }

  /// Writes down that the mentions of an entity in some documents are another thing, and links the
  /// graph anew.
  @discardableResult
  public func split(_ entity: EntityID, documents: [DocumentID]) throws(IndexerError) -> Int {
    var session = try JudgementSession(self)
    let whole = try session.side(of: entity)
    return try session.add(.apart, whole, whole, documents: documents)
  }

  /// Undoes a judgement, the last one in force if no number is given, and links the graph anew.
  ///
  /// - Returns: The number of the judgement that holds no longer.
  /// - Throws: ``IndexerError/nothingToUndo(_:)``.
  @discardableResult
  public func undo(_ number: Int? = nil) throws(IndexerError) -> Int {
    var session = try JudgementSession(self)
    return try session.undo(number)
  }
}
