public import GraphModel

/// Recognises entities in lists of known things, by their names, their class and their countries.
///
/// A list of sanctions shows why this must be careful: thousands of people have the name of one who
/// is listed. So an entity is linked only if the evidence reaches ``threshold`` and no other thing of
/// the list comes near; what is weaker is a ``Candidate`` for a person to judge. What the evidence
/// is worth stands at ``MatchEvidence``. What was judged holds.
///
/// - Complexity: O(*n* + *m*) with *n* names of entities and *m* names of things, as long as few share
///   a block; a block that more than ``crowd`` things are in brings nothing together but equal names.
public struct KnownThingFinder: Sendable {
  /// Evidence of at least this much links.
  public static let threshold = 0.9
  /// Evidence of at least this much is shown to a person.
  public static let reviewThreshold = 0.7
  /// What another thing of the list must lie below the best by.
  static let margin = 0.05
  static let crowd = 50

  /// An entity and a known thing that may be one.
  public struct Candidate: Hashable, Sendable {
    /// The place of the entity.
    public let entity: Int
    /// The known thing, with the score.
    public let match: ExactMatch
  }

  /// What was found.
  public struct Outcome: Hashable, Sendable {
    /// For each entity that was recognised, its things; at most one of a list.
    public fileprivate(set) var links: [Int: [ExactMatch]] = [:]
    /// What a person may judge, the likeliest first.
    public fileprivate(set) var candidates: [Candidate] = []
  }

  /// What is known of an entity beside its names.
  public struct Subject: Sendable {
    /// The entity.
    public let entity: Entity
    /// Its place in the list of entities.
    public let place: Int
    /// What it is known by to judgements.
    public let identities: [Identity]
    /// The countries that its documents speak of, as ``CountryName/key(_:)`` gives them.
    public let countries: Set<String>

    /// Creates a subject.
    public init(entity: Entity, place: Int, identities: [Identity], countries: Set<String>) {
      self.entity = entity
      self.place = place
      self.identities = identities
      self.countries = countries
    }
  }

  private let gazetteer: Gazetteer
  private let verdicts: [Identity: [Identity: Judgement.Verdict]]
  private var blocks: [String: [Int]] = [:]
  private let judged: [Identity: Int]

  /// Prepares the search in a list.
  public init(_ gazetteer: Gazetteer, judgements: [Judgement]) {
    self.gazetteer = gazetteer
    var verdicts: [Identity: [Identity: Judgement.Verdict]] = [:]
    for judgement in judgements.sorted(by: { $0.number < $1.number }) {
      for known in judgement.second.identities where known.isKnownThing {
        for one in judgement.first.identities {
          verdicts[known, default: [:]][one] = judgement.verdict
        }
      }
    }
    self.verdicts = verdicts
    var judged: [Identity: Int] = [:]
    for (number, thing) in gazetteer.things.enumerated() {
      let identity = Identity(thing, in: gazetteer.name)
      if verdicts[identity] != nil { judged[identity] = number }
      for key in Set(thing.names.flatMap { Self.keys(of: $0, type: thing.type) }) {
        blocks[key, default: []].append(number)
      }
    }
    self.judged = judged
  }

  /// Recognises entities.
  public func find(_ subjects: [Subject]) -> Outcome {
    var outcome = Outcome()
    var claims: [Int: [(subject: Int, score: Double)]] = [:]
    for (number, subject) in subjects.enumerated() where subject.entity.isNamed {
      let scored = scores(of: subject)
      guard let best = scored.first else { continue }
      let rival = scored.dropFirst().first?.score ?? 0
      if best.score >= Self.threshold, best.score - rival >= Self.margin {
        claims[best.thing, default: []].append((number, best.score))
      } else {
        for one in scored.prefix(3) where one.score >= Self.reviewThreshold {
          outcome.candidates.append(candidate(subject, one.thing, one.score))
        }
      }
    }
    for thing in claims.keys.sorted() {
      // Of several entities that are as likely, none may be told from the others: a person must.
      let several = (claims[thing] ?? []).sorted { ($1.score, $0.subject) < ($0.score, $1.subject) }
      let isClear = several.count == 1 || several[0].score - several[1].score >= Self.margin
      for (position, claim) in several.enumerated() {
        let subject = subjects[claim.subject]
        if isClear && position == 0 {
          outcome.links[subject.place, default: []].append(match(thing, claim.score, subject))
        } else {
          outcome.candidates.append(candidate(subject, thing, claim.score))
        }
      }
    }
    outcome.candidates.sort {
      if $0.match.score != $1.match.score { return $0.match.score > $1.match.score }
      return ($0.entity, $0.match.target) < ($1.entity, $1.match.target)
    }
    return outcome
  }

  /// The things that an entity may be, the likeliest first.
  private func scores(of subject: Subject) -> [(thing: Int, score: Double)] {
    var met: Set<Int> = []
    for name in names(of: subject.entity) {
      for key in Self.keys(of: name, type: subject.entity.types.first) {
        let block = blocks[key] ?? []
        if block.count <= Self.crowd || key.hasPrefix("=") { met.formUnion(block) }
      }
    }
    for (identity, thing) in judged {
      let known = verdicts[identity] ?? [:]
      if subject.identities.contains(where: { known[$0] != nil }) { met.insert(thing) }
    }
    var result: [(thing: Int, score: Double)] = []
    for number in met {
      let thing = gazetteer.things[number]
      switch verdict(on: subject, number) {
      case .same: result.append((number, 1))
      case .different, .unsure: continue
      case .apart, nil:
        let evidence = MatchEvidence(
          names: names(of: subject.entity), of: subject.entity, thing,
          countries: subject.countries)
        if let score = evidence?.score { result.append((number, score)) }
      }
    }
    return result.sorted { ($1.score, $0.thing) < ($0.score, $1.thing) }
  }

  private func verdict(on subject: Subject, _ thing: Int) -> Judgement.Verdict? {
    guard let known = verdicts[Identity(gazetteer.things[thing], in: gazetteer.name)] else {
      return nil
    }
    return subject.identities.lazy.compactMap { known[$0] }.first
  }

  /// The names that count: no more than eight.
  private func names(of entity: Entity) -> [String] {
    Array(([entity.label] + entity.aliases).prefix(8))
  }

  private func match(_ thing: Int, _ score: Double, _ subject: Subject) -> ExactMatch {
    ExactMatch(
      target: gazetteer.things[thing].id, label: gazetteer.things[thing].names[0],
      list: gazetteer.name, score: score)
  }

  private func candidate(_ subject: Subject, _ thing: Int, _ score: Double) -> Candidate {
    Candidate(entity: subject.place, match: match(thing, score, subject))
  }

  /// What brings a name together with others: its words in any order, and how they sound.
  private static func keys(of name: String, type: String?) -> Set<String> {
    let isPerson = type == EntityType.person
    let words = NameWords(name, isPerson: isPerson).words
    guard !words.isEmpty else { return [] }
    let sorted = words.map { String(decoding: $0, as: UTF8.self) }.sorted()
    let sounds = words.map { String(decoding: WordSimilarity.skeleton($0), as: UTF8.self) }.sorted()
    var keys: Set<String> = [
      "=" + sorted.joined(separator: " "), "~" + sounds.joined(separator: " "),
      "+" + words.map { String(decoding: $0, as: UTF8.self) }.joined(),
    ]
    if words.count > 1 {
      // A middle name may be left out.
      let ends = [words[0], words[words.count - 1]].map {
        String(decoding: WordSimilarity.skeleton($0), as: UTF8.self)
      }
      keys.insert("-" + ends.sorted().joined(separator: " "))
    }
    return keys
  }
}

extension Identity {
  private static let mark = "known"

  /// What judgements know a thing of a list by.
  public init(_ thing: KnownThing, in list: String) {
    self.init(type: Self.mark, key: thing.id, distinction: list)
  }

  /// What judgements know the thing of a match by.
  public init(_ match: ExactMatch) {
    self.init(type: Self.mark, key: match.target, distinction: match.list)
  }

  /// Whether it is a thing of a list and not one that documents speak of.
  var isKnownThing: Bool { type == Self.mark }
}
