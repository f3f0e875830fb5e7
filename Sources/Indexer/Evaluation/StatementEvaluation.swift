public import GraphModel

/// A fact that a document is known to state.
public struct GoldFact: Hashable, Sendable {
  /// The document: the name of a file as it was given.
  public let document: String
  /// The line of the file, from 0, if each line is a document.
  public let line: Int?
  /// The words of the subject.
  public let subject: String
  /// The relation's local name (`investedIn`), or the words of an open predicate.
  public let predicate: String
  /// The words of the object.
  public let object: String

  /// Creates a fact.
  public init(document: String, line: Int?, subject: String, predicate: String, object: String) {
    self.document = document
    self.line = line
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// Statements held against facts that their documents are known to state.
///
/// A statement and a fact match if they are of one document (and line), have one predicate, and
/// their subjects and objects match. Words match if some name of the thing, its label, an alias or
/// the words of the sentence, equals them but for case, punctuation and a leading article; or, with
/// ``Tolerance/overlap``, if the words that both have are at least half of the words of both
/// together (Dice). Each fact matches one statement at most, the most confident first. Only
/// statements of predicates that some fact has are counted: a gold file need not be complete in
/// relations that it does not speak of.
public struct StatementEvaluation: Sendable {
  /// How nearly words must agree.
  public enum Tolerance: Hashable, Sendable {
    /// The same words.
    case exact
    /// Half of the words of both.
    case overlap
  }

  /// The counts of one predicate, or of all.
  public struct Score: Hashable, Sendable {
    /// Statements that match a fact.
    public fileprivate(set) var hits = 0
    /// Statements.
    public fileprivate(set) var found = 0
    /// Facts.
    public fileprivate(set) var gold = 0

    /// The share of statements that match a fact; 0 if there are none.
    public var precision: Double { found == 0 ? 0 : Double(hits) / Double(found) }
    /// The share of facts that a statement matches; 0 if there are none.
    public var recall: Double { gold == 0 ? 0 : Double(hits) / Double(gold) }
    /// The harmonic mean of both.
    public var f1: Double {
      found + gold == 0 ? 0 : 2 * Double(hits) / Double(found + gold)
    }
  }

  /// The score of all predicates.
  public private(set) var total = Score()
  /// The scores by predicate, sorted by its name.
  public private(set) var predicates: [(name: String, score: Score)] = []
  /// The facts that no statement matches, in the order given.
  public private(set) var missed: [GoldFact] = []
  /// The statements that match no fact, in the order given, as facts with the words of their sentence.
  public private(set) var wrong: [(fact: GoldFact, statement: Statement)] = []

  /// Holds the statements of files against facts.
  ///
  /// - Parameters:
  ///   - results: The statements, as ``TextReader/triples(of:lines:)`` gives them.
  ///   - gold: The facts.
  ///   - tolerance: How nearly words must agree.
  ///   - assertedOnly: Whether denied, possible and merely claimed statements are left out.
  /// - Complexity: O(*s f*) in the statements and facts of one document with one predicate.
  public init(
    _ results: [FileTriples], gold: [GoldFact], tolerance: Tolerance = .overlap,
    assertedOnly: Bool = true
  ) {
    var scores: [String: Score] = [:]
    var facts: [Key: [Int]] = [:]
    for (place, fact) in gold.enumerated() {
      let predicate = Self.predicate(fact.predicate)
      scores[predicate, default: Score()].gold += 1
      facts[Key(document: fact.document, line: fact.line, predicate: predicate), default: []]
        .append(place)
    }
    var isMatched = [Bool](repeating: false, count: gold.count)
    for result in results {
      let ranked = result.graph.statements.sorted {
        ($1.confidence, $0.id) < ($0.confidence, $1.id)
      }
      for statement in ranked where !assertedOnly || statement.isAsserted {
        let predicate = Self.predicate(of: statement)
        guard scores[predicate] != nil else { continue }
        scores[predicate]?.found += 1
        let key = Key(document: result.name, line: result.line, predicate: predicate)
        let subjects = Self.names(of: statement.content.subject, in: statement, \.subject, result)
        let objects = Self.objects(of: statement, result)
        let hit = (facts[key] ?? []).first { place in
          !isMatched[place]
            && Self.match(gold[place].subject, subjects, tolerance)
            && Self.match(gold[place].object, objects, tolerance)
        }
        if let hit {
          isMatched[hit] = true
          scores[predicate]?.hits += 1
        } else {
          wrong.append(
            (
              GoldFact(
                document: result.name, line: result.line, subject: subjects.first ?? "",
                predicate: predicate, object: objects.first ?? ""), statement
            ))
        }
      }
    }
    missed = gold.indices.filter { !isMatched[$0] }.map { gold[$0] }
    predicates = scores.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    for (_, score) in predicates {
      total.hits += score.hits
      total.found += score.found
      total.gold += score.gold
    }
  }

  private struct Key: Hashable {
    let document: String
    let line: Int?
    let predicate: String
  }

  // MARK: Words

  private static func predicate(_ name: String) -> String {
    name.hasPrefix("q:") ? String(name.dropFirst(2)) : name.lowercased()
  }

  private static func predicate(of statement: Statement) -> String {
    let predicate = statement.content.predicate
    return predicate.isOpen ? predicate.label.lowercased() : String(predicate.id.dropFirst(2))
  }

  private static func names(
    of id: EntityID, in statement: Statement, _ mention: KeyPath<Evidence, MentionText?>,
    _ result: FileTriples
  ) -> [String] {
    var names = statement.evidence.compactMap { $0[keyPath: mention]?.text }
    if let entity = result.graph.entity(id) { names += [entity.label] + entity.aliases }
    return names
  }

  private static func objects(of statement: Statement, _ result: FileTriples) -> [String] {
    switch statement.content.object {
    case .entity(let id): names(of: id, in: statement, \.object, result)
    case .literal(let literal): [literal.text, literal.value]
    }
  }

  private static func match(_ wanted: String, _ names: [String], _ tolerance: Tolerance) -> Bool {
    let words = words(of: wanted)
    return names.contains { name in
      let other = Self.words(of: name)
      guard words != other else { return true }
      guard tolerance == .overlap, !words.isEmpty, !other.isEmpty else { return false }
      var rest = other
      var both = 0
      for word in words {
        guard let place = rest.firstIndex(of: word) else { continue }
        rest.remove(at: place)
        both += 1
      }
      return 2 * both * 2 >= words.count + other.count
    }
  }

  private static func words(of text: String) -> [String] {
    var words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    return words
  }
}
