internal import CResources

/// A trained model of a language: weights, vocabulary, labels and lemmas.
///
/// Its memory is shared and read-only: any number of threads may parse with one model.
///
///     let model = try Model.embedded()
///     let trees = Parser(model: model).parse([["Cats", "purr", "."]])
public final class Model: Sendable {
  /// Keeps the bytes that all pointers lead to.
  private let file: ModelFile
  let configuration: ModelConfiguration
  let weights: EncoderWeights
  let wordPieces: WordPieceTokenizer
  let lemmas: LemmaTable
  let boundaries: BoundaryScorer
  let upos: [UPOS]
  let xpos: [String]
  let scripts: [LemmaScript]
  let relations: [DependencyRelation]
  /// The number of the relation `root`.
  let rootRelation: Int
  let nameTags: [NameTag]

  /// A number that differs between models of different content.
  public var fingerprint: UInt64 { file.storedChecksum }

  /// The English model that is part of the program.
  public static func embedded() throws(LinguisticsError) -> Model {
    let english = cresources_english()
    return try Model(
      ModelFile(embedded: UnsafeRawBufferPointer(start: english.start, count: english.count)))
  }

  /// Maps a model file into memory.
  ///
  /// - Throws: ``LinguisticsError/model(_:)`` if it is damaged or of another version.
  public convenience init(path: String) throws(LinguisticsError) {
    try self.init(ModelFile(path: path))
  }

  /// Checks a file's sections and points at them.
  init(_ file: ModelFile) throws(LinguisticsError) {
    self.file = file
    let shape = try ModelConfiguration(file)
    configuration = shape
    weights = try EncoderWeights(file, shape)
    wordPieces = try WordPieceTokenizer(file, shape)
    lemmas = try LemmaTable(file)
    boundaries = try .embedded()
    let universal = try file.lines("labels.upos", count: shape.uposCount)
    upos = universal.compactMap(UPOS.init(rawValue:))
    guard upos.count == universal.count else { throw .model("a universal tag is not known") }
    xpos = try file.lines("labels.xpos", count: shape.xposCount)
    scripts = try file.lines("labels.lemma", count: shape.scriptCount).map(LemmaScript.init)
    relations = try file.lines("labels.rel", count: shape.relationCount).map {
      DependencyRelation($0)
    }
    guard let root = relations.firstIndex(of: "root"), relations.count > 1 else {
      throw .model("there is no relation root")
    }
    rootRelation = root
    let tags = try file.lines("labels.ner", count: shape.nameTagCount)
    nameTags = tags.compactMap(NameTag.init)
    guard nameTags.count == tags.count, nameTags.contains(.outside) else {
      throw .model("a name tag is not known")
    }
  }
}
