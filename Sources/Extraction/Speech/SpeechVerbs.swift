import GraphModel

/// Verbs of saying and thinking, by what their content clause is worth; lemmas in lower case.
enum SpeechVerbs {
  /// What a verb tells of its content.
  enum Force: Hashable, Sendable {
    /// Somebody says so: "say", "warn".
    case says
    /// Somebody denies it: "deny".
    case denies
    /// Somebody thinks so: "believe".
    case thinks
  }

  /// The verbs.
  static let force: [String: Force] = {
    var table: [String: Force] = [:]
    for verb in [
      "say", "tell", "argue", "warn", "claim", "add", "announce", "state", "report", "write",
      "explain",
      "insist", "declare", "allege", "assert", "contend", "maintain", "stress", "emphasize",
      "emphasise",
      "complain", "suggest", "predict", "forecast", "promise", "pledge", "vow", "reply", "respond",
      "ask",
      "mention", "remark", "comment", "boast", "caution", "testify", "accuse", "urge", "tweet",
      "post",
      "acknowledge", "concede", "agree", "conclude", "advise", "recall", "estimate", "propose",
      "hint",
      "joke", "shout", "whisper", "quip", "reiterate", "repeat", "assure",
      "inform",
      "notify", "swear", "imply", "disclose", "admit", "confirm", "counter", "continue", "charge",
      "speculate", "rule", "decide", "indicate",
    ] { table[verb] = .says }
    for verb in ["deny", "dispute", "reject", "refute", "disclaim", "rebut"] {
      table[verb] = .denies
    }
    for verb in [
      "think", "believe", "expect", "hope", "fear", "worry", "suspect", "feel", "assume", "guess",
      "doubt",
      "suppose", "reckon", "imagine", "consider", "understand", "wonder", "dream", "wish", "figure",
      "anticipate", "bet", "hold", "convince",
    ] { table[verb] = .thinks }
    return table
  }()

  /// The verbs that stand beside a quotation ("…," he continued) as well as the verbs of saying.
  static func isSaying(_ lemma: String) -> Bool { force[lemma] == .says || force[lemma] == .denies }
}
