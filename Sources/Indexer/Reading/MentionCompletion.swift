import Documents
import Extraction
import GraphModel
import Linguistics

/// Adds the mentions that no claim speaks of: resolution needs all names of a document, to know its
/// things by their fullest names, and the pronouns, which tell genders.
struct MentionCompletion {
  let annotated: AnnotatedDocument
  /// The spans of the mentions of each chain, by sentence: a chain of a long text has thousands.
  private var known: [Key: [TextSpan]] = [:]
  /// The chains with mentions.
  private var knownChains: Set<Int> = []

  private struct Key: Hashable {
    let chain: Int
    let sentence: Int
  }

  private init(_ extraction: ExtractedDocument, of annotated: AnnotatedDocument) {
    self.annotated = annotated
    for mention in extraction.mentions {
      known[Key(chain: mention.chain, sentence: mention.sentence), default: []].append(mention.span)
      knownChains.insert(mention.chain)
    }
  }

  /// What was extracted from a document, with the names of the document, what its chains tie to something, and its
  /// lead.
  ///
  /// The mentions that were there keep their numbers. With `all`, phrases and pronouns that stand
  /// alone are added too, and so are relative pronouns and names inside other phrases.
  static func completed(
    _ extraction: consuming ExtractedDocument, of annotated: AnnotatedDocument, all: Bool = false
  ) -> ExtractedDocument {
    let completion = MentionCompletion(copy extraction, of: annotated)
    for (number, chain) in annotated.chains.enumerated() {
      let isAlone = chain.mentions.count == 1 && !completion.knownChains.contains(number)
      for mention in chain.mentions where mention.kind == .name || !isAlone || all {
        if let made = completion.mention(mention, chain: number, kind: chain.kind) {
          extraction.mentions.append(made)
        }
      }
    }
    if all { extraction.mentions += completion.innerMentions(beside: extraction) }
    extraction.lead = LeadReader(annotated).lead(of: extraction.mentions)
    return extraction
  }

  private func mention(
    _ found: CoreferenceChain.Mention, chain: Int, kind: NameSpan.Kind?
  ) -> Mention? {
    guard annotated.sentences.indices.contains(found.sentence) else { return nil }
    let sentence = annotated.sentences[found.sentence]
    let tokens = found.tokens.clamped(to: 0..<sentence.tokens.count)
    guard tokens.contains(found.head), let bytes = Self.bytes(of: tokens, in: sentence),
      let span = place(bytes), let head = place(sentence.tokens[found.head].bytes)
    else { return nil }
    let isKnown = (known[Key(chain: chain, sentence: found.sentence)] ?? []).contains {
      $0.start < head.end && head.start < $0.end
    }
    guard !isKnown else { return nil }
    let name = sentence.names.first { $0.tokens.contains(found.head) }
    let core = Self.core(of: tokens, kind: found.kind, name: name, in: sentence)
    let token = sentence.tokens[found.head]
    let words = Self.bytes(of: core, in: sentence).map(annotated.document.string) ?? token.form
    return Mention(
      sentence: found.sentence, span: span, text: annotated.document.string(bytes), core: words,
      headLemma: token.lemma.lowercased(), kind: Mention.Kind(found.kind),
      type: (name?.kind ?? kind)?.rawValue, number: Mention.Number(token),
      gender: found.kind == .pronoun ? Mention.Gender(pronoun: token.form) : .unknown,
      isDefinite: found.kind == .nominal && core.lowerBound > tokens.lowerBound,
      chain: chain)
  }

  func place(_ bytes: Range<Int>) -> TextSpan? {
    TextSpan(annotated.document.codePoints.codePoints(ofBytes: bytes))
  }

  static func bytes(of tokens: Range<Int>, in sentence: Sentence) -> Range<Int>? {
    guard !tokens.isEmpty else { return nil }
    let start = sentence.tokens[tokens.lowerBound].bytes.lowerBound
    let end = sentence.tokens[tokens.upperBound - 1].bytes.upperBound
    return start < end ? start..<end : nil
  }

  /// The name alone, or the phrase without determiners and possessors before its head.
  private static func core(
    of tokens: Range<Int>, kind: CoreferenceChain.Mention.Kind, name: NameSpan?,
    in sentence: Sentence
  ) -> Range<Int> {
    if kind == .name, let name, !name.tokens.isEmpty,
      name.tokens.clamped(to: 0..<sentence.tokens.count) == name.tokens
    {
      return name.tokens
    }
    var start = tokens.lowerBound
    while start + 1 < tokens.upperBound, isDeterminer(sentence.tokens[start]) { start += 1 }
    return start..<tokens.upperBound
  }

  private static func isDeterminer(_ token: Token) -> Bool {
    token.upos == .det || token.xpos == "PRP$"
  }
}

extension Mention.Kind {
  fileprivate init(_ kind: CoreferenceChain.Mention.Kind) {
    switch kind {
    case .name: self = .name
    case .nominal: self = .nominal
    case .pronoun: self = .pronoun
    }
  }
}

extension Mention.Number {
  init(_ token: Token) {
    switch token.xpos {
    case "NNS", "NNPS": self = .plural
    case "NN", "NNP": self = .singular
    default: self = .unknown
    }
  }
}

extension Mention.Gender {
  fileprivate init(pronoun: String) {
    switch pronoun.lowercased() {
    case "he", "him", "his", "himself": self = .male
    case "she", "her", "hers", "herself": self = .female
    case "it", "its", "itself": self = .neuter
    default: self = .unknown
    }
  }
}
