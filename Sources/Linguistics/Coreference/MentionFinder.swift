import Documents

/// Finds the phrases of one sentence that may refer: names, pronouns, noun phrases.
struct MentionFinder {
  let sentence: Sentence
  /// The sentence's index in the document.
  let index: Int
  let tree: SentenceTree
  /// The quotation that each token stands in.
  let quotations: [Int?]
  /// The lemmas of nouns that the document speaks of more than once, in small letters.
  let topics: Set<String>
  /// The numbers by which the document calls makes.
  let models: ModelNumbers

  init(
    _ sentence: Sentence, index: Int, tree: SentenceTree, quotations: [Int?],
    topics: Set<String> = [], models: ModelNumbers
  ) {
    self.sentence = sentence
    self.index = index
    self.tree = tree
    self.quotations = quotations
    self.topics = topics
    self.models = models
  }

  /// The mentions in order of their first token, longer ones first.
  func mentions() -> [MentionCandidate] {
    var taken = Set<Int>()
    var found: [MentionCandidate] = []
    for name in sentence.names where name.tokens.contains(where: isCapitalised) {
      let tokens = extended(withoutTitle(name.tokens))
      let head = tree.head(of: tokens)
      found.append(self.name(tokens, head, name.kind))
      // "Acme CEO Ann Lee": the office is a phrase beside the name.
      taken.formUnion(name.tokens.filter { tokens.contains($0) || !isOffice($0) })
      taken.formUnion(tokens)
    }
    for i in sentence.tokens.indices where !taken.contains(i) {
      let token = sentence.tokens[i]
      switch token.upos {
      case .pron, .det:
        if let mention = pronoun(at: i) ?? demonstrative(at: i) { found.append(mention) }
      case .propn:
        if let mention = unknownName(at: i, &taken) ?? nominal(at: i) { found.append(mention) }
      case .noun:
        if isWrittenAsName(i), !isOffice(i) {
          if let mention = unknownName(at: i, &taken) { found.append(mention) }
          continue
        }
        if let mention = nominal(at: i) { found.append(mention) }
      case .num:
        if isModel(i), let mention = unknownName(at: i, &taken) {
          found.append(mention)
        } else if isPhraseHead(i) {
          found.append(nominal(at: i, isBackground: true))
        }
      default: continue
      }
    }
    return found.filter { !sentence.isDegree($0.head) }.sorted {
      ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
    }
  }

  // MARK: - Names

  /// A name's tokens without titles before it and stray marks behind it.
  private func withoutTitle(_ tokens: Range<Int>) -> Range<Int> {
    var low = tokens.lowerBound
    var high = tokens.upperBound
    while low + 1 < high, Gender.allTitles.contains(bare(low)), sentence.tokens[low].upos != .adp {
      low += 1
    }
    while low + 1 < high,
      ["'", "’", ",", "."].contains(sentence.tokens[high - 1].form)
    {
      high -= 1
    }
    if low + 1 < high, sentence.tokens[low].form.lowercased() == "the" { low += 1 }
    return low..<high
  }

  /// A name with the words that the tagger left out: its other parts in the tree, and a legal form.
  private func extended(_ tokens: Range<Int>) -> Range<Int> {
    var high = tokens.upperBound
    while high < sentence.tokens.count, sentence.tokens[high].upos == .propn,
      !sentence.names.contains(where: { $0.tokens.contains(high) })
    {
      let next = sentence.tokens[high]
      let isPart = next.relation.universal == "flat" && tokens.contains(next.head)
      guard isPart || high < sentence.tokens.count && NameComparison.legalForms.contains(bare(high))
      else { break }
      high += 1
    }
    return tokens.lowerBound..<high
  }

  private func isCapitalised(_ index: Int) -> Bool {
    sentence.tokens[index].form.contains { $0.isUppercase || $0.isNumber || !$0.isASCII }
  }

  private func bare(_ index: Int) -> String {
    NameSpelling.bare(sentence.tokens[index].form)
  }

  private func name(
    _ tokens: Range<Int>, _ head: Int, _ kind: NameSpan.Kind?
  ) -> MentionCandidate {
    let words = tokens.map { sentence.tokens[$0].form.lowercased() }
    let isPlural = kind == nil && sentence.tokens[head].xpos == "NNPS"
    return candidate(
      tokens, head, .name, nameKind: kind,
      number: isPlural ? .plural : kind == .organization ? .either : .singular,
      gender: kind == .person ? gender(of: tokens) : nil, definiteness: .definite,
      nameWords: words,
      isSurname: tokens.lowerBound > 0
        && Gender.surnameTitles.contains(bare(tokens.lowerBound - 1)))
  }

  /// A person's gender by a title before the name or by the first name.
  private func gender(of tokens: Range<Int>) -> Gender? {
    var i = tokens.lowerBound - 1
    while i >= 0, i > tokens.lowerBound - 4 {
      if let gender = Gender.titles[bare(i)] { return gender }
      let lemma = sentence.tokens[i].lemma.lowercased()
      if NounClasses.male.contains(lemma) { return .male }
      if NounClasses.female.contains(lemma) { return .female }
      guard sentence.tokens[i].upos == .propn || sentence.tokens[i].upos == .noun else { break }
      i -= 1
    }
    guard tokens.count > 1 else { return nil }
    return Gender.ofFirstName(bare(tokens.lowerBound))
  }

  /// A proper noun that the name tagger left: a product, a law.
  private func unknownName(at index: Int, _ taken: inout Set<Int>) -> MentionCandidate? {
    let token = sentence.tokens[index]
    guard !isDate(index), !Gender.allTitles.contains(bare(index)), !isOffice(index) else {
      return nil
    }
    switch token.relation.universal {
    case "goeswith", "fixed", "case", "det": return nil
    case "compound", "flat": if !isModel(index), !isBeforeSort(index) { return nil }
    default: break
    }
    var low = index
    var high = index
    while low > 0, !taken.contains(low - 1),
      sentence.tokens[low - 1].upos == .propn && !isDate(low - 1) || isModel(low - 1),
      tree.dominates(index, low - 1)
    {
      low -= 1
    }
    while high + 1 < sentence.tokens.count, !taken.contains(high + 1),
      sentence.tokens[high + 1].upos == .propn && !isDate(high + 1)
        || isVersion(high + 1, of: low...high),
      tree.dominates(index, high + 1) || isGlued(high + 1)
        || isModel(index) && sentence.tokens[index].head == high + 1
    {
      high += 1
    }
    taken.formUnion(low...high)
    return name(low..<high + 1, tree.head(of: low..<high + 1), nil)
  }

  /// Whether a noun is written as a name: with a capital inside a sentence, or with one inside.
  private func isWrittenAsName(_ index: Int) -> Bool {
    let form = sentence.tokens[index].form.utf8
    guard let first = form.first, form.count > 2 else { return false }
    if NameSpelling.isDesignation(sentence.tokens[index].form) || isModel(index) { return true }
    let capitals = form.filter { SentenceStarters.isCapital($0) }.count
    if capitals == form.count { return false }
    let hasInner = capitals > (SentenceStarters.isCapital(first) ? 1 : 0)
    return hasInner
      || SentenceStarters.isCapital(first) && index > 0
        && sentence.tokens[index - 1].upos != .punct && sentence.tokens[index].xpos == "NN"
        && sentence.block != .heading
  }

  private func isDate(_ index: Int) -> Bool {
    let word = sentence.tokens[index].form.lowercased()
    return TimeLexicon.months[word] != nil || TimeLexicon.weekdays[word] != nil
      || TimeLexicon.weekdayPlurals[word] != nil
  }

  // MARK: - Pronouns

  private func pronoun(at index: Int) -> MentionCandidate? {
    let token = sentence.tokens[index]
    let form = token.form.lowercased()
    guard let pronoun = Pronoun(form), token.relation.universal != "expl" else { return nil }
    if form == "it", isEmptyIt(index) { return nil }
    return candidate(
      index..<index + 1, index, .pronoun,
      nameKind: pronoun.isAnimate == true && pronoun.person == .third ? .person : nil,
      number: pronoun.isPlural ? .plural : .singular, gender: pronoun.gender,
      definiteness: .definite, pronoun: pronoun)
  }

  /// Whether "it" stands for nothing: "it is clear that", "it seems", "it rained".
  private func isEmptyIt(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    guard token.relation.universal == "nsubj", sentence.tokens.indices.contains(token.head) else {
      return false
    }
    let predicate = sentence.tokens[token.head]
    let hasClause = !tree.children(token.head, ["ccomp", "xcomp", "csubj"]).isEmpty
    if EmptySubjects.weather.contains(predicate.lemma) { return true }
    if EmptySubjects.verbs.contains(predicate.lemma), hasClause { return true }
    // "It is said that …"
    if token.relation.full == "nsubj:pass" {
      return EmptySubjects.reports.contains(predicate.lemma)
        && !tree.children(token.head, ["ccomp", "csubj"]).isEmpty
    }
    guard !tree.children(token.head, ["cop"]).isEmpty else { return false }
    if predicate.upos == .adj {
      return EmptySubjects.judgements.contains(predicate.lemma)
        || hasClause && !EmptySubjects.control.contains(predicate.lemma)
    }
    return EmptySubjects.hours.contains(predicate.lemma)
      || !tree.children(token.head, ["csubj"]).isEmpty
  }

  // MARK: - Noun phrases

  private func nominal(at index: Int) -> MentionCandidate? {
    let token = sentence.tokens[index]
    let lemma = token.lemma.lowercased()
    guard isPhraseHead(index) else {
      // The iodine of "iodine deficiency", where the text speaks of iodine elsewhere.
      guard token.upos == .noun, token.relation.universal == "compound", topics.contains(lemma)
      else { return nil }
      return nominal(at: index, isBackground: true)
    }
    // A name in apposition or flat beside the noun is the mention: "the research firm IDC".
    if tree.children(index, ["flat"]).contains(where: { isInName($0) }) { return nil }
    return nominal(at: index, isBackground: isBackground(index))
  }

  /// Whether a token heads a noun phrase that is no part of a name.
  private func isPhraseHead(_ index: Int) -> Bool {
    Self.nounRelations.contains(sentence.tokens[index].relation.universal)
  }

  /// Whether nothing is likely to refer back to a noun phrase: a time, an unmodified idea.
  private func isBackground(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    let lemma = token.lemma.lowercased()
    if token.upos == .propn && !isOffice(index)
      || !Self.linkedRelations.contains(token.relation.universal)
    {
      return true
    }
    if TimeLexicon.units[lemma] != nil || TimeLexicon.parts[lemma] != nil { return true }
    // "whose founder" belongs to a relative clause.
    if tree.children[index].contains(where: { sentence.tokens[$0].xpos == "WP$" }) { return true }
    return NounClasses.kind(of: lemma) == nil && definiteness(of: index) == .bare
      && !NounClasses.parties.contains(lemma)
  }

  private func nominal(at index: Int, isBackground: Bool) -> MentionCandidate {
    let token = sentence.tokens[index]
    let lemma = token.lemma.lowercased()
    let isPlural = token.xpos == "NNS" || token.xpos == "NNPS"
    let gender: Gender? =
      NounClasses.male.contains(lemma)
      ? .male : NounClasses.female.contains(lemma) ? .female : nil
    return candidate(
      tree.phrase(of: index), index, .nominal, nameKind: NounClasses.kind(of: lemma),
      number: isPlural ? .plural : NounClasses.collectives.contains(lemma) ? .either : .singular,
      gender: gender, definiteness: definiteness(of: index), isBackground: isBackground)
  }

  /// A pronoun that points at what was said, or at nobody in particular: "this", "something".
  private func demonstrative(at index: Int) -> MentionCandidate? {
    let token = sentence.tokens[index]
    guard token.relation.universal != "expl", token.upos == .pron || isPhraseHead(index),
      token.upos == .det || Self.demonstratives.contains(token.form.lowercased())
    else { return nil }
    return nominal(at: index, isBackground: true)
  }

  private static let demonstratives: Set<String> = [
    "this", "these", "those", "something", "someone", "somebody", "everything", "everyone",
    "everybody", "anything", "anyone", "anybody", "nothing", "nobody", "one", "each",
  ]

  /// The relations of nouns that later words may take up.
  private static let linkedRelations: Set<String> = [
    "nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "root", "dislocated", "vocative",
    "ccomp", "parataxis", "csubj", "xcomp",
  ]

  private static let nounRelations = linkedRelations.union([
    "list", "dep", "advcl", "acl", "orphan", "reparandum",
  ])

  private func isInName(_ token: Int) -> Bool {
    sentence.names.contains { $0.tokens.contains(token) }
  }

  func definiteness(of head: Int) -> MentionCandidate.Definiteness {
    for child in tree.children[head] {
      let token = sentence.tokens[child]
      let form = token.form.lowercased()
      if token.relation.full == "nmod:poss" || token.xpos == "PRP$" { return .definite }
      guard token.relation.universal == "det" else { continue }
      if ["the", "this", "that", "these", "those", "both"].contains(form) { return .definite }
      return .indefinite
    }
    return .bare
  }

  // MARK: - Shared

  private func candidate(
    _ tokens: Range<Int>, _ head: Int, _ kind: CoreferenceChain.Mention.Kind,
    nameKind: NameSpan.Kind?, number: MentionCandidate.Number, gender: Gender?,
    definiteness: MentionCandidate.Definiteness, pronoun: Pronoun? = nil, nameWords: [String] = [],
    isSurname: Bool = false, isBackground: Bool = false
  ) -> MentionCandidate {
    let token = sentence.tokens[head]
    var modifiers = Set<String>()
    for child in tree.children[head]
    where child < head || sentence.tokens[child].relation.universal == "nmod" {
      let modifier = sentence.tokens[child]
      guard ["amod", "compound", "nmod", "nummod"].contains(modifier.relation.universal) else {
        continue
      }
      if modifier.upos != .pron { modifiers.insert(modifier.lemma.lowercased()) }
    }
    return MentionCandidate(
      sentence: index, tokens: tokens, extent: extent(of: tokens, head, kind), head: head,
      kind: kind,
      nameKind: nameKind, number: number,
      gender: gender, definiteness: definiteness, role: role(of: head), pronoun: pronoun,
      nameWords: nameWords, isSurname: isSurname, headLemma: token.lemma.lowercased(),
      modifiers: modifiers,
      quotation: quotations[head],
      appositionTo: isBesideName(head) ? token.head : nil,
      isCoordinated: !tree.children(head, ["conj"]).isEmpty || token.relation.universal == "conj",
      isBackground: isBackground)
  }

  /// The whole phrase around the words that name or describe the thing.
  private func extent(
    of tokens: Range<Int>, _ head: Int, _ kind: CoreferenceChain.Mention.Kind
  ) -> Range<Int> {
    guard kind != .pronoun else { return tokens }
    let whole = tree.extent(of: head)
    return min(whole.lowerBound, tokens.lowerBound)..<max(whole.upperBound, tokens.upperBound)
  }

  /// Whether a phrase is an apposition, or describes the name after it: "chancellor Ann Lee".
  func isBesideName(_ head: Int) -> Bool {
    let relation = sentence.tokens[head].relation
    return relation.universal == "appos" || relation.full == "nmod:desc"
  }

  private func role(of head: Int) -> MentionCandidate.Role {
    var i = head
    for _ in 0..<4 {
      let token = sentence.tokens[i]
      switch token.relation.universal {
      case "nsubj", "csubj": return .subject
      case "obj", "iobj": return .object
      case "obl": return .oblique
      case "conj", "appos", "flat":
        guard sentence.tokens.indices.contains(token.head) else { return .oblique }
        i = token.head
      case "root": return .object
      default: return .modifier
      }
    }
    return .modifier
  }
}
