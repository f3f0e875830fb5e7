/// The numbers that shape the network.
struct ModelConfiguration: Hashable, Sendable {
  let layers: Int
  /// The width of a hidden state.
  let hidden: Int
  let heads: Int
  let feedForward: Int
  /// The most word pieces in a sentence, with [CLS] and [SEP].
  let positions: Int
  let caseClasses: Int
  /// The width of an arc vector.
  let arc: Int
  /// The width of a relation vector.
  let label: Int
  let uposCount: Int
  let xposCount: Int
  let scriptCount: Int
  let nameTagCount: Int
  let relationCount: Int
  /// The number of word pieces.
  let vocabulary: Int
  /// The pieces of a word that are kept.
  let piecesPerWord: Int
  /// Longer words, in code points, are one unknown piece.
  let charactersPerWord: Int
  let unknown: Int32
  let start: Int32
  let end: Int32

  /// Reads the section `config`.
  init(_ file: ModelFile) throws(LinguisticsError) {
    let values = try file.array("config", of: UInt32.self, count: 20)
    func value(_ index: Int) -> Int { Int(values[index]) }
    layers = value(0)
    hidden = value(1)
    heads = value(2)
    feedForward = value(3)
    positions = value(4)
    caseClasses = value(5)
    arc = value(6)
    label = value(7)
    uposCount = value(8)
    xposCount = value(9)
    scriptCount = value(10)
    nameTagCount = value(11)
    relationCount = value(12)
    vocabulary = value(13)
    piecesPerWord = value(14)
    charactersPerWord = value(15)
    unknown = Int32(truncatingIfNeeded: values[16])
    start = Int32(truncatingIfNeeded: values[17])
    end = Int32(truncatingIfNeeded: values[18])
    let widths = [hidden, feedForward, arc, label]
    guard widths.allSatisfy({ $0 > 0 && $0 % 16 == 0 && $0 <= 1 << 14 }),
      heads * 32 == hidden, 3 * hidden <= 1 << 14, (1...64).contains(layers),
      (8...4096).contains(positions), caseClasses == 6, (1...1 << 20).contains(vocabulary),
      [uposCount, xposCount, scriptCount, nameTagCount, relationCount].allSatisfy({
        (1...4096).contains($0)
      }),
      (1...positions - 2).contains(piecesPerWord), charactersPerWord > 0,
      [unknown, start, end].allSatisfy({ $0 >= 0 && $0 < vocabulary })
    else { throw .model("the configuration is out of range") }
  }
}
