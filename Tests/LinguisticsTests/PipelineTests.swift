import Documents
import Testing

@testable import Linguistics

@Suite("Pipeline")
struct PipelineTests {
  private let pipeline: Pipeline

  init() throws { pipeline = Pipeline(model: try English.model.get()) }

  @Test("tokens, sentences and names lie where the text has them")
  func places() throws {
    let text = PlainText.document("Anna Keller’s firm opened in Oslo. It grew.")
    let annotated = pipeline.annotate(text)
    #expect(annotated.sentences.count == 2)
    for sentence in annotated.sentences {
      for token in sentence.tokens { #expect(text.string(token.bytes) == token.form) }
    }
    let first = try #require(annotated.sentences.first)
    #expect(first.tokens.map(\.form).contains("’s"))
    #expect(first.tokens.first { $0.form == "’s" }?.lemma == "'s")
    #expect(first.names.map(\.kind) == [.person, .place])
  }

  @Test("documents read together come out as they do alone")
  func together() {
    let documents = [
      "The court in Paris fined the bank. The bank appealed.", "", "No!",
      "Ms Ito, 54, joined Acme as chief executive in May.",
    ].map { PlainText.document($0) }
    let all = pipeline.annotate(documents)
    #expect(all.map(\.sentences) == documents.map { pipeline.annotate($0).sentences })
    #expect(all[1].sentences.isEmpty)
  }

  @Test("a whole text can be one sentence")
  func whole() {
    let annotated = pipeline.annotate(
      PlainText.document("It rained. We left ."), segmentation: .wholeText)
    #expect(annotated.sentences.count == 1)
    #expect(
      pipeline.annotate(PlainText.document(" \n"), segmentation: .wholeText).sentences.isEmpty)
  }

  @Test("times, amounts and coreference come with the sentences")
  func layers() throws {
    let annotated = pipeline.annotate(
      PlainText.document(
        "Anna Keller sold the firm for $2 million last year. She kept a house.",
        date: "2019-10-29"))
    #expect(annotated.times.map(\.value) == ["2018"])
    #expect(annotated.amounts.map(\.unit) == ["USD"])
    let keller = try #require(annotated.chains.first { $0.mentions.first?.kind == .name })
    #expect(keller.mentions.map(\.sentence) == [0, 1])
  }
}
