import Documents

/// Sends the sentences of documents through the parser, some thousand words at a time, and packs what it tells.
///
/// What the parser tells takes four times as much memory as its packed form, so that it exists for a few sentences
/// only. A sentence's analysis does not depend on those that are parsed with it.
struct SentenceRun {
  /// A sentence that was not parsed yet.
  private struct Waiting {
    let document: Int
    let sentence: RawSentence
    let forms: [String]
  }

  /// What is known of a document.
  private struct Reading {
    var packer = SentencePacker()
    var names: [SentenceNames] = []
  }

  private let parser: Parser
  private var waiting: [Waiting] = []
  private var words = 0
  private var readings: [Reading] = []

  private let most: Int

  /// Begins a run; the parser is given its sentences when they have `most` words.
  init(_ parser: Parser, most: Int = 8192) {
    self.parser = parser
    self.most = most
  }

  /// Begins the next document.
  mutating func begin(_ document: Document) {
    readings.append(Reading())
    readings[readings.count - 1].packer.reserve(bytes: document.text.count)
  }

  /// Adds the next sentence of the document that was begun last.
  mutating func add(_ sentence: RawSentence, of document: Document) {
    waiting.append(
      Waiting(
        document: readings.count - 1, sentence: sentence,
        forms: sentence.tokens.map(document.string)))
    words += sentence.tokens.count
    if words >= most { parse() }
  }

  private mutating func parse() {
    guard !waiting.isEmpty else { return }
    for (waiting, reading) in zip(waiting, parser.read(waiting.map(\.forms))) {
      readings[waiting.document].packer.append(
        Sentence(waiting.sentence, forms: waiting.forms, parse: reading.parse))
      readings[waiting.document].names.append(SentenceNames(reading))
    }
    waiting = []
    words = 0
  }

  /// The sentences of a document, whose names agree; can be asked for once, after all were added.
  mutating func finish(_ document: Int) -> SentenceList {
    parse()
    let list = readings[document].packer.list
    var names = readings[document].names
    readings[document] = Reading()
    names.agree(forms: list.indices.lazy.map { list.forms(of: $0) }) {
      ParsedSentence(list[$0].tokens, names: [])
    }
    return list.renamed(
      zip(list, names).map { ParsedSentence($0.tokens, names: $1.names).wholeNames })
  }
}

extension Sentence {
  /// Puts the analysis of a sentence's words beside their places in the text.
  fileprivate init(_ raw: RawSentence, forms: [String], parse: ParsedSentence) {
    let tokens = raw.tokens.indices.map { index in
      Token(
        bytes: raw.tokens[index], form: forms[index], lemma: parse.lemmas[index],
        upos: parse.upos[index], xpos: parse.xpos[index], head: parse.heads[index],
        relation: parse.relations[index], headProbability: parse.headProbabilities[index])
    }
    self.init(bytes: raw.bytes, block: raw.block, tokens: tokens, names: [])
  }
}

extension ParsedSentence {
  /// The analysis that some tokens hold.
  fileprivate init(_ tokens: [Token], names: [NameSpan]) {
    self.init(
      upos: tokens.map(\.upos), xpos: tokens.map(\.xpos), lemmas: tokens.map(\.lemma),
      heads: tokens.map(\.head), relations: tokens.map(\.relation), names: names,
      headProbabilities: tokens.map(\.headProbability))
  }
}
