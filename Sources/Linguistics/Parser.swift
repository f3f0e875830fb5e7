internal import CKernels

/// Tags, lemmas, dependency trees and names of tokenised English sentences, by one small network.
///
/// A sentence's analysis depends on its words alone: not on threads, the processor's instruction
/// set or, but for names, other sentences.
public struct Parser: Sendable {
  private let model: Model
  private let lemmatizer: Lemmatizer
  private let names: NameDecoder
  private let level: ck_level

  /// The most word pieces that pass through the encoder together.
  private static let batchRows = 512

  /// Creates a parser; it shares the model's memory.
  public init(model: Model) { self.init(model: model, level: ck_best_level()) }

  init(model: Model, level: ck_level) {
    self.model = model
    lemmatizer = Lemmatizer(
      table: model.lemmas, vocabulary: model.wordPieces.vocabulary)
    names = NameDecoder(tags: model.nameTags)
    self.level = level
  }

  /// Parses sentences, each a list of words.
  ///
  /// Sentences of more pieces than the model reads at once are parsed in parts, which are then joined
  /// under the first part's root as `parataxis`.
  ///
  /// - Returns: One analysis for each sentence; that of an empty sentence is empty.
  /// - Complexity: O(*n*) in words, with O(*m*²) in the length of a sentence.
  public func parse(_ sentences: [[String]]) -> [ParsedSentence] {
    read(sentences).map { $0.parse }
  }

  /// Parses the sentences of documents, whose names then agree within each document.
  ///
  /// - Returns: The analyses of all sentences, in order.
  func read(_ documents: [[[String]]]) -> [ParsedSentence] {
    let readings = read(documents.flatMap { $0 })
    var start = 0
    return documents.flatMap { forms in
      let own = readings[start..<start + forms.count]
      let first = start
      start += forms.count
      var names = own.map(SentenceNames.init)
      names.agree(forms: forms) { readings[first + $0].parse }
      return zip(own, names).map { reading, names in
        var parse = reading.parse
        parse.names = names.names
        return parse
      }
    }
  }

  /// Parses sentences, and keeps what else their words could name.
  func read(_ sentences: [[String]]) -> [SentenceReading] {
    var windows: [Window] = []
    for (index, words) in sentences.enumerated() {
      windows.append(contentsOf: Window.split(words, of: index, model))
    }
    let encoder = Encoder(model, level: level)
    var results = [SentenceReading](repeating: .empty, count: sentences.count)
    let total = windows.reduce(0) { $0 + $1.sequence.pieces.count }
    let longest = windows.reduce(0) { max($0, $1.sequence.pieces.count) }
    let workspace = Workspace(
      rows: max(longest, min(total, Self.batchRows)), weights: model.weights,
      shape: model.configuration)
    var start = 0
    while start < windows.count {
      var end = start
      var rows = 0
      while end < windows.count, rows + windows[end].sequence.pieces.count <= workspace.rows {
        rows += windows[end].sequence.pieces.count
        end += 1
      }
      encoder.run(windows[start..<end].lazy.map(\.sequence), workspace)
      var row = 0
      for window in windows[start..<end] {
        let part = decode(window, row: row, workspace, Biaffine(encoder))
        results[window.sentence].append(part)
        row += window.sequence.first.count
      }
      start = end
    }
    return results
  }

  /// Reads one window's analysis off the rows of its root and words.
  private func decode(
    _ window: Window, row: Int, _ workspace: Workspace, _ biaffine: Biaffine
  ) -> SentenceReading {
    let shape = model.configuration
    let count = window.words.count
    let tagStride = model.weights.tags.outputs
    let tags = UnsafePointer(workspace.tags) + (row + 1) * tagStride
    let vectors = UnsafePointer(workspace.wide) + row * model.weights.projection.outputs
    var result = ParsedSentence.empty
    for (index, word) in window.words.enumerated() {
      let scores = tags + index * tagStride
      let upos = model.upos[best(scores, shape.uposCount)]
      let xpos = model.xpos[best(scores + shape.uposCount, shape.xposCount)]
      let script = best(scores + shape.uposCount + shape.xposCount, shape.scriptCount)
      result.upos.append(upos)
      result.xpos.append(xpos)
      result.lemmas.append(
        lemmatizer.lemma(of: word, upos: upos, xpos: xpos, script: model.scripts[script]))
    }
    let nameScores =
      workspace.tags + (row + 1) * tagStride + shape.uposCount + shape.xposCount
      + shape.scriptCount
    KnownOrganizations.embedded.favour(
      window.words, nameScores, tags: model.nameTags, stride: tagStride)
    result.names = names.spans(names.best(nameScores, words: count, stride: tagStride))
      .filter {
        !window.words.dropFirst($0.tokens.lowerBound).prefix($0.tokens.count).contains(
          where: AddressWord.matches)
      }
    let arcs = biaffine.arcs(vectors, words: count)
    let heads = DependencyTree.heads(scores: arcs, words: count)
    result.headProbabilities = DependencyTree.probabilities(of: heads, scores: arcs)
    let relations = biaffine.relations(vectors, heads: heads, root: model.rootRelation)
    result.heads = heads.dropFirst().map { $0 - 1 }
    result.relations = relations.map { model.relations[$0] }
    let words = Array(window.words)
    result.names = PersonTitles.trimmed(result, words: words)
    result.names = PlaceRegions.parted(result, words: words)
    result.names = PossessiveNames.unmarked(result.names, words: words)
    result.names = InvertedNames.joined(result.names, words: words)
    result.names = LegalForms.joined(result.names, words: words)
    result.names = FalseNames.removed(result, words: words)
    return SentenceReading(
      parse: result,
      names: NameEvidence(nameScores, tags: model.nameTags, words: count, stride: tagStride))
  }

  private func best(_ scores: UnsafePointer<Float>, _ count: Int) -> Int {
    var best = 0
    for index in 1..<max(count, 1) where scores[index] > scores[best] { best = index }
    return best
  }
}
