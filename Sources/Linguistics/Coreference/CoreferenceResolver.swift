public import Documents

/// Finds which phrases of a document refer to one and the same thing.
///
/// Works in passes from the surest to the least sure, each over what those before it have joined
/// (the sieves of Lee et al. 2013, *Computational Linguistics* 39(4)): names, appositions, noun
/// phrases with the same head, noun phrases that stand for a name, nouns of a sort of things, pronouns,
/// repeated phrases, what headlines and leads introduce. What is not sure stays apart: a pronoun that
/// could be two things is a chain of its own.
///
/// - Complexity: O(*m* · *w*) for *m* mentions, where *w* is the number of mentions in the few
///   sentences that a pass looks back; names compare with each chain of names once.
public struct CoreferenceResolver: Sendable {
  /// Creates a resolver.
  public init() {}

  /// The chains of a document, by first mention; mentions that refer alone are chains of one.
  public func chains(sentences: SentenceList, document: Document) -> [CoreferenceChain] {
    let trees = SentenceTrees(sentences)
    let quotations = Quotations(sentences, trees, document)
    let topics = Self.topics(of: sentences)
    let models = ModelNumbers(sentences)
    var mentions: [MentionCandidate] = []
    // An array that grows is in memory twice while it is moved; one token in four is a mention.
    if sentences.count > 1000 { mentions.reserveCapacity(sentences.tokens.count / 3) }
    for (i, sentence) in sentences.enumerated() {
      mentions += MentionFinder(
        sentence, index: i, tree: trees[i], quotations: quotations.ofToken[i], topics: topics,
        models: models
      ).mentions()
    }
    var clusters = MentionClusters(mentions, trees: trees)
    clusters.joinNames()
    clusters.joinAppositions()
    clusters.joinSameHeads()
    clusters.joinNominalsToNames(quotations)
    clusters.joinSorts()
    clusters.joinSpeakers(quotations)
    clusters.joinPronouns(quotations)
    clusters.joinOwnedBodies()
    clusters.joinSamePhrases()
    clusters.joinHeadlines()
    return clusters.chains()
  }

  /// The chains of a document's sentences, which are packed first.
  public func chains(sentences: [Sentence], document: Document) -> [CoreferenceChain] {
    chains(sentences: SentenceList(sentences), document: document)
  }

  /// The lemmas of nouns that head more than one phrase of a document, in small letters.
  private static func topics(of sentences: SentenceList) -> Set<String> {
    var once = Set<String>()
    var more = Set<String>()
    for token in sentences.lazy.flatMap(\.tokens)
    where token.upos == .noun && token.relation.universal != "compound" {
      let lemma = token.lemma.lowercased()
      if !once.insert(lemma).inserted { more.insert(lemma) }
    }
    return more
  }
}
