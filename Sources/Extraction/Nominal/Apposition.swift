import Linguistics

extension NominalFacts {
  /// "Xu Li, chief executive officer of SenseTime and another co-founder": the thing is what its
  /// apposition says; a place in a place lies in it ("Wuhan, Hubei").
  func apposition(_ token: Int) -> [Fact] {
    guard tree.relation(of: token) == "appos", let host = tree.head(of: token),
      [.noun, .propn].contains(tree[host].upos), [.noun, .propn].contains(tree[token].upos),
      !isMeasure(token), !isMeasure(host), !isPossessed(token)
    else { return [] }
    guard !isAfterColon(token), !isHyphenated(token), !isRank(token), !goesOn(token) else {
      return []
    }
    let hostKind = tree.name(at: host)
    let ownKind = tree.name(at: token)
    // One name over both is one name: "Megvii Technology Ltd.".
    if let hostKind, hostKind == ownKind { return [] }
    let isOwnName =
      ownKind != nil || tree[token].upos == .propn && tree.child(of: token, "det", "nmod") == nil
    if hostKind?.kind == .place, ownKind?.kind == .place {
      return [
        fact(host, "be in", .phrase(token), at: token, words: [], rule: "nominal/place-in-place")
      ]
    }
    guard !(hostKind != nil && ownKind != nil) else { return [] }
    if isOwnName, hostKind == nil, tree[host].upos == .noun {
      let host = personalHost(
        nearerHost(of: token, kind: ownKind?.kind, host: host), kind: ownKind?.kind)
      guard fits(host, name: token, kind: ownKind?.kind), phrase.isRight(host, before: token) else {
        return []
      }
      return [
        vouched(
          fact(token, "be", .kind(host), at: token, words: [], rule: "nominal/apposition-name"))
      ]
    }
    guard tree[token].upos == .noun || !isOwnName || hostKind != nil else { return [] }
    if isOwnName, hostKind?.kind == .person { return [] }
    guard tree.child(of: token, "case") == nil, !Self.summaries.contains(tree.lemmas[token]) else {
      return []
    }
    let named = nearerName(before: token) ?? lastConjunct(of: host, before: token)
    guard canBe(named, token) else { return [] }
    // "context — site context": of two common nouns the second often only says better what was meant.
    guard isName(named) || isOwnName else { return [] }
    var said = [token] + tree.children(of: token, "conj").filter { tree[$0].upos == .noun }
    // A coordination after the apposition belongs to it: "Xu Li, chief executive and a co-founder".
    // "Xu Li, founder, and chairman Tang Bo": what has a name of its own is another.
    said += tree.children(of: host, "conj").filter {
      $0 > token && tree[$0].upos == .noun && singular(host)
        && !tree.children(of: $0, "appos", "flat", "compound").contains {
          tree.name(at: $0)?.kind == .person
        }
    }
    return said.map {
      vouched(
        fact(
          named, "be", wholeApposition($0) ?? .phrase($0), at: token, words: [],
          rule: "nominal/apposition"))
    }
  }

  /// The nearest of coordinated names: in "Acme and Zenith, a former unit of Nordia" it is Zenith that was one.
  func lastConjunct(of host: Int, before noun: Int) -> Int {
    guard tree[noun].xpos == "NN" else { return host }
    return tree.children(of: host, "conj").last {
      $0 < noun && tree[$0].upos == .propn
        && (tree.name(at: $0) == nil || tree.name(at: $0) != tree.name(at: host))
    } ?? host
  }

  /// Whether a noun set beside a name can say what it is: no kind of another class ("Ann Lee, band Acme and
  /// others" is a list), no noun with a name of its own right behind it, no count ("Acme - 1 seat"), no
  /// discipline in brackets and no title of a work ("Ann Lee (Days of Snow)"), no doing of a person's, and
  /// nothing on the other side of a quotation mark.
  private func canBe(_ name: Int, _ noun: Int) -> Bool {
    let kind = tree.name(at: name)?.kind
    let type = ClassNouns.type(of: tree.lemmas[noun])
    let isRole = Roles.isRole(tree.lemmas[noun])
    let isKnown = isRole || type != nil
    if let type, let kind,
      (kind == .person) != (type == "Person"), !Self.ofAnyone.contains(tree.lemmas[noun])
    {
      return false
    }
    if kind != nil, noun + 1 < tree.count, tree.name(at: noun + 1) != nil,
      tree.child(of: noun, "det") == nil
    {
      return false
    }
    if tree.isQuoted(name) != tree.isQuoted(noun) { return false }
    if kind != nil, !isKnown, isBracketed(noun) || isAbstract(noun) && kind != .organization {
      return false
    }
    if !isKnown, tree.children(of: noun, "nummod").contains(where: { $0 < noun }) { return false }
    guard kind == .person, tree[noun].form.first?.isUppercase == true else { return true }
    return isRole || type == "Person"
  }

  /// Whether two titles beside each other are one whose second part the tree has as another apposition: "Ann Lee,
  /// director general of Acme".
  private func goesOn(_ title: Int) -> Bool {
    title + 1 < tree.count && tree.relation(of: title + 1) == "appos"
      && tree.head(of: title + 1) == tree.head(of: title) && Roles.isTitle(tree.lemmas[title])
      && Roles.isTitle(tree.lemmas[title + 1])
  }

  /// The words of such a title; `nil` for any other apposition.
  private func wholeApposition(_ token: Int) -> Fact.Filler? {
    guard token > 0, goesOn(token - 1) else { return nil }
    return .words([token - 1] + phrase.tokens(token, .conjunct))
  }

  /// Nouns for persons that bodies are called by as well.
  private static let ofAnyone: Set<String> = [
    "owner", "partner", "leader", "member", "customer", "user", "investor", "player", "critic",
  ]

  /// Nouns that sum up the whole clause before them: "…, a move that bars suppliers".
  static let summaries: Set<String> = [
    "move", "decision", "step", "sign", "figure", "rise", "fall", "increase", "drop", "result",
    "fact", "development", "claim", "prospect", "feat", "change", "trend",
  ]

  /// The name right before the comma or dash, if the noun is of its class and the host is no name: in
  /// "peacekeeping in Ivory Coast - a former colony" the colony is the country.
  private func nearerName(before token: Int) -> Int? {
    guard let first = tree.subtree(of: token).first(where: { !tree.isPunctuation($0) }), first > 1,
      tree.isPunctuation(first - 1), let name = tree.name(at: first - 2),
      name.kind.rawValue == ClassNouns.type(of: tree.lemmas[token]),
      tree.head(of: token).map({ tree.name(at: $0) == nil }) == true
    else { return nil }
    return tree.head(of: name)
  }

  /// The noun right before the comma, if it is of the name's class and the host is not: in "a meeting of
  /// his party, the Coalition" it is the party that the name names.
  private func nearerHost(of token: Int, kind: NameSpan.Kind?, host: Int) -> Int {
    let first = tree.subtree(of: token).first ?? token
    guard let kind, first > 1, tree.forms[first - 1] == ",",
      ClassNouns.type(of: tree.lemmas[host]) != kind.rawValue, tree[first - 2].upos == .noun,
      ClassNouns.type(of: tree.lemmas[first - 2]) == kind.rawValue
    else { return host }
    return first - 2
  }

  /// The noun above, if the host is no person and that is one: in "the head of the police, Ada Lund" the
  /// head is the person.
  private func personalHost(_ host: Int, kind: NameSpan.Kind?) -> Int {
    guard kind == .person, !isPersonal(host), tree.relation(of: host) == "nmod",
      let upper = tree.head(of: host), tree[upper].upos == .noun, tree.name(at: upper) == nil,
      isPersonal(upper)
    else { return host }
    return upper
  }

  private func isPersonal(_ noun: Int) -> Bool {
    let lemma = tree.lemmas[noun]
    return Roles.isRole(lemma) || ClassNouns.type(of: lemma) == "Person"
      || ClassNouns.type(of: lemma) == nil
        && ["er", "or", "ist", "man", "woman", "ian", "ant"].contains { lemma.hasSuffix($0) }
  }

  /// Whether a common noun right in front of a name can say what it names; behind a comma any can but what
  /// is known to be of another class than a person.
  private func fits(_ host: Int, name: Int, kind: NameSpan.Kind?) -> Bool {
    if kind == .person, !isPersonal(host), ClassNouns.type(of: tree.lemmas[host]) != nil {
      return false
    }
    if kind == .person, !isPersonal(host), isAbstract(host) { return false }
    // "winning awards Half-Life", "two robots, Ada and Ole": one name is not many things.
    if ["NNS", "NNPS"].contains(tree[host].xpos), !["NNS", "NNPS"].contains(tree[name].xpos),
      tree.child(of: name, "conj") == nil || phrase.isSetOff(name)
    {
      return false
    }
    guard !phrase.isSetOff(name) else { return true }
    if kind == .person { return isPersonal(host) }
    return !isPersonal(host)
      && (ClassNouns.type(of: tree.lemmas[host]) != nil || tree.child(of: host, "case") == nil)
  }

  /// "(28th position)", "- the first leader to do so": a place in a list, or what the whole clause makes of
  /// its subject.
  private func isRank(_ token: Int) -> Bool {
    let ordinal = tree.children(of: token, "amod", "compound", "nummod").contains {
      ["first", "last", "second", "third", "only", "latest"].contains(tree.lemmas[$0])
        || tree[$0].upos == .adj && tree.lemmas[$0].first?.isNumber == true
    }
    if isBracketed(token) { return ordinal }
    return ordinal && tree.children(of: token, "acl", "xcomp").contains { tree[$0].xpos == "VB" }
  }

  private func isBracketed(_ token: Int) -> Bool {
    let first = tree.subtree(of: token).first ?? token
    return ["(", "-lrb-"].contains(tree.forms[first])
      || first > 0 && ["(", "-lrb-"].contains(tree.forms[first - 1])
  }

  /// Whether a noun is made of a verb or an adjective, and names a doing or a quality.
  private func isAbstract(_ noun: Int) -> Bool {
    let lemma = tree.lemmas[noun]
    return ["ance", "ence", "tion", "sion", "ment", "ness", "ity", "ure", "ing", "ism"].contains {
      lemma.hasSuffix($0)
    }
  }

  private func isAfterColon(_ token: Int) -> Bool {
    let first = tree.subtree(of: token).first ?? token
    return first > 0 && tree.forms[first - 1] == ":" || tree.forms[first] == ":"
  }

  /// "Turkey-Iran deal": a hyphen without spaces joins words and sets nothing beside them.
  private func isHyphenated(_ token: Int) -> Bool {
    let first = tree.subtree(of: token).first ?? token
    let hyphen = ["-", "–"].contains(tree.forms[first]) ? first : first - 1
    guard hyphen > 0, ["-", "–"].contains(tree.forms[hyphen]) else { return false }
    return tree[hyphen - 1].bytes.upperBound == tree[hyphen].bytes.lowerBound
  }

  private func isPossessed(_ token: Int) -> Bool {
    tree.children(of: token, "nmod:poss").contains { tree[$0].xpos == "WP$" }
  }

  private func singular(_ host: Int) -> Bool { tree.name(at: host)?.kind == .person }
}
