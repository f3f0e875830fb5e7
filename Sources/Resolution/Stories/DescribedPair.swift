import Extraction

/// Two things of documents that tell one story, described by the same noun: what speaks for and
/// against their being one.
struct DescribedPair {
  /// What is weighed, in the order of ``features``.
  static let featureNames = [
    "constant", "similarity", "root", "names", "equal", "equalBare", "contained", "disjoint",
    "extra", "numberDiffers", "plural", "possessedOnce", "possessedTwice", "named", "alone",
    "crowd", "complementsEqual", "complementsShared", "complementsOnce", "complementsDisjoint",
    "typed",
  ]

  /// The values of the features.
  let features: [Double]
  /// Whether nothing forbids that they are one, whatever the features tell.
  ///
  /// One thing is not many, and modifiers that share nothing set apart ("a good job", "a great job").
  /// A plural ("players"), and what is neither a person nor a body nor a place, is told of anew in
  /// each document, unless the documents are nearly the same, or much alike and say it in equal words;
  /// where they are less alike, persons, bodies and places must be said in equal words too, and nouns
  /// that stand for a name ("the club") always. A thing with a name is only what is said in equal words
  /// to be the one of its kind ("the Arsenal boss"). A phrase that brings in something new is what the
  /// other document knows only in equal words, of a person apart; a number counts other things; and two
  /// phrases that each bring in something new ("a chance") are two, if they are not said alike.
  let isPossible: Bool

  /// Whether the two are what both documents begin with, and these begin alike: what a story is about
  /// is one thing, if the one document says no other of it than the other.
  let isMain: Bool

  /// Whether both are a person, a body or a place that documents which begin alike speak of as known, or
  /// begin with, and neither has a name: the one of that noun which the story has ("the driver").
  let isKnownAgain: Bool

  /// How many modifiers one of the two has alone.
  let extra: Int

  /// Documents this alike tell of the same events.
  private static let alike = 0.2
  /// Documents this alike do so in nearly the same words.
  private static let nearlySame = 0.3
  /// Documents that begin this alike tell one story.
  private static let beginAsStory = 0.2
  /// Documents that begin this alike are about one thing.
  private static let beginAlike = 0.3
  /// So alike that what is many is one too.
  private static let beginTheSame = 0.45

  /// Compares two things that both are called a `head`.
  ///
  /// `crowd` is how many things of that noun the one document has, and the other; `story` tells how
  /// alike the documents are. O(*n m*) in the numbers of their descriptions.
  init(
    _ a: LocalEntity, _ b: LocalEntity, head: String, crowd: (Int, Int), story: StoryIndex.Pair
  ) {
    let best = DescriptionMatch.best(a.descriptions, b.descriptions, head: head)
    extra = best.extra
    let isBare = best.a.modifiers.isEmpty && best.b.modifiers.isEmpty
    let isEqual = best.a.modifiers == best.b.modifiers
    let isSaidAlike = isEqual && !isBare
    let isSameNumber = best.a.number == best.b.number
    let possessed = (best.a.isPossessed ? 1 : 0) + (best.b.isPossessed ? 1 : 0)
    let (first, second) = (best.a.complements, best.b.complements)
    let shared = first.sharedCount(with: second)
    let tellsOther = !first.isEmpty && !second.isEmpty && shared == 0
    let isPlural = isSameNumber && best.a.number == .plural
    let isDisjoint = !best.isContained && best.shared == 0
    let isTyped = a.type != nil && a.type == b.type
    let isNamed = a.isNamed || b.isNamed
    let isNew = (a.isOnlyIndefinite(head), b.isOnlyIndefinite(head))
    let (isAlike, isNearlySame) =
      (story.similarity >= Self.alike, story.similarity >= Self.nearlySame)
    let isToldAgain = isNearlySame || (isAlike && isSaidAlike)
    let isKnownKind = isTyped && (isAlike || isSaidAlike)
    let tellsOfOne = isSameNumber && !isDisjoint && (isKnownKind || (isToldAgain && !tellsOther))
    let isKnownByName = isEqual && !isNew.0 && !isNew.1 && (isAlike || !isBare)
    // "187 goals" are not "our goals", and "a team" that anybody has is not the team.
    let isCounted = best.a.isCounted != best.b.isCounted
    // Whose "our correspondent" is depends on who speaks.
    let isSpeakers = (best.a.isSpeakers || best.b.isSpeakers) && !isNearlySame
    let isVague = a.type != EntityType.person && isNew.0 != isNew.1 && !isSaidAlike
    let isNewTwice = isNew.0 && isNew.1 && !isSaidAlike && !isNearlySame
    isPossible =
      tellsOfOne && !isNewTwice && !isVague && !isCounted && !isSpeakers
      && !Self.general.contains(head) && (isSaidAlike || !Self.standing.contains(head))
      && (!isPlural || (isToldAgain && !isNamed))
      && (!isNamed || isKnownByName)
    isMain =
      a.isInLead && b.isInLead && story.lead >= Self.beginAlike && isSameNumber
      && best.isContained && extra <= 2 && !isCounted && !isSpeakers && !tellsOther
      && !Self.general.contains(head)
      && (isSaidAlike || !Self.standing.contains(head))
      && (possessed == 0 || isSaidAlike)
      && (!isNamed
        || ((isSaidAlike || a.type == EntityType.person) && isEqual && !isNew.0 && !isNew.1))
      && (!isPlural || isSaidAlike || story.lead >= Self.beginTheSame)
    isKnownAgain =
      !isNamed && isSameNumber && !isPlural && best.isContained && !isCounted && !isSpeakers
      && Self.known.contains(a.type ?? b.type ?? "") && story.lead >= Self.beginAsStory
      && a.isIntroduced(head) && b.isIntroduced(head)
      && !Self.areRanked(best.a, best.b)
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    features = [
      1,
      story.similarity,
      story.similarity.squareRoot(),
      Double(min(story.names, 6)) / 6,
      flag(isEqual && !isBare),
      flag(isBare),
      flag(best.isContained && !isEqual),
      flag(isDisjoint),
      Double(min(extra, 4)),
      flag(!isSameNumber),
      flag(isPlural),
      flag(possessed == 1),
      flag(possessed == 2),
      flag(isNamed),
      flag(crowd.0 == 1 && crowd.1 == 1),
      Double(min(crowd.0, 4) + min(crowd.1, 4) - 2),
      flag(!first.isEmpty && first == second),
      flag(shared > 0 && first != second),
      flag(first.isEmpty != second.isEmpty),
      flag(tellsOther),
      flag(isTyped),
    ]
  }

  /// Nouns for times, kinds and parts, which stories have many of, however they begin.
  static let general: Set<String> = [
    "action", "age", "all", "budget", "case", "century", "day", "deal", "end", "film", "game",
    "half",
    "hour", "kind",
    "list", "lot", "match",
    "million", "minute", "moment", "month", "morning", "night", "number", "part", "percent",
    "place", "point", "range", "report", "round", "second", "seed", "series", "share", "side",
    "sort", "star", "time",
    "top", "type", "version", "thing", "way", "week", "weekend", "year",
  ]

  /// Nouns that stand for a name which a document gives elsewhere, each document for another.
  private static let standing: Set<String> = [
    "business", "club", "company", "firm", "group", "organisation", "organization", "party", "side",
    "team",
  ]

  /// The classes of what a story has one of a noun, if it has one.
  static let known: Set<String> = [
    EntityType.person, EntityType.organization, EntityType.place,
  ]

  /// Modifiers that tell things of one noun apart.
  private static let ranks: Set<String> = prizes.union([
    "another", "different", "eighth", "fifth", "first", "fourth", "last", "next", "ninth", "other",
    "second", "seventh", "similar", "sixth", "tenth", "third", "top",
  ])

  /// Modifiers of what is given to somebody in each story: "the best actor".
  private static let prizes: Set<String> = ["best", "worst"]

  /// Whether what one description has alone tells things of its noun apart, or both speak of a prize.
  private static func areRanked(_ a: Description, _ b: Description) -> Bool {
    let (own, other) = (Set(a.modifiers), Set(b.modifiers))
    return !own.symmetricDifference(other).isDisjoint(with: ranks)
      || !own.intersection(other).isDisjoint(with: prizes)
  }

  /// Whether the two are likely enough one to be joined.
  var isLikely: Bool { isMain || isKnownAgain || (isPossible && score >= Self.threshold) }

  /// The log odds from which on things are joined; below, too many are two.
  private static let threshold = 0.62

  /// The log odds that the two are one.
  var score: Double {
    zip(features, DescriptionWeights.table).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension LocalEntity {
  /// Whether its document begins with it, or speaks of it as known or as somebody's.
  fileprivate func isIntroduced(_ head: String) -> Bool {
    isInLead
      || descriptions.contains { $0.head == head && ($0.isDefinite || $0.isPossessed) }
  }

  /// Whether all phrases with this head bring in something new.
  fileprivate func isOnlyIndefinite(_ head: String) -> Bool {
    !isNamed && descriptions.allSatisfy { $0.head != head || $0.isIndefinite }
  }
}
