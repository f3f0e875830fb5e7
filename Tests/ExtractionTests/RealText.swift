import Documents
import Linguistics
import Schema
import Testing

@testable import Extraction

/// Sentences read by the real parser.
enum RealText {
  static func annotated(_ sentences: [String]) throws -> [AnnotatedDocument] {
    let documents = try sentences.map {
      try DocumentReader().readLine(Array($0.utf8), name: "sentence.txt")
    }
    return Pipeline(model: try Model.embedded()).annotate(documents, segmentation: .wholeText)
  }

  /// What is extracted from each sentence with the vocabulary in force.
  static func extracted(_ sentences: [String]) throws -> [ExtractedDocument] {
    let extractor = try Extractor(checking: Schema.embedded())
    return try annotated(sentences).map(extractor.extract)
  }

  /// "subject | predicate | argument …" for each proposition of a sentence.
  static func propositions(_ sentence: String, as view: Extractor.PropositionView) throws
    -> [String]
  {
    let extractor = Extractor(schema: Schema(relations: [], superclasses: [:]))
    return try extractor.propositions(in: annotated([sentence])[0], as: view).map {
      ([$0.subject, $0.predicate] + $0.arguments).joined(separator: " | ")
    }
  }
}
