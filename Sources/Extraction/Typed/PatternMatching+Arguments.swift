import Linguistics

extension PatternMatching {
  /// A token as an argument of some classes, and how far its class can be trusted.
  struct ClassedArgument {
    var token: Int
    var argument: TypedMatch.Argument
    var trust: Double
  }

  /// The thing or value at a token, if it belongs to one of the classes wanted.
  func argument(at token: Int, wanted: PatternLexicon.ClassSet, orUnknown: Bool)
    -> ClassedArgument?
  {
    if let value = value(at: token, wanted: wanted) { return value }
    var token = view.unit(token)
    guard view.amounts[token] < 0, view.times[token] < 0 else { return nil }
    // "his company, SenseTime": the name says more than the noun.
    // What is said of "a chemist who …" in "Ada is a chemist who …" is said of Ada.
    var classes = view.classes[token]
    if !view.isName(token), let name = view.nameBeside(token), view.classes[name] & wanted != 0 {
      token = name
      classes = view.classes[token]
    } else if let bearer = view.bearer(of: token) {
      token = bearer
      classes |= view.classes[token]
    }
    let entry = view.sentence.tokens[token]
    if classes & wanted != 0 {
      let trust =
        view.isName(token) ? 1 : entry.upos == .pron ? 0.85 : view.chains[token] >= 0 ? 0.92 : 0.9
      return ClassedArgument(token: token, argument: thing(token), trust: trust)
    }
    if orUnknown, classes == 0, lexicon.nameEndings[entry.form] == nil,
      entry.upos == .propn || Self.neuterPronouns.contains(entry.form.lowercased())
    {
      return ClassedArgument(token: token, argument: thing(token), trust: 0.75)
    }
    return nil
  }

  private static let neuterPronouns: Set<String> = ["it", "its"]

  // MARK: Values

  private func value(at token: Int, wanted: PatternLexicon.ClassSet) -> ClassedArgument? {
    func wants(_ name: String) -> Bool { wanted & (lexicon.classBits[name] ?? 0) != 0 }
    if wants("Date"), view.times[token] >= 0 {
      return ClassedArgument(token: token, argument: .time(view.times[token]), trust: 1)
    }
    if wants("Money") || wants("Percent") || wants("Quantity") || wants("Number"),
      let amount = amountNear(token), let kind = kind(ofAmount: amount), wants(kind)
    {
      return ClassedArgument(token: token, argument: .amount(amount), trust: 1)
    }
    // "which X denied" says nothing by itself.
    let isRelative = anchor >= 0 && view.fullRelation(of: anchor) == "acl:relcl"
    if wants("Text"), !(isRelative && isWithin(anchor, token)) {
      return ClassedArgument(token: token, argument: clauseText(token), trust: 1)
    }
    return nil
  }

  /// The amount that a token is part of, or that counts it: "5,000 people", "a total of $5".
  private func amountNear(_ token: Int) -> Int? {
    if view.amounts[token] >= 0 { return view.amounts[token] }
    for child in view.children[token] where view.amounts[child] >= 0 {
      switch view.relation(of: child) {
      case "nummod", "compound", "amod": return view.amounts[child]
      case "nmod":
        let lemma = view.sentence.tokens[token].lemma
        if ["total", "sum", "amount", "record", "average"].contains(lemma) {
          return view.amounts[child]
        }
      default: break
      }
    }
    return nil
  }

  private func kind(ofAmount number: Int) -> String? {
    guard let unit = units[number] else { return nil }
    switch unit {
    case "": return "Number"
    case "percent": return "Percent"
    default:
      let isCurrency = unit.utf8.count == 3 && unit.utf8.allSatisfy { (65...90).contains($0) }
      return isCurrency ? "Money" : "Quantity"
    }
  }

  // MARK: Words

  /// The words of a thing: the name, or the noun with what stands before it.
  private func thing(_ token: Int) -> TypedMatch.Argument {
    if view.isName(token) {
      let number = view.nameOf[token]
      return .thing(
        tokens: view.sentence.names[number].tokens, head: view.innerNameHeads[number])
    }
    return .thing(tokens: start(of: token)..<token + 1, head: token)
  }

  func phrase(_ token: Int) -> BoundArgument {
    let token = view.unit(token)
    if view.amounts[token] >= 0 {
      return BoundArgument(token: token, argument: .amount(view.amounts[token]))
    }
    if view.times[token] >= 0 {
      return BoundArgument(token: token, argument: .time(view.times[token]))
    }
    if view.isVerb(token) {
      return BoundArgument(token: token, argument: clauseText(token))
    }
    return BoundArgument(token: token, argument: thing(token))
  }

  /// A title or trade in full: "chief financial officer", without article, owner or names.
  func title(from token: Int) -> BoundArgument {
    if view.isName(token) {
      let tokens = view.sentence.names[view.nameOf[token]].tokens
      return BoundArgument(token: token, argument: .text(tokens: tokens, head: token))
    }
    var start = token - max(view.nounLengths[token], 1) + 1
    var next = start - 1
    while next >= 0, !view.isName(next) {
      if isHyphen(next), next > 0, !view.isName(next - 1) {
        next -= 1
        continue
      }
      guard narrows(next, token) else { break }
      start = next
      next -= 1
    }
    return BoundArgument(
      token: token, argument: .text(tokens: start..<token + 1, head: token))
  }

  /// Whether a token stands within a title as "chief" and "financial" do, and not before it as
  /// articles, possessors and "another" do.
  private func narrows(_ token: Int, _ title: Int) -> Bool {
    guard isWithin(token, title), token < title else { return false }
    switch view.fullRelation(of: token) {
    case "amod", "compound", "nmod", "nmod:unmarked", "punct":
      break
    default: return false
    }
    let entry = view.sentence.tokens[token]
    return entry.upos != .punct && entry.upos != .num && entry.upos != .det
      && entry.upos != .propn && view.adjectives[token] == nil
      && !entry.form.contains { $0.isNumber }
  }

  private func isHyphen(_ token: Int) -> Bool { view.sentence.tokens[token].form == "-" }

  /// The first token of the unbroken run of modifiers that ends in a noun.
  private func start(of token: Int) -> Int {
    var start = token
    while start > 0, isWithin(start - 1, token),
      view.relation(of: start - 1) != "case" || view.head(of: start - 1) != token
    {
      start -= 1
    }
    return start
  }

  /// The words of a clause or phrase: from its first token to its last, without marks at the ends.
  private func clauseText(_ token: Int) -> TypedMatch.Argument {
    var lower = token
    var upper = token
    // "claims denied by X": the clause that says so is no part of what is denied.
    let isModified = anchor >= 0 && anchor != token && isWithin(anchor, token)
    for other in 0..<view.count where isWithin(other, token) {
      if isModified, isWithin(other, anchor) { continue }
      lower = min(lower, other)
      upper = max(upper, other)
    }
    while lower < token, isEdge(lower, of: token) { lower += 1 }
    while upper > token, view.sentence.tokens[upper].upos == .punct { upper -= 1 }
    return .text(tokens: lower..<upper + 1, head: token)
  }

  private func isEdge(_ token: Int, of head: Int) -> Bool {
    if view.sentence.tokens[token].upos == .punct { return true }
    let relation = view.relation(of: token)
    return (relation == "mark" || relation == "case") && view.head(of: token) == head
  }

  private func isWithin(_ token: Int, _ ancestor: Int) -> Bool {
    var current = token
    var steps = 0
    while current >= 0, steps <= view.count {
      if current == ancestor { return true }
      current = view.head(of: current)
      steps += 1
    }
    return false
  }
}
