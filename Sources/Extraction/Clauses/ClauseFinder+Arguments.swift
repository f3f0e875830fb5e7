import Linguistics

extension ClauseFinder {
  /// What a child of a verb is to it, or `nil` if it is no argument.
  func argument(_ child: Int, of verb: Int, in chain: [Int]) -> Clause.Argument? {
    guard !chain.contains(child) else { return nil }
    let marker = markers(of: child)
    switch tree.fullRelation(of: child) {
    case "obj":
      if isRelative(child) { return nil }
      return Clause.Argument(role: isStranded(child) ? .content : .object, head: child, marker: [])
    case "iobj":
      guard !isRelative(child) else { return nil }
      let isOnly = tree.child(of: verb, "obj", "ccomp") == nil
      return Clause.Argument(role: isOnly ? .object : .indirectObject, head: child, marker: [])
    case "obl:agent":
      return Clause.Argument(
        role: isMeasureOrTime(child)
          || !marker.isEmpty && !marker.contains { tree.lemmas[$0] == "by" }
          ? .oblique : .agent, head: child, marker: marker)
    case "xcomp":
      if tree[child].upos == .verb || tree.child(of: child, "cop") != nil {
        return Clause.Argument(role: .infinitive, head: child, marker: [])
      }
      return Clause.Argument(role: .attribute, head: child, marker: marker)
    case "ccomp":
      guard tree.isClauseHead(child) || isStranded(child) else {
        return Clause.Argument(role: .object, head: child, marker: [])
      }
      return Clause.Argument(
        role: .content, head: child,
        marker: tree.children(of: child, "mark").filter { tree.lemmas[$0] == "that" })
    default: return circumstance(child, of: verb)
    }
  }

  /// Whether a verb was taken for a noun: no noun has a personal pronoun in front of it as in
  /// "emphasized it complies".
  private func isStranded(_ token: Int) -> Bool {
    tree.children(of: token, "compound", "amod", "nmod", "det").contains {
      $0 < token && tree[$0].xpos == "PRP"
    }
  }

  /// What a child of any predicate is to it, if it is a circumstance.
  func circumstance(_ child: Int, of head: Int) -> Clause.Argument? {
    let marker = markers(of: child)
    switch tree.fullRelation(of: child) {
    case "obl", "obl:unmarked", "obl:tmod", "obl:npmod":
      if isRelative(child) || tree.isMeasure(child, of: head) && !takesComplement(head) {
        return nil
      }
      if marker.first.map({ tree.lemmas[$0] == "by" }) == true, subjects.isPassive(head),
        !isMeasureOrTime(child)
      {
        return Clause.Argument(role: .agent, head: child, marker: marker)
      }
      return Clause.Argument(role: .oblique, head: child, marker: marker)
    case "nmod":
      guard tree[head].upos == .verb, !marker.isEmpty else { return nil }
      return Clause.Argument(role: .oblique, head: child, marker: marker)
    case "ccomp", "csubj", "csubj:pass":
      guard tree.relation(of: child) != "csubj" || tree.child(of: head, "expl") != nil else {
        return nil
      }
      return Clause.Argument(
        role: .content, head: child,
        marker: tree.children(of: child, "mark").filter { tree.lemmas[$0] == "that" })
    case "xcomp":
      return Clause.Argument(role: .infinitive, head: child, marker: [])
    case "advcl", "advcl:relcl":
      return Clause.Argument(role: .adverbialClause, head: child, marker: [])
    case "advmod":
      guard
        child > head || tree.children[child].contains(where: { tree.relation(of: $0) == "obl" })
          || isBeforeSubject(child, of: head),
        !["when", "where", "how", "why", "however", "also", "too", "then", "so", "therefore"]
          .contains(tree.forms[child])
      else { return nil }
      return Clause.Argument(role: .adverb, head: child, marker: [])
    default: return nil
    }
  }

  /// The attribute of a copula: a noun, an adjective, or a noun with its preposition.
  func copulaArguments(_ head: Int) -> [Clause.Argument] {
    // "is concerned that it fell": a participle behind a copula is as an adjective.
    let isAdjectival = [.adj, .adv].contains(tree[head].upos) || tree[head].xpos == "VBN"
    if isAdjectival, takesComplement(head) { return [] }
    return [Clause.Argument(role: .attribute, head: head, marker: markers(of: head))]
  }

  /// Whether an adjective goes on with a complement, and so belongs to the predicate.
  func takesComplement(_ head: Int) -> Bool {
    tree.children(of: head, "obl", "xcomp", "ccomp", "advcl").contains { child in
      guard child > head else { return false }
      switch tree.relation(of: child) {
      case "obl": return !markers(of: child).isEmpty
      // "is safe because it is new": a reason completes no adjective, an infinitive does.
      case "advcl":
        return tree.children(of: child, "mark").allSatisfy {
          ["to", "that", "of", "for", "in", "about", "at"].contains(tree.forms[$0])
        } && ["VB", "VBG"].contains(tree[child].xpos)
      default: return true
      }
    }
  }

  /// The preposition in front of a phrase, with what is fixed to it ("according to").
  func markers(of head: Int) -> [Int] {
    var found: [Int] = []
    for child in tree.children(of: head, "case") where child < head {
      guard tree[child].upos != .part else { continue }
      found.append(child)
      found += tree.children(of: child, "fixed")
    }
    return found.sorted()
  }

  /// "cut by an average of a fifth", "restored by the evening", "sent by post": no doer stands there.
  private func isMeasureOrTime(_ token: Int) -> Bool {
    Self.measures.contains(tree.lemmas[token]) || Self.times.contains(tree.lemmas[token])
      || tree[token].upos == .num || tree[token].upos == .sym
      || Self.means.contains(tree.lemmas[token])
        && tree.child(of: token, "det", "nmod:poss", "amod", "nmod") == nil
  }

  /// What something is done by without an article, by nobody.
  private static let means: Set<String> = [
    "accident", "air", "bike", "boat", "bus", "car", "chance", "cheque", "choice", "default",
    "design", "e-mail", "email", "fax", "ferry", "foot", "force", "hand", "helicopter", "land",
    "law", "letter", "mail", "message", "mistake", "name", "phone", "plane", "post", "rail",
    "road", "satellite", "sea", "ship", "telephone", "text", "train", "tram", "truck", "word",
  ]

  private static let measures: Set<String> = [
    "average", "total", "margin", "factor", "quarter", "third", "half", "percent", "percentage",
    "mile",
    "kilometre", "metre", "inch", "vote",
  ]

  private static let times: Set<String> = [
    "morning", "noon", "afternoon", "evening", "night", "midnight", "dawn", "day", "weekend",
    "week",
    "month", "year", "decade", "century", "spring", "summer", "autumn", "winter", "end", "start",
    "deadline", "date", "then", "now", "today", "tomorrow",
  ]

  /// Arguments that a conjunct shares with the first verb: the object after both, and what stands
  /// before the subject.
  func sharedArguments(_ head: Int, having own: [Clause.Argument]) -> [Clause.Argument] {
    let hasObject = own.contains {
      [.object, .content, .attribute, .oblique, .agent, .infinitive].contains($0.role)
    }
    if tree.relation(of: head) == "conj", let first = tree.head(of: head), tree.isClauseHead(first),
      tree.child(of: head, "nsubj") == nil
    {
      var shared = tree.children[first].filter { child in
        tree.relation(of: child) == "obl" && isBeforeSubject(child, of: first)
      }
      if !hasObject, tree.child(of: head, "cop") == nil, !subjects.isPassive(head) {
        shared += tree.children(of: first, "obj").filter { $0 > head }
      }
      return shared.compactMap { argument($0, of: first, in: [first, head]) }
    }
    // "was praised and inspired a novel", "voted and reached a deal": the first takes no object.
    guard !hasObject, tree.child(of: head, "cop") == nil, !subjects.isPassive(head),
      !Self.intransitive.contains(tree.lemmas[head]),
      let last = tree.children(of: head, "conj").last(where: {
        tree[$0].upos == .verb && tree.child(of: $0, "nsubj") == nil
      }),
      last - head <= 3
    else { return [] }
    return tree.children(of: last, "obj").compactMap { argument($0, of: last, in: [head, last]) }
  }

  /// Verbs that seldom take an object, not even one that the next verb has.
  private static let intransitive: Set<String> = [
    "agree", "appear", "arrive", "come", "die", "emerge", "fall", "go", "happen", "laugh", "lie",
    "live", "look", "resign", "rest", "retire", "return", "rise", "sit", "sleep", "smile", "speak",
    "stand", "stay", "talk", "travel", "vote", "wait", "walk", "work",
  ]

  /// Nouns whose bare relative clause tells when, why or how, not what: "the moment it began".
  private static let circumstances: Set<String> = [
    "moment", "time", "day", "night", "week", "month", "year", "minute", "hour", "way", "reason",
    "place", "instant", "season",
  ]

  /// "a merger which they say will go ahead": the gap is in what is said, not beside the verb.
  private func isRaisedGap(_ head: Int) -> Bool {
    SpeechVerbs.force[tree.lemmas[head]] != nil && tree.child(of: head, "ccomp", "xcomp") != nil
  }

  /// The antecedent of a relative clause, in the role of the gap it leaves.
  func gap(
    of head: Int, chain: [Int], having own: [Clause.Argument], subject: SubjectFinder.Subject
  ) -> [Clause.Argument] {
    guard tree.fullRelation(of: head) == "acl:relcl", let noun = tree.head(of: head),
      subject.source == .own, !Self.circumstances.contains(tree.lemmas[noun]),
      !isRaisedGap(head)
    else { return [] }
    for verb in chain {
      for child in tree.children[verb] where isRelative(child) {
        switch tree.relation(of: child) {
        case "obj", "iobj":
          return [Clause.Argument(role: .object, head: noun, marker: [], isAntecedent: true)]
        case "obl":
          return [
            Clause.Argument(
              role: .oblique, head: noun, marker: markers(of: child), isAntecedent: true)
          ]
        default: continue
        }
      }
    }
    let hasRelative = tree.subtree(of: head).contains {
      isRelative($0)
        || ["where", "when", "why"].contains(tree.forms[$0]) && tree.head(of: $0) == head
    }
    // "allegations he was bribed" lacks nothing, "the medal he was awarded" does.
    let isAlleged =
      tree.child(of: head, "aux:pass") != nil
      && ModalWords.nonfactualNouns.contains(tree.lemmas[noun])
    guard !hasRelative, !isAlleged, tree.child(of: head, "cop") == nil,
      !own.contains(where: { [.object, .content, .attribute].contains($0.role) })
    else { return [] }
    return [Clause.Argument(role: .object, head: noun, marker: [], isAntecedent: true)]
  }

  /// Whether a token is a relative pronoun in a relative clause.
  func isRelative(_ token: Int) -> Bool {
    ["WDT", "WP"].contains(tree[token].xpos)
      && tree.ancestors(of: token).contains {
        ["acl:relcl", "advcl:relcl"].contains(tree.fullRelation(of: $0))
      }
  }

  /// Whether a phrase stands before the subject of its clause.
  func isBeforeSubject(_ token: Int, of head: Int) -> Bool {
    guard let subject = tree.child(of: head, "nsubj", "csubj", "expl") else { return false }
    return token < subject
  }
}
