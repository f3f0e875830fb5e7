import Linguistics

/// Puts right what the parser is known to get wrong and the words themselves settle.
///
/// Constructions of news prose: a verb's only object, which is no indirect one unless something was
/// told, given or paid ("Acme sued Zenith"); subjects that the parser took for something else, and the
/// other way round; a clause that tells what a rumour or plan is; a relative clause whose verb agrees with
/// another noun; a name cut at its hyphen; a frame of
/// speech behind or within its content, whose parts the parser hangs on the verb of saying ("Brown will
/// speak, the Treasury said": Brown said nothing), and a title right before a person's name, which is no
/// second person ("Acme chief Ada Lund").
struct TreeRepair {
  private(set) var tokens: [Token]
  let sentence: Sentence
  let index: Int

  /// The document with its trees put right.
  ///
  /// - Complexity: O(*n*) in the number of tokens for sentences of bounded length.
  static func repaired(_ document: AnnotatedDocument) -> AnnotatedDocument {
    AnnotatedDocument(
      document: document.document,
      sentences: SentenceList(document.sentences.enumerated().lazy.map { repaired($1, index: $0) }),
      chains: document.chains, times: document.times, amounts: document.amounts)
  }

  /// A sentence with its tree put right.
  static func repaired(_ sentence: Sentence, index: Int) -> Sentence {
    var repair = TreeRepair(tokens: sentence.tokens, sentence: sentence, index: index)
    repair.nameOnlyObjects()
    repair.nameParticles()
    repair.nameSecondSubjects()
    repair.nameBareSubjects()
    repair.nameContentClauses()
    repair.nameAgreeingAntecedents()
    repair.freeBareRelatives()
    repair.joinPredicates()
    repair.joinCoordinatedTitles()
    repair.joinTitles()
    repair.joinClassNouns()
    repair.freeTitlesOfPrepositions()
    repair.freeContent()
    repair.nameSpeaker()
    return Sentence(
      bytes: sentence.bytes, block: sentence.block, tokens: repair.tokens,
      names: repair.wholeNames())
  }

  private init(tokens: [Token], sentence: Sentence, index: Int) {
    self.tokens = tokens
    self.sentence = sentence
    self.index = index
  }

  /// The tree as it was made last, unless something was attached since.
  private var made: SentenceTree?

  /// The tree of the tokens as they are; most sentences need but one for all repairs.
  var tree: SentenceTree {
    mutating get {
      if let made { return made }
      let tree = SentenceTree(
        Sentence(
          bytes: sentence.bytes, block: sentence.block, tokens: tokens, names: sentence.names),
        index: index)
      made = tree
      return tree
    }
  }

  mutating func attach(_ token: Int, to head: Int, as relation: String? = nil) {
    let old = tokens[token]
    made = nil
    tokens[token] = Token(
      bytes: old.bytes, form: old.form, lemma: old.lemma, upos: old.upos, xpos: old.xpos,
      head: head, relation: relation.map { DependencyRelation($0) } ?? old.relation)
  }

  // MARK: Objects

  /// Makes a lone indirect object the object, but of verbs that can leave out what is given or told.
  private mutating func nameOnlyObjects() {
    let tree = tree
    for token in tokens.indices where tree.relation(of: token) == "iobj" {
      guard [.noun, .propn].contains(tokens[token].upos), let verb = tree.head(of: token),
        verb < token, tokens[verb].upos == .verb,
        !Self.receiverVerbs.contains(tree.lemmas[verb]),
        tree.child(of: verb, "obj", "ccomp", "xcomp") == nil
      else { continue }
      attach(token, to: verb, as: "obj")
    }
  }

  /// Verbs whose receiver may stand alone: "he told the judge", "they paid the workers".
  private static let receiverVerbs: Set<String> = [
    "advise", "answer", "ask", "assure", "charge", "envy", "feed", "forgive", "give", "inform",
    "lend", "message", "notify", "offer", "owe", "pay", "phone", "promise", "read", "remind",
    "sell", "send", "serve", "show", "teach", "tell", "text", "tip", "warn", "write",
  ]
}
