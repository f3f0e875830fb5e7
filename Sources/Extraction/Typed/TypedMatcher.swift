public import Linguistics
public import Schema

/// Finds the typed relations of a vocabulary in sentences.
///
/// The patterns are compiled once. A sentence is searched from the words that anchor patterns, so
/// one without such a word costs little more than a look-up for each token.
///
///     let matcher = try TypedMatcher(schema: schema)
///     for matches in matcher.matches(in: document) { … }
public struct TypedMatcher: Sendable {
  private let lexicon: PatternLexicon
  private let patterns: [CompiledPattern]
  /// The patterns that a word anchors, by the word's number: the last word of a noun, the first of
  /// a verb.
  private let anchored: [Int32: [Int]]
  /// The patterns that any name of a class anchors.
  private let anchoredByName: [Int]

  /// Compiles the patterns of a vocabulary.
  public init(schema: Schema) throws(PatternError) {
    var compiler = PatternCompiler(schema: schema)
    var patterns: [CompiledPattern] = []
    for relation in schema.relations {
      for pattern in relation.patterns {
        if schema.classes.count > PatternLexicon.classLimit {
          throw PatternError(
            problem: .tooManyClasses(limit: PatternLexicon.classLimit), relation: relation.name,
            rule: pattern.rule, file: schema.file,
            position: pattern.position ?? SourcePosition(line: 1, column: 1))
        }
        patterns.append(try compiler.compile(pattern, of: relation))
      }
    }
    lexicon = compiler.lexicon
    self.patterns = patterns
    var anchored: [Int32: [Int]] = [:]
    var byName: [Int] = []
    for (number, pattern) in patterns.enumerated() {
      switch pattern.root.test {
      case .words(let kind, let sequences):
        let keys = sequences.compactMap { kind == .verb ? $0.first : $0.last }
        for key in Set(keys).sorted() { anchored[key, default: []].append(number) }
      case .classes(let wanted, _):
        // What is only asked for by class and not kept is a noun: "Person mod>O:Country …".
        guard pattern.root.isTitle || pattern.root.capture == nil else {
          byName.append(number)
          continue
        }
        for (key, entries) in compiler.lexicon.nouns
        where entries.contains(where: { $0.classes & wanted != 0 }) {
          anchored[key, default: []].append(number)
        }
      case .any: byName.append(number)
      }
    }
    self.anchored = anchored
    anchoredByName = byName
  }

  /// The matches of every sentence of a document, in order of the sentences.
  public func matches(in document: AnnotatedDocument) -> [[TypedMatch]] {
    let facts = DocumentFacts(document)
    return document.sentences.enumerated().map {
      match($1, index: $0, in: document, facts: facts[$0])
    }
  }

  /// The matches of one sentence, by place of subject and object.
  ///
  /// It gathers the sentence's mentions from the whole document: for all sentences use
  /// ``matches(in:)``.
  public func match(sentence index: Int, in document: AnnotatedDocument) -> [TypedMatch] {
    guard document.sentences.indices.contains(index) else { return [] }
    return match(
      document.sentences[index], index: index, in: document, facts: DocumentFacts(document)[index])
  }

  /// The matches of a sentence, whose tree may be another than that in the document.
  func match(
    _ sentence: Sentence, index: Int, in document: AnnotatedDocument, facts: SentenceFacts
  ) -> [TypedMatch] {
    let view = SentenceView(sentence, in: document, facts: facts, lexicon: lexicon)
    let units = Dictionary(
      facts.amounts.map { ($0, document.amounts[$0].unit ?? "") }, uniquingKeysWith: { a, _ in a })
    var matching = PatternMatching(view: view, lexicon: lexicon, units: units)
    var found: [TypedMatch] = []
    for token in 0..<view.count {
      matching.anchor = token
      for number in candidates(at: token, in: view) {
        let pattern = patterns[number]
        for binding in matching.match(
          pattern.root, at: token, from: PatternBinding(), isRoot: true)
        {
          if let match = matching.typedMatch(pattern, at: token, binding, sentence: index) {
            found.append(match)
          }
        }
      }
    }
    return Self.best(of: found)
  }

  /// The patterns that a token may anchor, ascending and each once.
  private func candidates(at token: Int, in view: SentenceView) -> [Int] {
    var result: [Int] = []
    for word in Set([view.lemmas[token], view.forms[token]]).sorted() where word >= 0 {
      result += anchored[word] ?? []
    }
    if view.isName(token), view.unit(token) == token { result += anchoredByName }
    return Set(result).sorted()
  }

  /// Of matches that say the same of the same words, the one to be trusted most.
  private static func best(of matches: [TypedMatch]) -> [TypedMatch] {
    struct Key: Hashable {
      var relation: String
      var subject: TypedMatch.Argument
      var object: TypedMatch.Argument
    }
    var best: [Key: TypedMatch] = [:]
    for match in matches {
      let key = Key(relation: match.relation, subject: match.subject, object: match.object)
      guard let old = best[key] else {
        best[key] = match
        continue
      }
      let isBetter =
        (match.details.count, match.confidence) > (old.details.count, old.confidence)
        || (match.details.count, match.confidence) == (old.details.count, old.confidence)
          && (match.rule, match.head) < (old.rule, old.head)
      if isBetter { best[key] = match }
    }
    return best.values.sorted { $0.order.lexicographicallyPrecedes($1.order) }
  }
}

extension TypedMatch {
  /// Where subject and object begin, then the names, then what else tells the arguments apart: a total order.
  var order: [String] {
    let (first, second) = (subject.place, object.place)
    return [first.start, second.start].map(Self.digits) + [relation, rule]
      + (first.rest + second.rest).map(Self.digits)
  }

  private static func digits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}

extension TypedMatch.Argument {
  /// Its first token, or, behind all tokens, its number; then where it ends, its head and what it is.
  fileprivate var place: (start: Int, rest: [Int]) {
    switch self {
    case .thing(let tokens, let head): (tokens.lowerBound, [tokens.upperBound, head, 0])
    case .text(let tokens, let head): (tokens.lowerBound, [tokens.upperBound, head, 1])
    case .amount(let index): (1_000_000 + index, [0, 0, 2])
    case .time(let index): (1_000_000 + index, [0, 0, 3])
    }
  }
}
