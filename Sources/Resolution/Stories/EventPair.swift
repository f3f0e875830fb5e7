import Extraction

/// A thing that a document begins with, as ``EventPair`` compares it.
struct EventThing {
  /// What is known of it.
  let entity: LocalEntity
  /// How phrases, or the names of what is no person, describe it: "the navy", "Indian Navy".
  let descriptions: [Description]
  /// The nouns that tell what it is, sorted; none that many things go by.
  let heads: [String]
  /// The numbers that tell how many it is, sorted.
  let numbers: [String]
  /// What its nouns tell of its deeds, sorted: "the driver" drove.
  let told: [EventRole]

  /// Reads a thing.
  init(_ entity: LocalEntity) {
    self.entity = entity
    descriptions = (entity.descriptions.map(Self.inCommonWords) + Self.namesAsDescriptions(entity))
      .sorted()
    let all = Set(descriptions.map(\.head))
    heads = all.subtracting(Self.general).sorted()
    numbers = Set(entity.descriptions.flatMap(\.numbers)).sorted()
    let isPerson = entity.type == EntityType.person
    told =
      isPerson || entity.type == nil
      ? Set(
        entity.descriptions.flatMap { EventRole.told(by: $0.head, isPerson: isPerson) }
      ).sorted() : []
  }

  private static func inCommonWords(_ one: Description) -> Description {
    Description(
      head: NearSynonyms.common(one.head), modifiers: one.modifiers, complements: one.complements,
      number: one.number, isPossessed: one.isPossessed, isSpeakers: one.isSpeakers,
      isDefinite: one.isDefinite, isIndefinite: one.isIndefinite)
  }

  private static func namesAsDescriptions(_ entity: LocalEntity) -> [Description] {
    guard entity.isNamed, entity.type != EntityType.person else { return [] }
    return entity.names.keys.compactMap { name in
      let words = NameTokens(name).words.filter { !NameTables.determiners.contains($0) }
      return words.last.map {
        Description(
          head: NearSynonyms.common($0), modifiers: Array(words.dropLast()), number: entity.number)
      }
    }
  }

  /// Whether a name or a noun tells what it is.
  var isTelling: Bool { entity.isNamed || !heads.isEmpty }

  /// Nouns for times, kinds and parts, which reports have many of.
  private static let general = DescribedPair.general.union([
    "anything", "decade", "evening", "everything", "final", "nothing", "other", "period", "quarter",
    "rate", "relationship", "season", "something", "talk", "title", "today", "tomorrow",
    "yesterday",
  ])
}

/// Two things that documents which report the same events begin with: whether they are one.
///
/// An event has one driver and one victim, so what both reports call by one noun, or say the same of, is
/// one thing, if neither number, class nor gender forbids it. Two names are never joined so.
struct EventPair {
  /// How much speaks for it, beside that the documents report the same events; `nil` if too little does.
  let score: Double?

  /// Compares two things; `likelihood` is the log odds that the documents report the same events.
  ///
  /// O(*n* *m*) in the numbers of their descriptions and roles.
  init(_ a: EventThing, _ b: EventThing, likelihood: Double) {
    let (x, y) = (a.entity, b.entity)
    let deeds =
      x.roles.isEmpty && y.roles.isEmpty ? [] : Self.shared(a, b)
    let heads = a.heads.sharedCount(with: b.heads) > 0 ? a.heads.filter(b.heads.contains) : []
    guard !(deeds.isEmpty && heads.isEmpty), !(x.isNamed && y.isNamed), Self.agree(a, b) else {
      score = nil
      return
    }
    let matches = heads.map {
      DescriptionMatch.best(a.descriptions, b.descriptions, head: $0)
    }
    let match = matches.first { !Self.areTwo($0) }
    let isTold = match != nil
    let isNamed = x.isNamed || y.isNamed
    let isKnownKind = DescribedPair.known.contains(x.type ?? y.type ?? "")
    let isSaidOfBoth =
      isTold && (!isNamed || (isKnownKind && match?.isContained == true))
    let isDoneByBoth =
      (matches.isEmpty || isTold) && a.isTelling && b.isTelling
      && deeds.contains { !Self.common.contains($0) }
    let least = isNamed ? Self.named : !isKnownKind ? Self.vague : isTold ? 0 : Self.told
    guard isSaidOfBoth || isDoneByBoth, likelihood >= least else {
      score = nil
      return
    }
    score =
      likelihood + 0.5 * Double(min(deeds.count, 4)) + (isTold ? 0.5 : 0)
      - 0.2 * Double(min(match?.extra ?? 0, 6))
  }

  /// From this likelihood on a name stands for what the other document describes; a wrong name costs most.
  private static let named = 1.2
  /// From this on a noun tells of what is no person, body or place: a report has many sets, courses and figures.
  private static let vague = 1.0
  /// From this on deeds alone tell that two are one.
  private static let told = 0.5

  /// Whether number, class, gender and counts agree, as far as they are known.
  private static func agree(_ a: EventThing, _ b: EventThing) -> Bool {
    let (x, y) = (a.entity, b.entity)
    guard x.agreesInKind(with: y) else { return false }
    if (x.number == .plural) != (y.number == .plural) { return false }
    return a.numbers.isEmpty || b.numbers.isEmpty || a.numbers.sharedCount(with: b.numbers) > 0
  }

  /// Whether what is said of two things of one noun tells them apart: "the first driver" and "the second".
  private static func areTwo(_ match: DescriptionMatch) -> Bool {
    !match.a.modifiers.isEmpty && !match.b.modifiers.isEmpty && match.shared == 0
      || match.a.number != match.b.number
  }

  /// The deeds that both are told to do, in one of the documents at least by a verb.
  private static func shared(_ a: EventThing, _ b: EventThing) -> [EventRole] {
    let (x, y) = (a.entity.roles, b.entity.roles)
    return x.filter { y.contains($0) || b.told.contains($0) }
      + y.filter { a.told.contains($0) && !x.contains($0) }
  }

  /// What many do in one report: "wins", "faces", "plays".
  private static let common: Set<EventRole> = {
    let both = [
      "face", "help", "hit", "hope", "lead", "lose", "name", "open", "play", "receive", "seek",
      "set",
      "support", "win", "work",
    ]
    return Set(
      both.flatMap { [EventRole.subject($0), .object($0)] } + [
        .subject("continue"), .subject("deny"), .subject("release"),
        EventRole(verb: "play", part: "in"),
        EventRole(verb: "play", part: "for"), EventRole(verb: "work", part: "for"),
      ])
  }()
}
