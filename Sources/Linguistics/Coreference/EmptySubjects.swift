/// The predicates whose "it" stands for nothing.
enum EmptySubjects {
  static let weather: Set<String> = ["rain", "snow", "hail", "thunder", "drizzle"]

  /// With a clause: "it seems that".
  static let verbs: Set<String> = ["seem", "appear", "turn", "happen", "matter", "take", "emerge"]

  /// In the passive with a clause: "it was reported that".
  static let reports: Set<String> = [
    "say", "suggest", "report", "believe", "think", "expect", "hope", "claim", "allege", "reveal",
    "announce", "understand", "estimate", "know", "fear", "argue", "note", "confirm", "rumor",
    "rumour", "agree", "decide", "assume", "propose", "show", "find",
  ]

  /// Adjectives that judge what is told, never a thing: "it is unclear whether".
  static let judgements: Set<String> = [
    "clear", "unclear", "possible", "impossible", "likely", "unlikely", "necessary", "obvious",
    "essential", "vital", "crucial", "inevitable", "evident", "apparent", "doubtful", "advisable",
    "fair", "true", "good",
  ]

  /// Adjectives whose clause tells what the subject does: "it is ready to sell".
  static let control: Set<String> = [
    "ready", "able", "unable", "willing", "unwilling", "eager", "keen", "due", "set", "sure",
    "certain", "happy", "glad", "proud", "free", "prepared", "poised", "reluctant", "determined",
    "confident", "aware", "sorry", "pleased", "worried", "concerned", "afraid", "hopeful",
    "optimistic", "bound", "slow", "quick", "first", "last", "committed",
  ]

  static let hours: Set<String> = ["time", "o'clock", "a.m.", "p.m."]
}
