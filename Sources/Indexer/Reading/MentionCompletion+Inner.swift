import Documents
import Extraction
import GraphModel
import Linguistics

extension MentionCompletion {
  /// What refers inside of phrases, beside what was extracted: relative pronouns, which refer to what they
  /// follow, and runs of proper nouns that are no mention of their own ("Toyota" in "Toyota dealer").
  func innerMentions(beside extraction: ExtractedDocument) -> [Mention] {
    var found: [Mention] = []
    var inSentence: [Int: [Int]] = [:]
    for (number, mention) in extraction.mentions.enumerated() {
      inSentence[mention.sentence, default: []].append(number)
    }
    var nextChain =
      max(annotated.chains.count, (extraction.mentions.map(\.chain).max() ?? -1) + 1)
    for (number, sentence) in annotated.sentences.enumerated() {
      let known = (inSentence[number] ?? []).map { extraction.mentions[$0] }
      for index in sentence.tokens.indices {
        guard let antecedent = sentence.antecedent(ofRelative: index),
          let chain = chain(ofHead: antecedent, in: sentence, among: known),
          let pronoun = inner(
            index..<index + 1, in: sentence, number: number, kind: .pronoun, chain: chain)
        else { continue }
        found.append(pronoun)
      }
      for run in sentence.properRuns {
        let isKnown = known.contains { mention in
          run.contains { isHead($0, of: mention, in: sentence) }
        }
        guard !isKnown,
          let name = inner(run, in: sentence, number: number, kind: .name, chain: nextChain)
        else { continue }
        nextChain += 1
        found.append(name)
      }
    }
    return found
  }

  private func inner(
    _ tokens: Range<Int>, in sentence: Sentence, number: Int, kind: Mention.Kind, chain: Int
  ) -> Mention? {
    guard let bytes = Self.bytes(of: tokens, in: sentence), let span = place(bytes) else {
      return nil
    }
    let text = annotated.document.string(bytes)
    let head = sentence.tokens[tokens.upperBound - 1]
    return Mention(
      sentence: number, span: span, text: text, core: text, headLemma: head.lemma.lowercased(),
      kind: kind, type: nil, number: kind == .name ? Mention.Number(head) : .unknown,
      gender: .unknown, isDefinite: false, chain: chain)
  }

  /// The chain of the shortest mention that a token heads.
  private func chain(ofHead token: Int, in sentence: Sentence, among known: [Mention]) -> Int? {
    known.filter { isHead(token, of: $0, in: sentence) }
      .min { ($0.span.end - $0.span.start) < ($1.span.end - $1.span.start) }?.chain
  }

  /// Whether a mention holds a token and the head's lemma is the token's.
  private func isHead(_ token: Int, of mention: Mention, in sentence: Sentence) -> Bool {
    guard let span = place(sentence.tokens[token].bytes) else { return false }
    return mention.span.start <= span.start && span.end <= mention.span.end
      && mention.headLemma == sentence.tokens[token].lemma.lowercased()
  }
}

extension Sentence {
  /// The noun that a relative pronoun refers to: the one that its clause modifies.
  fileprivate func antecedent(ofRelative index: Int) -> Int? {
    let token = tokens[index]
    guard ["WP", "WDT", "WP$"].contains(token.xpos) || token.form.lowercased() == "where" else {
      return nil
    }
    var clause = token.head
    for _ in 0..<4 {
      guard tokens.indices.contains(clause) else { return nil }
      if tokens[clause].relation.full == "acl:relcl" {
        return tokens.indices.contains(tokens[clause].head) ? tokens[clause].head : nil
      }
      clause = tokens[clause].head
    }
    return nil
  }

  /// The longest runs of proper nouns and what is written as one, with the numbers of versions that end them: "Orion 4"
  /// in "Orion 4 owners".
  fileprivate var properRuns: [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while index < tokens.count {
      guard isProper(index) else {
        index += 1
        continue
      }
      let start = index
      while index < tokens.count, isProper(index) { index += 1 }
      if index < tokens.count, isVersion(index, of: start..<index) {
        index += 1
        if index < tokens.count, tokens[index].upos == .propn,
          tokens[index].bytes.lowerBound == tokens[index - 1].bytes.upperBound
        {
          index += 1
        }
      }
      if index - start > 1 || !isDegree(start) { runs.append(start..<index) }
    }
    return runs
  }

  private func isProper(_ index: Int) -> Bool {
    tokens[index].upos == .propn
      || tokens[index].upos == .noun && NameSpelling.hasInnerCapital(tokens[index].form)
  }

  private func isVersion(_ index: Int, of name: Range<Int>) -> Bool {
    let token = tokens[index]
    return token.upos == .num && token.relation.universal == "flat" && name.contains(token.head)
      && token.form.utf8.count < 4 && token.form.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
