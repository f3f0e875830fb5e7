import Documents
import GraphModel
import Linguistics
import Schema

extension ClaimBuilder {
  /// Adds the claim of a typed relation, with the context of the clause it stands in.
  mutating func add(_ match: TypedMatch, schema: Schema) {
    guard analysis.trees.indices.contains(match.sentence) else { return }
    let tree = analysis.trees[match.sentence]
    var context = analysis.context(ofHead: match.head, in: match.sentence)
    if match.isPresupposed {
      context = context.presupposed
      if !tree.isQuoted(match.head), case .thing(_, let head) = match.subject,
        tree.name(at: head) != nil
      {
        context = ClauseContext()
      }
    }
    let names = match.adjectives
    guard case .thing(_, let subjectHead) = match.subject, !isStray(subjectHead, in: tree),
      let subject = thing(subjectHead, named: names[subjectHead], in: tree, context: context),
      let object = participant(
        match.object, head: match.head, names: names, in: tree, context: context)
    else { return }
    if case .mention(let index) = object, isSame(index, subject) { return }
    if context.isAsserted,
      [match.subject, match.object].contains(where: { isTentative($0, in: tree) })
    {
      return
    }
    if context.isAsserted, isUnknownSpeaker(subject, in: tree, at: subjectHead) { return }
    // In a headline a comma may stand for "and".
    if match.rule == "located/beside", tree.sentence.block == .heading { return }
    if context.isAsserted,
      !tellsEnough(.mention(subject), beside: object)
        || !tellsEnough(object, beside: .mention(subject))
    {
      return
    }
    // "minister German Lund": a first name that reads as a nation's.
    if names.keys.contains(where: { isFirstName($0, in: tree) }) { return }
    // "more Welsh members": many of whom nobody is named.
    if context.isAsserted, !names.isEmpty, table.mentions[subject].kind == .nominal,
      table.mentions[subject].number == .plural
    {
      return
    }
    if context.isAsserted, table.isCut(subject) || isCut(object) { return }
    if context.isAsserted,
      SaidWords(match, in: tree)?.isUnsure(of: table.mentions[subject], table) == true
    {
      return
    }
    if match.words.contains(where: { isInLaw($0, in: tree) }) { return }
    let details = match.details.compactMap { detail in
      participant(detail.argument, head: match.head, names: names, in: tree, context: context).map {
        Claim.Detail(role: detail.role, participant: $0, text: words(of: detail.argument, in: tree))
      }
    }
    let label = schema.relation(named: match.relation)?.label ?? match.relation
    append(
      Draft(
        subject: subject, predicate: Predicate(relation: match.relation, label: label),
        words: match.words, object: object, details: details,
        confidence: confidence(of: match, subject: subject, object: object, in: tree),
        rule: match.rule),
      context: context, in: tree)
  }

  private func isFirstName(_ adjective: Int, in tree: SentenceTree) -> Bool {
    guard adjective > 0, adjective + 1 < tree.count else { return false }
    return Roles.isTitle(tree.lemmas[adjective - 1])
      && tree.name(at: adjective + 1)?.kind == .person
  }

  private func isCut(_ participant: Participant) -> Bool {
    guard case .mention(let index) = participant else { return false }
    return table.isCut(index)
  }

  /// Whether a mention is "I" or "you" outside of quoted speech, so that nobody can tell who it is.
  private func isUnknownSpeaker(_ index: Int, in tree: SentenceTree, at token: Int) -> Bool {
    let form = tree.forms[token]
    return !isLinked(index) && (form == "you" || Self.ownPronouns.contains(form))
  }

  /// "son-in-law": no son.
  private func isInLaw(_ token: Int, in tree: SentenceTree) -> Bool {
    token + 2 < tree.count && tree.forms[token + 1] == "-" && tree.forms[token + 2] == "in"
  }

  /// Whether an argument is a pronoun whose antecedent is unsure.
  private func isTentative(_ argument: TypedMatch.Argument, in tree: SentenceTree) -> Bool {
    guard case .thing(_, let head) = argument else { return false }
    return table.isTentative(TokenAddress(sentence: tree.index, token: head))
  }

  /// How likely a match is right, by its pattern, its words and its sentence.
  private func confidence(
    of match: TypedMatch, subject: Int, object: Participant, in tree: SentenceTree
  ) -> Double {
    let first = table.mentions[subject]
    var trust = match.confidence
    if !isLinked(subject) { trust *= Self.trustInUnlinked }
    var isPronounObject = false
    let place: TextSpan
    switch object {
    case .mention(let index):
      place = table.mentions[index].span
      isPronounObject = table.mentions[index].kind == .pronoun
      if !isLinked(index) { trust *= Self.trustInUnlinked }
    case .value(_, let span): place = span
    }
    let sentence = analysis.text.quote(sentence: tree)?.span
    return TypedConfidence(
      trust: trust, rule: match.rule,
      gap: max(first.span.start, place.start) - min(first.span.end, place.end),
      length: sentence.map { $0.end - $0.start } ?? 0,
      isPronounSubject: first.kind == .pronoun, isPronounObject: isPronounObject
    ).value
  }

  /// How far a relation is trusted whose pronoun refers to nothing that the document names.
  private static let trustInUnlinked = 0.8

  /// The mention of a thing of a relation.
  ///
  /// Unlike an open claim, a relation says enough of a person to stand with a pronoun that refers
  /// to no one named: "She is chief executive of Acme."
  private mutating func thing(
    _ head: Int, named name: String?, in tree: SentenceTree, context: ClauseContext
  ) -> Int? {
    let address = TokenAddress(sentence: tree.index, token: head)
    if let name { return table.mention(address, standingFor: name) }
    if let index = mention(headedBy: head, in: tree, context: context) { return index }
    return Self.personalPronouns.contains(tree.forms[head]) ? table.mention(address) : nil
  }

  /// Whether a side refers to something, or the other is a name, a date or an amount: "He said so"
  /// tells nothing of anyone.
  private func tellsEnough(_ side: Participant, beside other: Participant) -> Bool {
    guard case .mention(let index) = side, !isLinked(index) else { return true }
    switch other {
    case .mention(let beside):
      let mention = table.mentions[beside]
      return mention.kind == .name || namedChains.contains(mention.chain)
    case .value(let literal, _): return literal.datatype != XSD.string
    }
  }

  private static let personalPronouns: Set<String> = [
    "he", "him", "his", "she", "her", "i", "me", "my", "we", "us", "our", "it", "its", "they",
    "them", "their",
  ]

  private mutating func participant(
    _ argument: TypedMatch.Argument, head: Int, names: [Int: String], in tree: SentenceTree,
    context: ClauseContext
  ) -> Participant? {
    switch argument {
    case .thing(_, let head):
      return thing(head, named: names[head], in: tree, context: context).map { .mention($0) }
    case .amount(let index):
      let amounts = analysis.document.amounts
      return amounts.indices.contains(index) ? analysis.value(of: amounts[index]) : nil
    case .time(let index):
      let times = analysis.document.times
      guard times.indices.contains(index),
        let quote = analysis.text.quote(times[index].tokens, in: tree)
      else {
        return nil
      }
      return .value(Literal(time: times[index].value, text: quote.text), span: quote.span)
    case .text(let tokens, _):
      let inner = quotation(around: tokens, besides: head, in: tree) ?? inner(tokens, in: tree)
      guard let first = inner.first, let last = inner.last,
        tree[first].xpos != "WP$", tree.forms[first] != "which",
        let quote = analysis.text.quote(first..<last + 1, in: tree)
      else { return nil }
      let words = analysis.text.words(inner, in: tree)
      return .value(Literal(value: words, datatype: XSD.string, text: quote.text), span: quote.span)
    }
  }

  /// All of the sentence's only quotation, of which words are a part, if the verb stands outside.
  private func quotation(around tokens: Range<Int>, besides head: Int, in tree: SentenceTree)
    -> [Int]?
  {
    guard let quotation = tree.onlyQuotation, quotation.lowerBound <= tokens.lowerBound,
      tokens.upperBound <= quotation.upperBound + 1, !quotation.contains(head)
    else { return nil }
    return inner(quotation, in: tree)
  }

  private func words(of argument: TypedMatch.Argument, in tree: SentenceTree) -> String {
    let tokens: Range<Int> =
      switch argument {
      case .thing(let tokens, _), .text(let tokens, _): tokens
      case .amount(let index): analysis.document.amounts[index].tokens
      case .time(let index): analysis.document.times[index].tokens
      }
    return analysis.text.words(inner(tokens, in: tree), in: tree)
  }

  /// The tokens of a range without punctuation at its ends, with what a hyphen without spaces joins to the
  /// first: "Secretary" before "-General".
  private func inner(_ tokens: Range<Int>, in tree: SentenceTree) -> [Int] {
    let phrase = NounPhrase(tree: tree)
    let tokens = tokens.clamped(to: 0..<tree.count)
    let first = tokens.lowerBound
    let start = tree.sentence.tokens.isJoint(first - 1) ? first - 2 : first
    return phrase.trimmed(Array(start..<tokens.upperBound))
  }

  /// Whether a conjunct is one by the tree alone: the tail of a name ("Pte."), or what is joined to
  /// the apposition before it ("Xu Li, chief executive and a founder").
  private func isStray(_ token: Int, in tree: SentenceTree) -> Bool {
    guard tree.relation(of: token) == "conj", let first = tree.head(of: token) else { return false }
    if tree.isNameTail(token) { return true }
    return tree.children(of: first, "appos").contains {
      $0 < token && NounPhrase(tree: tree).isSetOff($0)
    }
  }
}

extension Literal {
  /// A date at its own precision, or the words of a time without a value.
  init(time value: String?, text: String) {
    let range = value.flatMap(TimeRange.init)
    let point = range.flatMap { $0.start == $0.end ? $0.start : nil }
    let datatype: IRI? =
      switch point?.utf8.count {
      case 4: XSD.gYear
      case 7: XSD.gYearMonth
      case 10: XSD.date
      default: nil
      }
    if let point, let datatype {
      self.init(value: point, datatype: datatype, text: text)
    } else {
      self.init(value: text, datatype: XSD.string, text: text)
    }
  }
}
