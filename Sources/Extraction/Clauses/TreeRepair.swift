import Documents
import Linguistics

/// Puts right what the parser is known to get wrong and the words themselves settle.
///
/// Constructions of news prose: a verb's only object, which is no indirect one unless something was
/// told, given or paid ("Acme sued Zenith"); a frame of speech behind or within its content, whose parts the
/// parser hangs on the verb of saying ("Brown will speak, the Treasury said": Brown said nothing), and
/// a title right before a person's name, which is no second person ("Acme chief Ada Lund").
struct TreeRepair {
  private var tokens: [Token]
  private let sentence: Sentence
  private let index: Int

  /// The document with its trees put right.
  ///
  /// - Complexity: O(*n*) in the number of tokens for sentences of bounded length.
  static func repaired(_ document: AnnotatedDocument) -> AnnotatedDocument {
    AnnotatedDocument(
      document: document.document,
      sentences: document.sentences.enumerated().map { repaired($1, index: $0) },
      chains: document.chains, times: document.times, amounts: document.amounts)
  }

  /// A sentence with its tree put right.
  static func repaired(_ sentence: Sentence, index: Int) -> Sentence {
    var repair = TreeRepair(tokens: sentence.tokens, sentence: sentence, index: index)
    repair.nameOnlyObjects()
    repair.joinTitles()
    repair.freeContent()
    repair.nameSpeaker()
    return Sentence(
      bytes: sentence.bytes, block: sentence.block, tokens: repair.tokens, names: sentence.names)
  }

  private init(tokens: [Token], sentence: Sentence, index: Int) {
    self.tokens = tokens
    self.sentence = sentence
    self.index = index
  }

  private var tree: SentenceTree {
    SentenceTree(
      Sentence(
        bytes: sentence.bytes, block: sentence.block, tokens: tokens, names: sentence.names),
      index: index)
  }

  private mutating func attach(_ token: Int, to head: Int, as relation: String? = nil) {
    let old = tokens[token]
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

  // MARK: Titles

  /// Makes the name the head of "title name", wherever the title has taken its place.
  private mutating func joinTitles() {
    for name in sentence.names where name.kind == .person && name.tokens.lowerBound > 0 {
      let tree = tree
      guard let person = name.tokens.first(where: { !name.tokens.contains(tokens[$0].head) }),
        let title = title(before: name, headedBy: person, in: tree)
      else { continue }
      let (head, relation) = (tokens[title].head, tokens[title].relation.full)
      attach(person, to: head, as: relation)
      attach(title, to: person, as: "nmod:desc")
      for child in tree.children[title] where child != person {
        let kept = ["compound", "amod", "det", "nmod", "nummod", "flat", "fixed", "advmod"]
        if child > person || !kept.contains(tree.relation(of: child)) {
          attach(child, to: person)
        }
      }
      // "Secretary of State Ann Lee": what completes the title goes with it.
      for child in tree.children[person]
      where child > title && child < name.tokens.lowerBound && tree.child(of: child, "case") != nil
      {
        attach(child, to: title, as: "nmod")
      }
    }
  }

  private func title(before name: NameSpan, headedBy person: Int, in tree: SentenceTree) -> Int? {
    let before = name.tokens.lowerBound - 1
    guard !tree.isPunctuation(before), tree.child(of: person, "case", "cop", "nsubj") == nil,
      let governor = tree.head(of: person)
    else { return nil }
    let isTitle = { (token: Int) in
      token <= before && [.noun, .propn].contains(tree[token].upos)
        && Roles.isTitle(tree.lemmas[token]) && tree.name(at: token)?.kind != .person
    }
    let relation = tree.relation(of: person)
    if isTitle(governor), ["nmod", "appos", "dep", "flat"].contains(relation) {
      let between = Set(tree.subtree(of: governor))
      return (governor...before).allSatisfy { between.contains($0) && tree.forms[$0] != "," }
        ? governor : nil
    }
    guard ["obj", "iobj", "nsubj", "obl"].contains(relation), isTitle(before) else { return nil }
    return tree.head(of: before) == governor && tree.child(of: before, "case") == nil
      && ["obj", "iobj", "nsubj"].contains(tree.relation(of: before)) ? before : nil
  }

  // MARK: Speech frames

  /// Hangs what stands outside a frame between commas, or behind the last comma, on the content.
  private mutating func freeContent() {
    let tree = tree
    guard let frame = frame(in: tree) else { return }
    let verb = frame.upperBound - 1
    let isOutside = { (token: Int) in !frame.contains(token) && !tree.isPunctuation(token) }
    let loose = (0..<tree.count).filter { token in
      isOutside(token) && (tree.head(of: token).map { frame.contains($0) } ?? true)
    }
    let said =
      loose.last { tree.relation(of: $0) == "ccomp" && tree.isClauseHead($0) }
      ?? loose.first { tree.isClauseHead($0) }
      ?? loose.lazy.flatMap { tree.children(of: $0, "conj") }.first { tree.isClauseHead($0) }
    guard let said, isOutside(said) else { return }
    if tree.head(of: verb) == nil {
      attach(said, to: verb, as: "ccomp")
    } else if tree.head(of: said) == nil {
      attach(verb, to: said, as: "parataxis")
    } else {
      return
    }
    for token in loose where token != said {
      if tree.relation(of: token) == "ccomp", !tree.isClauseHead(token) {
        attach(token, to: said, as: "xcomp")
      } else if tree.relation(of: token) == "ccomp" || tree.relation(of: token) == "advcl" {
        attach(token, to: said, as: "parataxis")
      } else {
        attach(token, to: said)
      }
    }
    // The frame's own subject, if the parser hung it elsewhere.
    guard tree.children(of: verb, "nsubj").filter(frame.contains).isEmpty,
      let subject = frame.last(where: { token in
        token != verb && [.noun, .propn, .pron].contains(tree[token].upos)
          && (tree.head(of: token).map { !frame.contains($0) || $0 == verb } ?? true)
      })
    else { return }
    attach(subject, to: verb, as: "nsubj")
  }

  /// Makes the noun behind an inverted frame its subject: ", thinks Mr Owen".
  private mutating func nameSpeaker() {
    let tree = tree
    for verb in 0..<tree.count
    where tree.relation(of: verb) == "parataxis" && verb > 0 && tree.forms[verb - 1] == ","
      && SpeechVerbs.force[tree.lemmas[verb]] != nil
      && ["VBD", "VBZ"].contains(tree[verb].xpos) && tree.child(of: verb, "nsubj", "ccomp") == nil
    {
      let objects = tree.children(of: verb, "obj", "iobj")
      guard let speaker = objects.first, objects.count == 1, speaker > verb else { continue }
      attach(speaker, to: verb, as: "nsubj")
    }
  }

  /// The words of ", the Treasury has announced" up to the verb; `nil` without such a frame or if its
  /// tree is sound.
  private func frame(in tree: SentenceTree) -> Range<Int>? {
    for verb in (2..<max(2, tree.count)).reversed() {
      guard isSaying(verb, in: tree), verb + 1 < tree.count, tree.isPunctuation(verb + 1),
        verb + 1 == tree.count - 1 || tree.forms[verb + 1] == ","
      else { continue }
      guard let comma = (max(0, verb - 12)..<verb).last(where: { tree.forms[$0] == "," }),
        comma > 1, comma + 1 < verb,
        [.det, .noun, .propn, .pron, .adj, .num].contains(tree[comma + 1].upos),
        !tree[comma + 1].xpos.hasPrefix("W")
      else { continue }
      let words = (comma + 1)..<verb
      guard words.contains(where: { [.noun, .propn, .pron].contains(tree[$0].upos) }),
        words.allSatisfy({ tree[$0].upos != .verb && !tree.isPunctuation($0) }),
        (0..<comma).contains(where: { [.verb, .aux].contains(tree[$0].upos) })
          || verb + 1 < tree.count - 1
      else { continue }
      let isSound =
        tree.relation(of: verb) == "parataxis" && tree.child(of: verb, "nsubj") != nil
      return isSound ? nil : (comma + 1)..<(verb + 1)
    }
    return nil
  }

  private func isSaying(_ token: Int, in tree: SentenceTree) -> Bool {
    guard tree[token].upos == .verb || tree[token].xpos == "VBZ",
      ["VBD", "VBZ", "VBP", "VBN"].contains(tree[token].xpos)
    else { return false }
    if tree[token].xpos == "VBN", tree.child(of: token, "aux") == nil { return false }
    let lemma = tree.lemmas[token]
    return SpeechVerbs.isSaying(lemma)
      || ["find", "show", "reveal", "think", "believe"].contains(lemma)
  }
}
