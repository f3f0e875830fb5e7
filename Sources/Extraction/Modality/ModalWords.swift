import GraphModel

/// The words that weaken or deny, by the way they do it; all are lemmas in lower case.
///
/// Grouped after the veridicality classes of Saurí and Pustejovsky (FactBank, 2009) and the
/// implicatives of Karttunen (1971).
enum ModalWords {
  /// Auxiliaries and how sure they leave a clause.
  static let auxiliaries: [String: Certainty] = [
    "may": .possible, "might": .possible, "could": .possible, "can": .possible, "would": .possible,
    "should": .possible, "ought": .possible, "must": .probable, "will": .probable,
    "shall": .probable,
    "'ll": .probable, "wo": .probable, "ca": .possible, "'d": .possible,
  ]

  /// Adverbs of a clause and how sure they leave it.
  static let adverbs: [String: Certainty] = [
    "likely": .probable, "probably": .probable, "presumably": .probable, "possibly": .possible,
    "perhaps": .possible, "maybe": .possible, "potentially": .possible, "conceivably": .possible,
    "reportedly": .unknown, "allegedly": .unknown, "supposedly": .unknown, "purportedly": .unknown,
    "apparently": .probable, "seemingly": .probable, "arguably": .possible, "ostensibly": .unknown,
    "hopefully": .possible, "theoretically": .possible,
  ]

  /// Adverbs and determiners that deny.
  static let negations: Set<String> = [
    "not", "n't", "n’t", "never", "nor", "neither", "hardly", "scarcely", "barely",
    "rarely", "seldom",
  ]

  /// Pronouns and determiners that deny the clause they take part in.
  static let negativeParticipants: Set<String> = ["no", "nothing", "nobody", "none", "neither"]

  /// Verbs whose infinitive did not happen: "failed to pay".
  static let negativeImplicatives: Set<String> = [
    "fail", "refuse", "decline", "neglect", "forget", "avoid", "refrain", "abstain", "omit",
    "cease", "stop",
    "miss", "lack", "prevent", "prohibit", "forbid", "bar", "ban", "block", "unable", "stopped",
    "discourage",
  ]

  /// Verbs whose infinitive did happen: "managed to pay".
  static let implicatives: Set<String> = [
    "manage", "begin", "start", "continue", "keep", "happen", "get", "help", "come", "go", "dare",
    "remember",
    "turn", "prove", "proceed", "use", "finish", "see", "hear", "watch", "cause", "force", "make",
    "let",
    "have", "enable", "bother", "able", "succeed", "spend", "resume", "find",
  ]

  /// Verbs and adjectives that leave their infinitive likely: "is expected to rise".
  static let raising: [String: Certainty] = [
    "likely": .probable, "expect": .probable, "set": .probable, "due": .probable, "seem": .probable,
    "appear": .probable, "tend": .probable, "bind": .probable, "poise": .probable,
    "sure": .probable,
    "certain": .probable, "unlikely": .possible, "think": .unknown, "believe": .unknown,
    "say": .unknown,
    "report": .unknown, "allege": .unknown, "rumour": .unknown, "rumor": .unknown,
    "suppose": .unknown,
    "estimate": .probable, "project": .probable, "forecast": .probable, "suspect": .possible,
    "accuse": .unknown, "claim": .unknown, "consider": .unknown, "understand": .unknown,
    "know": .certain,
  ]

  /// How sure a verb leaves the infinitive that is merged with it into one predicate, or `nil` if the
  /// predicate tells a deed all the same: "agreed to sell", "tried to sell".
  static func hedges(_ lemma: String) -> Certainty? {
    if let certainty = raising[lemma] { return certainty == .certain ? nil : certainty }
    return plans.contains(lemma) ? attitudes[lemma] : nil
  }

  /// Verbs of plans and wishes.
  private static let plans: Set<String> = [
    "want", "plan", "seek", "hope", "aim", "intend", "wish", "desire", "expect", "consider",
    "threaten", "prepare", "propose", "need", "like", "prefer",
  ]

  /// Verbs that ask for what stands behind their "for".
  static let asking: Set<String> = [
    "appeal", "apply", "argue", "ask", "call", "campaign", "hope", "look", "lobby", "plead",
    "press",
    "push", "search", "vote", "wait", "wish",
  ]

  /// Verbs that tell nothing of whether their complement is so: wishes, plans, requests.
  static let attitudes: [String: Certainty] = [
    "want": .possible, "plan": .possible, "seek": .possible, "hope": .possible, "aim": .possible,
    "intend": .possible, "try": .possible, "attempt": .possible, "wish": .possible,
    "desire": .possible,
    "consider": .possible, "threaten": .possible, "ask": .possible, "urge": .possible,
    "order": .possible,
    "demand": .possible, "propose": .possible, "offer": .possible, "promise": .possible,
    "agree": .possible,
    "vow": .possible, "pledge": .possible, "prepare": .possible, "expect": .probable,
    "decide": .possible,
    "request": .possible, "require": .possible, "recommend": .possible, "suggest": .possible,
    "need": .possible,
    "allow": .possible, "permit": .possible, "persuade": .possible, "encourage": .possible,
    "invite": .possible,
    "like": .possible, "prefer": .possible, "struggle": .possible, "fight": .possible,
    "scramble": .possible,
    "test": .possible, "wonder": .possible, "doubt": .possible, "imagine": .possible,
    "pretend": .possible,
    "hesitate": .possible, "ready": .possible, "willing": .possible, "eager": .possible,
    "keen": .possible,
    "reluctant": .possible, "love": .possible, "choose": .possible, "advise": .possible,
    "tell": .possible,
    "warn": .possible, "mean": .possible, "work": .possible, "push": .possible, "call": .possible,
    "authorize": .possible, "authorise": .possible, "elect": .possible, "commit": .possible,
    "rush": .possible,
  ]

  /// Verbs whose object is the doer of the infinitive after it and nothing to the verb itself.
  static let raisingToObject: Set<String> = [
    "want", "expect", "need", "like", "prefer", "believe", "consider", "think", "allow", "let",
    "make", "cause",
    "enable", "permit", "see", "hear", "watch", "deem", "intend", "require", "help", "wish", "hate",
    "get",
  ]

  /// Verbs whose content clause the writer takes for true.
  static let factives: Set<String> = [
    "know", "realize", "realise", "discover", "learn", "notice", "recognize", "recognise", "regret",
    "reveal",
    "remember", "forget", "find", "prove", "acknowledge", "admit", "confirm", "see", "show", "mean",
    "ensure",
    "demonstrate", "note", "observe", "happen",
  ]

  /// Subordinators that make a clause a condition or a question.
  static let conditionals: Set<String> = [
    "if", "unless", "whether", "lest", "supposing", "provided",
  ]

  /// Subordinators that deny their clause: "without telling".
  static let denyingMarks: Set<String> = ["without", "instead", "rather"]

  /// Nouns whose clause or infinitive is not told to be so: "the plan to …", "claims that …".
  static let nonfactualNouns: Set<String> = [
    "plan", "claim", "allegation", "accusation", "rumor", "rumour", "proposal", "hope", "fear",
    "idea",
    "suggestion", "possibility", "chance", "risk", "threat", "belief", "theory", "intention",
    "promise",
    "offer", "attempt", "effort", "desire", "decision", "request", "need", "view", "opinion",
    "concern",
    "worry", "speculation", "prospect", "goal", "aim", "report", "argument", "assertion",
    "suspicion", "bid",
    "charge", "right", "way", "ability", "opportunity", "doubt", "question", "expectation",
    "warning", "story", "notion", "impression", "feeling", "myth", "perception", "assumption",
    "statement",
    "prediction", "forecast", "complaint", "criticism", "conviction", "guarantee", "assurance",
    "hint",
    "indication", "pledge", "vow", "demand", "hypothesis", "likelihood", "danger", "scenario",
    "wish",
    "dream",
  ]

  /// Verbs that say of their object that it did something: "accused the trader of lying".
  static let accusing: Set<String> = [
    "accuse", "blame", "charge", "condemn", "criticise", "criticize", "denounce", "sue", "suspect",
  ]

  /// Nouns whose content a "that" clause tells.
  static let contentNouns: Set<String> = nonfactualNouns.union([
    "fact", "news", "sign", "evidence", "notion", "impression", "conclusion", "message", "word",
    "statement", "complaint", "fantasy", "myth", "assumption", "confidence", "admission",
  ])
}
