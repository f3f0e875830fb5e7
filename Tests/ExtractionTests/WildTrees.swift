import Documents
import Linguistics
import TestSupport

/// Annotated documents that no parser is likely to give: trees of any shape, relations, tags, names,
/// chains, times and amounts at random, over the words that rules look for.
struct WildTrees {
  private var random: Xorshift

  /// Creates a source of documents; one seed always gives the same.
  init(seed: UInt64) { random = Xorshift(seed: seed) }

  /// The next document, of one to three sentences.
  mutating func next() -> AnnotatedDocument {
    var text: [UInt8] = []
    var sentences: [Sentence] = []
    for _ in 0...random.next(below: 3) {
      if !text.isEmpty { text.append(0x0a) }
      sentences.append(sentence(text: &text))
    }
    let document = Document(
      name: "wild.txt", contentHash: "", title: nil, date: nil, language: "en", text: text,
      blocks: [TextBlock(range: 0..<text.count, kind: .paragraph)],
      sourceMap: .identity(count: text.count), repairs: [])
    return AnnotatedDocument(
      document: document, sentences: sentences, chains: chains(in: sentences),
      times: spans(in: sentences).map { bytes, sentence, tokens in
        TimeExpression(
          bytes: bytes, sentence: sentence, tokens: tokens,
          kind: random.pick([.date, .time, .duration, .set]),
          value: random.pick(["2019", "2019-10", "2019-10-29", "P3Y", "PRESENT_REF", nil]))
      },
      amounts: spans(in: sentences).map { bytes, sentence, tokens in
        AmountExpression(
          bytes: bytes, sentence: sentence, tokens: tokens,
          value: random.pick(["5", "7500000000"]),
          unit: random.pick(["USD", "%", "km", "ordinal", nil]),
          cue: random.pick(["about", "more than", nil]))
      })
  }

  // MARK: Sentences

  private mutating func sentence(text: inout [UInt8]) -> Sentence {
    let start = text.count
    var rows: [[String]] = []
    if random.chance(percent: 60) {
      for _ in 0...random.next(below: 3) { join(random.pick(Self.trees), to: &rows) }
      for _ in 0..<random.next(below: 8) { disturb(&rows) }
    } else {
      rows = (0...random.next(below: 14)).map { _ in random.pick(Self.words) }
      let heads = arborescence(count: rows.count)
      for i in rows.indices { rows[i][4] = String(heads[i] + 1) }
      for i in rows.indices where heads[i] < 0 { rows[i][5] = "root" }
    }
    let tokens = rows.enumerated().map { index, row in
      if index > 0, random.chance(percent: 90) { text.append(0x20) }
      let begin = text.count
      text += Array(row[0].utf8)
      return Token(
        bytes: begin..<text.count, form: row[0], lemma: row[1],
        upos: UPOS(rawValue: row[2]) ?? .other, xpos: row[3], head: (Int(row[4]) ?? 0) - 1,
        relation: DependencyRelation(row[5]))
    }
    let block: TextBlock.Kind = random.pick([
      .paragraph, .paragraph, .paragraph, .heading, .caption, .listItem, .header,
    ])
    return Sentence(
      bytes: start..<text.count, block: block, tokens: tokens, names: names(count: rows.count))
  }

  /// Puts a tree behind another, its root under one of the words before.
  private mutating func join(_ tree: [[String]], to rows: inout [[String]]) {
    let count = rows.count
    let relations = ["conj", "parataxis", "ccomp", "advcl", "acl:relcl", "appos", "dep"]
    for row in tree {
      let head = Int(row[4]) ?? 0
      let isRoot = head == 0 && count > 0
      rows.append(row)
      rows[rows.count - 1][4] = String(isRoot ? 1 + random.next(below: count) : head + count)
      if head == 0, count == 0 { rows[rows.count - 1][4] = "0" }
      if isRoot { rows[rows.count - 1][5] = random.pick(relations) }
    }
  }

  /// Changes one word, relation or head of a tree; it stays a tree.
  private mutating func disturb(_ rows: inout [[String]]) {
    let i = random.next(below: rows.count)
    switch random.next(below: 6) {
    case 0:
      let other = random.pick(Self.words)
      rows[i].replaceSubrange(0..<4, with: other[0..<4])
    case 1: rows[i][5] = rows[i][4] == "0" ? "root" : random.pick(Self.words)[5]
    case 2:
      rows[i][2] = random.pick(Self.words)[2]
      rows[i][3] = random.pick(Self.words)[3]
    default:
      guard rows[i][4] != "0" else { return }
      let head = random.next(below: rows.count)
      var node = head
      while node >= 0, node != i { node = (Int(rows[node][4]) ?? 0) - 1 }
      if node != i { rows[i][4] = String(head + 1) }
    }
  }

  /// Heads that make a tree of some words, most of them near; that of the root is -1.
  private mutating func arborescence(count: Int) -> [Int] {
    var heads = [Int](repeating: -1, count: count)
    var placed = [random.next(below: count)]
    var rest = (0..<count).filter { $0 != placed[0] }
    while !rest.isEmpty {
      let word = rest.remove(at: random.next(below: rest.count))
      var head = random.pick(placed)
      if random.chance(percent: 70), let near = placed.min(by: { abs($0 - word) < abs($1 - word) })
      {
        head = near
      }
      heads[word] = head
      placed.append(word)
    }
    return heads
  }

  private mutating func names(count: Int) -> [NameSpan] {
    var names: [NameSpan] = []
    var place = 0
    while place < count {
      let end = min(count, place + 1 + random.next(below: 4))
      if random.chance(percent: 30) {
        names.append(
          NameSpan(tokens: place..<end, kind: random.pick([.person, .organization, .place])))
      }
      place = end
    }
    return names
  }

  // MARK: Spans

  private mutating func spans(in sentences: [Sentence]) -> [(Range<Int>, Int, Range<Int>)] {
    var result: [(Range<Int>, Int, Range<Int>)] = []
    for (s, sentence) in sentences.enumerated() where random.chance(percent: 40) {
      let start = random.next(below: sentence.tokens.count)
      let end = min(sentence.tokens.count, start + 1 + random.next(below: 3))
      let bytes =
        sentence.tokens[start].bytes.lowerBound..<sentence.tokens[end - 1].bytes.upperBound
      result.append((bytes, s, start..<end))
    }
    return result
  }

  private mutating func chains(in sentences: [Sentence]) -> [CoreferenceChain] {
    (0..<random.next(below: 5)).map { _ in
      var mentions: [CoreferenceChain.Mention] = []
      for (s, sentence) in sentences.enumerated() {
        for _ in 0..<random.next(below: 3) {
          let head = random.next(below: sentence.tokens.count)
          let start = random.chance(percent: 50) ? head : max(0, head - 2)
          let end = min(sentence.tokens.count, head + 1 + random.next(below: 2))
          mentions.append(
            .init(
              sentence: s, tokens: start..<end, extent: start..<sentence.tokens.count, head: head,
              kind: random.pick([.name, .nominal, .pronoun])))
        }
      }
      return mentions.isEmpty
        ? CoreferenceChain(
          mentions: [.init(sentence: 0, tokens: 0..<1, head: 0, kind: .pronoun)], kind: nil)
        : CoreferenceChain(
          mentions: mentions, kind: random.pick([.person, .organization, .place, nil]))
    }
  }

  // MARK: Words

  private static let trees: [[[String]]] = {
    var trees: [[[String]]] = []
    for line in Trees.text.split(separator: "\n") {
      if line.hasPrefix("#") {
        trees.append([])
      } else {
        trees[trees.count - 1].append(line.split(separator: " ").map(String.init))
      }
    }
    return trees
  }()

  /// The words of all trees, and those that rules name; each in the manner of ``Trees``.
  private static let words: [[String]] =
    trees.flatMap { $0 }
      + """
      “ “ PUNCT `` 0 punct O
      ” ” PUNCT '' 0 punct O
      ( ( PUNCT -LRB- 0 punct O
      ) ) PUNCT -RRB- 0 punct O
      , , PUNCT , 0 punct O
      , , PUNCT , 0 punct O
      – – PUNCT : 0 punct O
      - - PUNCT HYPH 0 punct O
      : : PUNCT : 0 punct O
      's 's PART POS 0 case O
      not not PART RB 0 advmod O
      said say VERB VBD 0 parataxis O
      told tell VERB VBD 0 ccomp O
      according accord VERB VBG 0 case O
      to to ADP IN 0 fixed O
      that that SCONJ IN 0 mark O
      which which PRON WDT 0 nsubj O
      who who PRON WP 0 obj O
      whose whose PRON WP$ 0 nmod:poss O
      where where ADV WRB 0 advmod O
      what what DET WDT 0 det O
      more more ADJ JJR 0 amod O
      than than ADP IN 0 case O
      CEO CEO NOUN NN 0 compound O
      former former ADJ JJ 0 amod O
      chief chief ADJ JJ 0 amod O
      executive executive NOUN NN 0 appos O
      co-founder co-founder NOUN NN 0 appos O
      based base VERB VBN 0 acl O
      owned own VERB VBN 0 acl O
      acquired acquire VERB VBD 0 acl:relcl O
      raised raise VERB VBD 0 conj O
      appointed appoint VERB VBN 0 advcl O
      resigned resign VERB VBD 0 conj O
      accused accuse VERB VBN 0 xcomp O
      including include VERB VBG 0 case O
      both both CCONJ CC 0 cc:preconj O
      $ $ SYM $ 0 compound O
      5 5 NUM CD 0 nummod O
      million million NUM CD 0 compound O
      % % SYM NN 0 obl O
      June June PROPN NNP 0 obl:tmod O
      2019 2019 NUM CD 0 nmod O
      Ltd. Ltd. PROPN NNP 0 flat O
      Mr. Mr. PROPN NNP 0 compound O
      Zürich Zürich PROPN NNP 0 nmod O
      chinês chinês ADJ JJ 0 amod O
      it it PRON PRP 0 expl O
      will will AUX MD 0 aux O
      be be AUX VB 0 cop O
      been be AUX VBN 0 aux:pass O
      if if SCONJ IN 0 mark O
      ? ? PUNCT . 0 punct O
      """.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
}
