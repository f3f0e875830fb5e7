/// Verbs that tell an event without any object: "the bridge collapsed", "the minister resigned".
enum EventVerbs {
  /// Whether a verb's lemma is one.
  static func contains(_ lemma: String) -> Bool { verbs.contains(lemma) }

  private static let verbs: Set<String> = [
    "abdicate", "advance", "arrive", "awake", "bleed", "bounce", "broaden", "burn", "burst",
    "climb",
    "close", "collapse", "collide", "contract", "crash", "decline", "decrease", "depart", "derail",
    "deteriorate", "die", "diminish", "disappear", "disband", "double", "drop", "drown", "dwindle",
    "emerge", "emigrate", "end", "erupt", "escape", "evaporate", "evolve", "expand", "expire",
    "explode", "fail", "faint", "fall", "flee", "freeze", "graduate", "grow", "halve", "immigrate",
    "improve", "increase", "jump", "land", "marry", "melt", "merge", "mutate", "narrow", "open",
    "pass", "peak", "perish", "plead", "plummet", "plunge", "profit", "qualify", "quit", "rebel",
    "rebound", "recede", "recover", "resign", "retire", "retreat", "rise", "rot", "shrink",
    "shut", "sink", "slide", "slip", "slow", "slump", "soar", "spread", "stagnate", "strike",
    "suffer", "surge", "surrender", "survive", "swell", "thrive", "triple", "triumph", "tumble",
    "vanish", "weaken", "widen", "wither", "worsen",
  ]
}
